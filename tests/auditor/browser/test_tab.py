"""Acting in a tab: pressing, typing, picking, ticking, dialogs, and what it cost the shopper."""

from __future__ import annotations

import pytest
from playwright.async_api import Error

from auditor.browser.devices import DESKTOP, MOBILE
from auditor.browser.tab import Gone, Rung, Tab, fingerprint
from auditor.model.device import Device
from auditor.observe import Control, Observation
from tests.auditor.listening import eventually
from tests.auditor.pages import Pages, by_id

PRESSED = '<button id="x" onclick="document.title = event.isTrusted">Add</button>'


async def seen(tab: Tab, identifier: str = "x") -> tuple[Observation, Control]:
    observation = (await tab.look()).observation
    return observation, by_id(observation, identifier)


async def value(tab: Tab, identifier: str = "x") -> object:
    return await tab.page.evaluate("(i) => { const e = document.getElementById(i); return e.value ?? e.textContent }", identifier)


@pytest.mark.parametrize(("rung", "trusted"), [("trusted", "true"), ("enter", "true"), ("dispatched", "false")])
async def test_ways_to_press_a_button(pages: Pages, rung: Rung, trusted: str) -> None:
    async with pages.tab(PRESSED) as tab:
        await tab.press(*await seen(tab), rung)
        assert await tab.page.title() == trusted
        assert tab.effort.clicks == 1


async def test_a_link_can_be_followed_by_its_address(pages: Pages) -> None:
    async with pages.tab('<a id="x" href="/cart" onclick="return false">Cart</a>') as tab:
        await tab.press(*await seen(tab), "href")
        assert tab.page.url == "https://shop.example/cart"


@pytest.mark.parametrize(("device", "kind"), [(DESKTOP, "mouse"), (MOBILE, "touch")], ids=["desktop", "mobile"])
async def test_a_phone_is_tapped(pages: Pages, device: Device, kind: str) -> None:
    html = '<button id="x" onpointerdown="document.title = event.pointerType">Add</button>'
    async with pages.tab(html, device=device) as tab:
        await tab.press(*await seen(tab))
        assert await tab.page.title() == kind


async def test_what_is_gone_cannot_be_pressed(pages: Pages) -> None:
    async with pages.tab("<p>x</p>") as tab:
        await tab.page.set_content(PRESSED)
        observation, control = await seen(tab)
        await tab.look()  # only the last observation leads back to the page
        with pytest.raises(Gone, match="“Add” is no longer on the page"):
            await tab.press(observation, control)
        assert tab.effort.clicks == 0


async def test_what_is_covered_cannot_be_clicked_but_dispatched(pages: Pages) -> None:
    async with pages.tab(PRESSED + '<div style="position:fixed;inset:0;background:#fff"></div>') as tab:
        observation, control = await seen(tab)
        with pytest.raises(Error, match=r"intercepts pointer events|Timeout"):
            await tab.press(observation, control)
        await tab.press(observation, control, "dispatched")
        assert await tab.page.title() == "false"


@pytest.mark.parametrize("slowly", [False, True])
@pytest.mark.parametrize(
    "html", ['<input id="x" value="old">', '<textarea id="x">old</textarea>', '<div id="x" contenteditable="true">old</div>']
)
async def test_typing_replaces_what_was_there(pages: Pages, html: str, slowly: bool) -> None:
    async with pages.tab(html) as tab:
        await tab.type(*await seen(tab), "Straße 1", slowly=slowly)
        assert await value(tab) == "Straße 1"
        assert (tab.effort.fields, tab.effort.characters) == (1, 8)


async def test_key_by_key_a_mask_can_follow(pages: Pages) -> None:
    mask = "this.value = this.value.replace(/\\D/g, '').replace(/^(\\d{3})(\\d)/, '$1-$2')"
    async with pages.tab(f'<input id="x" oninput="{mask}">') as tab:
        await tab.type(*await seen(tab), "1638001", slowly=True)
        assert await value(tab) == "163-8001"


async def test_leaving_a_field_lets_the_page_validate(pages: Pages) -> None:
    async with pages.tab('<input id="x" onblur="document.title = this.value"><input id="y">') as tab:
        await tab.type(*await seen(tab), "Berlin")
        await tab.leave_field()
        assert await tab.page.title() == "Berlin"


async def test_picking_an_option_by_its_place(pages: Pages) -> None:
    html = '<select id="x" onchange="document.title = this.value"><option value="">-</option><option value="m">M</option></select>'
    async with pages.tab(html) as tab:
        await tab.pick(*await seen(tab), 1)
        assert await tab.page.title() == "m"
        assert tab.effort.choices == 1


HIDDEN = "position:absolute;opacity:0;width:1px;height:1px"
COVER = '<div style="position:absolute;inset:0;background:#fff"></div><label for="x" style="position:relative">I agree</label>'
BOXES = [
    ('<input id="x" type="checkbox">', "shown"),
    (f'<input id="x" type="checkbox" style="{HIDDEN}"><label for="x">I agree</label>', "behind its label"),
    ('<div hidden><input id="x" type="checkbox"></div>', "hidden without a label"),
    ('<input id="x" type="checkbox">' + COVER, "covered"),
]


@pytest.mark.parametrize("on", [True, False])
@pytest.mark.parametrize("html", [b[0] for b in BOXES], ids=[b[1] for b in BOXES])
async def test_ticking_a_box_wherever_it_is(pages: Pages, html: str, on: bool) -> None:
    start = html if on else html.replace('type="checkbox"', 'type="checkbox" checked')
    async with pages.tab(start) as tab:
        await tab.tick(*await seen(tab), on=on)
        assert await tab.page.evaluate("document.getElementById('x').checked") is on


@pytest.mark.parametrize("device", [DESKTOP, MOBILE], ids=["desktop", "mobile"])
async def test_choosing_a_radio_button_through_its_label(pages: Pages, device: Device) -> None:
    radios = "".join(f'<input type="radio" name="s" id="{i}" style="{HIDDEN}"><label for="{i}">{i}</label>' for i in "abc")
    async with pages.tab(radios, device=device) as tab:
        await tab.tick(*await seen(tab, "b"), on=True)
        assert await tab.page.evaluate("document.querySelector(':checked').id") == "b"


async def test_a_role_is_chosen_by_a_click(pages: Pages) -> None:
    html = """<div id="x" role="radio" aria-checked="false" onclick="this.setAttribute('aria-checked', 'true')">S</div>"""
    async with pages.tab(html) as tab:
        await tab.tick(*await seen(tab), on=True)
        assert (await seen(tab))[1].checked


@pytest.mark.parametrize(
    ("script", "accept", "answer"),
    [
        ("alert('Added to cart')", True, "undefined"),
        ("alert('Added to cart')", False, "undefined"),
        ("confirm('Sure?')", True, "true"),
        ("confirm('Sure?')", False, "false"),
        ("prompt('Your name?')", True, "null"),
    ],
)
async def test_dialogs_are_answered_and_kept(pages: Pages, script: str, accept: bool, answer: str) -> None:
    async with pages.tab("<p>x</p>") as tab:
        tab.accept_dialogs = accept
        assert await tab.page.evaluate(f"String({script})") == answer
        assert tab.dialogs == [script.partition("'")[2].partition("'")[0]]


async def test_a_page_that_asks_before_leaving_is_left(pages: Pages) -> None:
    html = "<button id='x'>Go</button><script>addEventListener('beforeunload', (e) => e.preventDefault())</script>"
    async with pages.tab(html) as tab:
        await tab.press(*await seen(tab))
        landing = await tab.goto("https://shop.example/next")
        assert landing.url == "https://shop.example/next"


async def test_what_the_page_complains_about_is_kept(pages: Pages) -> None:
    late = "setTimeout(() => { throw new Error('broken') })"
    html = f"<script>console.log('fine'); console.warn('old API'); console.error('no stock'); {late}</script>"
    async with pages.tab(html) as tab:
        await tab.settle()
        kinds = {m["kind"]: m["text"] for m in tab.messages if "404" not in m["text"]}
    assert kinds == {"warning": "old API", "error": "no stock", "exception": "broken"}


async def test_a_crash_is_noted(pages: Pages) -> None:
    async with pages.tab("<p>x</p>") as tab:
        with pytest.raises(Error):
            await tab.page.goto("chrome://crash")
        assert await eventually(lambda: tab.crashed)
        with pytest.raises(Error):
            await tab.look()


@pytest.mark.parametrize(
    "change",
    [
        "document.getElementById('x').disabled = true",
        "document.getElementById('b').checked = true",
        "document.getElementById('f').value = '2'",
        "document.querySelector('p').textContent = 'Sold out'",
        "document.getElementById('x').style.display = 'none'",
        "history.pushState(0, '', '/other')",
    ],
)
async def test_a_fingerprint_changes_with_what_a_shopper_sees(pages: Pages, change: str) -> None:
    async with pages.tab('<p>In stock</p><button id="x">Add</button><input id="b" type="checkbox"><input id="f" value="1">') as tab:
        before = fingerprint((await tab.look()).observation)
        assert fingerprint((await tab.look()).observation) == before
        await tab.page.evaluate(change)
        assert fingerprint((await tab.look()).observation) != before


async def test_a_devtools_session_keeps_the_emulation(pages: Pages) -> None:
    async with pages.tab("<p>x</p>", device=MOBILE) as tab:
        assert await tab.devtools() is await tab.devtools()
        assert await tab.page.evaluate("[screen.width, devicePixelRatio, navigator.maxTouchPoints > 0]") == [412, 2.625, True]


async def test_facts_remember_what_the_site_is_written_in(pages: Pages) -> None:
    german = "<p>Legen Sie die Artikel in den Warenkorb und zahlen Sie mit der Karte Ihrer Wahl</p>"
    async with pages.tab(german) as tab:
        assert (await tab.look()).language == "de"
        await tab.page.set_content("<p>Merino Schal</p>")
        assert (await tab.look()).language == "de"
