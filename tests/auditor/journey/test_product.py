"""A product page is one by its subject, not by a button; what is bought is named as its page names it."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser

from auditor.facts.cards import Card
from auditor.facts.page import PageFacts
from auditor.journey.product import can_be_bought, confirm_product, note_product, open_product, opened_by_search, ranked
from auditor.journey.walker import StepDraft
from auditor.model.journey import is_confirmed
from auditor.model.stage import Stage
from tests.auditor.journey.site import visiting
from tests.auditor.pages import Pages

BUY = '<button style="width:220px;height:44px">Add to cart</button>'
CARD = '<li><a href="/p/{0}"><img src="/{0}.svg" width="120" height="120" alt="">{1}</a> <b>£{2}</b></li>'
LIST = (
    f"<h1>Mugs</h1><ul>{CARD.format(1, 'Blue mug', '9.00')}{CARD.format(2, 'Gift card', '25.00')}{CARD.format(3, 'Tall mug', '8.00')}</ul>"
)
PRODUCT = f"<h1>Blue mug</h1><p>£9.00</p>{BUY}"
MARKUP = '<script type="application/ld+json">{"@context":"https://schema.org","@type":"Product","name":"Blue mug"}</script>'


async def blue(pages: Pages) -> tuple[PageFacts, Card]:
    """A list and its blue mug."""
    facts = await pages.facts(LIST)
    return facts, next(c for c in facts.cards if c.title == "Blue mug")


async def test_ordinary_products_come_before_gift_cards(pages: Pages) -> None:
    assert [card.title for _, card in ranked(await pages.facts(LIST))] == ["Blue mug", "Tall mug", "Gift card"]


@pytest.mark.parametrize(
    ("page", "url", "confirmed"),
    [
        (PRODUCT, "/p/1", True),
        (MARKUP + f"<h2>Our mug of the year</h2><p>£9.00</p>{BUY}", "/other", True),
        (f"<h1>Welcome</h1>{BUY}", "/", False),
        (f"<h1>Teapot</h1><p>£40.00</p>{BUY}", "/news", False),
        ("<h1>Page not found</h1>", "/p/1", False),
        (f"<h1>Your cart is empty</h1><p>Blue mug £9.00</p>{BUY}", "/p/1", False),
    ],
    ids=["product", "markup", "a button alone", "another product", "error", "empty cart"],
)
async def test_one_product_has_to_be_the_subject_of_the_page(pages: Pages, page: str, url: str, confirmed: bool) -> None:
    before, card = await blue(pages)
    after = await pages.facts(page, url="https://shop.example" + url)
    assert is_confirmed(confirm_product(before, after, card)) is confirmed


@pytest.mark.parametrize(
    ("page", "can"), [(PRODUCT, True), ("<h1>Blue mug</h1><p>£9.00</p><p>Sold out</p>", False), ("<h1>About us</h1>", False)]
)
async def test_only_what_has_a_button_and_is_in_stock_can_be_bought(pages: Pages, page: str, can: bool) -> None:
    assert can_be_bought(await pages.facts(page)) is can


async def test_a_product_is_opened_and_remembered_as_its_page_names_it(browser: Browser) -> None:
    async with visiting(browser, {"/": LIST, "/p/1": PRODUCT.replace("Blue mug", "Blue mug, 300 ml")}) as visit:
        candidate, card = ranked(visit.facts)[0]
        step = StepDraft(Stage.PRODUCT)
        facts, bought, _ = await open_product(visit.walker, step, visit.facts, candidate, card)
        note_product(visit.walker, facts, card)
        assert (bought, step.attempts) == (True, 1)
        assert (visit.walker.product.title, visit.walker.product.url) == ("Blue mug, 300 ml", "https://shop.example/p/1")
        assert visit.walker.product.amount is not None
        assert str(visit.walker.product.amount.value) == "9.00"


async def test_a_headline_of_another_matter_does_not_rename_the_product(browser: Browser) -> None:
    page = f"<h1>Free delivery this week</h1><h2>Blue mug</h2><p>£9.00</p>{BUY}"
    async with visiting(browser, {"/": LIST, "/p/1": page}) as visit:
        _, card = ranked(visit.facts)[0]
        await visit.walker.tab.goto("https://shop.example/p/1")
        note_product(visit.walker, await visit.walker.look(), card)
        assert visit.walker.product.title == "Blue mug"


async def test_a_page_that_only_lists_variants_is_followed_to_one(browser: Browser) -> None:
    variants = "<h1>Blue mug</h1><p>From £9.00</p><a href='/p/1/small'>Blue mug small</a> <a href='/p/1/large'>Blue mug large</a>"
    pages = {"/": LIST, "/p/1": variants, "/p/1/small": PRODUCT}
    async with visiting(browser, pages) as visit:
        candidate, card = ranked(visit.facts)[0]
        facts, bought, signals = await open_product(visit.walker, StepDraft(Stage.PRODUCT), visit.facts, candidate, card)
        assert (facts.url, bought) == ("https://shop.example/p/1/small", True)
        assert "a variant's own page" in [s.name for s in signals]


async def test_a_sold_out_choice_gives_way_to_one_in_stock(browser: Browser) -> None:
    sizes = "".join(f'<label><input type="radio" name="size" value="{s}"> {s}</label>' for s in ("250 g", "500 g"))
    page = f"""<h1>Blue mug</h1><p>£9.00</p><fieldset><legend>Size</legend>{sizes}</fieldset><p id="stock">Sold out</p><div id="box"></div>
    <script>document.querySelector("input").checked = true; document.onchange = (e) => {{ stock.textContent = "In stock";
    box.innerHTML = e.target.value === "500 g" ? `{BUY}` : ""; }};</script>"""
    async with visiting(browser, {"/": LIST, "/p/1": page}) as visit:
        candidate, card = next((c, k) for c, k in ranked(visit.facts) if k.title == "Blue mug")
        facts, bought, signals = await open_product(visit.walker, StepDraft(Stage.PRODUCT), visit.facts, candidate, card)
        assert bought
        assert can_be_bought(facts)
        assert "a choice of it that is in stock" in [s.name for s in signals]


HIT = (
    '<h1>{1}: {0}</h1><div style="width:254px;height:370px;cursor:pointer" onclick="go()">'
    '<img src="/1.svg" width="254" height="300" alt=""><div>{0}<br><b>{2}</b></div></div>'
)


@pytest.mark.parametrize(
    ("hit", "lang"),
    [(HIT.format("Mølle gulvlampe", "Søgning", "1.499,00 kr."), "da"), (HIT.format("Blaue Tasse", "Suche", "9,00 €"), "de")],
)
async def test_a_single_hit_without_a_link_is_no_page_of_its_own(pages: Pages, hit: str, lang: str) -> None:
    assert not opened_by_search(await pages.facts(hit, url="https://shop.example/search?q=x", lang=lang))


async def test_a_search_may_lead_straight_to_the_product(pages: Pages) -> None:
    assert opened_by_search(await pages.facts(PRODUCT, url="https://shop.example/p/1"))
