"""From the cart to the checkout's entry: by whatever leads there, and by no button that pays or orders."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser

from auditor.journey.checkout import confirm_checkout, is_entry, propose_checkout, reach_checkout
from auditor.journey.walker import Product, Stop
from auditor.model.journey import StepOutcome
from tests.auditor.journey.site import NOTING, Visit, visiting
from tests.auditor.pages import Pages

ROW = '<table><tr><td>Blue mug</td><td><input name="qty" value="1" size="2"></td><td>£9.00</td></tr></table><p>Subtotal £9.00</p>'
CART = "<h1>Your cart</h1>" + ROW + "{}"
ADDRESS = """<h1>Checkout</h1><form><label>Email <input name="email" type="email"></label>
<label>First name <input name="firstname"></label>
<label>Street <input name="street"></label><label>City <input name="city"></label></form>"""
LOGIN = """<h1>Checkout</h1><form action="/login" method="post"><label>Email <input type="email" name="e"></label>
<label>Password <input type="password" name="p"></label><button>Log in</button></form>"""


def with_mug(visit: Visit) -> Visit:
    visit.walker.product = Product("Blue mug", "https://shop.example/p")
    return visit


@pytest.mark.parametrize(
    ("way", "entry"),
    [
        ("<a href='/checkout'>Proceed to checkout</a>", ADDRESS),
        ("<form action='/checkout'><button>Checkout</button></form>", ADDRESS),
        ("<form action='/checkout'><button style='width:260px;height:48px'>Off we go</button></form>", ADDRESS),
        ("<a href='/checkout'>Proceed to checkout</a>", LOGIN),
    ],
    ids=["link", "button", "no known name", "opens with a login"],
)
async def test_the_checkout_is_reached(browser: Browser, way: str, entry: str) -> None:
    async with visiting(browser, {"/cart": CART.format(way), "/checkout": entry}, "/cart") as visit:
        after = await reach_checkout(with_mug(visit).walker, visit.facts)
        assert after.url.partition("?")[0].endswith("/checkout")
        assert visit.walker.steps[-1].outcome is StepOutcome.REACHED
        assert visit.site.sent == []


async def test_a_box_the_cart_demands_is_ticked_first(browser: Browser) -> None:
    way = """<p><input type="checkbox" id="t" onchange="go.disabled = !t.checked">
    <label for="t">I accept the terms and conditions</label></p>
    <form action="/checkout"><button id="go" disabled>Checkout</button></form>"""
    async with visiting(browser, {"/cart": CART.format(way), "/checkout": ADDRESS}, "/cart") as visit:
        after = await reach_checkout(with_mug(visit).walker, visit.facts)
        assert after.checkout.asks_address


@pytest.mark.parametrize(
    ("way", "code"),
    [
        ("<button>PayPal</button><a href='/'>Continue shopping</a>", "checkout_not_found"),
        ("<p>The minimum order value is £20.00.</p><a href='/'>Continue shopping</a>", "min_order"),
    ],
    ids=["only a wallet", "minimum order"],
)
async def test_without_a_way_it_is_said_why(browser: Browser, way: str, code: str) -> None:
    page = CART.replace('<input name="qty" value="1" size="2">', "1").format(way) + NOTING
    async with visiting(browser, {"/cart": page, "/": "<h1>Home</h1>"}, "/cart") as visit:
        with pytest.raises(Stop) as stopped:
            await reach_checkout(with_mug(visit).walker, visit.facts)
        assert stopped.value.failure.code == code
        assert visit.walker.steps[-1].outcome is StepOutcome.FAILED
        assert await visit.pressed() == []


async def test_a_cart_that_asks_for_the_address_is_the_checkout(browser: Browser) -> None:
    async with visiting(browser, CART.format(ADDRESS), "/cart") as visit:
        assert is_entry(visit.facts)
        assert await reach_checkout(with_mug(visit).walker, visit.facts) is visit.facts
        assert visit.walker.steps[-1].action == "the cart is part of the checkout"


@pytest.mark.parametrize(
    ("after", "confirmed"),
    [
        (ADDRESS, True),
        (LOGIN, True),
        ("<h1>Checkout</h1><p>Blue mug £9.00</p>", False),
        ("<h1>Page not found</h1>", False),
        ("<h1>Checkout</h1><p>Your cart is empty.</p>" + ADDRESS, False),
    ],
    ids=["address", "login", "asks nothing", "error", "empty"],
)
async def test_an_entry_asks_for_what_a_checkout_asks_first(browser: Browser, after: str, confirmed: bool) -> None:
    async with visiting(browser, {"/cart": CART.format(""), "/checkout": after}, "/cart") as visit:
        await visit.walker.tab.goto("https://shop.example/checkout")
        assert bool(confirm_checkout(with_mug(visit).walker, visit.facts, await visit.walker.look())) is confirmed


async def test_a_product_with_a_promising_name_is_not_taken_for_a_button(pages: Pages) -> None:
    offers = "".join(
        f'<li><a href="/p/{n}"><img src="/{n}.svg" width="120" height="120">{n}</a> <b>£5.00</b> <button>{n}</button></li>'
        for n in ("Red bowl", "Green jug", "White tray")
    )
    facts = await pages.facts(CART.format(f"<ul>{offers}</ul>"), url="https://shop.example/cart")
    assert [c.control.label_text for c in propose_checkout(facts, "Blue mug") if c.p >= 0.4] == []


async def test_a_drawer_under_a_name_of_its_own_is_left_open(browser: Browser) -> None:
    """No word says that it is the cart; it shows the product and leads on."""
    drawer = """<div role="dialog" aria-modal="true" style="position:fixed;top:0;right:0;width:420px;height:700px;background:#fff">
    <h2>Packed</h2><button aria-label="Close" onclick="this.parentNode.remove()">×</button><p>Blue mug £9.00</p>
    <p><a href="/pay" style="display:block;width:300px;height:44px">Proceed to checkout</a></p></div>"""
    pages = {"/p": f"<h1>Blue mug</h1><p>£9.00</p>{drawer}", "/pay": ADDRESS}
    async with visiting(browser, pages, "/p") as visit:
        after = await reach_checkout(with_mug(visit).walker, visit.facts)
        assert after.url.endswith("/pay")


async def test_where_no_name_tells_the_largest_button_of_the_cart_is_tried_and_no_header(pages: Pages) -> None:
    bar = '<div style="position:sticky;top:0;height:70px"><a href="/" style="display:block;width:400px;height:60px">Mug house</a></div>'
    line = '<div><a href="/p">Blue mug</a> <input type="number" value="1"> <b>£9.00</b></div>'
    onward = '<a href="/on" style="display:block;width:200px;height:44px">That is all, let us go</a>'
    found = propose_checkout(await pages.facts(f"{bar}<main><h1>Your basket</h1>{line}{onward}</main>"), "Blue mug")
    assert [c.control.label_text for c in found] == ["That is all, let us go"]
