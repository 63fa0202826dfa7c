from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from auditor.demo.shape import DIMENSIONS
from auditor.demo.wording import wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.testclient import TestClient

    from auditor.demo.ledger import Ledger

    OpenShop = Callable[..., TestClient]


def deepest(ledger: Ledger) -> str:
    (stage,) = set(ledger.deepest.values())
    return stage


def test_each_page_takes_the_visitor_one_stage_deeper(filled: TestClient, ledger: Ledger, address: dict[str, str]) -> None:
    assert deepest(ledger) == "cart"
    filled.get("/checkout")
    assert deepest(ledger) == "checkout"
    page = filled.post("/checkout/details", data=address)
    assert page.url.path == "/checkout/delivery"
    assert deepest(ledger) == "shipping"
    page = filled.post("/checkout/delivery", data={"method": "express"})
    assert page.url.path == "/checkout/payment"
    assert deepest(ledger) == "payment"
    assert ledger.orders == 0


def test_a_wrong_address_goes_no_further_and_is_kept(filled: TestClient, ledger: Ledger, address: dict[str, str]) -> None:
    filled.get("/checkout")
    page = filled.post("/checkout/details", data={**address, "email": "anna"})
    assert page.url.path == "/checkout"
    assert "needs an @ sign" in page.text
    assert 'value="anna"' in page.text
    assert 'value="1 Main Street"' in page.text
    assert page.text.count("autofocus") == 1
    assert deepest(ledger) == "checkout"


def test_errors_are_shown_once_but_data_stays(filled: TestClient, address: dict[str, str]) -> None:
    filled.post("/checkout/details", data={**address, "email": "anna"})
    again = filled.get("/checkout").text
    assert "aria-invalid" not in again
    assert 'value="1 Main Street"' in again


@pytest.mark.parametrize("page", ["/checkout/delivery", "/checkout/payment"])
def test_nobody_skips_a_stage(page: str, filled: TestClient, ledger: Ledger) -> None:
    assert filled.get(page).url.path == "/checkout"
    assert deepest(ledger) == "checkout"


def test_an_empty_cart_has_no_checkout(shop: TestClient, ledger: Ledger) -> None:
    assert shop.get("/checkout").url.path == "/cart"
    assert ledger.deepest == {}


def test_the_sum_is_the_same_from_the_cart_to_the_last_button(shop: TestClient, address: dict[str, str]) -> None:
    shop.post("/cart/add", data={"product": "morgen", "quantity": "1"})
    assert "€58.90" in shop.get("/cart").text
    assert "€58.90" in shop.get("/checkout").text
    shop.post("/checkout/details", data=address)
    assert "€58.90" in shop.post("/checkout/delivery", data={"method": "standard"}).text
    assert "€63.90" in shop.post("/checkout/delivery", data={"method": "express"}).text


def test_scripts_may_ask_about_one_field(shop: TestClient) -> None:
    body = {"name": "postcode", "value": "12", "country": "DE"}
    assert "10115" in shop.post("/api/check", data=body).json()["message"]
    assert shop.post("/api/town", data={"country": "DE", "postcode": "10115"}).json()["town"] == "Berlin"
    assert len(shop.get("/api/regions", params={"country": "US"}).json()) == 51
    assert shop.get("/api/regions", params={"country": "SE"}).json()[0] == "Blekinge"


@pytest.mark.parametrize(
    ("checkout", "guest"),
    list(itertools.product(DIMENSIONS["checkout"], [way for way in DIMENSIONS["guest"] if way != "required"])),
)
def test_every_checkout_lets_every_guest_reach_the_payment(
    checkout: str, guest: str, open_shop: OpenShop, ledger: Ledger, address: dict[str, str]
) -> None:
    shop = open_shop(f"checkout={checkout},guest={guest}")
    shop.post("/cart/add", data={"product": "morgen"})
    shop.get("/checkout")
    if guest == "email":
        shop.post("/checkout/guest", data={"email": "anna@example.com"})
    if guest == "link":
        shop.get("/checkout/guest")
    elif guest != "none":
        shop.post("/checkout/guest", data={"how": "guest"})
    assert 'name="postcode"' in shop.get("/checkout").text
    shop.post("/checkout/details", data=address)
    page = shop.post("/checkout/delivery", data={"method": "pickup"}).text
    assert 'value="paypal"' in page
    assert deepest(ledger) == "payment"
    assert ledger.accounts == 0


def test_a_login_wall_ends_at_the_checkout(open_shop: OpenShop, ledger: Ledger, address: dict[str, str]) -> None:
    shop = open_shop("guest=required")
    shop.post("/cart/add", data={"product": "morgen"})
    for _ in range(2):
        shop.post("/checkout/guest", data={"how": "guest"})
        shop.post("/login", data={"email": "a@b.ie", "password": "x"})
        assert 'type="password"' in shop.get("/checkout").text
    assert deepest(ledger) == "checkout"
    shop.post("/register", data={"email": "a@b.ie", "password": "12345678"})
    assert ledger.accounts == 1


@pytest.mark.parametrize("lang", DIMENSIONS["lang"])
def test_every_language_asks_for_its_own_country(lang: str, open_shop: OpenShop) -> None:
    shop, words = open_shop(f"lang={lang}"), wording(lang)
    shop.post(words.path("cart/add"), data={"product": "morgen"})
    page = shop.get(words.path("checkout")).text
    assert f'<option value="{words.market.country}" selected>' in page
