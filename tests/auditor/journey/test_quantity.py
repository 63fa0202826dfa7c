"""The quantity is raised to a minimum order, or to what a message asks for, and never for an article number or a year."""

from __future__ import annotations

from decimal import Decimal

import pytest
from playwright.async_api import Browser

from auditor.facts.prices import Amount
from auditor.journey.quantity import asked_quantity, quantity_field, raise_quantity, set_quantity, zero_of_many
from auditor.journey.walker import Product
from tests.auditor.journey.site import visiting
from tests.auditor.pages import Pages

PRODUCT = """<h1>Walnut spoon</h1><p>£4.00</p><form>{}<button style="width:200px;height:44px">Add to cart</button></form>"""
CART = """<h1>Your cart</h1><table><tr><td>Walnut spoon</td><td><input id="q" name="qty" value="1"></td><td>£4.00</td></tr></table>
<p>{}</p><p>Subtotal £4.00</p>{}"""


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ('<label>Quantity <input id="q" name="qty" value="1"></label>', "q"),
        ('<select id="q" name="quantity"><option>1</option><option>2</option></select>', "q"),
        ('<label>Engraving <input id="e" name="text"></label>', ""),
        ("", ""),
    ],
)
async def test_the_field_beside_the_buy_button_says_how_many(pages: Pages, fields: str, found: str) -> None:
    field = quantity_field(await pages.facts(PRODUCT.format(fields)))
    assert (field.id if field else "") == found


async def test_without_a_buy_button_there_is_no_quantity(pages: Pages) -> None:
    assert quantity_field(await pages.facts('<label>Quantity <input name="qty" value="1"></label>')) is None


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("The minimum quantity for this product is 6.", 6),
        ("Please order at least 12 pieces (£48.00).", 12),
        ("Article 4711 was not added.", 0),
        ("Sold since 2019.", 0),
        ("Only 1 left in stock.", 0),
        ("From £30.00 we deliver free of charge.", 0),
    ],
)
async def test_a_new_message_says_how_many_are_wanted(pages: Pages, said: str, wanted: int) -> None:
    before = await pages.facts(PRODUCT.format(""))
    assert asked_quantity(before, await pages.facts(PRODUCT.format("") + f"<p>{said}</p>")) == wanted


async def test_what_was_said_before_the_press_asks_for_nothing(pages: Pages) -> None:
    page = PRODUCT.format("") + "<p>Boxes of 6 are cheaper.</p>"
    assert asked_quantity(await pages.facts(page), await pages.facts(page)) == 0


async def test_of_a_list_the_first_number_that_suffices_is_picked(browser: Browser) -> None:
    options = "".join(f"<option>{n}</option>" for n in (1, 5, 10, 20))
    async with visiting(browser, PRODUCT.format(f'<select id="q" name="qty">{options}</select>')) as visit:
        field = quantity_field(visit.facts)
        assert field is not None
        await set_quantity(visit.walker, visit.facts, field, 6)
        assert await visit.value("q") == "10"


async def test_a_minimum_order_is_reached_once_by_the_quantity_and_taken_over(browser: Browser) -> None:
    page = CART.format(
        "The minimum order value is £10.00.", '<button type="button" id="u" onclick="this.title=q.value">Update cart</button>'
    )
    async with visiting(browser, page, "/cart") as visit:
        visit.walker.product = Product("Walnut spoon", amount=Amount(Decimal("4.00"), "GBP"))
        assert await raise_quantity(visit.walker, visit.facts)
        assert await visit.value("q") == "3"
        assert await visit.walker.tab.page.get_attribute("#u", "title") == "3"  # pressed once the new number stood there
        assert any("quantity was set to 3" in note for note in visit.walker.notes)
        assert not await raise_quantity(visit.walker, await visit.walker.look())


async def test_without_a_minimum_the_quantity_stays(browser: Browser) -> None:
    async with visiting(browser, CART.format("Delivery from £4.50.", ""), "/cart") as visit:
        assert not await raise_quantity(visit.walker, visit.facts)
        assert await visit.value("q") == "1"


COLOURS = "".join(f"<label>{name} <input name='{name}' inputmode='numeric' value='{{}}'></label>" for name in ("Moss", "Sand"))


@pytest.mark.parametrize(("counts", "found"), [("00", "Moss"), ("01", None)])
async def test_of_many_counts_that_are_all_zero_the_first_is_raised(pages: Pages, counts: str, found: str | None) -> None:
    facts = await pages.facts(f"<form><h1>Wool</h1>{COLOURS.format(*counts)}<button>Put it aside for me</button></form>")
    control = zero_of_many(facts)
    assert (control.label_text if control else None) == found
