from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.testclient import TestClient

    from auditor.demo.ledger import Ledger

    OpenShop = Callable[..., TestClient]

BLANKET = {"product": "fjell", "quantity": "1", "colour": "moss"}


def test_what_is_added_is_what_the_ledger_keeps(filled: TestClient, ledger: Ledger) -> None:
    ((line,),) = ledger.baskets.values()
    assert (line.product, line.variant, line.quantity, line.price) == (
        "fjell",
        "Colour: Moss green",
        1,
        11900,
    )


def test_adding_confirms_in_place(shop: TestClient) -> None:
    page = shop.post("/cart/add", data=BLANKET)
    assert page.url.path == "/product/fjell-wool-blanket"
    assert "Added to your cart: Fjell wool blanket" in page.text
    assert "View cart" in page.text


def test_a_script_gets_the_confirmation_alone(shop: TestClient) -> None:
    answer = shop.post("/cart/add", data=BLANKET, headers={"X-Part": "added"}).json()
    assert answer["ok"] is True
    assert answer["count"] == 1
    assert "<html" not in answer["html"]


def test_a_script_hears_what_is_missing(shop: TestClient) -> None:
    answer = shop.post("/cart/add", data={"product": "holm"}, headers={"X-Part": "added"}).json()
    assert answer == {
        "ok": False,
        "missing": {"size": "Please choose: Size", "colour": "Please choose: Colour"},
    }


@pytest.mark.parametrize("colour", ["pink", ""])
def test_a_variant_that_does_not_exist_is_not_sold(colour: str, shop: TestClient, ledger: Ledger) -> None:
    shop.post("/cart/add", data={"product": "fjell", "colour": colour})
    assert ledger.baskets == {}


def test_what_is_sold_out_is_not_sold(shop: TestClient, ledger: Ledger) -> None:
    shop.post("/cart/add", data={"product": "fyr"})
    assert ledger.baskets == {}


@pytest.mark.parametrize(("cart", "path"), [("redirect", "/cart"), ("upsell", "/cart/extras")])
def test_some_shapes_lead_away_after_adding(cart: str, path: str, open_shop: OpenShop) -> None:
    assert open_shop(f"cart={cart}").post("/cart/add", data=BLANKET).url.path == path


@pytest.mark.parametrize(("cart", "mark"), [("drawer", "drawer"), ("modal", "popup"), ("toast", "toast")])
def test_some_shapes_answer_with_something_that_opens(cart: str, mark: str, open_shop: OpenShop) -> None:
    answer = open_shop(f"cart={cart}").post("/cart/add", data=BLANKET, headers={"X-Part": "added"}).json()
    assert f'class="{mark}"' in answer["html"]


def test_the_cart_tells_everything_before_the_checkout(filled: TestClient) -> None:
    page = filled.get("/cart").text
    for words in (
        "Fjell wool blanket",
        "Colour: Moss green",
        "€119.00 each",
        "Subtotal",
        "Delivery",
        "VAT",
        "Checkout",
    ):
        assert words in page


def test_a_line_can_be_changed_removed_and_brought_back(filled: TestClient, ledger: Ledger) -> None:
    filled.post("/cart/update", data={"line": "0", "quantity": "3"})
    ((line,),) = ledger.baskets.values()
    assert line.quantity == 3
    page = filled.post("/cart/update", data={"line": "0", "quantity": "0"}).text
    assert "Your cart is empty" in page
    assert "Undo" in page
    assert "Undo" not in filled.post("/cart/update", data={"undo": "1"}).text


def test_a_discount_code_works_or_says_why_not(filled: TestClient) -> None:
    assert "We do not know this code" in filled.post("/cart/update", data={"coupon": "nope"}).text
    assert "−€12.00" in filled.post("/cart/update", data={"coupon": "lys10"}).text


def test_the_cart_survives_another_visit(filled: TestClient) -> None:
    assert "Fjell wool blanket" in filled.get("/cart").text
    assert "data-cart-count>1<" in filled.get("/").text
