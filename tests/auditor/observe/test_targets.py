"""Things that are no buttons and links but are made for pressing."""

from __future__ import annotations

import pytest

from auditor.observe import Observation
from tests.auditor.pages import Pages, by_id

LISTENER = "<script>document.getElementById('x').addEventListener('{event}', () => 1)</script>"


@pytest.mark.parametrize(
    ("html", "custom"),
    [
        ('<div id="x" role="button">Add</div>', "role"),
        ('<li id="x" role="option">Red</li>', "role"),
        ('<div id="x" onclick="1">Add</div>', "onclick"),
        ('<div id="x">Add</div>' + LISTENER.format(event="click"), "listener"),
        ('<div id="x">Add</div>' + LISTENER.format(event="pointerdown"), "listener"),
        ('<div id="x" style="cursor:pointer">Add</div>', "pointer"),
        ('<span id="x" tabindex="0">Add</span>', "tabindex"),
        ('<a id="x" onclick="1">Add</a>', ""),
        ('<div id="x" contenteditable>Text</div>', "editable"),
    ],
)
async def test_how_a_target_is_recognised(pages: Pages, html: str, custom: str) -> None:
    control = by_id(await pages.observe(html), "x")
    assert control.custom == custom
    assert control.visible


@pytest.mark.parametrize(
    "html",
    [
        '<div id="x">Only text</div>',
        '<div id="x">Add</div>' + LISTENER.format(event="keydown"),
        '<a id="x">An anchor without an address</a>',
        '<span id="x" tabindex="-1">Add</span>',
        '<div id="x" onclick="1" style="height:900px">The whole page</div>',
        f'<div id="x" onclick="1">{"<i>.</i>" * 80}</div>',
        '<div id="x" tabindex="0"><a href="/p">A product in a carousel</a></div>',
        '<div id="x" role="dialog" tabindex="0" onclick="1">A dialog</div>',
    ],
)
async def test_what_is_no_target(pages: Pages, html: str) -> None:
    assert [c for c in (await pages.observe(html)).controls if c.id == "x"] == []


def targets(seen: Observation) -> list[str]:
    return [c.text for c in seen.controls if c.custom]


async def test_a_pointer_is_inherited_and_counts_where_it_begins(pages: Pages) -> None:
    seen = await pages.observe('<div style="cursor:pointer"><span>Wool <b>blanket</b></span></div>')
    assert targets(seen) == ["Wool blanket"]


async def test_the_entries_of_a_list_with_a_pointer_are_targets_of_their_own(pages: Pages) -> None:
    seen = await pages.observe('<div style="cursor:pointer"><div>Red</div><div>Blue</div></div>')
    assert {"Red", "Blue"} <= set(targets(seen))


async def test_hydrated_listeners_on_the_document_make_nothing_a_target(pages: Pages) -> None:
    seen = await pages.observe(
        "<p>text</p><script>document.addEventListener('click', () => 1); document.body.addEventListener('click', () => 1)</script>"
    )
    assert seen.controls == []


async def test_listeners_keep_working_when_they_are_watched(pages: Pages) -> None:
    page = "<div id='x'>Add</div><script>const f = () => { document.title += '!' }; const x = document.getElementById('x');"
    page += "x.addEventListener('click', f, {once: true}); x.addEventListener('click', f); x.removeEventListener('click', f);</script>"
    async with pages.tab(page) as tab:
        facts = await tab.look()
        await tab.press(facts.observation, by_id(facts.observation, "x"))
        assert await tab.page.title() == "Shop"  # listeners are one per function: the removal took it away
