"""Taking an observation: shadow roots, frames, and the way back to the live element."""

from __future__ import annotations

import pytest

from tests.auditor.pages import Pages, by_id

BUTTON = '<button id="inner">Add to cart</button><p>from the shadow</p>'
BY_SCRIPT = "<shop-buy id='host'></shop-buy><script>document.querySelector('shop-buy').attachShadow({mode: '%s'}).innerHTML = `%s`</script>"
DECLARED = "<shop-buy id='host' style='display:block'><template shadowrootmode='%s'>%s</template></shop-buy>"


@pytest.mark.parametrize("mode", ["open", "closed"])
@pytest.mark.parametrize("way", [BY_SCRIPT, DECLARED], ids=["by script", "declared"])
async def test_shadow_roots_are_seen(pages: Pages, way: str, mode: str) -> None:
    seen = await pages.observe(way % (mode, BUTTON))
    button = by_id(seen, "inner")
    assert button.visible
    assert button.text == "Add to cart"
    assert button.shadow == 1
    assert "from the shadow" in seen.full_text
    assert seen.shadow_roots == 1


async def test_shadow_roots_in_shadow_roots(pages: Pages) -> None:
    attach = "document.getElementById('host').shadowRoot.getElementById('i').attachShadow({mode: 'closed'})"
    script = f"<script>{attach}.innerHTML = '<button id=x>Buy</button>'</script>"
    seen = await pages.observe(BY_SCRIPT % ("open", "<i-n id='i'></i-n>") + script)
    assert by_id(seen, "x").shadow == 2


async def test_slotted_controls_are_seen_once(pages: Pages) -> None:
    seen = await pages.observe(
        "<a-card><template shadowrootmode='open'><div><slot></slot></div></template><button id='s'>Slotted</button></a-card>"
    )
    assert by_id(seen, "s").visible


@pytest.mark.parametrize("mode", ["open", "closed"])
async def test_a_press_finds_its_way_into_a_shadow_root(pages: Pages, mode: str) -> None:
    pressing = "<button id='inner' onclick='document.title = &quot;pressed&quot;'>Add</button>"
    async with pages.tab(DECLARED % (mode, pressing)) as tab:
        facts = await tab.look()
        await tab.press(facts.observation, by_id(facts.observation, "inner"))
        assert await tab.page.title() == "pressed"


FRAME = '<h3>Inside</h3><button id="inner" style="width:80px;height:30px">Pay by card</button>'


async def test_a_frame_of_the_same_document(pages: Pages) -> None:
    seen = await pages.observe(f"<iframe srcdoc='{FRAME}' width=400 height=200></iframe>")
    assert by_id(seen, "inner").frame == 1
    assert seen.embedded[0].read


@pytest.mark.parametrize("address", ["https://shop.example/frame", "https://pay.example/frame", "https://shop.example:8443/frame"])
async def test_a_frame_of_any_origin(pages: Pages, address: str) -> None:
    seen = await pages.observe(f'<iframe id="f" src="{address}" width=400 height=200></iframe>', others={address: f"<body>{FRAME}"})
    button = by_id(seen, "inner")
    assert button.visible
    assert button.text == "Pay by card"
    assert seen.embedded[0].box.overlaps(button.box)
    assert seen.embedded[0].src == address


async def test_frames_in_frames(pages: Pages) -> None:
    outer = f'<iframe src="https://bank.example/" width=300 height=150></iframe><p>{"x " * 3}</p>'
    seen = await pages.observe(
        '<iframe src="https://pay.example/" width=500 height=300></iframe>',
        others={"https://pay.example/": outer, "https://bank.example/": FRAME},
    )
    button = by_id(seen, "inner")
    assert button.frame == 2
    assert len(list(seen.ancestors(button.n))) >= 4
    assert seen.contains(seen.embedded[0].n, button.n)


@pytest.mark.parametrize("style", ["display:none", "width:1px;height:1px", "width:20px;height:300px", "visibility:hidden"])
async def test_frames_nobody_can_use_are_not_read(pages: Pages, style: str) -> None:
    seen = await pages.observe(f"<iframe srcdoc='{FRAME}' style='{style}'></iframe><button id='own'>Own</button>")
    assert [c.id for c in seen.controls] == ["own"]


async def test_a_frame_that_does_not_answer_costs_only_its_own_content(pages: Pages) -> None:
    body = '<button id="own">Own</button><iframe src="https://gone.example/" width=300 height=200></iframe>'
    seen = await pages.observe(body)
    assert by_id(seen, "own").visible


async def test_a_frame_that_waits_to_come_into_sight_is_known_but_not_read(pages: Pages) -> None:
    body = '<iframe loading="lazy" src="https://map.example/" style="margin-top:20000px" width=300 height=200></iframe>'
    (frame,) = (await pages.observe(body)).embedded
    assert (frame.visible, frame.read) == (True, False)


async def test_a_press_finds_its_way_into_a_frame(pages: Pages) -> None:
    inside = "<button id=inner onclick=parent.document.title=1>Go</button>"
    async with pages.tab(f'<iframe srcdoc="{inside}" width=300 height=200></iframe>') as tab:
        facts = await tab.look()
        await tab.press(facts.observation, by_id(facts.observation, "inner"))
        assert await tab.page.title() == "1"


async def test_a_handle_belongs_to_the_last_observation(pages: Pages) -> None:
    async with pages.tab("<button id='a'>A</button>") as tab:
        first = await tab.observer.observe()
        assert await tab.observer.handle(first, by_id(first, "a").n, 0) is not None
        second = await tab.observer.observe()
        assert await tab.observer.handle(first, by_id(first, "a").n, 0) is None
        assert await tab.observer.handle(second, 9999, 0) is None


async def test_looking_leaves_the_page_as_it_was(pages: Pages) -> None:
    async with pages.tab("<input id='a' value='1'><my-box>text</my-box><button>B</button>") as tab:
        before = await tab.page.content()
        names = await tab.page.evaluate("Object.keys(window).length")
        await tab.observer.observe()
        assert await tab.page.content() == before
        assert await tab.page.evaluate("Object.keys(window).length") == names


@pytest.mark.parametrize("ticking", ["x.checked = true", "x.checked = false"])
async def test_a_box_ticked_by_a_script_counts_as_ticked_in_advance_later_too(pages: Pages, ticking: str) -> None:
    async with pages.tab(f"<label><input id='x' type='checkbox'> News</label><script>{ticking}</script>") as tab:
        first = by_id((await tab.look()).observation, "x")
        await tab.page.evaluate("x.checked = !x.checked")
        then = by_id((await tab.look()).observation, "x")
    assert (first.checked, then.checked) == (ticking.endswith("true"), not ticking.endswith("true"))
    assert first.default_checked == then.default_checked == ticking.endswith("true")


async def test_a_list_keeps_what_was_chosen_when_it_was_first_seen(pages: Pages) -> None:
    html = "<select id='x'><option value='box'>Double box</option><option value='plain'>Plain box</option></select>"
    async with pages.tab(f"{html}<script>x.value = 'plain'</script>") as tab:
        first = by_id((await tab.look()).observation, "x")
        await tab.page.evaluate("x.value = 'box'")
        then = by_id((await tab.look()).observation, "x")
    assert [o.selected for o in first.options] == [False, True]
    assert [o.selected for o in then.options] == [True, False]
    assert [o.preset for o in first.options] == [o.preset for o in then.options] == [False, True]
