"""docs/compare.md: its bands are those that count, its commands and formats exist."""

import re
from pathlib import Path

import pytest

from auditor.benchmark import practice
from auditor.benchmark.model import LEAST, MOST
from auditor.compare.bands import band_of
from auditor.compare.comparing import compare
from auditor.noise.ranks import ALPHA, MEDIUM, compared
from auditor.plugins.points import BENCHMARKS, COMPARISONS
from auditor.plugins.renderers import load_benchmark_renderer, load_comparison_renderer, renderer_names
from tests.auditor.specimens import walked
from tests.reports.results import audit, said

PAGE = (Path(__file__).parents[2] / "docs" / "compare.md").read_text(encoding="utf-8")


def test_the_bands_are_those_that_count() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| ([\d.]+) \| ([\d.]+) \|", PAGE, flags=re.MULTILINE)
    assert len(rows) == 8
    for check, step, share in rows:
        band = band_of(check, "")
        assert (band.floor, band.share, band.key) == (float(step), float(share), True)


@pytest.mark.parametrize(
    ("row", "words", "before", "after", "change"),
    [
        ("new", "was judged before and was no problem", "pass", "fail", "new"),
        ("new", "did not apply", "not_applicable", "fail", "new"),
        ("fixed", "passes", "fail", "pass", "fixed"),
        ("not comparable", "could not be measured", "fail", "not_measurable", "unknown"),
        ("not comparable", "could not be measured", "not_measurable", "fail", "unknown"),
        ("not comparable", "does not apply any more", "fail", "not_applicable", "unknown"),
        ("not comparable", "was not run", "fail", None, "unknown"),
        ("not comparable", "was not run", None, "fail", "unknown"),
    ],
)
def test_what_became_of_a_problem_is_what_the_table_says(row: str, words: str, before: str | None, after: str | None, change: str) -> None:
    (told,) = re.findall(rf"^\| {row} \| (.+) \|$", PAGE, flags=re.MULTILINE)
    assert words in told
    first, second = (audit(shown=[said(outcome=outcome)] if outcome else [], journeys=[walked()]) for outcome in (before, after))
    assert [problem.change for problem in compare(first, second).problems] == [change]


def test_the_least_shifts_are_those_that_count() -> None:
    lcp, ttfb, cls = (band_of(check, "").notable for check in ("speed-lcp", "speed-ttfb", "speed-cls"))
    assert f"the LCP by {lcp:g} s, the time to the first byte by {ttfb:g} ms, the CLS by {cls:g}." in PAGE
    assert f"p ≤ {ALPHA}" in PAGE
    assert f"is {MEDIUM} or more" in PAGE
    assert f"one in {1 / compared([1, 2, 3, 4], [5, 6, 7, 8]).p:.0f})" in PAGE


def test_the_figures_are_those_that_count() -> None:
    assert f"takes {LEAST} to {MOST} run folders" in PAGE
    assert f"less than {practice._LEAST_SHARE:.0%}".replace("%", " per cent") in PAGE


def test_the_formats_are_there_for_both() -> None:
    assert renderer_names(COMPARISONS) == renderer_names(BENCHMARKS) == ["html", "json", "markdown", "pdf", "terminal"]
    for name in renderer_names(COMPARISONS):
        assert load_comparison_renderer(name).name == load_benchmark_renderer(name).name == name
        assert load_comparison_renderer(name).suffix == load_benchmark_renderer(name).suffix
    for group in (COMPARISONS, BENCHMARKS):
        assert f"`{group}`" in PAGE
