"""docs/compare.md: its bands are those that count, its commands and formats exist."""

import re
from pathlib import Path

from auditor.benchmark import practice
from auditor.benchmark.model import LEAST, MOST
from auditor.compare.bands import band_of
from auditor.noise.ranks import ALPHA, MEDIUM, compared
from auditor.plugins.points import BENCHMARKS, COMPARISONS
from auditor.plugins.renderers import load_benchmark_renderer, load_comparison_renderer, renderer_names

PAGE = (Path(__file__).parents[2] / "docs" / "compare.md").read_text(encoding="utf-8")


def test_the_bands_are_those_that_count() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| ([\d.]+) \| ([\d.]+) \|", PAGE, flags=re.MULTILINE)
    assert len(rows) == 8
    for check, step, share in rows:
        band = band_of(check, "")
        assert (band.floor, band.share, band.key) == (float(step), float(share), True)


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
