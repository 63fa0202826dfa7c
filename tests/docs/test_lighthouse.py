"""docs/lighthouse.md: its table is valid and knows every setting; versions and limits it names are those that hold."""

import json
import re
import tomllib
from importlib.resources import files
from pathlib import Path

from auditor_checks import lighthouse_scores

from auditor.cli.doctor import command as doctor
from auditor.cli.run import command as run
from auditor.config.lighthouse import USUAL, LighthouseSettings
from auditor.config.settings import Settings
from auditor.external.lighthouse_artifact import TRUSTED_BENCHMARK
from auditor.external.lighthouserc import NAMES

PAGE = (Path(__file__).parents[2] / "docs" / "lighthouse.md").read_text(encoding="utf-8")
TEXT = " ".join(PAGE.split())


def test_the_table_is_valid_and_knows_every_setting() -> None:
    (block,) = re.findall(r"^```toml\n(.*?)^```", PAGE, flags=re.DOTALL | re.MULTILINE)
    told = tomllib.loads(block)["lighthouse"]
    settings = Settings.model_validate({"lighthouse": told}).lighthouse
    assert set(told) == set(LighthouseSettings.model_fields)
    assert settings.stages == list(USUAL)
    assert (settings.seconds, settings.max_seconds) == (LighthouseSettings().seconds, LighthouseSettings().max_seconds)


def test_the_options_exist() -> None:
    assert "--lighthouse" in {option for parameter in run.params for option in parameter.opts}
    assert "--install" in {option for parameter in doctor.params for option in parameter.opts}


def test_the_versions_are_those_that_are_pinned() -> None:
    packages = json.loads((files("auditor.external") / "lighthouse" / "package-lock.json").read_text("utf-8"))["packages"]
    assert f"Lighthouse CI {packages['node_modules/@lhci/cli']['version']} " in TEXT
    assert f"Lighthouse {packages['node_modules/lighthouse']['version']} " in TEXT


def test_the_limits_are_those_that_count() -> None:
    assert f"Below {TRUSTED_BENCHMARK:g} " in TEXT
    assert f"passes from {lighthouse_scores.GOOD}, fails below {lighthouse_scores.POOR - 5}" in TEXT


def test_the_files_are_those_that_are_looked_for() -> None:
    assert {name.rpartition(".")[2] for name in NAMES} == {"js", "cjs", "json", "yml", "yaml"}
