import logging
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from auditor.api import Check, JourneyRecord, Kind, Missing, Outcome, PageRecord, Recording, Scope, Stage, failed, passed
from auditor.judge.judging import judge
from auditor.model.verdict import Verdict
from tests.auditor.specimens import check
from tests.checks.recordings import Shop


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return Shop(tmp_path / "recording")


def on_pages(*stages: Stage, name: str = "trust-page", judged: Callable[[PageRecord], Outcome] | None = None, **facts: Any) -> Check:
    return check(name, scope=Scope.PAGE, stages=stages, judge=judged or (lambda page: passed(page.url)), **facts)


def only(recording: Recording, one: Check) -> Outcome:
    (verdict,) = judge(recording, [one])
    return verdict.outcome


# -- where a check looks ------------------------------------------------------------------------------------------------------


def test_each_scope_gets_what_it_judges(shop: Shop) -> None:
    shop.walk().page(Stage.HOME)
    seen: list[object] = []

    def note(subject: object) -> Outcome:
        seen.append(subject)
        return passed("seen")

    scopes = {Scope.SHOP: (), Scope.JOURNEY: (), Scope.PAGE: (Stage.HOME,)}
    recording = shop.recording()
    for scope, stages in scopes.items():
        only(recording, check(f"trust-{scope}", scope=scope, stages=stages, judge=note))
    assert [type(subject) for subject in seen] == [Recording, JourneyRecord, PageRecord]


def test_a_page_is_judged_on_each_stage_and_device(shop: Shop) -> None:
    for mobile in (False, True):
        shop.walk(mobile=mobile).page(Stage.HOME).page(Stage.CART)
    found = judge(shop.recording(), [on_pages(Stage.CART, Stage.HOME)])
    assert [(v.device, v.stage) for v in found] == [
        ("desktop", Stage.HOME), ("desktop", Stage.CART), ("mobile", Stage.HOME), ("mobile", Stage.CART),
    ]  # fmt: skip


@pytest.mark.parametrize(("devices", "judged"), [("both", ["desktop", "mobile"]), ("mobile", ["mobile"]), ("desktop", ["desktop"])])
def test_a_check_of_one_kind_of_device_leaves_the_other_alone(shop: Shop, devices: str, judged: list[str]) -> None:
    shop.walk().page(Stage.HOME)
    shop.walk(mobile=True).page(Stage.HOME)
    found = judge(shop.recording(), [on_pages(Stage.HOME, devices=devices)])
    assert [v.device for v in found] == judged


def test_verdicts_stand_in_one_order_whatever_the_checks_order(shop: Shop) -> None:
    shop.walk().page(Stage.HOME).page(Stage.CART)
    checks = [on_pages(Stage.HOME, Stage.CART, name="trust-b"), check("speed-z"), check("trust-a", scope=Scope.SHOP)]
    recording = shop.recording()
    found = judge(recording, checks)
    assert [(v.check.id, v.stage) for v in found] == [
        ("speed-z", None), ("trust-a", None), ("trust-b", Stage.HOME), ("trust-b", Stage.CART),
    ]  # fmt: skip
    assert judge(recording, checks[::-1]) == found


# -- what is no pass ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("outcome", ["not_found", "blocked", "failed", "skipped"])
def test_a_stage_that_was_not_reached_is_no_pass(shop: Shop, outcome: str) -> None:
    shop.walk().missed(Stage.CART, "The shop refused the product.", outcome=outcome)
    found = only(shop.recording(), on_pages(Stage.CART))
    assert found.kind is Kind.NOT_MEASURABLE
    assert found.message == "The cart page was not reached on desktop: The shop refused the product."


def test_a_stage_that_was_never_tried_says_why_the_journey_ended(shop: Shop) -> None:
    shop.walk(message="A bot protection answered.").page(Stage.HOME)
    found = only(shop.recording(), on_pages(Stage.PAYMENT))
    assert (found.kind, found.message) == (
        Kind.NOT_MEASURABLE, "The payment page was not reached on desktop: A bot protection answered.",
    )  # fmt: skip


def test_a_missing_artifact_is_named(shop: Shop) -> None:
    shop.walk().page(Stage.HOME)
    found = only(shop.recording(), on_pages(Stage.HOME, judged=lambda page: passed(f"{len(page.network)}")))
    assert (found.kind, found.message) == (Kind.NOT_MEASURABLE, "network.json was not recorded for the home page on desktop.")


def test_a_reason_that_is_a_sentence_ends_once(shop: Shop) -> None:
    shop.walk().probe("empty_submit", "The form was already filled in.")

    def probe(journey: JourneyRecord) -> Outcome:
        return passed(f"{journey.probe('empty_submit')}")

    assert only(shop.recording(), check(judge=probe)).message == "The form was already filled in."


def test_a_check_may_say_itself_what_it_misses(shop: Shop) -> None:
    def blind(_: Recording) -> Outcome:
        raise Missing("No device has a price to compare")

    found = only(shop.recording(), check(scope=Scope.SHOP, judge=blind))
    assert (found.kind, found.message) == (Kind.NOT_MEASURABLE, "No device has a price to compare.")


# -- what is our fault ------------------------------------------------------------------------------------------------------------


def test_a_crash_of_a_check_is_an_error_of_ours(shop: Shop, caplog: pytest.LogCaptureFixture) -> None:
    shop.walk().page(Stage.HOME)

    def broken(_: PageRecord) -> Outcome:
        raise ZeroDivisionError("no pages")

    with caplog.at_level(logging.ERROR):
        found = judge(shop.recording(), [on_pages(Stage.HOME, name="trust-broken", judged=broken), check("trust-fine")])
    assert [(v.check.id, v.outcome.kind) for v in found] == [("trust-broken", Kind.ERROR), ("trust-fine", Kind.PASS)]
    assert found[0].outcome.message == "The check broke (ZeroDivisionError: no pages). This says nothing about the shop."
    assert found[0].grade is None
    assert "trust-broken" in caplog.text


@pytest.mark.parametrize("returned", [None, True, "pass", Kind.PASS])
def test_a_check_must_return_an_outcome(shop: Shop, returned: object) -> None:
    found = only(shop.recording(), check(scope=Scope.SHOP, judge=lambda _: returned))
    assert found.kind is Kind.ERROR
    assert f"returned {type(returned).__name__} instead of an outcome" in found.message


@pytest.mark.parametrize(
    ("facts", "flaw"),
    [
        ({"value": [1]}, "a value of type list"),
        ({"value": Decimal("3.50")}, "a value of type Decimal"),
        ({"value": float("nan")}, "the value nan"),
        ({"value": float("inf")}, "the value inf"),
        ({"grade": 1.5}, "the grade 1.5"),
        ({"grade": -0.1}, "the grade -0.1"),
    ],
)
def test_an_outcome_that_fits_no_result_is_an_error(shop: Shop, facts: dict[str, Any], flaw: str) -> None:
    found = only(shop.recording(), check(scope=Scope.SHOP, judge=lambda _: Outcome(Kind.PASS, "fine", **facts)))
    assert found.kind is Kind.ERROR
    assert flaw in found.message


@pytest.mark.parametrize("value", [None, 0, 2.5, "yes", True])
def test_values_that_fit_are_kept(shop: Shop, value: float | str | bool | None) -> None:
    found = only(shop.recording(), check(scope=Scope.SHOP, judge=lambda _: passed("fine", value=value)))
    assert (found.kind, found.value) == (Kind.PASS, value)


def test_an_interrupt_is_not_swallowed(shop: Shop) -> None:
    def pressed(_: Recording) -> Outcome:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        judge(shop.recording(), [check(scope=Scope.SHOP, judge=pressed)])


def test_no_device_and_no_check_give_no_verdict(shop: Shop) -> None:
    recording = shop.recording()
    assert judge(recording, [on_pages(Stage.HOME), check()]) == []
    assert judge(recording, []) == []


def test_a_verdict_keeps_its_outcome(shop: Shop) -> None:
    shop.walk()
    recording = shop.recording()
    one = check(judge=lambda _: failed("bad", value=3, unit="fields"))
    assert judge(recording, [one]) == [Verdict(one, failed("bad", value=3, unit="fields"), "desktop")]
