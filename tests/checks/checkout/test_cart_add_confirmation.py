import pytest
from auditor_checks.checkout.cart_add_confirmation import cart_add_confirmation

from auditor.api import Kind, Stage
from tests.checks.judging import outcome, outcomes
from tests.checks.pages import Page
from tests.checks.recordings import Shop


@pytest.mark.parametrize(
    ("families", "kind"),
    [
        (["counter", "message"], Kind.PASS),
        (["layer"], Kind.PASS),
        (["cart"], Kind.PASS),
        (["counter", "network"], Kind.WARN),
        (["network"], Kind.FAIL),
        (["network", "address"], Kind.WARN),
    ],
)
def test_what_the_shopper_sees_after_the_press_decides(shop: Shop, families: list[str], kind: Kind) -> None:
    attempt = {"strategy": "buy button", "families": families, "chosen": "button “Add to cart”", "url_before": "https://shop.example/vase"}
    shop.walk().page(Stage.CART).trace(attempt)
    assert outcome(cart_add_confirmation, shop).kind is kind


def test_a_press_that_leads_into_the_checkout_fails(shop: Shop) -> None:
    vase, at = "https://shop.example/vase", "https://shop.example/checkout"
    attempt = {"strategy": "buy button", "families": ["network", "address"], "chosen": "button “Add”", "url_before": vase, "url_after": at}
    shop.walk().page(Stage.CART).page(Stage.CHECKOUT, Page(at)).trace(attempt)
    found = outcome(cart_add_confirmation, shop)
    assert (found.kind, found.message) == (Kind.FAIL, "Pressing the button “Add” leads into the checkout at once.")


def test_a_list_that_was_bought_from_may_pass_and_accuses_nobody(shop: Shop) -> None:
    for mobile, families in ((False, ["message"]), (True, ["network"])):
        attempt = {
            "strategy": "buy button of the list",
            "families": families,
            "chosen": "button “Add”",
            "url_before": "https://shop.example/",
        }
        shop.walk(mobile=mobile).page(Stage.CART).trace(attempt)
    assert [found.kind for found in outcomes(cart_add_confirmation, shop)] == [Kind.PASS, Kind.NOT_MEASURABLE]


def test_without_the_trace_nothing_is_measured(shop: Shop) -> None:
    shop.walk().page(Stage.CART)
    assert outcome(cart_add_confirmation, shop).kind is Kind.NOT_MEASURABLE


@pytest.mark.parametrize("chosen", ["link “Buy”", "button without a name", "submit “Buy”"])
def test_what_was_pressed_is_named_as_in_the_trace(shop: Shop, chosen: str) -> None:
    attempt = {"strategy": "buy button", "families": ["counter"], "chosen": chosen, "url_before": "https://shop.example/vase"}
    shop.walk().page(Stage.CART).trace(attempt)
    assert outcome(cart_add_confirmation, shop).message == f"After pressing the {chosen} only the number at the cart changes."


@pytest.mark.parametrize(
    ("later", "kind"),
    [
        ([], Kind.PASS),
        ([{"strategy": "cart link", "chosen": "div “See order (2) $53.00”"}], Kind.WARN),
        ([{"strategy": "cart link", "chosen": "link “Warenkorb”"}], Kind.FAIL),
    ],
)
def test_a_cart_that_stands_on_the_page_or_counts_answers_the_press(shop: Shop, later: list[dict[str, str]], kind: Kind) -> None:
    at = "https://shop.example/menu"
    press = {"stage": "cart", "strategy": "buy button", "families": ["network"], "chosen": "div “Add”", "url_before": at, "url_after": at}
    page = Page(at)
    page.text("1 × Stoneware vase")
    page.text("€49.00")
    walk = shop.walk(product={"title": "Stoneware vase"}).page(Stage.CART, page)
    walk.trace(press, *({"stage": "cart", "families": [], **attempt} for attempt in later))
    assert outcome(cart_add_confirmation, shop).kind is kind
