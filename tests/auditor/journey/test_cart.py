"""The product is put into the cart and seen there: on its page, in a drawer, in a cart that is always open; else it is said why not."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Browser

from auditor.journey.cart import confirm_cart, propose_cart, reach_cart
from auditor.model.journey import StepOutcome
from auditor.record.redaction import Redactor
from auditor.record.writer import JourneyWriter
from tests.auditor.journey.mug_shop import CART, HEADER, PRODUCT, shopping_for
from tests.auditor.journey.site import visiting
from tests.auditor.pages import Pages

ADDED = f"{HEADER}<p>Blue mug was added to your cart.</p><a href='/cart'>View cart</a>"
DRAWER = (
    '<div role="dialog" aria-label="Cart" style="position:fixed;top:0;right:0;width:360px;height:600px;background:#fff;z-index:9">'
    "<h2>Your cart</h2><p>Blue mug</p><p>£9.00</p><p>Subtotal £9.00</p>{}</div>"
)


@pytest.mark.parametrize(
    "pages",
    [
        {"/p": PRODUCT, "/add": CART},
        {"/p": PRODUCT, "/add": ADDED, "/cart": CART},
    ],
    ids=["the shop goes there", "the shopper goes there"],
)
async def test_the_product_is_added_and_seen_in_the_cart(browser: Browser, pages: dict[str, str]) -> None:
    async with visiting(browser, pages, "/p") as visit:
        cart, code = await reach_cart(shopping_for(visit).walker, visit.facts)
        assert cart is not None
        assert (code, cart.cart_lines("Blue mug") != []) == ("", True)
        assert visit.site.sent == [("/add", "")]
        step = visit.walker.steps[-1]
        assert (step.outcome, step.attempts) == (StepOutcome.REACHED, 1)
        assert "9.00" in visit.walker.total_seen


async def test_a_drawer_with_a_way_to_the_checkout_is_the_cart(browser: Browser) -> None:
    page = f"""{HEADER}<h1>Blue mug</h1><p>£9.00</p><button id="buy" style="width:220px;height:44px">Add to cart</button><div id="d">
    </div>
    <script>buy.onclick = () => {{ n.textContent = 1; d.innerHTML = `{DRAWER.format("<a href='/checkout'>Checkout</a>")}`; }};</script>"""
    async with visiting(browser, {"/p": page, "/cart": CART}, "/p") as visit:
        cart, _ = await reach_cart(shopping_for(visit).walker, visit.facts)
        assert cart is not None
        assert cart.url.endswith("/p")
        assert visit.site.asked == ["/p"]


@pytest.mark.parametrize("probes", [("cart_page",), ()], ids=["", "no probes"])
async def test_the_page_behind_such_a_drawer_is_opened_beside_it_at_once(browser: Browser, tmp_path: Path, probes: tuple[str, ...]) -> None:
    page = f"""{HEADER}<h1>Blue mug</h1><p>£9.00</p><button id="buy" style="width:220px;height:44px">Add to cart</button><div id="d">
    </div>
    <script>buy.onclick = () => {{ n.textContent = 1; d.innerHTML = `{DRAWER.format("<a href='/checkout'>Checkout</a>")}`; }};</script>"""
    async with visiting(browser, {"/p": page, "/cart": CART}, "/p") as visit:
        walker = shopping_for(visit).walker
        walker.witness = writer = JourneyWriter(tmp_path, {}, probes, Redactor())
        cart, _ = await reach_cart(walker, visit.facts)
        assert cart is not None
        assert (cart.url, (await walker.look()).overlays != []) == (walker.product.url, True)  # the drawer is still open
        assert writer.pages_beside == ["cart-page"] * len(probes)
        assert visit.site.asked == ["/p", *(["/cart"] if probes else [])]


async def test_a_cart_link_that_a_script_holds_back_is_not_the_cart_page(browser: Browser) -> None:
    """Both links name /cart; the header's only opens the drawer, in which the other one leads there."""
    drawer = DRAWER.format("<a href='/cart'>View cart</a>")
    page = f"""<header><a id="top" href="/cart">Cart <span id="n">0</span></a></header><h1>Blue mug</h1><p>£9.00</p>
    <button id="buy" style="width:220px;height:44px">Add to cart</button><div id="d"></div>
    <script>buy.onclick = () => {{ n.textContent = 1; }};
    document.getElementById("top").onclick = (e) => {{ e.preventDefault(); d.innerHTML = `{drawer}`; }};</script>"""
    async with visiting(browser, {"/p": page, "/cart": CART}, "/p") as visit:
        cart, _ = await reach_cart(shopping_for(visit).walker, visit.facts)
        assert cart is not None
        assert cart.url.endswith("/cart")


async def test_an_empty_cart_after_adding_is_no_cart(browser: Browser) -> None:
    pages = {"/p": PRODUCT, "/add": ADDED, "/cart": "<h1>Your cart</h1><p>Your cart is empty.</p>"}
    async with visiting(browser, pages, "/p") as visit:
        assert await reach_cart(shopping_for(visit).walker, visit.facts) == (None, "cart_empty_after_add")


@pytest.mark.parametrize(
    ("page", "url", "shown"),
    [
        (CART, "/cart", True),
        (CART.replace("Blue mug", "Teapot"), "/cart", False),
        ("<h1>Your cart</h1><p>Your cart is empty.</p><h2>Seen lately</h2><p>Blue mug £9.00</p>", "/cart", False),
        (f"<h1>Teapot</h1><p>£40.00</p>{DRAWER.format('<a href=/checkout>Checkout</a>')}", "/p", True),
        ("<h1>Blog</h1><p>The Blue mug costs £9.00 and is lovely.</p>", "/blog", False),
        (
            (
                "<h1>Teapot</h1><p>£40.00</p><aside><h2>Basket</h2><p>Blue mug £9.00</p><p>Total £9.00</p>"
                "<a href='/checkout' style='display:block;height:44px'>Checkout</a></aside>"
            ),
            "/p",
            True,
        ),
        ("<h1>Blue mug</h1><p>£9.00</p><a href='/checkout'>Checkout</a>", "/p/blue", False),
    ],
    ids=["page", "another product", "empty", "drawer", "a text", "standing cart", "its own page"],
)
async def test_the_product_has_to_stand_in_a_cart(browser: Browser, page: str, url: str, shown: bool) -> None:
    async with visiting(browser, page, url) as visit:
        assert bool(confirm_cart(shopping_for(visit).walker, visit.facts)) is shown


async def test_what_counts_up_after_adding_is_the_cart_whatever_it_is_called(pages: Pages) -> None:
    before = await pages.facts("<button>Nest (0)</button><button>Likes (3)</button><h1>Mug</h1>")
    after = await pages.facts("<button>Nest (1)</button><button>Likes (3)</button><h1>Mug</h1>")
    assert [c.control.label_text for c in propose_cart(after, before) if c.p >= 0.5] == ["Nest (1)"]
    assert not [c for c in propose_cart(before, before) if c.p >= 0.5]


async def test_while_a_dialog_is_open_only_its_own_way_to_the_cart_counts(pages: Pages) -> None:
    dialog = DRAWER.format("<a href='/basket'>View basket</a>").replace('role="dialog"', 'role="dialog" aria-modal="true"')
    found = propose_cart(await pages.facts(HEADER + "<h1>Blue mug</h1>" + dialog))
    assert [c.control.label_text for c in found if c.p >= 0.5] == ["View basket"]


async def test_a_cart_link_in_a_closed_menu_is_found(browser: Browser) -> None:
    menu = """<header><button id="m" class="menu-toggle" aria-expanded="false">Menu</button>
    <nav id="menu" hidden><a href="/cart">Cart (1)</a></nav></header><script>m.onclick = () => menu.hidden = false</script>"""
    added = PRODUCT.replace(HEADER, menu)
    async with visiting(browser, {"/p": added, "/add": added, "/cart": CART}, "/p") as visit:
        cart, _ = await reach_cart(shopping_for(visit).walker, visit.facts)
        assert cart is not None
        assert cart.url.endswith("/cart")
