import pytest
from auditor_checks.checkout.step_count import step_count

from auditor.api import Kind, Stage
from tests.checks.checkout.forms import cart, payment
from tests.checks.judging import outcome
from tests.checks.recordings import Shop


def press(strategy: str, stage: str = "address", *, verified: bool = True) -> dict[str, object]:
    return {"strategy": strategy, "stage": stage, "verified": verified}


@pytest.mark.parametrize(
    ("presses", "button", "kind", "count"),
    [(2, "Pay now", Kind.PASS, 4), (3, "Pay now", Kind.PASS, 5), (3, "Continue", Kind.WARN, 6), (7, "Pay now", Kind.FAIL, 9)],
)
def test_presses_that_lead_on_and_the_review_are_steps(shop: Shop, presses: int, button: str, kind: Kind, count: int) -> None:
    trace = [press("checkout button", "checkout"), *[press("continue button")] * presses, press("continue button", verified=False)]
    shop.walk().page(Stage.CART, cart()).page(Stage.PAYMENT, payment(button=button)).trace(*trace)
    found = outcome(step_count, shop)
    assert (found.kind, found.value) == (kind, count)


def test_a_way_that_ended_before_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.CART, cart()).missed(Stage.PAYMENT, "The address was refused.")
    assert outcome(step_count, shop).kind is Kind.NOT_MEASURABLE
