"""What a product needs is chosen: sizes and colours that can be had, required texts, one piece; extras are left alone."""

from __future__ import annotations

from playwright.async_api import Browser

from auditor.journey.variant import choose_variant, chosen_texts, open_groups, other_choice
from tests.auditor.journey.site import NOTING, visiting
from tests.auditor.pages import Pages

PAGE = """<h1>Linen shirt</h1><p>£45.00</p><form>{}<button id="buy" style="width:220px;height:44px">Add to cart</button></form>"""
SIZES = """<label>Size <select id="size" name="size"><option value="">Choose a size</option><option>S – sold out</option>
<option>M</option>
<option>L</option></select></label>"""
COLOURS = """<fieldset><legend>Colour</legend><label><input type="radio" name="colour" id="blue"> Blue</label>
<label><input type="radio" name="colour" id="green"> Green</label></fieldset>"""


async def test_every_open_choice_is_made_with_what_can_be_had(browser: Browser) -> None:
    async with visiting(browser, PAGE.format(SIZES + COLOURS), "/p/shirt") as visit:
        assert len(open_groups(visit.facts)) == 2
        after = await choose_variant(visit.walker, visit.facts)
        assert (await visit.value("size"), await visit.ticked("blue")) == ("M", True)
        assert open_groups(after) == []
        assert chosen_texts(after) == ("M", "Blue")


async def test_a_choice_that_led_nowhere_is_avoided(browser: Browser) -> None:
    async with visiting(browser, PAGE.format(SIZES + COLOURS), "/p/shirt") as visit:
        after = await choose_variant(visit.walker, visit.facts, frozenset({"M", "Blue"}))
        assert chosen_texts(after) == ("L", "Green")
        group, choice = other_choice(after, frozenset({"L", "Green"})) or (None, None)
        assert choice is not None
        assert group is not None
        assert choice.text == "Blue"


async def test_a_choice_redrawn_by_another_is_made_too(browser: Browser) -> None:
    page = PAGE.format(SIZES + '<div id="more"></div>') + (
        """<script>size.onchange = () => more.innerHTML = '<label>Colour <select id="col" name="colour"><option value="">Choose</option>'
        + '<option>Red</option></select></label>';</script>"""
    )
    async with visiting(browser, page, "/p/shirt") as visit:
        await choose_variant(visit.walker, visit.facts)
        assert (await visit.value("size"), await visit.value("col")) == ("M", "Red")


async def test_swatches_are_pressed_and_a_list_that_is_no_select_is_opened(browser: Browser) -> None:
    page = PAGE.format("""<p>Colour</p><div class="swatches" id="s"><button type="button" class="swatch" aria-pressed="false">Oat</button>
    <button type="button" class="swatch" aria-pressed="false">Moss</button></div>
    <p id="l">Size</p><button type="button" id="o" aria-haspopup="listbox" aria-labelledby="l o">Choose a size</button>
    <ul id="list" hidden><li role="option">38</li><li role="option">40</li></ul>
    <script>s.onclick = (e) => { for (const b of s.children) b.setAttribute("aria-pressed", b === e.target); };
    o.onclick = () => list.hidden = false;
    list.onclick = (e) => { o.textContent = e.target.textContent; list.hidden = true; };</script>""")
    async with visiting(browser, page, "/p/shirt") as visit:
        await choose_variant(visit.walker, visit.facts)
        assert await visit.walker.tab.page.get_attribute(".swatch", "aria-pressed") == "true"
        assert await visit.walker.tab.page.inner_text("#o") == "38"


async def test_texts_the_product_needs_are_filled_and_one_piece_is_set(browser: Browser) -> None:
    page = PAGE.format("""<p><label>Engraving * <input id="text" name="text"></label></p><p>
    <label>Gift message (optional) <input id="gift"></label></p>
    <p><label>Quantity <input id="qty" name="qty" value="0"></label></p>""")
    async with visiting(browser, page, "/p/shirt") as visit:
        await choose_variant(visit.walker, visit.facts)
        assert [await visit.value(i) for i in ("text", "gift", "qty")] == ["Test", "", "1"]


async def test_extras_are_left_alone(pages: Pages) -> None:
    extras = """<label>Gift wrapping <select name="wrap"><option value="">Please choose</option><option>Paper £3</option></select></label>
    <label>Lining (optional) <select name="lining"><option value="">Please choose</option><option>Silk</option></select></label>"""
    facts = await pages.facts(PAGE.format(SIZES + extras))
    assert [g.label for g in open_groups(facts)] == ["Size"]


async def test_boxes_of_unknown_names_are_pressed_only_once_the_button_had_no_effect(browser: Browser) -> None:
    page = PAGE.format("""<div id="row"><button type="button" id="one">Tom</button><button type="button" id="two">Dick</button></div>
    <script>row.onclick = (e) => e.target.setAttribute("aria-pressed", "true");</script>""")
    async with visiting(browser, page + NOTING, "/p/shirt") as visit:
        await choose_variant(visit.walker, visit.facts)
        assert await visit.pressed() == []
        await choose_variant(visit.walker, await visit.walker.look(), eager=True)
        assert await visit.pressed() == ["one"]
