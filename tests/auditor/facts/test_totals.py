"""Sums of money with a name."""

from __future__ import annotations

import pytest

from tests.auditor.pages import Pages

ROW = '<div style="display:flex;gap:200px"><span>{}</span><b>{}</b></div>'
NAMES = [
    ("en", "Subtotal", "Total"),
    ("de", "Zwischensumme", "Gesamtsumme"),
    ("fr", "Sous-total", "Total"),
    ("es", "Subtotal", "Total"),
    ("it", "Subtotale", "Totale"),
    ("nl", "Subtotaal", "Totaal"),
    ("pl", "Suma częściowa", "Razem"),
    ("ja", "小計", "合計"),
]


@pytest.mark.parametrize(("lang", "subtotal", "total"), NAMES)
async def test_total_and_subtotal_by_name(pages: Pages, lang: str, subtotal: str, total: str) -> None:
    rows = ROW.format(subtotal, "€ 49,00") + ROW.format("DHL", "€ 4,90") + ROW.format(total, "€ 53,90")
    facts = await pages.facts(f"<main><p>€ 12,00</p>{rows}</main>", lang=lang)
    assert facts.total is not None
    assert facts.subtotal is not None
    assert (str(facts.subtotal.amount.value), str(facts.total.amount.value)) == ("49.00", "53.90")


@pytest.mark.parametrize(
    "html",
    [
        "<p>Total: € 53,90</p>",
        "<p>Total</p><p>€ 53,90</p>",
        "<table><tr><td>Total (incl. VAT)</td><td>€ 53,90</td></tr></table>",
        "<dl><dt>Total</dt><dd>€ 53,90</dd></dl>",
        "<p>Order total <s>€ 60,00</s> <b>€ 53,90</b></p>",
        "<p>Total <span>53</span><sup>90</sup><span>€</span></p>",
    ],
)
async def test_where_the_amount_may_stand(pages: Pages, html: str) -> None:
    total = (await pages.facts(f"<main>{html}</main>")).total
    assert total is not None
    assert str(total.amount.value) == "53.90"


@pytest.mark.parametrize(
    ("lang", "label"),
    [
        ("en", "Total <small>sales tax included</small>"),
        ("de", "Summe <small>alle Preise inkl. der gesetzlichen MwSt.</small>"),
        ("fr", "Total <span>toutes taxes comprises, hors frais</span>"),
    ],
)
async def test_a_small_note_about_taxes_is_no_part_of_the_name(pages: Pages, lang: str, label: str) -> None:
    total = (await pages.facts(f"<main><dl><dt>{label}</dt><dd>€ 53,90</dd></dl></main>", lang=lang)).total
    assert total is not None
    assert str(total.amount.value) == "53.90"


async def test_the_last_total_of_the_page_counts(pages: Pages) -> None:
    total = (await pages.facts("<main><p>Total: € 10,00</p><p>Total: € 53,90</p></main>")).total
    assert total is not None
    assert str(total.amount.value) == "53.90"


@pytest.mark.parametrize(
    "html",
    [
        "<p>Total</p>",
        "<p>Subtotal: € 49,00</p>",
        "<p>You save € 5,00</p>",
        "<dl><dt>Sales tax <small>tax included in all prices</small></dt><dd>€ 8,60</dd></dl>",
        "<dl><dt>Total savings on this order <small>tax included</small></dt><dd>€ 5,00</dd></dl>",
        "<footer><p>Total: € 53,90</p></footer>",
        "<p>Total</p><div style='height:400px'></div><p>€ 53,90</p>",
        "<p>In total we have delivered more than four thousand blankets to places all over the world for € 5,00</p>",
    ],
)
async def test_pages_without_a_total(pages: Pages, html: str) -> None:
    assert (await pages.facts(f"<main>{html}</main>")).total is None
