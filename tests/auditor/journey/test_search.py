"""A product is searched for by its name, with the field wherever it hides, and counts only where it is shown."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from playwright.async_api import Browser

from auditor.browser.devices import MOBILE
from auditor.facts.cards import Card
from auditor.journey.search import confirm_search, find_search_field, found_product, queries, reach_search
from auditor.model.journey import StepOutcome
from tests.auditor.journey.site import visiting
from tests.auditor.pages import Pages

FIELD = '<form action="/search"><input id="q" type="search" name="q" aria-label="Search">{}</form>'


def shelf(*names: str) -> str:
    """A list of products."""
    cards = (
        f'<li><a href="/p/{n}"><img src="/{i}.svg" width="120" height="120">{n}</a> <b>£{i + 7}.00</b></li>' for i, n in enumerate(names)
    )
    return f"<ul>{''.join(cards)}</ul>"


HOME = "<h1>Leeds Pottery</h1>" + shelf("Blue mug", "Green jug", "Red bowl")
FOUND = "<h1>Search results for Green jug</h1>" + shelf("Green jug", "Green vase")


@pytest.mark.parametrize(
    ("title", "typed"),
    [
        ("Green jug", ["Green jug", "Green"]),
        ("Linen shirt – Atlantic", ["Linen shirt Atlantic", "Linen Atlantic", "Atlantic"]),
        ("Ø | 8", ["Ø 8"]),
        ("", []),
    ],
)
def test_a_shopper_types_the_name_then_its_most_telling_words(title: str, typed: list[str]) -> None:
    assert queries(title) == typed


@pytest.mark.parametrize(
    "page",
    [
        f"<header>{FIELD.format('')}</header>",
        (
            f'<header><button id="o" aria-label="Search">⌕</button><div id="box" hidden>{FIELD.format("")}</div></header>'
            "<script>o.onclick = () => box.hidden = false;</script>"
        ),
        (
            f'<header><button id="m" aria-label="Menu" aria-expanded="false">≡</button>'
            f'<div id="box" style="display:none">{FIELD.format("")}</div></header>'
            "<script>m.onclick = () => box.style.display = 'block';</script>"
        ),
    ],
    ids=["in sight", "behind an icon", "in the menu"],
)
async def test_the_field_is_found_wherever_it_hides(browser: Browser, page: str) -> None:
    async with visiting(browser, page + HOME) as visit:
        field, _ = await find_search_field(visit.walker, visit.facts)
        assert field is not None
        assert (field.control.id, field.control.visible) == ("q", True)


async def test_a_newsletter_is_no_search(browser: Browser) -> None:
    page = "<form action='/news'><input name='email' type='email' placeholder='Your email'><button>Subscribe</button></form>"
    async with visiting(browser, HOME + page) as visit:
        step = await reach_search(visit.walker, visit.facts, jug(visit.facts.cards))
        assert step is None
        assert visit.walker.steps[-1].outcome is StepOutcome.NOT_FOUND
        assert visit.site.sent == []


def jug(cards: list[Card]) -> Card:
    """The product that is searched for."""
    return next(c for c in cards if c.title == "Green jug")


async def test_searching_shows_the_product(browser: Browser) -> None:
    async with visiting(browser, {"/": FIELD.format("") + HOME, "/search": FIELD.format("") + FOUND}) as visit:
        after = await reach_search(visit.walker, visit.facts, jug(visit.facts.cards))
        assert after is not None
        assert PurePosixPath(after.url).name == "search?q=Green+jug"
        assert visit.walker.steps[-1].outcome is StepOutcome.REACHED
        assert visit.walker.steps[-1].action == "searched for “Green jug”"


async def test_a_search_that_never_shows_it_is_not_reached(browser: Browser) -> None:
    pages = {"/": FIELD.format("") + "<h1>Pots</h1>" + shelf("Jug", "Bowl"), "/search": "<h1>No results</h1><p>Nothing found.</p>"}
    async with visiting(browser, pages) as visit:
        assert await reach_search(visit.walker, visit.facts, visit.facts.cards[0]) is None
        assert visit.walker.steps[-1].outcome is StepOutcome.NOT_FOUND
        assert "/search" in visit.site.asked


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        (FOUND, True),
        ("<h1>Green jug</h1><p>£8.00</p><button style='width:200px;height:44px'>Add to cart</button>", True),
        ("<h1>Results for Green jug</h1><p>Nothing found.</p>", False),
        ("<h1>Results</h1>" + shelf("Grey jar", "Black tray"), False),
    ],
    ids=["a card", "its own page", "only the query", "others"],
)
async def test_only_a_product_that_is_shown_is_found(pages: Pages, page: str, shown: bool) -> None:
    wanted = jug((await pages.facts(HOME)).cards)
    assert found_product(await pages.facts(page, url="https://shop.example/search?q=Green+jug"), wanted) is shown


async def test_results_are_confirmed_by_the_product_and_the_address(pages: Pages) -> None:
    before = await pages.facts(HOME)
    after = await pages.facts(FOUND, url="https://shop.example/search?q=Green+jug")
    families = {s.family for s in confirm_search(before, after, "Green jug", jug(before.cards))}
    assert families == {"product", "address", "message", "content"}
    error = await pages.facts("<title>404</title><h1>Page not found</h1>", url="https://shop.example/search?q=Green+jug", status=404)
    assert confirm_search(before, error, "Green jug", jug(before.cards)) == []


async def test_a_phones_menu_drawn_when_it_is_opened_may_hold_the_search(browser: Browser) -> None:
    page = f"""<header><button id="m" class="menu-toggle" aria-expanded="false">Menu</button><nav id="menu"></nav></header>
    <script>m.onclick = () => menu.innerHTML = `<button id="s" type="button">Search</button><div id="box"></div>`;
    document.onclick = (e) => {{ if (e.target.id === "s") box.innerHTML = `{FIELD.format("")}`; }};</script>"""
    async with visiting(browser, page, device=MOBILE) as visit:
        field, _ = await find_search_field(visit.walker, visit.facts)
        assert field is not None
        assert field.control.id == "q"
