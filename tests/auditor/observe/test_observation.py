"""The observation as a tree, its queries, and its way through JSON."""

from __future__ import annotations

import pytest

from auditor.facts.page import PageFacts
from auditor.observe import Box, Observation
from tests.auditor.pages import Pages, by_id

PRODUCT = """
<header><nav><a href="/c/bags">Bags</a><a href="/cart">Cart (1)</a></nav></header>
<main><h1 id="h">Linen bag</h1><p><s>€ 49</s> <b>€ 39</b></p>
<form action="/cart/add" method="post"><label for="size">Size</label><select id="size" name="size"><option value="">Choose</option>
<option value="s">S</option><option value="m" selected>M</option><option value="l" disabled>L</option></select>
<label><input type="checkbox" name="wrap" checked> Gift wrap</label><button id="buy">Add to cart</button></form>
<img src="/bag.svg" width="120" height="90" alt="A bag"></main>
<div id="bar" style="position:fixed;bottom:0;left:0;width:100%;height:80px;background:#eee">Cookies <button id="ok">Accept</button></div>
"""
FRAME = '<form action="/send"><label>Card number <input id="card"></label><button id="pay">Go on</button></form>'
FRAMED = '<h2>Payment</h2><iframe id="f" src="https://pay.example/form" style="border:0;width:400px;height:200px"></iframe><p>Behind it</p>'


def everything(seen: Observation) -> tuple[object, ...]:
    own = (seen.url, seen.title, seen.lang, seen.viewport, seen.page_size, seen.parents, seen.kinds, seen.meta, seen.json_ld)
    return (*own, seen.controls, seen.texts, seen.pictures, seen.layers, seen.forms, seen.embedded, seen.regions)


@pytest.mark.parametrize("body", [PRODUCT, FRAMED], ids=["product", "framed"])
async def test_an_observation_survives_json(pages: Pages, body: str) -> None:
    seen = await pages.observe(body, others={"https://pay.example/form": FRAME})
    again = Observation.from_json(seen.to_json())
    assert seen.controls
    assert everything(again) == everything(seen)
    assert again.to_json() == seen.to_json()


async def test_a_stored_observation_gives_the_same_facts(pages: Pages) -> None:
    seen = await pages.observe(PRODUCT)
    live, stored = PageFacts(seen), PageFacts(Observation.from_json(seen.to_json()))
    assert live.buy_box.button is not None
    assert live.buy_box == stored.buy_box
    assert live.groups == stored.groups
    assert live.prices == stored.prices
    assert live.overlays == stored.overlays
    assert live.cart_links == stored.cart_links


async def test_containment_follows_the_page(pages: Pages) -> None:
    seen = await pages.observe(
        '<div id="o" onclick="1"><p><button id="a">A</button></p><button id="b">B</button></div><button id="c">C</button>'
    )
    outer, a, b, c = (by_id(seen, i).n for i in "oabc")
    assert seen.contains(outer, a)
    assert seen.contains(outer, b)
    assert seen.contains(outer, outer)
    assert not seen.contains(outer, c)
    assert not seen.contains(a, outer)
    assert seen.common_ancestor([a, b]) == outer
    assert seen.common_ancestor([a, c]) == next(seen.ancestors(outer))
    assert [x.id for x in seen.within(outer)[0]] == ["o", "a", "b"]


async def test_what_stands_in_a_frame_is_contained_in_its_holder(pages: Pages) -> None:
    seen = await pages.observe(FRAMED, others={"https://pay.example/form": FRAME})
    (holder,) = seen.embedded
    card = by_id(seen, "card")
    behind = next(t for t in seen.texts if t.text == "Behind it")
    assert seen.contains(holder.n, card.n)
    assert not seen.contains(holder.n, behind.n)
    assert holder.box.overlaps(card.box)
    assert seen.forms[card.form].action == "/send"
    label = seen.label_of(card)
    assert label is not None
    assert label.text.startswith("Card number")


async def test_text_of_a_part_of_the_page_in_reading_order(pages: Pages) -> None:
    seen = await pages.observe('<div id="d" tabindex="0"><h2>Total</h2><p>with VAT</p><b>€ 12</b></div><p>elsewhere</p>')
    part = by_id(seen, "d").n
    assert seen.text_of(part) == "Total with VAT € 12"
    assert seen.text_of(part, size=5) == "Total"
    assert "elsewhere" in seen.full_text


async def test_fields_are_the_usable_ones(pages: Pages) -> None:
    seen = await pages.observe(
        '<input id="a"><input id="b" disabled><input id="c" style="pointer-events:none"><input id="d" hidden><button id="e">E</button>'
        '<fieldset disabled><input id="f"></fieldset>'
    )
    assert [c.id for c in seen.fields] == ["a"]


async def test_boxes_are_of_the_page_not_of_the_window(pages: Pages) -> None:
    tall = '<body style="margin:0"><div style="height:3000px"></div><button id="x" style="width:100px;height:40px">X</button>'
    async with pages.tab(tall) as tab:
        await tab.page.evaluate("scrollTo(0, 2500)")
        seen = await tab.observer.observe()
    assert seen.scroll[1] > 1000
    assert by_id(seen, "x").box == Box(0, 3000, 100, 40)
    assert by_id(seen, "x").in_view
