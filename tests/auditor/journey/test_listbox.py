"""The entries of a list that is no select: by their role, else what appears beside the opener."""

from __future__ import annotations

from playwright.async_api import Browser

from auditor.journey.listbox import entries, open_list
from tests.auditor.journey.site import by_id, visiting
from tests.auditor.pages import Pages

OPENER = '<button id="o" aria-haspopup="listbox">Choose</button>'


async def test_options_are_known_by_their_role(pages: Pages) -> None:
    before = await pages.facts(OPENER)
    after = await pages.facts(
        OPENER
        + '<ul><li role="option">Please select</li><li role="option">Small</li><li role="option" aria-disabled="true">Large</li></ul>'
    )
    assert [c.label_text for c in entries(before, after, by_id(before.observation, "o"))] == ["Small"]


async def test_without_roles_what_appeared_beside_the_opener_counts(pages: Pages) -> None:
    elsewhere = '<div style="position:absolute;top:1500px"><button>Chat</button></div>'
    before = await pages.facts(OPENER + "<button>Help</button>")
    after = await pages.facts(OPENER + "<button>Help</button><button>Oak</button><button>Ash</button>" + elsewhere)
    assert [c.label_text for c in entries(before, after, by_id(before.observation, "o"))] == ["Oak", "Ash"]


async def test_nothing_appeared_nothing_is_offered(pages: Pages) -> None:
    before = await pages.facts(OPENER + "<button>Help</button>")
    assert entries(before, before, by_id(before.observation, "o")) == []


async def test_a_list_is_opened_by_a_press(browser: Browser) -> None:
    page = f"""{OPENER}<div id="list" hidden><div role="option">Oak</div><div role="option">Ash</div></div>
    <script>o.onclick = () => setTimeout(() => list.hidden = false, 150);</script>"""
    async with visiting(browser, page) as visit:
        opened, found = await open_list(visit.walker, visit.facts, by_id(visit.facts.observation, "o"))
        assert [c.label_text for c in found] == ["Oak", "Ash"]
        assert all(c.n in opened.observation.by_node for c in found)


async def test_an_opener_that_is_still_dead_is_pressed_again(browser: Browser) -> None:
    page = f"""{OPENER}<div id="list" hidden><div role="option">Oak</div><div role="option">Ash</div></div>
    <script>o.onclick = () => {{ o.onclick = () => list.hidden = !list.hidden; }};</script>"""
    async with visiting(browser, page) as visit:
        _, found = await open_list(visit.walker, visit.facts, by_id(visit.facts.observation, "o"))
        assert [c.label_text for c in found] == ["Oak", "Ash"]


async def test_what_has_come_over_the_opener_is_cleared_away(browser: Browser) -> None:
    page = f"""{OPENER}<div id="list" hidden><div role="option">Oak</div><div role="option">Ash</div></div>
    <div id="c" hidden role="dialog" style="position:fixed;left:0;top:0;width:100%;height:300px;background:#fff"><p>We use cookies.</p>
    <button onclick="c.remove()">Reject all cookies</button></div><script>o.onclick = () => list.hidden = false;</script>"""
    async with visiting(browser, page) as visit:
        await visit.walker.tab.page.evaluate("document.getElementById('c').hidden = false")
        _, found = await open_list(visit.walker, visit.facts, by_id(visit.facts.observation, "o"))
        assert [c.label_text for c in found] == ["Oak", "Ash"]
