"""Past the question of an account: a guest's way is taken in every shape, and a shop that wants an account is known as one."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser

from auditor.journey.guest import choose_guest, demands_account, needs_guest_choice
from tests.auditor.journey.site import visiting
from tests.auditor.pages import Pages

LOGIN = """<form action="/login" method="post"><label>Email <input type="email" name="e"></label>
<label>Password <input type="password" name="p"></label><button>Log in</button></form>"""
ADDRESS = """<form><label>First name <input name="firstname"></label><label>Street <input name="street"></label>
<label>City <input name="city"></label><label>Postcode <input name="postcode"></label></form>"""
EMAIL = '<form action="/next"><label>Email <input id="mail" type="email" name="email"></label><button>{}</button></form>'


@pytest.mark.parametrize(
    ("page", "demanded"),
    [
        (f"<h1>Checkout</h1>{LOGIN}", True),
        (f"<h1>Checkout</h1>{LOGIN}<a href='/register'>Create an account</a>", True),
        (f"<h1>Checkout</h1>{LOGIN}<button>Continue as guest</button>", False),
        (f"<h1>Checkout</h1>{LOGIN}{ADDRESS}", False),
        (f"<h1>Checkout</h1>{LOGIN}{EMAIL.format('Continue')}", False),
        (f"<h1>Checkout</h1>{ADDRESS}", False),
        ("<h1>Checkout</h1><p>Please log in to continue.</p><a href='/login'>Log in</a>", True),
    ],
)
async def test_an_account_is_demanded_where_there_is_no_other_way(pages: Pages, page: str, demanded: bool) -> None:
    assert demands_account(await pages.facts(page, url="https://shop.example/checkout")) is demanded


@pytest.mark.parametrize(
    ("page", "needed"),
    [
        (f"{LOGIN}<button>Continue as guest</button>", True),
        (f"<button role='tab' aria-selected='true'>Guest checkout</button>{EMAIL.format('Go on')}", False),
        (f"{ADDRESS}<button>Continue as guest</button>", False),
        (
            f"<label><input type='radio' name='w'> Log in</label><label><input type='radio' name='w'> Checkout as guest</label>{ADDRESS}",
            True,
        ),
        (f"<label><input type='radio' name='w' checked> Checkout as guest</label>{ADDRESS}", False),
        (LOGIN, False),
    ],
)
async def test_the_question_is_answered_only_where_it_stands_in_the_way(pages: Pages, page: str, needed: bool) -> None:
    assert needs_guest_choice(await pages.facts(page, url="https://shop.example/checkout")) is needed


@pytest.mark.parametrize(
    "way",
    [
        "<a href='/address'>Continue as guest</a>",
        "<form action='/address'><button>Checkout without an account</button></form>",
        "<button role='tab' onclick=\"location='/address'\">Guest checkout</button>",
        "<a href='/register'>Register</a><a href='/address'>The short way round</a>",
    ],
    ids=["link", "button", "tab", "unknown name"],
)
async def test_the_guests_way_leads_to_the_address(browser: Browser, way: str) -> None:
    async with visiting(browser, {"/checkout": f"<h1>Checkout</h1>{LOGIN}{way}", "/address": ADDRESS}, "/checkout") as visit:
        after = await choose_guest(visit.walker, visit.facts)
        assert after.url.partition("?")[0].endswith("/address")
        assert after.checkout.asks_address
        assert visit.site.sent == []  # neither logged in nor registered


async def test_a_guests_radio_button_is_picked_and_noted(browser: Browser) -> None:
    page = f"""<p><input type="radio" name="w" id="log" checked><label for="log">Log in</label></p>
    <p><input type="radio" name="w" id="guest"><label for="guest">Checkout as guest</label></p>{LOGIN}"""
    async with visiting(browser, page, "/checkout") as visit:
        await choose_guest(visit.walker, visit.facts)
        assert await visit.ticked("guest")
        assert any("as a guest is a choice" in note for note in visit.walker.notes)


async def test_the_email_is_given_where_the_guests_button_asks_for_it(browser: Browser) -> None:
    pages = {"/checkout": LOGIN + EMAIL.format("Continue as guest"), "/next": ADDRESS}
    async with visiting(browser, pages, "/checkout") as visit:
        after = await choose_guest(visit.walker, visit.facts)
        assert "email=storefront.audit" in after.url
        assert after.checkout.asks_address


async def test_a_way_that_leads_to_a_login_is_left_again(browser: Browser) -> None:
    pages = {"/checkout": f"{LOGIN}<a href='/members'>Something else</a>", "/members": f"<h1>Members</h1>{LOGIN}"}
    async with visiting(browser, pages, "/checkout") as visit:
        after = await choose_guest(visit.walker, visit.facts)
        assert visit.site.asked == ["/checkout", "/members", "/checkout"]
        assert demands_account(after)
