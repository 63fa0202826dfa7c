"""The example check of CONTRIBUTING.md works as it stands there: the check, its test, its flaw."""

import re
import sys
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from auditor.api import Check
from auditor.demo.surgery import Edit, operate
from docs.write_checks import page
from tests.checks import test_catalogue
from tests.checks.recordings import Shop

_NAME = "auditor_checks.navigation.page_titles"
_TEXT = (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    """The code of one language in the order it stands."""
    return re.findall(rf"^```{language}\n(.*?)^```", _TEXT, flags=re.DOTALL | re.MULTILINE)


def module(name: str, source: str) -> ModuleType:
    """A module made of a block of code."""
    made = ModuleType(name)
    exec(compile(source, f"CONTRIBUTING.md: {name}", "exec"), made.__dict__)  # noqa: S102 - our own document
    return made


@pytest.fixture
def example(monkeypatch: pytest.MonkeyPatch) -> Check:
    made = module(_NAME, blocks("python")[0])
    monkeypatch.setitem(sys.modules, _NAME, made)
    check = made.page_titles
    assert isinstance(check, Check)
    return check


def test_the_example_says_all_that_a_check_must_say(example: Check) -> None:
    rules = [rule for name, rule in vars(test_catalogue.TestEachCheck).items() if name.startswith("test_")]
    assert rules
    for rule in rules:
        rule(test_catalogue.TestEachCheck(), example)
    assert page(example).startswith("# navigation-page-titles\n")


def test_the_test_of_the_example_passes(example: Check, tmp_path: Path) -> None:
    made: dict[str, Any] = vars(module("test_page_titles", blocks("python")[1]))
    tests = {name: test for name, test in made.items() if name.startswith("test_")}
    assert len(tests) == 4
    for name, test in tests.items():
        test(Shop(tmp_path / name))


def test_the_flaw_of_the_example_is_what_its_summary_says(example: Check) -> None:
    flaw = tomllib.loads(blocks("toml")[0])[example.id]
    html = operate("<html><head><title>Vase – Nordlys</title></head></html>", [Edit(**edit) for edit in flaw["edits"]], "product")
    assert "<title>Nordlys</title>" in html
