"""What lies over the page."""

from __future__ import annotations

import pytest

from tests.auditor.pages import Pages

TEXT = "<p>We use cookies</p><button>OK</button>"


async def test_a_dialog_that_a_script_opens_is_modal(pages: Pages) -> None:
    seen = await pages.observe(f"<dialog id='d'>{TEXT}</dialog><script>document.getElementById('d').showModal()</script>")
    (layer,) = seen.layers
    assert (layer.id, layer.role, layer.modal, layer.center) == ("d", "dialog", True, True)


@pytest.mark.parametrize(
    ("html", "role", "position", "modal", "center"),
    [
        ('<div role="dialog" aria-modal="true" style="position:fixed;inset:100px">{}</div>', "dialog", "fixed", True, True),
        ('<div style="position:fixed;left:0;bottom:0;width:100%;height:120px">{}</div>', "", "fixed", False, False),
        ('<aside style="position:absolute;z-index:5;top:0;right:0;width:300px;height:600px">{}</aside>', "", "absolute", False, False),
        ('<div style="position:sticky;top:0;width:100%;height:90px">{}</div>', "", "sticky", False, False),
        ("<dialog open style='width:300px;height:200px'>{}</dialog>", "dialog", "absolute", False, False),
    ],
)
async def test_layers_of_every_make(pages: Pages, html: str, role: str, position: str, modal: bool, center: bool) -> None:
    (layer,) = (await pages.observe(html.format(TEXT))).layers
    assert (layer.role, layer.position, layer.modal, layer.center) == (role, position, modal, center)


@pytest.mark.parametrize(
    "html",
    [
        "<div>{}</div>",
        '<div style="position:absolute;top:0;width:300px;height:300px">{}</div>',
        '<div style="position:fixed;width:40px;height:40px;overflow:hidden">{}</div>',
        '<div style="position:fixed;inset:0;display:none">{}</div>',
        '<div style="position:fixed;inset:0;opacity:0">{}</div>',
        '<div style="position:fixed;inset:0;pointer-events:none">{}</div>',
        '<div style="position:fixed;top:0;left:2000px;width:300px;height:100%">{}</div>',
    ],
)
async def test_what_is_no_layer(pages: Pages, html: str) -> None:
    assert (await pages.observe(html.format(TEXT))).layers == []


async def test_a_layer_says_how_much_of_the_window_it_takes(pages: Pages) -> None:
    (layer,) = (await pages.observe(f'<div style="position:fixed;top:0;left:0;width:50%;height:50%;z-index:99">{TEXT}</div>')).layers
    assert layer.share == pytest.approx(0.25, abs=0.01)
    assert layer.z == 99


async def test_a_layer_in_a_shadow_root(pages: Pages) -> None:
    inner = f'<div role="dialog" style="position:fixed;inset:0;background:#fff">{TEXT}</div>'
    seen = await pages.observe(f"<cookie-wall><template shadowrootmode='closed'>{inner}</template></cookie-wall>")
    (layer,) = seen.layers
    assert layer.share == pytest.approx(1, abs=0.01)
    assert "We use cookies" in seen.text_of(layer.n)


async def test_a_page_that_may_not_scroll_says_so(pages: Pages) -> None:
    seen = await pages.observe("<body style='overflow:hidden'><p>x</p></body>")
    assert seen.body_overflow == "hidden"


@pytest.mark.parametrize(
    ("style", "taken"),
    [("body { overflow-x: hidden }", "hidden"), ("html { overflow-x: auto } body { overflow-x: hidden }", "auto"), ("", "visible")],
)
async def test_the_window_takes_the_overflow_of_the_root_or_the_body(pages: Pages, style: str, taken: str) -> None:
    seen = await pages.observe(f"<style>{style}</style><body><p style='width:9000px'>x</p></body>")
    assert seen.overflow_x == taken
