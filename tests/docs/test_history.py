"""docs/history.md: its settings, options, tables and formats exist."""

import re
import tomllib
from pathlib import Path

import click

from auditor.cli.history import command
from auditor.cli.run import command as run
from auditor.config.history import HistorySettings
from auditor.config.settings import Settings
from auditor.history.tables import METADATA
from auditor.plugins.points import HISTORIES
from auditor.plugins.renderers import load_history_renderer, renderer_names

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "history.md").read_text(encoding="utf-8")


def test_the_table_is_valid_and_knows_every_setting() -> None:
    (text,) = re.findall(r"^```toml\n(.*?)^```", PAGE, flags=re.DOTALL | re.MULTILINE)
    told = tomllib.loads(text)
    Settings.model_validate(told)
    assert set(told["history"]) == set(HistorySettings.model_fields)


def test_the_options_exist() -> None:
    commands: list[click.Command] = [run, command, *command.commands.values()]
    known = {option for one in commands for parameter in one.params for option in parameter.opts}
    assert {*re.findall(r"(?<![-|])(--[a-z][a-z-]+)", PAGE)} - known == set()
    assert {*re.findall(r"auditor history (import|prune)", PAGE)} == set(command.commands)


def test_the_tables_are_those_of_the_database() -> None:
    assert sorted(re.findall(r"^\| `([a-z_]+)` \|", PAGE, flags=re.MULTILINE)) == sorted(METADATA.tables)


def test_the_formats_are_there() -> None:
    assert renderer_names(HISTORIES) == ["html", "json", "terminal"]
    assert [load_history_renderer(name).suffix for name in renderer_names(HISTORIES)] == [".html", ".json", ""]
    assert f"`{HISTORIES}`" in PAGE


def test_the_links_lead_somewhere() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", PAGE)
    assert links
    assert [link for link in links if not (ROOT / "docs" / link).exists()] == []
