"""Lighthouse in the result: its pages, and the demands of a lighthouserc before the gate."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from auditor.api import Stage
from auditor.errors import RecordingError
from auditor.external.lighthouserc import Assertion, Assertions
from auditor.gate.rules import GateRules
from auditor.judge.judging import judge
from auditor.record.lighthouse import prepare
from auditor.result.assemble import assemble
from auditor.result.measured import measured
from auditor.result.model import Result
from tests.auditor.specimens import check
from tests.checks.pages import Page
from tests.checks.recordings import Shop

PERFORMANCE = Assertion("categories:performance", "error", "minScore", 0.9)
LCP = Assertion("largest-contentful-paint", "warn", "maxNumericValue", 2500)


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return Shop(tmp_path / "recording")


def demand(shop: Shop, *demands: Assertion) -> None:
    prepare(shop.root, Assertions("lighthouserc.json", demands))


def result_of(shop: Shop) -> Result:
    recording = shop.recording()
    return assemble(recording, judge(recording, [check("trust-terms")]), GateRules())


def test_an_audit_without_lighthouse_has_nothing_of_it(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, Page("https://shop.example/"))
    assert result_of(shop).lighthouse == []


def test_scores_key_figures_and_reasons_stand_in_the_result(shop: Shop) -> None:
    audits = {"largest-contentful-paint": {"score": 0.5, "value": 3100.5}, "is-on-https": {"score": 1}}
    walk = shop.walk(ended="payment_reached")
    walk.lighthouse(Stage.HOME, scores={"performance": 71, "seo": None}, audits=audits, benchmark_index=400)
    walk.lighthouse(Stage.CART, error="It landed elsewhere.").lighthouse(Stage.CHECKOUT, same_as="cart")
    home, cart, checkout = result_of(shop).lighthouse
    assert (home.scores, home.audits, home.reliable) == ({"performance": 71, "seo": None}, {"largest-contentful-paint": 3100.5}, False)
    assert (cart.scores, cart.error) == ({}, "It landed elsewhere.")
    assert checkout.same_as == "cart"


def test_a_demand_that_is_not_met_fails_the_gate_and_a_warning_does_not(shop: Shop) -> None:
    audits = {"largest-contentful-paint": {"score": 0.5, "value": 3100.5}}
    shop.walk(ended="payment_reached").page(Stage.HOME).lighthouse(Stage.HOME, scores={"performance": 71}, audits=audits)
    demand(shop, PERFORMANCE, LCP)
    made = result_of(shop)
    assert made.gate.reasons == ["lighthouserc.json: categories:performance is 0.71 on home, desktop; minScore is 0.9."]
    assert [(b.audit, b.level, b.actual) for b in made.lighthouse[0].broken] == [
        ("categories:performance", "error", 0.71),
        ("largest-contentful-paint", "warn", 3100.5),
    ]
    assert made.lighthouse[0].assertions == 2


def test_a_slow_machine_leaves_demands_about_times_open_and_no_others(shop: Shop) -> None:
    audits = {"largest-contentful-paint": {"score": 0.1, "value": 8200.0, "unit": "millisecond"}, "is-on-https": {"score": 0}}
    walk = shop.walk(ended="payment_reached").page(Stage.HOME)
    walk.lighthouse(Stage.HOME, scores={"performance": 31}, audits=audits, benchmark_index=300)
    demand(shop, PERFORMANCE, Assertion("largest-contentful-paint", "error", "maxNumericValue", 2500))
    made = result_of(shop)
    assert made.gate.passed
    assert {rule.outcome for rule in made.gate.rules if rule.rule == "lighthouserc"} == {"unreliable"}
    slow = " The machine was too slow for that to be sure."
    assert made.gate.notes == [
        f"lighthouserc.json: categories:performance is 0.31 on home, desktop; minScore is 0.9.{slow}",
        f"lighthouserc.json: largest-contentful-paint is 8,200 on home, desktop; maxNumericValue is 2,500.{slow}",
    ]
    assert [one.audit for one in made.lighthouse[0].broken] == ["categories:performance", "largest-contentful-paint"]
    demand(shop, PERFORMANCE, Assertion("is-on-https", "error", "minScore", 0.9))
    assert result_of(shop).gate.reasons == ["lighthouserc.json: is-on-https is 0 on home, desktop; minScore is 0.9."]


def test_demands_that_are_met_let_the_gate_pass(shop: Shop) -> None:
    shop.walk(ended="payment_reached").page(Stage.HOME).lighthouse(Stage.HOME, scores={"performance": 95})
    demand(shop, PERFORMANCE)
    assert result_of(shop).gate.passed


def test_a_page_that_could_not_be_measured_is_no_pass_where_demands_are_held(shop: Shop) -> None:
    walk = shop.walk(ended="payment_reached").page(Stage.HOME).lighthouse(Stage.HOME, scores={"performance": 95})
    walk.lighthouse(Stage.CART, error="It landed elsewhere.")
    assert result_of(shop).gate.passed
    demand(shop, PERFORMANCE)
    gate = result_of(shop).gate
    assert (gate.passed, gate.undecided) == (False, True)
    assert "Lighthouse could not measure cart on desktop: It landed elsewhere." in gate.reasons[0]


@pytest.mark.parametrize("pattern", ["/nowhere$", ""])
def test_demands_that_meet_no_page_are_no_pass(shop: Shop, pattern: str) -> None:
    walk = shop.walk(ended="payment_reached").page(Stage.HOME)
    if pattern:
        walk.lighthouse(Stage.HOME, scores={"performance": 95})
    else:
        walk.lighthouse(Stage.CHECKOUT, same_as="cart")
    demand(shop, Assertion("categories:performance", "error", "minScore", 0.9, pattern))
    assert result_of(shop).gate.undecided


def test_a_figure_that_is_not_there_is_not_met(shop: Shop) -> None:
    shop.walk(ended="payment_reached").page(Stage.HOME).lighthouse(Stage.HOME, scores={"performance": 95})
    demand(shop, Assertion("no-such-audit", "error", "minScore", 0.9))
    assert result_of(shop).gate.reasons == ["lighthouserc.json: no-such-audit has no value for minScore on home, desktop."]


def test_an_audit_that_never_came_to_lighthouse_says_so(shop: Shop) -> None:
    shop.walk(ended="payment_reached").page(Stage.HOME)
    demand(shop, PERFORMANCE)
    assert any("Lighthouse did not come to its turn on desktop" in gap for gap in measured(shop.recording()).gaps)


def test_damaged_assertions_are_an_error(shop: Shop) -> None:
    shop.walk().page(Stage.HOME)
    demand(shop, PERFORMANCE)
    (shop.root / "lighthouse" / "assertions.json").write_text(json.dumps({"source": 1}))
    with pytest.raises(RecordingError, match=r"assertions\.json"):
        result_of(shop)
