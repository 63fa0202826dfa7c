"""Lighthouse's figures as reports show them."""

from __future__ import annotations

from typing import Any

import pytest
from auditor_reports.view.lighthouse import lighthouse_line, lighthouse_rows, why_unmeasured

from auditor.api import LighthouseAssertion, LighthouseResult


def page(stage: str = "home", device: str = "mobile", **facts: Any) -> LighthouseResult:
    return LighthouseResult(device=device, stage=stage, url=f"https://shop.example/{stage}", **facts)


@pytest.mark.parametrize(
    ("score", "tone", "word"), [(90, "pass", "good"), (89, "warn", "needs work"), (50, "warn", "needs work"), (49, "fail", "poor")]
)
def test_points_fall_into_lighthouses_own_bands(score: int, tone: str, word: str) -> None:
    (row,) = lighthouse_rows([page(scores={"performance": score})], "mobile")
    assert (row.points[0].score, row.points[0].tone, row.points[0].word) == (score, tone, word)
    assert (row.points[1].score, row.points[1].tone) == (None, "none")


def test_figures_have_their_units_and_what_is_missing_a_dash() -> None:
    audits = {"largest-contentful-paint": 3100.4, "total-blocking-time": 240.2}
    (row,) = lighthouse_rows([page(scores={"performance": 80}, audits=audits)], "mobile")
    assert [figure for _, figure in row.figures] == ["3.1\u00a0s", "240\u00a0ms", "–"]


def test_a_page_without_scores_says_why() -> None:
    pages = [page("cart", error="The cart is empty."), page("checkout", same_as="product"), page("home", device="desktop")]
    rows = lighthouse_rows(pages, "mobile")
    assert [row.note for row in rows] == ["Not measurable: The cart is empty.", "No page of its own; it was seen on another one: Product."]
    assert not [row.points or row.figures for row in rows if row.points or row.figures]
    assert why_unmeasured([*pages, page("address", error="The cart is empty.")], "mobile") == ["The cart is empty."]


def test_demands_that_are_not_met_are_told_with_their_weight() -> None:
    told = [("categories:performance", "error", "minScore", 0.9, 0.71), ("interactive", "warn", "maxNumericValue", 5000, None)]
    broken = [LighthouseAssertion(audit=a, level=x, kind=k, expected=e, actual=y) for a, x, k, e, y in told]  # type: ignore[arg-type]
    (row,) = lighthouse_rows([page(scores={"performance": 71}, broken=broken)], "mobile")
    assert row.broken == [
        "categories:performance: 0.71, asserted minScore 0.9 (error)",
        "interactive: no value, asserted maxNumericValue 5,000 (warning)",
    ]


def test_one_line_names_the_points_for_speed() -> None:
    pages = [page("home", scores={"performance": 98}), page("cart", error="x"), page("product", scores={"performance": 7})]
    assert lighthouse_line(pages, "mobile") == "Home page 98, Product 7"
    assert lighthouse_line(pages, "desktop") == ""
