"""docs/gate.md: its example is a configuration, and it names every rule and metric."""

import re
from pathlib import Path

from auditor.config.load import load_config
from auditor.config.ruling import checks_named
from auditor.errors import ExitCode
from auditor.gate.baseline_file import BASELINE, baseline_text
from auditor.gate.known import Baseline
from auditor.gate.metrics import METRICS
from auditor.plugins.discovery import load_checks

GUIDE = (Path(__file__).parents[2] / "docs" / "gate.md").read_text(encoding="utf-8")


def test_the_example_can_be_used_as_it_is(tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL)
    (tmp_path / "auditor.toml").write_text(example, encoding="utf-8")
    (tmp_path / BASELINE).write_text(baseline_text(Baseline(BASELINE, {})), encoding="utf-8")
    settings = load_config({}, folder=tmp_path, environ={}).settings
    assert settings.gate.waivers
    assert {name for _, name in checks_named(settings)} <= {check.id for check in load_checks()}


def test_every_metric_is_told() -> None:
    assert [name for name in METRICS if f"`{name}`" not in GUIDE] == []


def test_every_exit_code_is_told() -> None:
    assert [code for code in ExitCode if f"\n| {code.value} | " not in GUIDE] == []
