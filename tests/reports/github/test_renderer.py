import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from auditor_reports.github.commands import command
from auditor_reports.github.renderer import renderer

from auditor.api import Check, ReportInput, Result, SettingsFile, Waived
from tests.auditor.specimens import check
from tests.reports.hostile import ADDRESSES, NASTY, TITLE, everywhere, explained
from tests.reports.results import audit, report, said, seen

BAD = check("checkout-bad", failure_title="Guests must, always: make an account", fix="Let guests buy.\nAll of them.")
FILE = SettingsFile("auditor.toml", {"cart": 7})


def commands(document: str) -> Iterator[tuple[str, dict[str, str], str]]:
    """Read a log as GitHub's runner does: every line that begins with a command, and the older kind anywhere in one."""
    for line in re.split(r"\r\n|\r|\n", document):
        assert re.search(r"##\[", line) is None
        found = re.match(r"\s*::(?P<name>[\w-]+)(?: (?P<properties>.*?))?::(?P<message>.*)", line)
        if found is None:
            assert not line.strip()
            continue
        pairs = [pair.partition("=") for pair in (found["properties"] or "").split(",")]
        yield found["name"], {name: _read(value) for name, _, value in pairs}, _read(found["message"])


def _read(text: str) -> str:
    for code, letter in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, letter)
    return text


def annotated(result: Result, run: Path, *checks: Check) -> list[tuple[str, dict[str, str], str]]:
    of = report(result, run, *checks)
    return list(commands(renderer.render(ReportInput(of.result, of.run, of.checks, of.voice, settings_file=FILE))))


def passed(result: Result, **gate: object) -> Result:
    return result.model_copy(update={"gate": result.gate.model_copy(update={"passed": True, "reasons": [], **gate})})


def test_an_annotation_says_what_where_and_what_mends_it(tmp_path: Path) -> None:
    shown = [said("checkout-bad", severity="critical", stage="cart", message="50% of guests, or more: none.", findings=[seen("No guest.")])]
    assert annotated(passed(audit(shown=shown)), tmp_path, BAD) == [
        (
            "error",
            {"file": "auditor.toml", "line": "7", "title": "Guests must, always: make an account"},
            "Desktop: Cart: 50% of guests, or more: none.\nHow to fix it: Let guests buy. All of them.\ncheckout-bad (Desktop: Cart)",
        )
    ]


def test_levels_go_by_severity_and_a_warning_is_a_notice(tmp_path: Path) -> None:
    shown = [
        said("trust-c", severity="minor"),
        said("trust-b"),
        said("trust-w", "warn", severity="critical"),
        said("trust-a", severity="critical"),
    ]
    assert [name for name, _, _ in annotated(passed(audit(shown=shown)), tmp_path)] == ["error", "warning", "notice", "notice"]


def test_the_worst_ten_are_told_and_the_rest_counted(tmp_path: Path) -> None:
    shown = [said(f"trust-{number}", "warn" if number % 2 else "fail") for number in range(14)]
    told = annotated(passed(audit(shown=shown)), tmp_path)
    assert [name for name, _, _ in told] == ["warning"] * 7 + ["notice"] * 4
    assert told[-1][2] == "4 more problems are in the report."
    assert len(annotated(passed(audit(shown=shown[:10])), tmp_path)) == 10


def test_a_gate_that_does_not_let_pass_comes_first_with_its_reasons(tmp_path: Path) -> None:
    made = audit(shown=[said("trust-a", severity="critical")])
    closed = made.model_copy(update={"gate": made.gate.model_copy(update={"passed": False, "reasons": ["Too low.", "Too slow."]})})
    (name, place, message), *_ = annotated(closed, tmp_path)
    assert (name, place["title"].partition(":")[0], message) == ("error", "Gate", "Too low.\nToo slow.")


def test_what_a_waiver_lets_pass_is_not_told(tmp_path: Path) -> None:
    waived = [Waived(check="trust-a", reason="Known.", until="2027-01-31")]
    assert annotated(passed(audit(shown=[said("trust-a"), said("trust-g", "pass")]), waived=waived), tmp_path) == []


COMMANDS = ["::set-output name=x::1", "x\n::add-mask::x", "x\r::stop-commands::x", "##[set-output name=x]1", "%0A::error::x"]


@pytest.mark.parametrize("text", [*NASTY.values(), TITLE, *COMMANDS], ids=[*NASTY, "title", *map(repr, COMMANDS)])
def test_no_text_of_a_shop_begins_a_command(text: str, tmp_path: Path) -> None:
    told = annotated(everywhere(text), tmp_path, explained(text))
    assert {name for name, _, _ in told} <= {"error", "warning", "notice"}
    assert all(set(place) == {"file", "line", "title"} for _, place, _ in told)
    assert all(len(message) <= 3_200 for _, _, message in told)


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_address_of_a_shop_begins_a_command(address: str, tmp_path: Path) -> None:
    assert {name for name, _, _ in annotated(everywhere("x", address), tmp_path)} <= {"error", "warning", "notice"}


def test_a_command_escapes_what_ends_it() -> None:
    assert command("error", {"title": "a,b:c%"}, "1: 100 %\r\n::x") == "::error title=a%2Cb%3Ac%25::1: 100 %25%0A::x\n"
