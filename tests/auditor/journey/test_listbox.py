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
