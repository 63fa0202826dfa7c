"""Metrics, scores, effort, journeys and caveats."""

from collections.abc import Sequence
from typing import Any

import pytest

from auditor.api import EffortResult, JourneyResult, Kind, Result
from auditor.compare.caveats import caveats_of
from auditor.compare.comparing import compare
from auditor.compare.model import Comparison
from tests.auditor.specimens import check, verdict, walked
from tests.reports.results import audit, said, step

WORK = {"clicks": 9, "fields": 8, "characters": 80, "page_loads": 5, "wait_seconds": 4.0, "klm_seconds": 65.0, "klm_seconds_assisted": 30.0}


def scored(kind: Kind = Kind.PASS, **facts: Any) -> Result:
    made = audit([verdict(check("checkout-a"), kind), verdict(check("trust-a"))], [walked()])
    return made.model_copy(update={"score": made.score.model_copy(update=facts)})


def test_measured_values_with_a_unit_are_compared() -> None:
    before = [said("speed-lcp", "pass", value=1.0, unit="s", stage="home"), said("trust-a", "pass", value=3, unit="")]
    after = [said("speed-lcp", "pass", value=4.0, unit="s", threshold="≤ 2.5 s", stage="home"), said("trust-a", "pass", value=4, unit="")]
    (metric,) = compare(audit(shown=before), audit(shown=after)).metrics
    assert (metric.check, metric.before, metric.after, metric.difference, metric.change) == ("speed-lcp", 1.0, 4.0, 3.0, "worse")
    assert metric.key


def test_a_value_without_a_verdict_is_no_measure() -> None:
    before, after = said("speed-lcp", value=1.0, unit="s"), said("speed-lcp", "not_measurable", value=0.0, unit="s")
    assert compare(audit(shown=[before]), audit(shown=[after])).metrics == []


def test_scores_made_alike_are_subtracted() -> None:
    change = compare(scored(Kind.FAIL), scored()).score
    assert change.comparable
    assert change.difference == (change.after.total or 0) - (change.before.total or 0) > 0
    assert {c.id: c.difference for c in change.categories} == {"checkout": 100, "trust": 0}


@pytest.mark.parametrize("facts", [{"scoring_version": "1"}, {"profile": "checkout"}, {"weights_hash": "x"}, {"devices": {}}])
def test_scores_made_otherwise_are_not(facts: dict[str, Any]) -> None:
    change = compare(scored(), scored(**facts)).score
    assert (change.comparable, change.difference) == (False, None)
    assert {c.difference for c in change.categories} == {None}
    assert change.reasons == [{"weights_hash": "weights"}.get(name, name) for name in facts]


def test_no_score_is_said() -> None:
    assert compare(scored(), scored(total=None)).score.reasons == ["no_score"]


def worked(way: JourneyResult, **work: Any) -> Result:
    return audit(journeys=[way], effort={"desktop": EffortResult(**{**WORK, "index": None, **work})})


def figures(before: Result, after: Result) -> dict[str, str]:
    (change,) = compare(before, after).effort
    return {figure.name: figure.change for figure in change.figures}


def test_less_work_is_better_on_the_same_way() -> None:
    found = figures(worked(walked(), index=60), worked(walked(), clicks=7, klm_seconds=50.0, index=80))
    assert (found["clicks"], found["klm_seconds"], found["index"], found["fields"]) == ("better", "better", "better", "unchanged")


def test_less_work_means_nothing_where_the_way_ended_earlier() -> None:
    assert set(figures(worked(walked()), worked(walked("failed", "cart"), clicks=2)).values()) == {"unknown"}


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [("payment", "cart", "worse"), ("cart", "payment", "better"), ("cart", "cart", "unchanged"), (None, "home", "better")],
)
def test_how_far_the_way_leads(before: str | None, after: str, change: str) -> None:
    (way,) = compare(audit(journeys=[walked("failed", before)]), audit(journeys=[walked("failed", after)])).journeys
    assert way.change == change


def test_a_device_of_one_audit_alone_has_no_change() -> None:
    ways = compare(audit(journeys=[walked()]), audit(journeys=[walked(device="mobile")])).journeys
    assert [(w.device, w.change, w.before is None, w.after is None) for w in ways] == [
        ("desktop", "unknown", False, True), ("mobile", "unknown", True, False),
    ]  # fmt: skip


def test_pictures_are_put_together_by_stage() -> None:
    one = walked(steps=[step("home", screenshot="desktop/home/s.webp"), step("cart", screenshot="desktop/cart/s.webp")])
    other = walked(steps=[step("home", screenshot="desktop/home/s.webp"), step("product")])
    found = compare(audit(journeys=[one]), audit(journeys=[other])).pictures
    assert [(p.stage, p.before, p.after) for p in found] == [
        ("home", "desktop/home/s.webp", "desktop/home/s.webp"), ("cart", "desktop/cart/s.webp", None),
    ]  # fmt: skip


def told(before: Result, after: Result) -> Sequence[str]:
    return [caveat.about for caveat in caveats_of(before, after)]


def test_two_audits_of_one_shop_have_nothing_to_mind() -> None:
    assert told(audit(), audit()) == []
    assert told(audit(site="https://www.shop.example"), audit(site="https://shop.example/")) == []


def test_what_differs_besides_the_shop_is_named() -> None:
    assert told(audit(), audit(site="https://other.example/")) == ["sites"]
    assert told(audit(), audit(started_at="2026-11-23T10:00:00+00:00")) == ["order"]
    assert told(audit(), audit(started_at="no moment")) == []
    assert told(audit(journeys=[walked()]), audit(journeys=[walked(), walked(device="mobile")])) == ["devices"]
    assert told(audit(journeys=[walked(product="Vase")]), audit(journeys=[walked(product="Chair")])) == ["products"]
    assert told(audit(journeys=[walked("interrupted", "home")]), audit(journeys=[walked()])) == ["unfinished"]
    assert told(audit(shown=[said()]), audit(shown=[])) == ["checks"]
    assert told(audit(config={"throttle": "none", "lang": "en"}), audit(config={"throttle": "slow-4g", "lang": "de"})) == ["settings"]


def test_a_comparison_is_the_same_after_it_was_stored() -> None:
    made = compare(audit(shown=[said()]), audit(shown=[said(outcome="pass")]))
    assert Comparison.model_validate_json(made.model_dump_json()) == made
    assert made.schema_version == "1"
