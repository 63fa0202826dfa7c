"""The documents as their readers get them: self-contained, safe, complete, the same each time."""

import base64
import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from auditor_reports.benchmark.html import renderer as benchmark_html
from auditor_reports.benchmark.json import renderer as benchmark_json
from auditor_reports.benchmark.markdown import renderer as benchmark_markdown
from auditor_reports.benchmark.summary import summary as benchmark_summary
from auditor_reports.compare.html import renderer as comparison_html
from auditor_reports.compare.json import renderer as comparison_json
from auditor_reports.compare.markdown import renderer as comparison_markdown
from auditor_reports.compare.summary import summary as comparison_summary
from auditor_reports.terminal.screen import Screen
from bs4 import BeautifulSoup

from auditor.api import FindingResult, JourneyResult, Result, StepResult, VerdictResult
from auditor.benchmark.model import Benchmark
from auditor.compare.model import Comparison
from auditor.words.catalogue import voice_for
from tests.reports.results import said
from tests.reports.several.audits import CHECKS, GROUPS, PAIRS, after, before, benchmarked, calm, compared

EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>“'`|**x**\x1b[31m\u202e](javascript:alert(3)) @all"


def hostile(result: Result) -> Result:
    """The result of a shop that puts markup wherever it can."""

    def finding(f: FindingResult) -> FindingResult:
        return f.model_copy(update={"message": EVIL, "selector": EVIL, "url": f"javascript:{EVIL}"})

    def verdict(v: VerdictResult) -> VerdictResult:
        return v.model_copy(update={"message": EVIL, "findings": [finding(f) for f in v.findings]})

    def step(s: StepResult) -> StepResult:
        return s.model_copy(update={"title": EVIL, "url": EVIL, "action": EVIL, "screenshot": "../../../../etc/passwd"})

    def journey(j: JourneyResult) -> JourneyResult:
        return j.model_copy(update={"message": EVIL, "product": EVIL + j.device, "steps": [step(s) for s in j.steps]})

    journeys = [journey(j) for j in result.journeys]
    return result.model_copy(
        update={"site": f"javascript:{EVIL}", "verdicts": [verdict(v) for v in result.verdicts], "journeys": journeys, "started_at": EVIL}
    )


def pages(tmp_path: Path, *, evil: bool = False) -> list[str]:
    change: Callable[[Result], Result] = hostile if evil else lambda result: result
    pair = change(before()), change(after())
    return [
        comparison_html.render(compared(pair, tmp_path, *CHECKS)),  # type: ignore[list-item]
        benchmark_html.render(benchmarked([*pair, change(calm())], tmp_path, *CHECKS)),  # type: ignore[list-item]
    ]


@pytest.mark.parametrize("evil", [False, True])
def test_a_document_loads_nothing_and_runs_its_own_script_alone(tmp_path: Path, evil: bool) -> None:
    for page in pages(tmp_path, evil=evil):
        soup = BeautifulSoup(page, "html.parser")
        (script,), (style,) = soup.find_all("script"), soup.find_all("style")
        policy = str(soup.select_one("meta[http-equiv]")["content"])  # type: ignore[index]
        for element in (script, style):
            digest = base64.b64encode(hashlib.sha256(element.get_text().encode()).digest()).decode()
            assert f"'sha256-{digest}'" in policy
        assert "unsafe" not in policy
        assert soup.select("[style], [onerror], [onclick], link, iframe, object, base") == []
        assert all(str(image["src"]).startswith("data:image/webp;base64,") for image in soup.find_all("img"))
        assert all(re.match(r"#|https?://", str(a["href"])) for a in soup.find_all("a"))
        ids = [str(element["id"]) for element in soup.select("[id]")]
        assert len(ids) == len(set(ids))
        targets = {str(a["href"])[1:] for a in soup.select("a[href^='#']")}
        assert targets <= set(ids)


def test_hostile_words_are_words_in_markdown_and_on_the_terminal(tmp_path: Path) -> None:
    pair = hostile(before()), hostile(after())
    comparison, benchmark = compared(pair, tmp_path, *CHECKS), benchmarked(pair, tmp_path, *CHECKS)
    for written in (comparison_markdown.render(comparison), benchmark_markdown.render(benchmark)):
        assert isinstance(written, str)
        assert not re.search(r"(?<!\\)<(?!br>)|\x1b|\u202e|@all|(?<!\\)\]\(|(?<!\\)!\[", written)
        assert len(written) <= 65_536
    for printed in (comparison_summary(comparison, Screen()), benchmark_summary(benchmark, Screen())):
        assert not re.search("\x1b|\u202e", printed)


@pytest.mark.parametrize("language", ["en", "de", "fr"])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_the_terminal_needs_no_more_than_eighty_columns(tmp_path: Path, language: str, encoding: str) -> None:
    screen, voice = Screen(width=80, encoding=encoding), voice_for(language)
    from auditor_reports.view.voice import speaking

    with speaking(voice):
        for pair in PAIRS.values():
            assert max(map(len, comparison_summary(compared(pair, tmp_path, *CHECKS), screen).splitlines())) <= 80
        for group in GROUPS.values():
            printed = benchmark_summary(benchmarked(group, tmp_path, *CHECKS), screen)
            assert max(map(len, printed.splitlines())) <= 80


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    assert pages(tmp_path) == pages(tmp_path)


def test_json_is_the_model_in_english(tmp_path: Path) -> None:
    german = {"voice": voice_for("de")}
    comparison: Any = compared(PAIRS["much"], tmp_path, *CHECKS, **german)
    assert Comparison.model_validate_json(comparison_json.render(comparison)) == comparison.comparison
    benchmark: Any = benchmarked(GROUPS["many"], tmp_path, *CHECKS, **german)
    assert Benchmark.model_validate_json(benchmark_json.render(benchmark)) == benchmark.benchmark


def text(page: str, selector: str) -> str:
    found = BeautifulSoup(page, "html.parser").select_one(selector)
    assert found is not None, selector
    return " ".join(found.get_text(" ").split())


def test_a_comparison_tells_what_became_of_what(tmp_path: Path) -> None:
    page = comparison_html.render(compared(PAIRS["much"], tmp_path, *CHECKS))
    assert isinstance(page, str)
    assert "Shoppers no longer get as far as before: Desktop and Phone." in text(page, "#summary")
    for change in ("new", "worse", "better", "fixed"):
        assert f"checkout-{change} is wrong" in text(page, f"#{change}")
    assert "checkout-lost is wrong" in text(page, "#unknown")
    assert "checkout-lost" not in text(page, "#fixed")
    assert "The value moved within its noise" in text(page, "#unchanged")
    assert "trust-half is right" in text(page, "#blind")
    assert "Largest content shown (LCP)" in text(page, "#measures")
    assert "±0.2 s, from repeated loads" in text(page, "#measures")
    assert "no picture" in text(page, "#pictures")
    assert len(BeautifulSoup(page, "html.parser").select("#pictures img")) >= 8


def test_a_benchmark_marks_who_cannot_be_ranked(tmp_path: Path) -> None:
    page = benchmark_html.render(benchmarked([calm(), before().model_copy(update={"site": "https://b.example/"})], tmp_path, *CHECKS))
    assert isinstance(page, str)
    out = text(page, "#ranking tr.out")
    assert out.startswith("– b.example")
    assert "not ranked: payment was not reached on every device" in out
    assert "Outside of the ranking: b.example." in text(page, "#summary")


def test_the_heat_map_has_a_number_in_every_cell(tmp_path: Path) -> None:
    page = benchmark_html.render(benchmarked(GROUPS["many"], tmp_path, *CHECKS))
    assert isinstance(page, str)
    cells = BeautifulSoup(page, "html.parser").select(".heat td")
    assert cells
    assert all(re.match(r"\d+|–", cell.get_text()) for cell in cells)
    assert "upright" in str(BeautifulSoup(page, "html.parser").select_one(".heat"))


def test_the_best_of_a_stage_is_shown_with_its_picture_and_why(tmp_path: Path) -> None:
    def shop(outcome: str) -> Result:
        return calm().model_copy(update={"verdicts": [said(c.id, outcome, stage="cart") for c in CHECKS[:4]]})

    page = benchmark_html.render(benchmarked([shop("pass"), shop("fail")], tmp_path, *CHECKS))
    assert isinstance(page, str)
    told = text(page, "#best-cart")
    assert "shop.example (2026-11-24) #1" in told
    assert "checkout-new is right (1 of 1 other does not)" in told
    assert BeautifulSoup(page, "html.parser").select_one("#best-cart img") is not None
