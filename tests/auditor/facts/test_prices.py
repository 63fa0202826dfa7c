"""Amounts of money as shops print them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.facts.prices import amounts_in, dearest_in
from tests.auditor.pages import Pages

FORMATS = [
    ("1.299,00 €", "1299.00", "EUR"),
    ("€ 1.299,-", "1299", "EUR"),
    ("€1,299.00", "1299.00", "EUR"),
    ("EUR 49", "49", "EUR"),
    ("19,99\u00a0€/kg", "19.99", "EUR"),
    ("ab 49 €*", "49", "EUR"),
    ("49,— €", "49", "EUR"),
    ("$1,299.00", "1299.00", "USD"),
    ("US$ 49", "49", "USD"),
    ("49 USD", "49", "USD"),
    ("CA$ 15.50", "15.50", "CAD"),
    ("AU$20.00", "20.00", "AUD"),
    ("NZ$ 20", "20", "NZD"),
    ("MX$1,299", "1299", "MXN"),
    ("NT$ 300", "300", "TWD"),
    ("£9.99", "9.99", "GBP"),
    ("R$ 1.299,90", "1299.90", "BRL"),
    ("CHF 1'299.00", "1299.00", "CHF"),
    ("CHF 1’299.–", "1299", "CHF"),
    ("Fr. 49.90", "49.90", "CHF"),
    ("49.– Fr.", "49", "CHF"),
    ("1 299 kr", "1299", ""),
    ("1\u00a0299\u202fkr", "1299", ""),
    ("kr. 1.299,95", "1299.95", ""),
    ("499:-", "499", ""),
    ("49,-", "49", ""),
    ("49.–", "49", ""),
    ("SEK 1 299", "1299", "SEK"),
    ("199 DKK", "199", "DKK"),
    ("1 299,00 zł", "1299.00", "PLN"),
    ("1299 Kč", "1299", "CZK"),
    ("12 990 Ft", "12990", "HUF"),
    ("129,00 lei", "129.00", "RON"),
    ("49.90 лв.", "49.90", "BGN"),
    ("¥12,800", "12800", "JPY"),
    ("12,800円(税込)", "12800", "JPY"),
    ("₩12,000", "12000", "KRW"),
    ("12.000₫", "12000", "VND"),
    ("฿ 250", "250", "THB"),
    ("₹1,29,999", "129999", "INR"),
    ("Rs. 499", "499", "INR"),
    ("₺1.299,90", "1299.90", "TRY"),
    ("1.299,90 TL", "1299.90", "TRY"),
    ("1 299 ₽", "1299", "RUB"),
    ("49 грн", "49", "UAH"),
    ("$ 1.299.990", "1299990", "USD"),
]


@pytest.mark.parametrize(("text", "value", "currency"), FORMATS)
def test_one_amount(text: str, value: str, currency: str) -> None:
    (amount,) = amounts_in(text)
    assert (amount.value, amount.currency) == (Decimal(value), currency)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("statt 59,95 € jetzt 39,95 €", ["59.95", "39.95"]),
        ("$10 – $20", ["10", "20"]),
        ("Was £20 now £15.50", ["20", "15.50"]),
        ("2 × 49,00 €", ["49.00"]),
        ("3 for $10", ["10"]),
    ],
)
def test_several_amounts_in_their_order(text: str, values: list[str]) -> None:
    assert [a.value for a in amounts_in(text)] == [Decimal(v) for v in values]


@pytest.mark.parametrize(
    "text",
    ["", "€", "Free", "10 % off", "7 Tage", "Art. 12345", "59.95", "1,5 kg", "2025-11-24", "+49 30 123456", "1.- Introducción", "50 krone"],
)
def test_no_amount(text: str) -> None:
    assert amounts_in(text) == ()


@settings(deadline=None)
@given(st.decimals(min_value=Decimal("0.01"), max_value=Decimal("999999.99"), places=2))
def test_whatever_the_amount_the_usual_european_and_american_spellings_agree(value: Decimal) -> None:
    american = f"${value:,.2f}"
    european = american.translate(str.maketrans(",.", ".,", "$")) + " €"
    assert [a.value for a in amounts_in(american)] == [a.value for a in amounts_in(european)] == [value]


@settings(deadline=None)
@given(st.text(max_size=60))
def test_no_text_is_too_odd_to_look_at(text: str) -> None:
    assert all(a.value >= 0 for a in amounts_in(text))


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p><s>€ 59,95</s> <b>€ 39,95</b></p>", [("59.95", True), ("39.95", False)]),
        ("<p><span>12</span><sup>99</sup><span>€</span></p>", [("12.99", False)]),
        ("<p><span>€</span><span>1.299</span><sup>00</sup></p>", [("1299.00", False)]),
        ("<p><span>$</span><span>12</span><span>.99</span></p>", [("12.99", False)]),
        ("<p><bdi>€&nbsp;49,00</bdi></p>", [("49.00", False)]),
        ("<p>49 <small>kr</small></p>", [("49", False)]),
        ("<p>€ 49,00 <small>incl. VAT</small></p>", [("49.00", False)]),
        ("<p>Free delivery for all orders above € 50 within the whole of the European Union</p>", []),
        ("<p style='display:none'>€ 49</p>", []),
    ],
)
async def test_prices_of_a_page_each_once(pages: Pages, html: str, found: list[tuple[str, bool]]) -> None:
    facts = await pages.facts(html)
    assert [(p.amount.value, p.struck) for p in facts.prices] == [(Decimal(v), struck) for v, struck in found]


async def test_a_sign_in_the_next_cell_belongs_to_the_amount(pages: Pages) -> None:
    row = "<table><tr><td>Total:</td><td><b>478.80</b></td><td>{}</td></tr></table><p>4.5</p><p>€</p>"
    facts = await pages.facts(row.format("<b>€</b>"))
    assert [(str(p.amount.value), p.amount.currency) for p in facts.prices] == [("478.80", "EUR")]
    assert facts.total is not None
    assert (await pages.facts(row.format("<b>kg</b>"))).prices == []


@pytest.mark.parametrize(
    ("text", "dearest"), [("Gift wrapping (+2,50 €)", 2.5), ("2 for € 5.00, 3 for € 7.00", 7.0), ("No, thank you", 0.0)]
)
def test_the_dearest_amount_is_what_an_answer_may_add(text: str, dearest: float) -> None:
    assert dearest_in(text) == dearest
