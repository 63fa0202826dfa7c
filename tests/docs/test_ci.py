"""What docs/ci.md says of pipelines is so."""

import re
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from auditor.config.pipeline import pipeline_of
from auditor.config.settings import Settings
from auditor.errors import ExitCode
from auditor.plugins.renderers import load_renderer, renderer_names

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
FORMATS = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
USUAL = Settings.model_fields["formats"].default


def rows(title: str, text: str = TEXT) -> list[list[str]]:
    """The cells of the first table under a heading."""
    part = re.split(rf"^##? {title}\n", text, flags=re.MULTILINE)[1]
    table = re.findall(r"^\|(.+)\|$", re.split(r"^## ", part, flags=re.MULTILINE)[0], flags=re.MULTILINE)
    return [[cell.strip() for cell in row.split("|")] for row in table[2:]]


def names(cell: str) -> list[str]:
    return re.findall(r"`([\w.-]+)`", cell)


def test_all_exit_codes_are_told() -> None:
    assert [int(row[0]) for row in rows("Exit codes")] == list(ExitCode)


def test_the_formats_of_each_pipeline_are_told() -> None:
    for _, variables, formats in rows("What is on by default"):
        for variable in names(variables):
            found = pipeline_of({variable: "true"})
            assert found is not None
            assert [*USUAL, *names(formats)] == list(found.formats)


@pytest.mark.parametrize("part", ["inputs", "outputs"])
def test_inputs_and_outputs_of_the_action_are_told(part: str) -> None:
    action = YAML(typ="safe").load((ROOT / "action.yml").read_text(encoding="utf-8"))
    told = [names(row[0])[0] for row in rows("GitHub")]
    if part == "outputs":
        told = names(re.findall(r"Outputs are (.+)\.", TEXT)[0])
    assert sorted(told) == sorted(action[part])


def test_all_files_it_links_are_there() -> None:
    for target in re.findall(r"\]\(([^)#]+)", TEXT + FORMATS):
        assert (ROOT / "docs" / target).exists(), target


def test_every_format_is_told_with_its_file() -> None:
    told = {names(name)[0]: file for name, file, _ in rows("Report formats", FORMATS)}
    assert sorted([*told, "pdf"]) == renderer_names()
    for name, file in told.items():
        suffix = load_renderer(name).suffix
        assert file == ("none" if not suffix else "`result.json`" if name == "json" else f"`report{suffix}`")
