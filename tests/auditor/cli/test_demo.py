from pathlib import Path

import pytest

from auditor.cli.demo import told_at_the_end
from auditor.demo.flaws import FLAWS
from auditor.words.catalogue import voice_for
from tests.auditor.cli.conftest import Auditor


def test_every_flaw_of_the_shop_is_listed(auditor: Auditor) -> None:
    ran = auditor("shop", "--list-flaws")
    assert (ran.code, ran.err) == (0, "")
    assert [line.split()[0] for line in ran.out.splitlines()] == list(FLAWS)


@pytest.mark.parametrize("command", ["shop", "demo"])
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--flaws", "no-such-flaw"], ["no-such-flaw", "--list-flaws"]),
        (["--shape", "cart=spoon"], ["--shape", "spoon"]),
        (["--shape", "colour=red"], ["--shape", "colour"]),
        (["--shape", "cart"], ["--shape"]),
    ],
)
def test_a_shop_that_cannot_be_is_refused(auditor: Auditor, command: str, arguments: list[str], words: list[str]) -> None:
    assert auditor(command, *arguments).refused(4, *words)


def test_a_port_has_bounds(auditor: Auditor) -> None:
    assert auditor("shop", "--port", "70000").refused(4, "--port")


@pytest.mark.parametrize(
    ("language", "total", "said"),
    [
        ("en", 84, ["", "Score: 84 of 100", "Report: /tmp/r.html"]),
        ("de", 84, ["", "Bewertung: 84 von 100", "Bericht: /tmp/r.html"]),
        ("es", None, ["", "Puntuación: ninguna", "Informe: /tmp/r.html"]),
    ],
)
def test_the_end_is_told_in_the_language_of_the_reports(language: str, total: int | None, said: list[str]) -> None:
    assert [voice_for(language).say(line) for line in told_at_the_end(total, [Path("/tmp/r.html")])] == said  # noqa: S108 - not written
