"""What the report opens and closes with."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from auditor_reports.html.renderer import renderer

from auditor.api import Effort, Kind, Result, Severity, Source
from auditor.result.model import LawResult, Problem, Tool
from tests.auditor.specimens import check, verdict, walked
from tests.reports.html.conftest import Written
from tests.reports.results import audit, report, said

Write = Callable[..., Written]

BAD = check("checkout-bad", severity=Severity.CRITICAL, blocker=True, legal=True, why="Nobody can pay. Nobody buys.", fix="Mend it. Soon.")
SLOW = check("speed-slow", effort=Effort.L, sources=(Source("A study", "https://study.example/", "7 % (2024)"),))
GOOD = check("trust-good", sources=(Source("Bad link", "javascript:alert(1)", "1 % (2021)"),))
CHECKS = [BAD, SLOW, GOOD]
BOTH = [walked(), walked(device="mobile")]


def usual() -> Result:
    """Two problems and a strength."""
    found = [verdict(BAD, Kind.FAIL), verdict(SLOW, Kind.WARN), verdict(GOOD), verdict(GOOD, device="mobile")]
    shown = [said("checkout-bad", severity="critical", priority=90), said("speed-slow", "warn", priority=20), said("trust-good", "pass")]
    return audit(found, BOTH, shown=shown)


@pytest.fixture
def page(write: Write) -> Written:
    return write(usual(), *CHECKS)


def since(earlier: Result, now: Result, run: Path) -> Written:
    return Written(renderer.render(replace(report(now, run, *CHECKS), earlier=earlier)))


def test_the_cover_says_what_was_audited_when_and_how_it_came_out(page: Written) -> None:
    cover = page.text(".cover")
    wanted = [
        "shop.example",
        "https://shop.example/",
        "24 November 2026",
        "Desktop; Phone",
        "storefront-auditor 0",
        "of 100, grade E",
        "poor",
    ]
    assert [part for part in wanted if part not in cover] == []
    assert page.document.select_one(".cover .made-with") is not None


def test_the_summary_tells_what_matters_in_three_sentences_each(page: Written) -> None:
    first, second = page.document.select(".leading li")
    assert " ".join(first.get_text(" ").split()) == (
        "checkout-bad is wrong. Critical Nobody can pay. Nobody buys. What to do: Mend it."
    )  # fmt: skip
    assert [a["href"] for a in page.document.select(".leading a")] == ["#finding-1", "#finding-2"]
    assert "Major" in second.get_text()
    assert page.text(".strength") == "trust-good is right."


def test_a_shop_without_problems_and_strengths_has_neither_list(write: Write) -> None:
    page = write(audit(journeys=[]))
    assert page.document.select(".leading, .strength, #begin, #legal, #sources") == []


def test_the_change_since_the_run_before_stands_beside_each_score(tmp_path: Path) -> None:
    found = [verdict(BAD), verdict(SLOW, Kind.FAIL), verdict(GOOD), verdict(GOOD, device="mobile")]
    shown = [said("checkout-bad", "pass"), said("speed-slow"), said("trust-good", "pass")]
    before = audit(found, BOTH, shown=shown, started_at="2026-11-01T10:00:00+00:00")
    page = since(before, usual(), tmp_path)
    rows = {row.th.get_text(): " ".join(row.get_text(" ").split()) for row in page.document.select(".scorecard tbody tr") if row.th}
    assert "▲ 50 points better" in rows["Speed of the site and of buying"]
    assert "50 ▲ 50 50 points better" in rows["Speed of the site and of buying"]
    assert "▼ 100 points worse" in rows["Cart, checkout and payment"]
    assert "= unchanged" in rows["Trust, store information and honest design"]
    assert "points better" not in rows["Mobile use"]
    assert "points worse since 1 November 2026" in page.text("#summary .since")
    text = page.text(".since-last")
    assert "0 problems are solved." in text
    assert "1 problem is new." in text
    assert "1 November 2026: " in page.text(".trend desc")


def test_without_a_run_before_no_change_is_claimed(page: Written) -> None:
    assert page.document.select(".change, .trend") == []
    assert "no change is shown" in page.text("#scorecard")


def test_a_run_before_without_a_score_gives_no_total(tmp_path: Path) -> None:
    before = audit([verdict(GOOD, Kind.NOT_MEASURABLE)], started_at="2026-11-01T10:00:00+00:00")
    page = since(before, usual(), tmp_path)
    assert "the totals cannot be compared" in page.text(".since-last")
    assert page.document.select(".trend") == []


def test_what_the_run_before_says_stays_a_text(tmp_path: Path) -> None:
    before = audit(started_at="<script>alert(1)</script>", tool=Tool(name="x", version="<img src=x>\x1b[31m"))
    page = since(before, usual(), tmp_path)
    assert len(page.document.find_all("script", type=False)) == 1
    assert page.document.select("main img") == []
    assert "Since <script>alert(1)</script>" in page.text(".since-last")
    assert "\x1b" not in page.source


def test_every_problem_is_a_dot_a_row_and_part_of_the_roadmap(page: Written) -> None:
    assert [a["href"] for a in page.document.select(".matrix a")] == ["#finding-1", "#finding-2"]
    assert page.document.select(".matrix a")[0]["aria-label"] == "1: checkout-bad is wrong (Critical)"
    assert [row.get_text(" ", strip=True) for row in page.document.select(".matrix-table tbody tr")] == [
        "1 checkout-bad is wrong Critical 90 XS",
        "2 speed-slow is wrong Major 57 L",
    ]
    lanes = [body.select_one(".lane-title") for body in page.document.select(".roadmap tbody")]
    assert [lane.get_text() for lane in lanes if lane] == ["Now", "Next"]
    assert [cell.get_text() for cell in page.document.select(".roadmap td.owner")] == ["", ""]
    assert "Quick win" in page.text(".roadmap .now")


def test_what_only_the_vendor_can_mend_is_marked(write: Write) -> None:
    facts = {"severity": "major", "impact": 57, "effort": "L", "priority": 20, "quadrant": "big_project", "devices": [], "stages": []}
    mending = Problem(check="speed-slow", ask_vendor=True, **facts)  # type: ignore[arg-type]
    assert "Only the vendor" in write(usual().model_copy(update={"problems": [mending]}), *CHECKS).text(".roadmap .next")


def test_indications_of_law_stand_apart_and_are_no_advice(write: Write) -> None:
    laws = [LawResult(jurisdiction="eu", article="Directive 1, Article 2")]
    page = write(audit(shown=[said("checkout-bad", laws=laws), said("speed-slow")]), *CHECKS)
    text = page.text("#legal")
    assert "Not legal advice." in text
    assert "checkout-bad is wrong Desktop An indication under: Directive 1, Article 2." in text
    assert "speed-slow" not in text
    assert "No article is named" in write(audit(shown=[said("checkout-bad")]), BAD).text("#legal")
    other = [said("checkout-bad"), said("speed-slow", laws=laws)]
    assert "without an article" in write(audit(shown=other), *CHECKS).text("#legal")
    assert "None was found" in write(audit(shown=[said("speed-slow", "pass", laws=laws)]), *CHECKS).text("#legal")


def test_sources_are_numbered_with_year_link_and_problems(page: Written) -> None:
    entries = [" ".join(entry.get_text(" ").split()) for entry in page.document.select(".bibliography li")]
    assert entries == [
        "A survey , 2025: 42% (2025). Problems: 1",
        "A study , 2024: 7% (2024). Problems: 2",
        "Bad link, 2021: 1% (2021).",
    ]
    assert [a["href"] for a in page.document.select(".bibliography a[rel]")] == ["https://survey.example/", "https://study.example/"]
    assert [int(str(part["start"])) for part in page.document.select(".bibliography")] == [1, 3]
    assert [entry["id"] for entry in page.document.select(".bibliography li")] == ["source-1", "source-2", "source-3"]


def test_the_glossary_and_the_grades_are_there(page: Written) -> None:
    assert "Largest Contentful Paint" in page.text("#glossary")
    assert page.text(".grades .here") == "E 0–49 poor this shop"


def test_every_chart_has_a_title_and_a_description(tmp_path: Path) -> None:
    before = usual().model_copy(update={"started_at": "2026-11-01T10:00:00+00:00"})
    document = since(before, usual(), tmp_path).document
    charts = document.select("svg.dial, svg.bar, svg.trend, svg.matrix:not(.key)")
    assert len(charts) >= 6
    for svg in charts:
        title, description = (document.find(id=name) for name in str(svg["aria-labelledby"]).split())
        assert title is not None
        assert description is not None
        assert title.get_text(strip=True)
        assert description.get_text(strip=True)
