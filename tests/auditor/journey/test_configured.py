"""Configured steps: the rails are stricter for them than for what the journey finds, and what they lead to is verified."""

from __future__ import annotations

import pytest

from auditor.facts.page import PageFacts
from auditor.journey.configured import forbidden
from auditor.journey.configured_product import confirm_configured
from auditor.journey.login import login_form, login_links
from auditor.model.journey import is_confirmed
from auditor.model.stage import Stage
from tests.auditor.pages import Pages, by_id

PAYMENT = """<h1>Payment</h1><p>Total £18.00</p><form method="post" action="/order"><fieldset><legend>Payment method</legend>
<label><input type="radio" name="p" id="card"> Credit card</label><label><input type="radio" name="p"> Invoice</label></fieldset>
<button id="final">Place order</button></form><div id="tile" onclick="go()">Continue</div><a id="back" href="/cart">Back</a>"""
REVIEW = """<h1>Order review</h1><p>Blue mug £18.00</p><p>Total £18.00</p><p>Payment: Invoice</p>
<form method="post"><button id="final">Continue</button></form>"""
LIST = """<h1>Mugs</h1><ul><li><a href="/p/1"><img width=200 height=200 src="/1.svg" alt="">Blue mug</a> £18.00
<button id="now" formaction="/buy-now">Buy now</button></li><li><a href="/p/2"><img width=200 height=200 src="/2.svg" alt="">Green mug</a>
£19.00 <a id="link" href="/p/2">Buy now</a></li></ul>"""


@pytest.mark.parametrize(
    ("html", "identifier", "stage", "why"),
    [
        (PAYMENT, "final", Stage.PAYMENT, "payment is on this page"),
        (PAYMENT, "final", Stage.SHIPPING, "payment is on this page"),
        (PAYMENT, "final", Stage.CHECKOUT, "payment is on this page"),
        (PAYMENT, "tile", Stage.PAYMENT, "may be the last one"),
        (PAYMENT, "tile", Stage.CHECKOUT, "may be the last one"),
        (PAYMENT, "back", Stage.ADDRESS, "may be the last one"),
        (PAYMENT, "final", Stage.HOME, "it orders"),
        (PAYMENT, "final", Stage.PRODUCT, "it orders"),
        (REVIEW, "final", Stage.ADDRESS, "order review"),
        (LIST, "now", Stage.PRODUCT, "it orders"),
        (LIST, "now", Stage.CART, "it may order at once"),
        (
            "<form method=post><input type=email><input type=password><button id=in>Go</button></form>",
            "in",
            Stage.CHECKOUT,
            "it may create an account",
        ),
    ],
)
async def test_a_selector_that_points_at_the_last_press_is_refused(
    pages: Pages, html: str, identifier: str, stage: Stage, why: str
) -> None:
    facts = await pages.facts(html)
    assert why in (forbidden(facts, by_id(facts.observation, identifier), stage) or "")


@pytest.mark.parametrize(
    ("html", "identifier", "stage"),
    [
        (LIST, "link", Stage.PRODUCT),  # a plain link asks for a page and sends nothing, whatever stands on it
        ('<h1>Cart</h1><p>Total £18.00</p><div id="tile" onclick="go()">Continue</div>', "tile", Stage.CHECKOUT),
        ('<h1>Address</h1><form><input name="city"></form><div id="tile" onclick="go()">Continue</div>', "tile", Stage.ADDRESS),
        ("<form method=post><input name=city><button id=on>Place order</button></form>", "on", Stage.CHECKOUT),  # as some carts call it
    ],
)
async def test_what_is_a_step_before_is_not(pages: Pages, html: str, identifier: str, stage: Stage) -> None:
    facts = await pages.facts(html)
    assert forbidden(facts, by_id(facts.observation, identifier), stage) is None


# -- a configured product -------------------------------------------------------------------------------------------------------

PRODUCT = '<h1>Blue mug</h1><p>£18.00</p><form method="post"><button>Add to cart</button></form>'
OTHERS = LIST.replace("<h1>Mugs</h1>", "<h2>You may also like</h2>")


async def seen(pages: Pages, html: str, url: str = "https://shop.example/p/1", status: int = 200) -> PageFacts:
    return await pages.facts(html, url=url, status=status)


@pytest.mark.parametrize(
    "html",
    [
        PRODUCT,
        PRODUCT + OTHERS,
        PRODUCT.replace("Add to cart", "Sold out").replace("<button>", "<button disabled>"),
    ],
)
async def test_a_page_of_one_product_is_one(pages: Pages, html: str) -> None:
    before = await seen(pages, "<h1>Home</h1>", "https://shop.example/")
    assert is_confirmed(confirm_configured(before, await seen(pages, html)))


@pytest.mark.parametrize(
    ("html", "status"),
    [
        (LIST, 200),
        (PRODUCT, 404),
        ("<h1>About us</h1><p>Two people and a kiln.</p>", 200),
        ("<h1>Workshop</h1><p>From £18.00</p>", 200),
        ("<h1>Newsletter</h1><form><input type=email><button>Sign up</button></form>", 200),
        ("<h1>Your cart</h1><p>Your cart is empty.</p>", 200),
    ],
)
async def test_any_other_page_is_none(pages: Pages, html: str, status: int) -> None:
    before = await seen(pages, "<h1>Home</h1>", "https://shop.example/")
    assert not is_confirmed(confirm_configured(before, await seen(pages, html, status=status)))


# -- login forms ----------------------------------------------------------------------------------------------------------------

LOGIN = """<form><label>E-mail <input id=user type=email></label><label>Password <input id=secret type=password></label>
<button id=go>Log in</button></form>"""
REGISTER = """<form><label>E-mail <input id=new-user type=email></label><label>Password <input id=new type=password></label>
<button>Create account</button></form>"""
TWICE = REGISTER.replace("<button>", "<label>Repeat password <input type=password></label><button>")


@pytest.mark.parametrize("html", [LOGIN, LOGIN + REGISTER, REGISTER + LOGIN, TWICE + LOGIN, f"<header>{LOGIN}</header>"])
async def test_the_form_that_logs_in_is_told_from_the_one_that_registers(pages: Pages, html: str) -> None:
    form = login_form(await pages.facts(html))
    assert form is not None
    assert form.user is not None
    assert form.password is not None
    assert form.submit is not None
    assert (form.user.id, form.password.id, form.submit.id) == ("user", "secret", "go")


async def test_a_login_without_a_form_element_is_one(pages: Pages) -> None:
    form = login_form(await pages.facts(LOGIN.replace("<form>", "<div>").replace("</form>", "</div>")))
    assert form is not None
    assert form.user is not None
    assert form.submit is not None
    assert (form.user.id, form.submit.id) == ("user", "go")


async def test_a_user_may_be_asked_for_first(pages: Pages) -> None:
    html = "<h1>Sign in</h1><form><label>E-mail <input id=user type=email></label><button id=go>Continue</button></form>"
    form = login_form(await pages.facts(html, url="https://shop.example/account/login"))
    assert form is not None
    assert form.user is not None
    assert form.submit is not None
    assert (form.user.id, form.password, form.submit.id) == ("user", None, "go")


@pytest.mark.parametrize(
    "html",
    [
        TWICE,
        "<h1>Your account</h1><form><input type=password><input type=password><input type=password><button>Change</button></form>",
        "<h1>News</h1><footer><form class=newsletter><input type=email><button>Subscribe</button></form></footer>",
        "<form><input type=password autocomplete=new-password><button>Save</button></form>",
    ],
)
async def test_other_forms_are_no_login(pages: Pages, html: str) -> None:
    assert login_form(await pages.facts(html)) is None


async def test_the_way_to_the_login_is_found(pages: Pages) -> None:
    html = "<a href='/register'>Create account</a> <a href='/about'>About</a> <a href='/account' id=way>Sign in</a> <a href='/my'>Help</a>"
    found = login_links(await pages.facts(html))
    assert [c.id for c in found] == ["way"]
