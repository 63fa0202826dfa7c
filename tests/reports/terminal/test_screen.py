import io
import re
import sys

import pytest
from auditor_reports.terminal.screen import Screen, screen_at_hand


class Terminal(io.TextIOWrapper):
    """A stdout that may be a terminal."""

    def __init__(self, encoding: str, *, terminal: bool) -> None:
        super().__init__(io.BytesIO(), encoding=encoding)
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


def at_hand(monkeypatch: pytest.MonkeyPatch, *, terminal: bool = False, encoding: str = "utf-8", **environment: str) -> Screen:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", Terminal(encoding, terminal=terminal))
    return screen_at_hand()


@pytest.mark.parametrize(
    ("terminal", "environment", "colour"),
    [
        (False, {}, False),
        (True, {}, True),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"NO_COLOR": ""}, True),
        (False, {"FORCE_COLOR": "1"}, True),
        (False, {"FORCE_COLOR": ""}, False),
        (False, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (True, {"TERM": "dumb"}, False),
        (True, {"TERM": "dumb", "FORCE_COLOR": "1"}, False),
    ],
)
def test_colours_where_they_are_shown_or_forced(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, environment: dict[str, str], colour: bool
) -> None:
    assert at_hand(monkeypatch, terminal=terminal, **environment).colour is colour


@pytest.mark.parametrize(("columns", "width"), [("20", 60), ("80", 80), ("100", 100), ("400", 110)])
def test_width_is_that_of_the_terminal_within_reason(monkeypatch: pytest.MonkeyPatch, columns: str, width: int) -> None:
    assert at_hand(monkeypatch, COLUMNS=columns).width == width


def test_a_terminal_of_another_encoding_gets_plain_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = at_hand(monkeypatch, encoding="latin-1")
    assert screen.symbols["reached"] == "ok"
    assert screen.shown("“Größe” – 日本 ≤ 3\u00a0s") == '"Größe" - ?? <= 3 s'


def test_a_dumb_terminal_gets_ascii(monkeypatch: pytest.MonkeyPatch) -> None:
    assert at_hand(monkeypatch, TERM="dumb").shown("Größe…") == "Gr??e..."


def test_without_a_stdout_there_is_a_screen_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert not screen_at_hand().colour


@pytest.mark.parametrize(
    "line", ["::set-output name=x::1", "  ::add-mask::x", "a ##[set-env name=x]1", "##vso[task.setvariable variable=x]1", "##teamcity[x]"]
)
def test_no_line_is_a_command_for_a_pipeline(line: str) -> None:
    shown = Screen().shown(f"before\n{line}\nafter")
    assert re.search(r"(?m)^\s*::|##\w*\[", shown) is None
    assert shown.replace("\u200b", "") == f"before\n{line}\nafter"
    assert Screen().shown("a :: b ## c [d]") == "a :: b ## c [d]"
