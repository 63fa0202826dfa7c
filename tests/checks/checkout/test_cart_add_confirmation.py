import pytest
from auditor_checks.checkout.cart_add_confirmation import cart_add_confirmation

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.recordings import Shop


@pytest.mark.parametrize(
    ("families", "kind"),
    [
        (["counter", "message"], Kind.PASS),
        (["layer"], Kind.PASS),
        (["cart"], Kind.PASS),
        (["counter", "network"], Kind.WARN),
        (["network"], Kind.FAIL),
        (["network", "address"], Kind.FAIL),
    ],
)
def test_what_the_shopper_sees_after_the_press_decides(shop: Shop, families: list[str], kind: Kind) -> None:
    attempt = {"strategy": "buy button", "families": families, "chosen": "button “Add to cart”", "url_before": "https://shop.example/vase"}
    shop.walk().page(Stage.CART).trace(attempt)
    assert outcome(cart_add_confirmation, shop).kind is kind


def test_without_the_trace_nothing_is_measured(shop: Shop) -> None:
    shop.walk().page(Stage.CART)
    assert outcome(cart_add_confirmation, shop).kind is Kind.NOT_MEASURABLE
