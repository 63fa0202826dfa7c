"""When the goal counts as reached: a way to pay on screen with the amount, and nothing ordered."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace
from typing import cast

import pytest

from auditor.facts.page import PageFacts
from auditor.facts.prices import Amount
from auditor.facts.walls import order_confirmation
from auditor.journey.payment import confirm_payment, shows_total
from auditor.journey.walker import Product, Walker
from auditor.model.journey import is_confirmed
from tests.auditor.pages import Pages

URL = "https://shop.example/checkout/payment"
WAYS = "<fieldset><legend>{}</legend><label><input type=radio name=p> {}</label><label><input type=radio name=p> {}</label></fieldset>"
CHOICE = WAYS.format("Payment method", "Credit card", "Bank transfer")
TOTAL = "<p>Total: € 53,90</p>"


def walker(price: str = "", total_seen: str = "") -> Walker:
    """As much of a walker as the goal's post-condition asks for."""
    product = Product("Wool blanket", "https://shop.example/p/1", Amount(Decimal(price)) if price else None)
    return cast(Walker, SimpleNamespace(product=product, total_seen=total_seen, is_thanked=lambda facts: bool(order_confirmation(facts))))


async def page(pages: Pages, html: str, lang: str = "en", status: int = 200) -> PageFacts:
    return await pages.facts(f"<main>{html}</main>", url=URL, lang=lang, status=status)


@pytest.mark.parametrize(
    ("lang", "html"),
    [
        ("en", CHOICE + TOTAL),
        ("de", WAYS.format("Zahlungsart", "Kreditkarte", "Rechnung") + "<p>Gesamtsumme: 53,90 €</p>"),
        ("fr", WAYS.format("Mode de paiement", "Carte bancaire", "Virement") + "<p>Total : 53,90 €</p>"),
        ("ja", WAYS.format("お支払い方法", "クレジットカード", "銀行振込") + "<p>合計 5,390円</p>"),
        ("en", "<label>Card number <input></label>" + TOTAL),
        ("en", "<iframe src='https://js.stripe.com/v3/card' width=400 height=90></iframe>" + TOTAL),
        ("en", "<p>Payment: bank transfer</p><form method=post><button>Place order</button></form>" + TOTAL),
    ],
)
async def test_a_way_to_pay_with_the_total(pages: Pages, lang: str, html: str) -> None:
    assert is_confirmed(confirm_payment(walker(), await page(pages, html, lang)))


@pytest.mark.parametrize(
    "html",
    [
        TOTAL,
        CHOICE,
        "<p>We accept Visa, Mastercard and PayPal.</p>" + TOTAL,
        "<p>Payment method</p><button aria-haspopup=listbox>Choose</button>" + TOTAL,
        "<fieldset><label><input type=radio name=s> DHL € 4,90</label><label><input type=radio name=s> UPS € 9,90</label></fieldset>"
        + TOTAL,
        "<h1>Thank you for your order</h1><p>Payment: bank transfer</p>" + TOTAL,
        "<label>CVC <input></label>" + TOTAL,
    ],
)
async def test_what_is_not_payment(pages: Pages, html: str) -> None:
    assert not is_confirmed(confirm_payment(walker(), await page(pages, html)))


async def test_an_error_page_is_not_payment(pages: Pages) -> None:
    assert confirm_payment(walker(), await page(pages, CHOICE + TOTAL, status=500)) == []


async def test_a_total_seen_on_the_way_counts_and_is_named_as_such(pages: Pages) -> None:
    signals = confirm_payment(walker(total_seen="Total € 53,90"), await page(pages, CHOICE))
    assert is_confirmed(signals)
    assert "the total was shown before (Total € 53,90)" in [s.name for s in signals]


@pytest.mark.parametrize(("price", "shown"), [("49.00", True), ("53.90", True), ("60.00", False), ("", False)])
async def test_an_amount_not_below_the_products_price_is_the_total(pages: Pages, price: str, shown: bool) -> None:
    assert shows_total(walker(price), await page(pages, "<p>€ 53,90</p><p><s>€ 99,00</s></p>")) is shown


async def test_the_final_button_is_named_and_said_not_to_be_pressed(pages: Pages) -> None:
    signals = confirm_payment(walker(), await page(pages, CHOICE + TOTAL + "<form method=post><button>Place order</button></form>"))
    assert "final button “Place order” (never pressed)" in [s.name for s in signals]
