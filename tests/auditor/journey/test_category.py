"""From the home page to a list of products, and what is met on the way where there is none."""

from __future__ import annotations

from playwright.async_api import Browser

from auditor.journey.category import reach_category
from auditor.journey.walk import walk
from auditor.model.stage import Stage
from tests.auditor.journey.site import visiting

BUY = '<form action="/add-{0}" method="post"><button style="width:220px;height:44px">Add to cart</button></form>'
NAMES = {"slalom-ski": "Slalom ski", "race-ski": "Race ski", "touring-ski": "Touring ski", "nordic-ski": "Nordic ski"}
HOME = "<h1>Alpine</h1><nav><ul>{}</ul></nav><p>Skis since 1962, made in a valley of the Alps by twelve people.</p>"
LINKS = "".join(f'<li><a href="/skis/{path}">{name}</a></li>' for path, name in NAMES.items())
PRODUCTS = {f"/skis/{path}": f"<h1>{name}</h1><p>£199.00</p>{BUY.format(path)}" for path, name in NAMES.items()}
CARTS = {
    f"/add-{path}": f"<h1>Your cart</h1><table><tr><td>{name}</td><td><input name='qty' value='1'></td><td>£199.00</td></tr></table>"
    "<p>Subtotal £199.00</p><a href='/checkout'>Checkout</a>"
    for path, name in NAMES.items()
}


async def test_a_shop_that_links_its_products_themselves_has_no_list(browser: Browser) -> None:
    async with visiting(browser, {"/": HOME.format(LINKS), **PRODUCTS}) as visit:
        assert await reach_category(visit.walker, visit.facts) is None
        assert len(visit.walker.passed) == 3
        assert len([path for path in visit.site.asked if path.startswith("/skis/")]) == 3


async def test_what_was_met_on_the_way_is_bought(browser: Browser) -> None:
    async with visiting(browser, {"/": HOME.format(LINKS), **PRODUCTS, **CARTS}) as visit:
        journey = await walk(visit.walker)
        steps = {s.stage: s for s in journey.steps}
        assert steps[Stage.PRODUCT].action == "met while looking for a list"
        assert journey.deepest is Stage.CART
