import re
from collections.abc import Callable
from pathlib import Path

import pytest
from auditor_reports.terminal.renderer import renderer
from auditor_reports.terminal.screen import Screen
from auditor_reports.terminal.summary import summary
from rich.cells import cell_len

from auditor.api import Check, Kind, LighthouseResult, Result, Severity, SurveyFigures, SurveyMetric, SurveyResult
from tests.auditor.specimens import check, verdict, walked
from tests.reports.results import audit, report, said, step

BAD, GOOD = check("checkout-bad", severity=Severity.CRITICAL, failure_title="Guests must make an account"), check("trust-good")
LONG = "Donaudampfschifffahrtsgesellschaft" * 40
HOSTILE = f"\x1b[2J\x1b]0;owned\x07\x1b[31m\u202eevil\u202c\r\x08\x00 [bold]{{{{ 1 }}}} 日本語の商品名 {LONG}"


def usual() -> Result:
    verdicts = [verdict(BAD, Kind.FAIL), verdict(GOOD), verdict(check("speed-lcp"), Kind.NOT_MEASURABLE)]
    stopped = walked("failed", "product", "mobile", failure_code="add_error", steps=[step("home"), step("cart", "failed")])
    shown = [
        said("checkout-bad", "fail", severity="critical", message="Only registered customers can pay."),
        said("trust-good", "pass"),
        said("speed-lcp", "not_measurable", message="timings.json is damaged."),
    ]
    return audit(verdicts, [walked(seconds=12.3, steps=[step("home")]), stopped], shown=shown)


def hostile() -> Result:
    journey = walked(
        "failed", "home", HOSTILE, message=HOSTILE, steps=[step("home", title=HOSTILE), step("cart", "failed", reason=HOSTILE)]
    )
    shown = [said("trust-a", outcome, message=HOSTILE, device=HOSTILE) for outcome in ("fail", "warn", "not_measurable", "error")]
    made = audit([verdict(BAD, Kind.FAIL)], [journey, walked(device=f"{HOSTILE} 2")], shown=shown, site=HOSTILE)
    return made.model_copy(update={"gate": made.gate.model_copy(update={"reasons": [HOSTILE] * 9})})


def printed(result: Result, run: Path, *checks: Check, width: int = 80, colour: bool = False) -> str:
    return summary(report(result, run, *checks), Screen(width=width, colour=colour))


def many() -> Result:
    shown = [said(f"trust-{i}", "fail" if i % 2 else "warn") for i in range(20)]
    shown += [said(f"mobile-{i}", "not_measurable") for i in range(9)]
    return audit([verdict(check(f"trust-{i}"), Kind.FAIL) for i in range(20)], shown=shown)


def lighthouse() -> Result:
    url = "https://shop.example/"
    home = LighthouseResult(device="mobile", stage="home", url=url, scores={"performance": 98})
    cart = LighthouseResult(device="mobile", stage="cart", url=url, error="Lighthouse CI is not installed.")
    return audit([verdict(GOOD)], lighthouse=[home, cart])


def test_lighthouse_has_a_line_per_device_and_says_what_is_missing(tmp_path: Path) -> None:
    told = printed(lighthouse(), tmp_path, GOOD)
    assert "Lighthouse, points for speed\n  Phone: Home page 98\n  Phone: Not measurable: Lighthouse CI is not installed.\n" in told
    assert "Lighthouse" not in printed(audit([verdict(GOOD)]), tmp_path, GOOD)


def nothing() -> Result:
    return audit(journeys=[])


RESULTS: dict[str, Callable[[], Result]] = {"usual": usual, "hostile": hostile, "nothing": nothing, "many": many}


@pytest.mark.parametrize("name", RESULTS)
@pytest.mark.parametrize("width", [60, 80, 110])
def test_every_line_fits(tmp_path: Path, name: str, width: int) -> None:
    text = printed(RESULTS[name](), tmp_path, BAD, GOOD, width=width)
    assert [line for line in text.splitlines() if cell_len(line) > width] == []
    assert text.endswith("\n")


@pytest.mark.parametrize("name", RESULTS)
def test_without_colours_there_is_no_control_character(tmp_path: Path, name: str) -> None:
    text = printed(RESULTS[name](), tmp_path, BAD, GOOD)
    assert re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text) == []


def test_with_colours_there_are_none_but_ours(tmp_path: Path) -> None:
    text = printed(hostile(), tmp_path, colour=True)
    assert "\x1b[" in text
    assert re.findall(r"\x1b(?!\[[0-9;]*m)", text) == []


def test_colours_change_nothing_but_colours(tmp_path: Path) -> None:
    coloured = printed(usual(), tmp_path, BAD, GOOD, colour=True)
    stripped = "".join(f"{line.rstrip()}\n" for line in re.sub(r"\x1b\[[0-9;]*m", "", coloured).splitlines())
    assert stripped == printed(usual(), tmp_path, BAD, GOOD)


def test_markup_of_a_shop_is_text(tmp_path: Path) -> None:
    assert "[bold]{{ 1 }}" in printed(hostile(), tmp_path, width=110)


def test_it_says_what_a_person_at_a_terminal_wants_to_know(tmp_path: Path) -> None:
    text = printed(usual(), tmp_path, BAD, GOOD)
    flat = " ".join(text.split())
    wanted = [
        "https://shop.example/ · 24 November 2026, 10:00 UTC",
        "On a desktop shoppers get through to payment; on a phone they do not.",
        "One critical check fails: Guests must make an account.",
        "Desktop: reached the payment step, 12.3 s",
        "Ended at Cart: The shop refused to put the product into the cart.",
        "CRITICAL Guests must make an account",
        "Only registered customers can pay. [checkout-bad]",
        "Not measured: 1 check, wholly or in part speed-lcp",
        "Gate: ✗ not passed Guests must make an account (Desktop)",
    ]
    assert [part for part in wanted if part not in flat] == []


def test_only_the_first_problems_are_named(tmp_path: Path) -> None:
    text = printed(many(), tmp_path)
    assert text.count("MAJOR") == 8
    assert "and 2 more problems and 10 more warnings, in the report" in text
    assert "and 4 more, in the report with their reasons" in text
    assert len(text.splitlines()) < 90


def test_faults_of_the_tool_are_not_blamed_on_the_shop(tmp_path: Path) -> None:
    failed = walked("failed", "home", failure_code="engine_error")
    text = printed(audit([verdict(GOOD)], [failed], shown=[said("trust-good", "error", message="The check broke.")]), tmp_path, GOOD)
    flat = " ".join(text.split())
    assert "Not counted against the shop." in flat
    assert "Broke (a fault of the tool, not of the shop): 1 check" in flat
    assert "Gate: ? undecided" in flat


def test_answers_of_customers_and_broken_plugins_are_told(tmp_path: Path) -> None:
    figures = SurveyFigures(n=40, shown="score", distribution={}, unit="points", score=30, interval=(14.69, 45.31))
    asked = SurveyMetric(metric="nps", title="Net Promoter Score", column="q", scale=(0, 10), rejected={"blank": 2}, figures=figures)
    survey = SurveyResult(file="said.csv", rows=42, metrics=[asked])
    text = " ".join(printed(usual().model_copy(update={"survey": survey, "broken_plugins": ["The plugin x broke."]}), tmp_path).split())
    assert "no part of the score" in text
    assert "Net Promoter Score: 30 (95% interval: 15 to 45); answers: 40; left out: 2: 2 blank" in text
    assert "their checks are missing The plugin x broke." in text
    assert "Customers" not in printed(usual(), tmp_path)


def test_no_score_is_no_number(tmp_path: Path) -> None:
    text = printed(audit([verdict(GOOD, Kind.NOT_MEASURABLE)], shown=[said("trust-good", "not_measurable")]), tmp_path)
    assert "No score: too little could be judged." in text
    assert "No category could be scored." in text


def test_the_written_reports_are_named_whole(tmp_path: Path) -> None:
    run = tmp_path / ("deep" * 20) / "run"
    run.mkdir(parents=True)
    (run / "result.json").touch()
    (run / "report.html").touch()
    copy = tmp_path / "copy.html"
    copy.touch()
    result = audit([verdict(GOOD)], shown=[said("trust-good", "pass")], config={"formats": ["html", f"html={copy}", "json=none"]})
    joined = "".join(printed(result, run).split())
    assert f"Result{run / 'result.json'}" in joined
    assert f"Report{run / 'report.html'}" in joined
    assert f"Report{copy}" in joined
    assert "json=none" not in joined


def test_without_files_the_folder_is_named(tmp_path: Path) -> None:
    words = printed(audit([verdict(GOOD)]), tmp_path).split()  # a long path stands in a line of its own
    assert words[-3:] == ["Run", "folder:", str(tmp_path)]


def test_the_renderer_looks_at_the_terminal_at_hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    assert (renderer.name, renderer.suffix) == ("terminal", "")
    assert "\x1b" not in renderer.render(report(usual(), tmp_path, BAD))
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in renderer.render(report(usual(), tmp_path, BAD))
