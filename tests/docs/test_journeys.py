"""docs/journeys.md: its configuration is valid, its commands exist, and its example of a recorded script is really walked."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from textwrap import dedent

import pytest

from auditor.audit import record_run
from auditor.cli.run import command
from auditor.config.journey import SKIPPABLE
from auditor.config.load import load_config
from auditor.config.settings import Settings
from auditor.demo.server import serve
from auditor.errors import ConfigError
from auditor.events import Events
from auditor.journey.hook_file import load_hooks
from auditor.model.stage import Stage
from auditor.record.recording import Recording

PAGE = (Path(__file__).parents[2] / "docs" / "journeys.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE, flags=re.DOTALL | re.MULTILINE)


def test_the_table_is_valid_and_knows_every_hint() -> None:
    (table,) = blocks("toml")
    journey = tomllib.loads(table)["journey"]
    Settings.model_validate({"journey": journey})
    assert set(journey) == set(Settings.model_fields["journey"].default.__class__.model_fields)


def test_the_options_it_names_exist() -> None:
    known = {option for parameter in command.params for option in parameter.opts}
    named = {option for line in re.findall(r"auditor run (.*)|`(--[a-z-]+)`", PAGE) for option in re.findall(r"--[a-z-]+", " ".join(line))}
    assert {"--product", "--search", "--hooks", "--geolocation", "--storage-state"} <= named <= known


def test_every_stage_has_its_row() -> None:
    assert re.findall(r"^\| ([a-z]+) \| (?!`)", PAGE, flags=re.MULTILINE) == [stage.value for stage in Stage]
    assert all(f"`{stage}`" in PAGE for stage in SKIPPABLE)


def test_the_shape_of_a_hook_is_one(tmp_path: Path) -> None:
    file = tmp_path / "hooks.py"
    file.write_text(blocks("python")[0])
    assert set(load_hooks(file).steps) == {"before_cart", "cart", "after_cart"}


def test_the_recorded_program_itself_is_refused(tmp_path: Path) -> None:
    (recorded,) = re.findall(r"^    async def run.*?^        …$", PAGE, re.DOTALL | re.MULTILINE)
    program = f"from playwright.async_api import async_playwright\n{dedent(recorded).replace('…', 'pass')}\nrun(async_playwright())"
    file = tmp_path / "hooks.py"
    file.write_text(program)
    with pytest.raises(ConfigError, match="whole script"):
        load_hooks(file)


@pytest.mark.browser
def test_the_example_is_walked(tmp_path: Path) -> None:
    (tmp_path / "auditor_hooks.py").write_text(blocks("python")[1])
    (tmp_path / "auditor.toml").write_text('devices = ["desktop"]\nprobes = false\n[journey]\nhooks = "auditor_hooks.py"\n')
    config = load_config({}, folder=tmp_path, environ={})
    with serve() as shop:
        assert record_run(shop.url, config, [], tmp_path / "run", Events()) is False
        assert shop.ledger.orders == 0
    journey = Recording.load(tmp_path / "run").journeys[0].journey
    assert journey.ended.value == "payment_reached", journey.message
    actions = {step.stage: step.action for step in journey.steps}
    assert (actions[Stage.PRODUCT], actions[Stage.SHIPPING]) == ("configured hook product", "configured hook shipping")
    assert "Strand stoneware vase" in Recording.load(tmp_path / "run").journeys[0].product["title"]
