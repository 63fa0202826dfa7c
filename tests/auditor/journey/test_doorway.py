"""Pages in front of the shop are gone through, and the shop itself is not taken for one."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser

from auditor.journey.doorway import pass_doorways
from tests.auditor.journey.site import visiting

CARDS = "".join(f'<li><a href="/p/{n}"><img src="/{n}.svg" width="120" height="120">Mug {n}</a> <b>£{n}.00</b></li>' for n in (7, 8, 9))
SHOP = f"<header><a href='/cart'>Cart</a></header><h1>Mugs</h1><ul>{CARDS}</ul>"


@pytest.mark.parametrize(
    ("door", "label"),
    [
        ("<h1>Willkommen · Welcome</h1><a href='/de'>Deutsch</a><a href='/shop'>English</a>", "English"),
        ("<h1>Leeds Pottery</h1><a href='/about'>About</a><a href='/shop'>Shop now</a>", "Shop now"),
        (
            "<h1>Gin shop</h1><p>Are you over 18?</p><a href='/no'>No, I am under 18</a><a href='/shop'>Yes, I am over 18</a>",
            "Yes, I am over 18",
        ),
    ],
    ids=["language", "splash", "age"],
)
async def test_a_door_is_passed_and_noted(browser: Browser, door: str, label: str) -> None:
    async with visiting(browser, {"/": door, "/shop": SHOP}) as visit:
        after = await pass_doorways(visit.walker, visit.facts)
        assert after.url.endswith("/shop")
        assert len(after.cards) == 3
        assert visit.walker.notes == [f"The shop opens with a page to pass: “{label}” was pressed."]


async def test_a_box_of_the_door_is_ticked_but_no_newsletter(browser: Browser) -> None:
    door = """<form action="/shop"><p><input type="checkbox" name="adult" value="yes" id="a"><label for="a">I am over 18</label></p>
    <p><input type="checkbox" name="newsletter" value="yes" id="n"><label for="n">News by mail</label></p><button>Enter shop</button>
    </form>"""
    async with visiting(browser, {"/": door.replace("Enter shop", "Yes, enter"), "/shop": SHOP}) as visit:
        after = await pass_doorways(visit.walker, visit.facts)
        assert after.url.partition("?")[2] == "adult=yes"


async def test_the_shop_itself_is_no_door(browser: Browser) -> None:
    async with visiting(browser, {"/": SHOP + "<a href='/all'>Shop all</a>"}) as visit:
        assert await pass_doorways(visit.walker, visit.facts) is visit.facts
        assert visit.site.asked.count("/all") == 0
        assert visit.walker.notes == []


@pytest.mark.parametrize(
    "page",
    [
        "<nav><a href='/c/bikes'>Bikes</a><a href='/c/helmets'>Helmets</a><a href='/c/lights'>Lights</a></nav><a href='/sale'>Go on</a>",
        "<header><a href='/cart'>Go to cart</a></header><h1>Welcome</h1>",
    ],
    ids=["menu of categories", "cart"],
)
async def test_a_bare_home_page_is_no_door(browser: Browser, page: str) -> None:
    async with visiting(browser, {"/": page, "/cart": "<h1>Your cart is empty</h1>", "/sale": SHOP}) as visit:
        assert await pass_doorways(visit.walker, visit.facts) is visit.facts
        assert visit.walker.notes == []


@pytest.mark.parametrize(
    ("lang", "form"),
    [
        ("pl", '<input type="email" name="m" aria-label="E-mail"><button>zapisz mnie</button>'),
        ("en", '<input name="w" aria-label="Your wish"><button>Continue</button>'),
    ],
)
async def test_a_form_that_asks_for_something_is_no_door(browser: Browser, lang: str, form: str) -> None:
    home = f'<html lang="{lang}"><h1>Wool</h1><p>From our own sheep.</p><form action="/sent">{form}</form></html>'
    async with visiting(browser, {"/": home, "/sent": SHOP}) as visit:
        after = await pass_doorways(visit.walker, visit.facts)
        assert after.url.endswith("/")
        assert visit.walker.notes == []
