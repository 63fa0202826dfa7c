"""What a shopper can see and reach, and what only stands in the markup."""

from __future__ import annotations

import pytest

from auditor.browser.devices import DESKTOP, MOBILE
from auditor.model.device import Device
from tests.auditor.pages import Pages, by_id

BUTTON = '<button id="x" style="{style}">Buy</button>'


@pytest.mark.parametrize(
    ("html", "visible"),
    [
        ('<button id="x">Buy</button>', True),
        ('<button id="x" style="display:none">Buy</button>', False),
        ('<button id="x" style="visibility:hidden">Buy</button>', False),
        ('<button id="x" style="opacity:0">Buy</button>', False),
        ('<div style="opacity:0"><button id="x">Buy</button></div>', False),
        ('<div style="visibility:hidden"><button id="x" style="visibility:visible">Buy</button></div>', True),
        ('<div hidden><button id="x">Buy</button></div>', False),
        ('<button id="x" style="position:absolute;left:-9999px">Buy</button>', False),
        ('<button id="x" style="position:absolute;top:-9999px">Buy</button>', False),
        ('<button id="x" style="position:fixed;left:3000px">Buy</button>', False),
        ('<button id="x" style="position:absolute;width:1px;height:1px;overflow:hidden;padding:0;border:0">Buy</button>', False),
        ('<div style="height:0;overflow:hidden"><button id="x">Buy</button></div>', False),
        (
            '<div style="width:300px;overflow:hidden"><div style="transform:translateX(400px)"><button id="x">Buy</button></div></div>',
            False,
        ),
        ('<div style="height:50px;overflow:auto"><div style="height:400px"></div><button id="x">Buy</button></div>', True),
        ('<div style="height:0;overflow:hidden"><button id="x" style="position:fixed;top:9px">Buy</button></div>', True),
        ('<details><summary>More</summary><button id="x">Buy</button></details>', False),
        ('<details open><summary>More</summary><button id="x">Buy</button></details>', True),
        ('<details><summary id="x">More</summary>text</details>', True),
        ('<div style="content-visibility:hidden"><button id="x">Buy</button></div>', False),
        ('<dialog><button id="x">Buy</button></dialog>', False),
        ('<div style="height:4000px"></div><button id="x">Buy</button>', True),
    ],
)
async def test_what_can_be_seen(pages: Pages, html: str, visible: bool) -> None:
    assert by_id(await pages.observe(html), "x").visible is visible


async def test_hidden_controls_are_still_known(pages: Pages) -> None:
    seen = await pages.observe('<nav hidden><a id="x" href="/c/bags">Bags</a></nav>')
    assert by_id(seen, "x").href == "https://shop.example/c/bags"
    assert by_id(seen, "x") not in seen.visible


async def test_texts_nobody_sees_are_left_out(pages: Pages) -> None:
    seen = await pages.observe(
        '<p>seen</p><p style="display:none">a</p><p style="position:absolute;left:-999px">b</p><p style="opacity:0">c</p>'
        "<script>'d'</script><template><p>e</p></template><noscript>f</noscript>"
    )
    assert [t.text for t in seen.texts] == ["seen"]


@pytest.mark.parametrize(
    ("html", "covered"),
    [
        ('<button id="x">Buy</button>', False),
        ('<button id="x">Buy</button><div style="position:fixed;inset:0;background:#fff"></div>', True),
        ('<button id="x">Buy</button><div style="position:fixed;inset:0;pointer-events:none"></div>', False),
        ('<button id="x"><span style="position:relative;z-index:2">Buy</span></button>', False),
        ('<label for="x">Yes <input id="x" type="checkbox"><i style="position:absolute;inset:0"></i></label>', False),
        ('<a id="x" href="/p" style="position:relative"><img src="/a.svg" width="90" height="90" alt=""></a>', False),
    ],
)
async def test_what_lies_under_something_else(pages: Pages, html: str, covered: bool) -> None:
    assert by_id(await pages.observe(html), "x").covered is covered


async def test_covered_controls_in_a_shadow_root(pages: Pages) -> None:
    shadow = '<a-b><template shadowrootmode="open"><button id="x">Buy</button></template></a-b>'
    over = '<div style="position:fixed;inset:0;background:#fff"></div>'
    assert not by_id(await pages.observe(shadow), "x").covered
    assert by_id(await pages.observe(shadow + over), "x").covered


@pytest.mark.parametrize("device", [DESKTOP, MOBILE], ids=["desktop", "mobile"])
async def test_in_view_means_inside_the_window(pages: Pages, device: Device) -> None:
    html = f'<body style="margin:0"><button id="a">A</button><div style="height:{device.height}px"></div><button id="b">B</button>'
    seen = await pages.observe(html, device=device)
    assert seen.viewport == (device.width, device.height)
    assert by_id(seen, "a").in_view
    assert not by_id(seen, "b").in_view
    assert by_id(seen, "b").visible


@pytest.mark.parametrize(
    ("style", "traits"),
    [
        ("pointer-events:none", {"inert"}),
        ("opacity:0.4", {"faded"}),
        ("position:fixed;bottom:0", {"fixed"}),
        ("position:sticky;top:0", {"fixed"}),
        ("", set()),
    ],
)
async def test_how_a_control_is_shown(pages: Pages, style: str, traits: set[str]) -> None:
    control = by_id(await pages.observe(BUTTON.format(style=style)), "x")
    assert {name for name in ("inert", "faded", "fixed") if getattr(control, name)} == traits


async def test_a_drawer_parked_outside_the_page_is_out_of_sight_until_it_slides_in(pages: Pages) -> None:
    drawer = (
        '<div style="position:fixed;top:0;right:0;width:300px;height:100%;transform:translateX({})"><a id="x" href="/cart">Cart</a></div>'
    )
    assert not by_id(await pages.observe(drawer.format("100%")), "x").visible
    assert by_id(await pages.observe(drawer.format("0")), "x").visible
