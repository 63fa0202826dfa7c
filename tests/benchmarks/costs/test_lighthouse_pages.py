"""Which of the pages an audit has seen a fresh visitor can ask for."""

from __future__ import annotations

from auditor.result.model import JourneyResult, StepResult
from benchmarks.costs.lighthouse_pages import pages_of

SHOP = "http://shop.example"


def step(stage: str, path: str, outcome: str = "reached") -> StepResult:
    told = {"title": "", "action": "", "attempts": 1, "seconds": 0.1, "reason": None, "screenshot": None, "signals": []}
    return StepResult.model_validate({"stage": stage, "url": SHOP + path, "outcome": outcome, **told})


def journey(device: str, *steps: StepResult) -> JourneyResult:
    told = {"ended": "payment_reached", "deepest_stage": "payment", "failure_code": None, "message": "", "seconds": 1.0}
    return JourneyResult.model_validate({"device": device, "steps": list(steps), **told})


def test_stages_behind_a_filled_cart_are_left_out() -> None:
    asked = pages_of([journey("desktop", step("home", "/"), step("shipping", "/checkout/delivery"), step("payment", "/checkout/payment"))])
    assert list(asked) == [("desktop", "home", f"{SHOP}/")]


def test_each_address_is_asked_for_once_per_device() -> None:
    steps = (step("home", "/"), step("cart", "/cart"), step("checkout", "/cart"))
    asked = list(pages_of([journey("desktop", *steps), journey("mobile", *steps)]))
    assert [(device, stage) for device, stage, _ in asked] == [
        ("desktop", "home"),
        ("desktop", "cart"),
        ("mobile", "home"),
        ("mobile", "cart"),
    ]


def test_a_stage_that_was_not_reached_has_no_page() -> None:
    assert list(pages_of([journey("desktop", step("search", "/search", "not_found"))])) == []
