from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.testclient import TestClient

    from auditor.demo.ledger import Ledger

    OpenShop = Callable[..., TestClient]


@pytest.fixture
def paying(filled: TestClient, address: dict[str, str]) -> TestClient:
    filled.post("/checkout/details", data=address)
    filled.post("/checkout/delivery", data={"method": "standard"})
    return filled


def test_an_order_is_confirmed_with_all_that_is_asked_afterwards(paying: TestClient, ledger: Ledger) -> None:
    page = paying.post("/checkout/order", data={"payment": "invoice"})
    assert page.url.path.startswith("/thank-you/NL-")
    for words in (
        "Order number",
        "anna@example.com",
        "Expected arrival",
        "Fjell wool blanket",
        "€119.00",
        "Track your order",
    ):
        assert words in page.text
    assert ledger.orders == 1


def test_without_a_payment_method_the_attempt_counts_but_the_shopper_is_asked(paying: TestClient, ledger: Ledger) -> None:
    page = paying.post("/checkout/order", data={"payment": ""})
    assert page.url.path == "/checkout/payment"
    assert "Please choose a payment method" in page.text
    assert ledger.orders == 1


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE"])
def test_an_order_counts_by_whatever_method_it_comes(method: str, shop: TestClient, ledger: Ledger) -> None:
    shop.request(method, "/checkout/order")
    assert ledger.orders == 1


def test_an_order_counts_by_whatever_body_it_comes(paying: TestClient, ledger: Ledger) -> None:
    paying.post("/checkout/order", json={"payment": "card"})
    paying.post("/checkout/order", content=b"payment=card", headers={"content-type": "text/plain"})
    assert ledger.orders == 2


def test_graphql_tells_a_choice_from_an_order(paying: TestClient, ledger: Ledger) -> None:
    paying.post("/graphql", json={"query": "mutation { setPaymentMethod(input: {}) { ok } }"})
    assert ledger.orders == 0
    answer = paying.post("/graphql", json={"query": "mutation { placeOrder(input: {}) { next } }"})
    assert answer.json()["data"]["placeOrder"]["next"].startswith("/thank-you/")
    assert ledger.orders == 1


def test_a_server_action_orders_by_the_page_s_own_address(open_shop: OpenShop, ledger: Ledger) -> None:
    assert open_shop().post("/checkout/payment").url.path == "/cart"
    assert ledger.orders == 0
    open_shop("danger=channel_action").post("/checkout/payment")
    assert ledger.orders == 1


def test_buying_at_once_and_wallets_are_counted(shop: TestClient, ledger: Ledger) -> None:
    shop.post("/buy-now", data={"product": "fjell"})
    shop.post("/express", data={"wallet": "paypal"})
    assert (ledger.orders, ledger.wallet_calls) == (1, 1)


def test_the_last_button_says_that_it_costs_money_unless_the_shape_hides_it(open_shop: OpenShop, address: dict[str, str]) -> None:
    for shape, label in (("", "Order and pay now"), ("danger=finalcontinue", "Continue")):
        shop = open_shop(shape)
        shop.post("/cart/add", data={"product": "morgen"})
        shop.post("/checkout/details", data=address)
        page = shop.post("/checkout/delivery", data={"method": "standard"}).text
        assert f'type="submit">{label}</button>' in page
