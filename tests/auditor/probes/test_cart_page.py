from dataclasses import replace
from typing import Any

import pytest

from auditor.browser.devices import MOBILE
from auditor.facts.page import PageFacts
from auditor.journey.walker import Walker
from auditor.observe import Observation
from auditor.probes.cart_page import probe_cart_page
from auditor.record.writer import JourneyWriter
from tests.auditor.probes.conftest import Visit

VASE = "https://shop.example/vase"
DRAWER = {
    "en": """<header><a class=cart href="/cart">Cart (1)</a></header><main><h1>Stoneware vase</h1><p>€20.00</p></main>
<div role=dialog class=cart-drawer style="position:fixed;right:0;top:0;width:400px;height:700px;background:#fff"><h2>Your cart</h2>
<ul><li>Stoneware vase <b>€20.00</b></li></ul><a href="/checkout">Checkout</a></div>""",
    "de": """<header><a class=cart href="/cart">Warenkorb (1)</a></header><main><h1>Stoneware vase</h1><p>20,00 €</p></main>
<div role=dialog class=cart-drawer style="position:fixed;right:0;top:0;width:400px;height:700px;background:#fff"><h2>Ihr Warenkorb</h2>
<ul><li>Stoneware vase <b>20,00 €</b></li></ul><a href="/checkout">Zur Kasse</a></div>""",
}
LINES = """<h1>Cart</h1><ul><li><a href='/vase'>Stoneware vase</a> <input type=number name=quantity value=1> <b>€20.00</b></li></ul>
<p>Total €20.00</p><a href='/checkout'>Checkout</a>"""
BY_SCRIPT = f"<main id=m><p>Loading</p></main><script>setTimeout(() => {{ m.innerHTML = `{LINES}`; }}, 300)</script>"


async def tried(visit: Visit, cart: str, drawer: str = DRAWER["en"], product: str = VASE) -> tuple[Any, list[str], Walker]:
    """What the probe finds where the cart is seen over the product, and which pages it has recorded."""
    walker, facts = await visit({"/vase": drawer, "/cart": cart}, "/vase")
    walker.product.title, walker.product.url = "Stoneware vase", product
    page = walker.tab.page
    found, after = await probe_cart_page(walker, facts)
    assert after is facts
    assert (walker.tab.page, page.url, len(walker.context.pages)) == (page, VASE, 1)
    assert isinstance(walker.witness, JourneyWriter)
    return found, walker.witness.pages_beside, walker


@pytest.mark.parametrize("drawer", DRAWER.values(), ids=DRAWER)
@pytest.mark.parametrize("cart", [LINES, BY_SCRIPT], ids=["sent", "by script"])
async def test_the_page_of_a_cart_seen_in_a_drawer_is_recorded(visit: Visit, cart: str, drawer: str) -> None:
    found, recorded, walker = await tried(visit, cart, drawer)
    assert (found, recorded) == ({"url": "https://shop.example/cart"}, ["cart-page"])
    assert isinstance(walker.witness, JourneyWriter)
    file = walker.witness.folder / "beside" / "cart-page" / "observation.json"
    kept = PageFacts(Observation.from_json(file.read_text(encoding="utf-8")))
    assert (kept.url, bool(kept.cart_lines("Stoneware vase"))) == ("https://shop.example/cart", True)


@pytest.mark.parametrize(
    "cart",
    [
        "<header><a href='/cart'>Cart (1)</a></header><main><div class=skeleton></div></main>",  # the badge alone
        "<h1>Cart</h1><p>Your cart is empty.</p>",
        f"<form><input autocomplete=street-address><input autocomplete=postal-code><input autocomplete=address-level2></form>{LINES}",
        f"<script>location.replace('{VASE}')</script>",
    ],
)
async def test_a_page_without_the_product_is_not_recorded(visit: Visit, cart: str) -> None:
    found, recorded, _ = await tried(visit, cart)
    assert (found, recorded) == ("The cart's own page does not show the product.", [])


@pytest.mark.parametrize(
    ("drawer", "product"),
    [(DRAWER["en"].replace('class=cart href="/cart"', "class=cart"), VASE), (DRAWER["en"], "https://shop.example/another")],
    ids=["no address", "the cart was a page"],
)
async def test_without_another_page_of_the_cart_nothing_is_opened(visit: Visit, drawer: str, product: str) -> None:
    found, recorded, _ = await tried(visit, LINES, drawer, product)
    assert (found, recorded) == ("There is no other page of the cart than the one that was seen.", [])


async def test_on_a_phone_it_is_not_opened(visit: Visit) -> None:
    walker, facts = await visit({"/vase": DRAWER["en"], "/cart": LINES}, "/vase")
    walker.tab.device = replace(MOBILE)
    found, _ = await probe_cart_page(walker, facts)
    assert found == "The cart's own page is alike on all devices; it is opened on desktop."
