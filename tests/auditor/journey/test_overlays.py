"""What lies over the page is answered as a careful shopper would, and what belongs to the journey stays open."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser

from auditor.journey.overlays import clear_overlays, close_product, stuck
from tests.auditor.journey.site import NOTING, visiting
from tests.auditor.pages import Pages

SHOP = "<header><a href='/cart'>Cart</a></header><h1>Mugs</h1><p>Made by hand in Leeds, dishwasher safe.</p>"
OVER = 'style="position:fixed;top:120px;left:300px;width:520px;height:360px;background:#fff;z-index:9;border:1px solid"'
GO = "document.getElementById('layer').remove()"


def layer(inside: str) -> str:
    """A shop's page behind a dialog; GO closes it."""
    return f'{SHOP}<div id="layer" role="dialog" aria-modal="true" {OVER}>{inside.replace("GO", GO)}</div>{NOTING}'


COOKIES = "<p>We use cookies to measure traffic and to show you offers.</p>"


@pytest.mark.parametrize(
    ("buttons", "pressed", "choice"),
    [
        ('<button id="yes" onclick="GO">Accept all</button><button id="no" onclick="GO">Reject all</button>', ["no"], "rejected"),
        (
            (
                '<button id="yes" onclick="GO">Accept all</button><button id="set" onclick="more.hidden=false">Cookie settings</button>'
                '<div id="more" hidden><button id="save" onclick="GO">Save selection</button></div>'
            ),
            ["set", "save"],
            "rejected in settings",
        ),
        ('<button id="yes" onclick="GO">Accept all</button>', ["yes"], "accepted"),
    ],
    ids=["refused", "refused in the settings", "accepted as the last resort"],
)
async def test_tracking_is_refused_wherever_that_is_possible(browser: Browser, buttons: str, pressed: list[str], choice: str) -> None:
    async with visiting(browser, layer(COOKIES + buttons)) as visit:
        after = await clear_overlays(visit.walker, visit.facts)
        assert await visit.pressed() == pressed
        assert after.overlays == []
        assert visit.walker.consent["choice"] == choice
        assert visit.walker.consent["first_layer_reject"] is (choice == "rejected")
        assert any("was accepted" in note for note in visit.walker.notes) is (choice == "accepted")


@pytest.mark.parametrize(
    ("inside", "pressed", "note"),
    [
        (
            (
                "<h2>10% off your first order</h2><input type='email' placeholder='Email'><button id='sign'>Subscribe</button>"
                "<button id='x' aria-label='Close' onclick=\"GO\">×</button>"
            ),
            ["x"],
            "newsletter pop-up",
        ),
        (
            (
                "<p>You must be 18 or over to enter. Are you of legal age?</p><button id='under'>No</button>"
                "<button id='over' onclick=\"GO\">Yes, I am over 18</button>"
            ),
            ["over"],
            "age",
        ),
        (
            (
                "<h2>Summer is here</h2><p>Swimwear has arrived.</p><a id='go' href='/swim'>See it</a>"
                "<button id='later' onclick=\"GO\">Not now</button>"
            ),
            ["later"],
            "",
        ),
        ("<h2>Please note</h2><p>We are on holiday until Monday.</p><button id='only' onclick=\"GO\">Understood</button>", ["only"], ""),
    ],
    ids=["newsletter", "age", "promotion", "the only button"],
)
async def test_what_blocks_the_page_is_closed_and_nothing_is_agreed_to(
    browser: Browser, inside: str, pressed: list[str], note: str
) -> None:
    async with visiting(browser, {"/": layer(inside), "/swim": SHOP}) as visit:
        after = await clear_overlays(visit.walker, visit.facts)
        assert await visit.pressed() == pressed
        assert after.overlays == []
        assert visit.site.asked == ["/"]
        assert any(note in found for found in visit.walker.notes) if note else not visit.walker.notes


async def test_an_age_gate_that_asks_for_a_date_gets_one_of_an_adult(browser: Browser) -> None:
    inside = """<p>Please enter your date of birth. You must be 18 to enter.</p>
    <label>Date of birth <input id="born" placeholder="DD/MM/YYYY"></label>
    <button id="go" onclick="window.told = born.value; GO">Yes, enter</button>"""
    async with visiting(browser, layer(inside)) as visit:
        after = await clear_overlays(visit.walker, visit.facts)
        assert await visit.walker.tab.page.evaluate("window.told") == "01/01/1985"
        assert after.overlays == []


async def test_a_dialog_without_any_button_goes_with_a_press_beside_it(browser: Browser) -> None:
    page = (
        layer("<h2>News</h2><p>Our kiln was rebuilt.</p>")
        + f"<script>onmousedown = (e) => {{ if (!layer.contains(e.target)) {GO}; }};</script>"
    )
    async with visiting(browser, page) as visit:
        assert stuck(visit.facts) is not None
        assert stuck(await clear_overlays(visit.walker, visit.facts)) is None


async def test_a_button_that_buys_is_no_way_to_close(browser: Browser) -> None:
    async with visiting(browser, layer("<h2>Last chance</h2><p>Only today.</p><button id='buy'>Buy now</button>")) as visit:
        await clear_overlays(visit.walker, visit.facts)
        assert await visit.pressed() == []


@pytest.mark.parametrize(
    "inside",
    [
        "<h2>Your cart</h2><p>Mug £9.00</p><a href='/checkout'>Checkout</a><button id='x' aria-label='Close'>×</button>",
        (
            "<h2>Delivery</h2><input placeholder='Street'><input placeholder='City'><input placeholder='Postcode'>"
            "<button id='x'>Close</button>"
        ),
    ],
    ids=["cart", "checkout"],
)
async def test_what_belongs_to_the_journey_stays_open(browser: Browser, inside: str) -> None:
    async with visiting(browser, layer(inside)) as visit:
        after = await clear_overlays(visit.walker, visit.facts)
        assert await visit.pressed() == []
        assert len(after.overlays) == 1


async def test_a_dialog_that_sold_a_product_is_closed_once_it_is_bought(browser: Browser) -> None:
    inside = "<h2>Mug</h2><p>£9.00</p><button id='add'>Add to cart</button><button id='x' aria-label='Close' onclick=\"GO\">×</button>"
    async with visiting(browser, layer(inside)) as visit:
        assert [o.kind for o in visit.facts.overlays] == ["product"]
        assert (await close_product(visit.walker, visit.facts)).overlays == []
        assert await visit.pressed() == ["x"]


async def test_only_what_blocks_and_is_not_the_journeys_own_is_in_the_way(pages: Pages) -> None:
    assert stuck(await pages.facts(layer("<h2>Note</h2><p>Closed on Monday.</p>"))) is not None
    assert stuck(await pages.facts(layer("<h2>Your cart</h2><a href='/checkout'>Checkout</a>"))) is None
    assert stuck(await pages.facts(SHOP)) is None


async def test_a_curtain_without_controls_is_waited_for(browser: Browser) -> None:
    curtain = '<div id="c" role="dialog" style="position:fixed;inset:0;background:#fff;z-index:9"><p>Added to cart</p></div>'
    async with visiting(browser, SHOP + curtain) as visit:
        assert visit.facts.overlays
        await visit.walker.tab.page.evaluate("setTimeout(() => document.getElementById('c').remove(), 900)")
        assert (await clear_overlays(visit.walker, visit.facts)).overlays == []
        assert visit.walker.curtains == set()
