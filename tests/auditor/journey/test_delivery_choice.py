"""The delivery that brings the parcel home is chosen, in every shape, and not again where it led nowhere."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser

from auditor.journey.delivery_choice import choose_shipping
from auditor.journey.progress import Progress
from auditor.journey.walker import StepDraft
from auditor.model.stage import Stage
from tests.auditor.journey.site import Visit, visiting

RADIOS = """<h2>Delivery method</h2><form><p><input type="radio" name="d" id="a" {a}>
<label for="a">Collect from our store, free</label></p>
<p><input type="radio" name="d" id="b" {b}><label for="b">Royal Mail Tracked 48 £3.95</label></p>
<p><input type="radio" name="d" id="c"><label for="c">DPD Express £7.95</label></p></form>"""


async def chosen(visit: Visit, progress: Progress) -> str:
    """Choose on the page as it was opened; returns what the checkout has been told."""
    await choose_shipping(visit.walker, StepDraft(Stage.SHIPPING), visit.facts, progress)
    return progress.shipping


async def test_the_first_delivery_that_comes_home_is_picked(browser: Browser) -> None:
    async with visiting(browser, RADIOS.format(a="", b=""), "/checkout") as visit:
        assert "Royal Mail" in await chosen(visit, Progress())
        assert [await visit.ticked(i) for i in "abc"] == [False, True, False]


async def test_what_the_shop_has_chosen_stays(browser: Browser) -> None:
    async with visiting(browser, RADIOS.format(a="checked", b=""), "/checkout") as visit:
        assert "Collect" in await chosen(visit, Progress())
        assert await visit.ticked("a")


async def test_a_choice_that_led_nowhere_gives_way_to_another(browser: Browser) -> None:
    async with visiting(browser, RADIOS.format(a="", b="checked"), "/checkout") as visit:
        led_nowhere = visit.facts.checkout.shipping[0].selected
        assert led_nowhere is not None
        assert "DPD" in await chosen(visit, Progress(dead_ends={led_nowhere.text}))
        assert await visit.ticked("c")


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        (
            """<label>Delivery method <select id="s" name="shipping"><option value="">Please choose</option>
            <option>Store pickup, free</option>
            <option>Standard delivery £3.95</option></select></label>""",
            "Standard delivery",
        ),
        (
            """<h2>Delivery method</h2><div id="s" class="options">
            <button type="button" class="option" aria-pressed="false">Store pickup £0.00</button>
            <button type="button" class="option" aria-pressed="false">Courier delivery £3.95</button>
            <button type="button" class="option" aria-pressed="false">Express delivery £9.95</button></div>
            <script>s.onclick = (e) => { for (const b of s.children) b.setAttribute("aria-pressed", b === e.target); };</script>""",
            "Courier delivery",
        ),
    ],
    ids=["select", "tiles"],
)
async def test_a_delivery_is_chosen_in_other_shapes_too(browser: Browser, page: str, shown: str) -> None:
    async with visiting(browser, page, "/checkout") as visit:
        assert shown in await chosen(visit, Progress())
        selected = (await visit.walker.look()).checkout.shipping[0].selected
        assert selected is not None
        assert shown in selected.text


async def test_rows_with_buttons_of_their_own_are_sent(browser: Browser) -> None:
    row = """<tr><td>{0}</td><td>£{1}</td><td><form action="/pay" method="post"><input type="hidden" name="d" value="{2}">
    <button>Select</button></form></td></tr>"""
    rows = row.format("Collect in store", "0.00", "store") + row.format("Parcel delivery to your door", "3.95", "parcel")
    pages = {"/delivery": f"<h1>Delivery method</h1><table>{rows}</table>", "/pay": "<h1>Payment</h1>"}
    async with visiting(browser, pages, "/delivery") as visit:
        assert "Parcel" in await chosen(visit, Progress())
        assert visit.site.sent == [("/pay", "d=parcel")]


async def test_a_closed_list_is_opened_first(browser: Browser) -> None:
    page = """<label id="l">Delivery method</label>
    <button id="o" type="button" aria-haspopup="listbox" aria-labelledby="l">Please choose</button>
    <div id="list" hidden><p><input type="radio" name="d" id="a"><label for="a">Standard delivery £3.95</label></p>
    <p><input type="radio" name="d" id="b"><label for="b">Express delivery £9.95</label></p></div>
    <script>o.onclick = () => list.hidden = false;</script>"""
    async with visiting(browser, page, "/checkout") as visit:
        assert [g.form for g in visit.facts.checkout.shipping] == ["dropdown"]
        progress = Progress()
        opened = await choose_shipping(visit.walker, StepDraft(Stage.SHIPPING), visit.facts, progress)
        assert opened is not None
        assert any(g.form == "radio" for g in opened.checkout.shipping)
        assert progress.shipping == ""  # what it shows is chosen in the next round


async def test_a_page_without_deliveries_asks_for_none(browser: Browser) -> None:
    async with visiting(browser, "<h1>Checkout</h1><p>Delivery £3.95</p>", "/checkout") as visit:
        assert await choose_shipping(visit.walker, StepDraft(Stage.SHIPPING), visit.facts, Progress()) is None
