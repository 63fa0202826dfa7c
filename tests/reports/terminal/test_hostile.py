"""What a shop writes neither moves the cursor nor breaks a line too late, in any language of the reports."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from auditor_reports.terminal.screen import Screen
from auditor_reports.terminal.summary import summary
from auditor_reports.view.voice import speaking
from rich.cells import cell_len

from auditor.api import Result
from auditor.words.catalogue import languages, voice_for
from tests.reports.hostile import NASTY, TITLE, everywhere
from tests.reports.results import report
from tests.reports.test_languages import CHECKS, asked, many, usual

COMMANDS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
OURS = re.compile(r"\x1b\[[0-9;]*m")


def printed(result: Result, run: Path, *, language: str = "en", width: int = 80, colour: bool = False) -> str:
    told = report(result, run, *CHECKS, voice=voice_for(language, result.wording)).spoken()
    with speaking(voice_for(language, result.wording)):
        return summary(told, Screen(width=width, colour=colour))


@pytest.mark.parametrize("text", [*NASTY.values(), TITLE], ids=[*NASTY, "title"])
def test_a_shop_commands_no_terminal(tmp_path: Path, text: str) -> None:
    plain = printed(everywhere(text), tmp_path)
    assert COMMANDS.findall(plain) == []
    assert COMMANDS.findall(OURS.sub("", printed(everywhere(text), tmp_path, colour=True))) == []
    assert [line for line in plain.splitlines() if cell_len(line) > 80] == []
    assert len(plain.splitlines()) < 150


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("result", [usual, many, asked, lambda: everywhere("Rindfleischetikettierungsüberwachungsaufgabe日本語" * 9)])
@pytest.mark.parametrize("width", [60, 80])
def test_every_line_fits_in_every_language(tmp_path: Path, language: str, result: Callable[[], Result], width: int) -> None:
    lines = printed(result(), tmp_path, language=language, width=width).splitlines()
    assert [line for line in lines if cell_len(line) > width] == []
