"""The buy button is pressed, what the shop asks for is chosen, and several signs confirm that it worked."""

from __future__ import annotations

from playwright.async_api import Browser

from auditor.journey.buying import confirm_added
from auditor.journey.cart import reach_cart
from tests.auditor.journey.mug_shop import CART, HEADER, PRODUCT, shopping_for
from tests.auditor.journey.site import visiting


async def test_a_message_of_the_shop_is_the_reason_why_nothing_was_added(browser: Browser) -> None:
    page = f"""{HEADER}<h1>Blue mug</h1><p>£9.00</p><button id="buy" style="width:220px;height:44px">Add to cart</button>
    <p id="e" class="error" role="alert" style="color:red"></p>
    <script>buy.onclick = () => {{ buy.remove(); e.textContent = "Please enter a valid amount: sold in sixes."; }};</script>"""
    async with visiting(browser, {"/p": page}, "/p") as visit:
        assert await reach_cart(shopping_for(visit).walker, visit.facts) == (None, "add_error")
        assert "sold in sixes" in (visit.walker.steps[-1].reason or "")


async def test_a_button_that_orders_at_once_is_not_pressed_where_there_is_another(browser: Browser) -> None:
    page = f"""{HEADER}<h1>Blue mug</h1><p>£9.00</p><button id="now" style="width:220px;height:44px">Buy it now</button>
    <button id="buy" style="width:220px;height:44px" onclick="location = '/cart'">Add to cart</button>"""
    async with visiting(browser, {"/p": page, "/cart": CART}, "/p") as visit:
        assert (await reach_cart(shopping_for(visit).walker, visit.facts))[0] is not None
        assert [attempt.chosen for attempt in visit.walker.attempts] == ["button “Add to cart”"]


async def test_what_was_chosen_only_after_the_shop_asked_for_it_is_put_into_the_cart(browser: Browser) -> None:
    page = f"""{HEADER}<h1>Blue mug</h1><p>£9.00</p><p id="l">Size</p>
    <button type="button" id="o" aria-haspopup="listbox" aria-labelledby="l o">Choose a size</button>
    <ul id="list" hidden><li role="option">38</li></ul><p id="e" role="alert"></p>
    <button id="buy" type="button" style="width:220px;height:44px">Add to cart</button>
    <script>let size;
    buy.onclick = () => {{
      if (size) return location = "/cart";
      e.textContent = "Please choose a size.";
      o.onclick = () => list.hidden = !list.hidden;
    }};
    list.onclick = (event) => {{ size = o.textContent = event.target.textContent; list.hidden = true; }};</script>"""
    async with visiting(browser, {"/p": page, "/cart": CART}, "/p") as visit:
        assert (await reach_cart(shopping_for(visit).walker, visit.facts))[1] == ""
        assert visit.walker.product.choices == ("38",)


async def test_adding_is_confirmed_by_signs_of_several_families(browser: Browser) -> None:
    after = PRODUCT.replace(">0<", ">1<") + "<p>Blue mug was added to your cart.</p>"
    async with visiting(browser, {"/p": PRODUCT, "/q": after}, "/p") as visit:
        walker = shopping_for(visit).walker
        walker.badge_before = visit.facts.badge
        mark = walker.tab.traffic.mark()
        assert confirm_added(walker, visit.facts, visit.facts, mark) == []
        await walker.tab.goto("https://shop.example/q")
        assert {s.family for s in confirm_added(walker, visit.facts, await walker.look(), mark)} >= {"counter", "message"}


async def test_a_message_of_having_added_is_news_beside_a_standing_one(browser: Browser) -> None:
    standing, news = "<p>At most 5 of this item in cart</p>", "<p>Blue mug has been added to your cart</p>"
    async with visiting(browser, PRODUCT + standing) as visit:
        shopping_for(visit)
        await visit.walker.tab.page.evaluate(f"document.body.insertAdjacentHTML('beforeend', `{news}`)")
        after = await visit.walker.look()
        position = visit.walker.tab.traffic.mark()
        assert [s.family for s in confirm_added(visit.walker, visit.facts, after, position)] == ["message"]
        assert confirm_added(visit.walker, after, after, position) == []


async def test_the_count_at_the_cart_is_no_message_however_it_is_written(browser: Browser) -> None:
    page = PRODUCT.replace('Cart (<span id="n">0</span>)', "Cart, <b>items in cart: 0</b>")
    async with visiting(browser, {"/p": page, "/q": page.replace("cart: 0", "cart: 1")}, "/p") as visit:
        walker = shopping_for(visit).walker
        walker.badge_before = visit.facts.badge
        await walker.tab.goto("https://shop.example/q")
        position = walker.tab.traffic.mark()
        assert "message" not in {s.family for s in confirm_added(walker, visit.facts, await walker.look(), position)}


async def test_a_note_in_the_shops_own_words_beside_a_count_is_a_message(browser: Browser) -> None:
    page = f"""{HEADER}<main><h1>Blue mug</h1><p>£9.00</p><button id="buy" style="width:220px;height:44px">Add to cart</button>
    <div id="note" role="status"></div></main>
    <script>buy.onclick = () => {{ n.textContent = "1"; note.innerHTML = "Yours. <a href='/cart'>Look it over</a>"; }};</script>"""
    async with visiting(browser, {"/p": page, "/cart": CART}, "/p") as visit:
        assert (await reach_cart(shopping_for(visit).walker, visit.facts))[1] == ""
        pressed = visit.walker.attempts[0]
        assert (pressed.families, pressed.verified) == (("counter", "message"), True)
