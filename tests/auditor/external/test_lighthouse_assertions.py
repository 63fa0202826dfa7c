"""Demands held against pages: a demand without evidence is never met."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.external.lighthouse_artifact import LighthouseAudit, LighthousePage
from auditor.external.lighthouse_assertions import held, idle_patterns
from auditor.external.lighthouserc import Assertion, Assertions

CART = LighthousePage(
    "mobile", "cart", "http://shop.example/cart", "http://shop.example/cart",
    scores={"performance": 88, "seo": None},
    audits={
        "largest-contentful-paint": LighthouseAudit(0.7, 2600.0), "errors-in-console": LighthouseAudit(0, None, 2),
        "broken": LighthouseAudit(), "not-applicable": LighthouseAudit(1),
    },
    resources={"script": (200_000.0, 7.0)},
)  # fmt: skip
FAILED = LighthousePage("mobile", "checkout", "http://shop.example/checkout", error="It landed elsewhere.")


def passed(demand: Assertion, *pages: LighthousePage) -> list[bool]:
    return [one.passed for one in held(Assertions("rc", (demand,)), pages or (CART,))]


@pytest.mark.parametrize(
    ("audit", "kind", "expected", "met"),
    [
        ("categories:performance", "minScore", 0.88, True),
        ("categories:performance", "minScore", 0.9, False),
        ("categories:seo", "minScore", 0.1, False),
        ("categories:accessibility", "minScore", 0.0, False),
        ("largest-contentful-paint", "maxNumericValue", 2600, True),
        ("largest-contentful-paint", "maxNumericValue", 2500, False),
        ("largest-contentful-paint", "minScore", 0.7, True),
        ("errors-in-console", "maxLength", 2, True),
        ("errors-in-console", "maxLength", 1, False),
        ("errors-in-console", "maxNumericValue", 1, False),
        ("broken", "minScore", 0.0, False),
        ("broken", "maxLength", 9, False),
        ("broken", "maxNumericValue", 9, False),
        ("not-applicable", "maxLength", 0, True),
        ("no-such-audit", "minScore", 0.0, False),
        ("no-such-audit", "maxLength", 9, False),
        ("resource-summary:script:size", "maxNumericValue", 200_000, True),
        ("resource-summary:script:count", "maxNumericValue", 6, False),
        ("resource-summary:font:count", "maxNumericValue", 6, False),
    ],
)
def test_a_demand_is_met_only_by_a_figure(audit: str, kind: str, expected: float, met: bool) -> None:
    assert passed(Assertion(audit, "error", kind, expected)) == [met]  # type: ignore[arg-type]


SLOW = replace(
    CART,
    benchmark_index=300,
    audits={
        **CART.audits,
        "unused-javascript": LighthouseAudit(0.5, 450.0, 3, "millisecond"),
        "total-byte-weight": LighthouseAudit(0, 9e6, 9, "byte"),
        "cumulative-layout-shift": LighthouseAudit(0.2, 0.4, None, "unitless"),
        "bootup-time": LighthouseAudit(0.3, 4000.0, 2, "millisecond"),
    },
)


@pytest.mark.parametrize(
    ("audit", "kind", "reliable"),
    [
        ("categories:performance", "minScore", False),
        ("categories:seo", "minScore", True),
        ("largest-contentful-paint", "maxNumericValue", False),
        ("largest-contentful-paint", "minScore", False),
        ("bootup-time", "minScore", False),
        ("unused-javascript", "maxNumericValue", False),
        ("unused-javascript", "minScore", True),
        ("unused-javascript", "maxLength", True),
        ("total-byte-weight", "maxNumericValue", True),
        ("cumulative-layout-shift", "minScore", True),
        ("errors-in-console", "maxLength", True),
        ("resource-summary:script:size", "maxNumericValue", True),
        ("interactive", "maxNumericValue", True),  # no figure at all is no pass on any machine
    ],
)
def test_times_of_a_slow_machine_are_unsure_and_nothing_else_is(audit: str, kind: str, reliable: bool) -> None:
    demand = Assertion(audit, "error", kind, 0)  # type: ignore[arg-type]
    assert [one.reliable for one in held(Assertions("rc", (demand,)), [SLOW])] == [reliable]
    assert [one.reliable for one in held(Assertions("rc", (demand,)), [replace(SLOW, benchmark_index=2000)])] == [True]


def test_a_page_that_was_not_measured_is_not_held_against_anything() -> None:
    assert passed(Assertion("categories:performance", "error", "minScore", 0.1), FAILED) == []


def test_a_pattern_chooses_pages_and_one_that_matches_none_is_told() -> None:
    demands = Assertions("rc", tuple(Assertion("is-on-https", "warn", "minScore", 0.9, pattern) for pattern in ("cart$", "checkout")))
    assert [one.demand.pattern for one in held(demands, [CART, FAILED])] == ["cart$"]
    assert list(idle_patterns(demands, [CART, FAILED])) == ["checkout"]


def test_demands_without_any_page_are_told() -> None:
    assert list(idle_patterns(Assertions("rc", (Assertion("is-on-https", "error", "minScore", 0.9),)), [])) == [""]
