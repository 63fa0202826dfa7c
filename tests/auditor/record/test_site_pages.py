from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from types import SimpleNamespace
from typing import Any, cast

import pytest
from playwright.async_api import Error

from auditor.api import PageFacts
from auditor.journey.walker import Walker
from auditor.observe import Observation
from auditor.record import site_pages
from auditor.record.site_pages import find_links, record_site_pages, unnamed_links
from auditor.record.writer import JourneyWriter
from tests.checks.pages import Page


def facts_of(page: Page) -> PageFacts:
    return PageFacts(Observation(page.observation))


def linked(
    footer: dict[str, str], *, header: dict[str, str] | None = None, lang: str = "en", url: str = "https://shop.example/"
) -> PageFacts:
    """A page with links in its header and footer: text -> address."""
    page = Page(url, lang=lang)
    for kind, links in (("header", header or {}), ("footer", footer)):
        with page.part(kind):
            for text, href in links.items():
                page.link(text, href)
    return facts_of(page)


def found(concept: str, *pages: PageFacts) -> str | None:
    links = find_links(pages, concept)
    return links[0].href if links else None


@pytest.mark.parametrize(
    ("lang", "text", "concept"),
    [
        ("en", "Privacy policy", "privacy"),
        ("en", "Terms and conditions", "terms"),
        ("de", "Datenschutz", "privacy"),
        ("de", "Impressum", "imprint"),
        ("fr", "Conditions générales de vente", "terms"),
        ("es", "Política de privacidad", "privacy"),
    ],
)
def test_a_link_is_found_by_what_it_says(lang: str, text: str, concept: str) -> None:
    page = linked({"Chairs": "/chairs", text: "/page-7", "Jobs": "/jobs"}, lang=lang)
    assert found(concept, page) == "https://shop.example/page-7"


def test_the_footers_link_is_taken_before_others() -> None:
    page = linked({"Privacy policy": "/privacy"}, header={"Privacy policy": "/blog/privacy-policy"})
    assert found("privacy", page) == "https://shop.example/privacy"


def test_any_page_may_hold_the_link() -> None:
    assert found("privacy", linked({"Jobs": "/jobs"}), linked({"Privacy policy": "/privacy"})) == "https://shop.example/privacy"


@pytest.mark.parametrize("href", ["mailto:privacy@shop.example", "tel:+49301", "javascript:void(0)"])
def test_only_web_addresses_are_opened(href: str) -> None:
    assert found("privacy", linked({"Privacy policy": href})) is None


def test_a_step_of_the_checkout_is_no_page_of_information() -> None:
    step = "https://shop.example/checkout/delivery"
    assert found("delivery_info", linked({}), linked({"Delivery": step}, url=step)) is None


def test_no_link_is_none() -> None:
    assert found("privacy", linked({"Chairs": "/chairs"})) is None
    assert found("privacy") is None


class TabStub:
    """A tab beside the journey: says how each address answers, notes what was opened."""

    def __init__(self, answers: dict[str, tuple[int, str]], pages: dict[str, PageFacts] | None = None) -> None:
        self.answers = answers
        self.pages = pages or {}
        self.opened: list[str] = []

    async def goto(self, url: str) -> Any:
        self.opened.append(url)
        status, error = self.answers.get(url, (200, ""))
        return SimpleNamespace(status=status, error=error, waited=0.0)

    async def look(self) -> PageFacts:
        return self.pages.get(self.opened[-1], linked({}))


class WriterStub:
    def __init__(self, unreadable: Sequence[str] = ()) -> None:
        self.places: list[str] = []
        self.site_addresses: dict[str, str] = {}
        self.unreadable = unreadable

    async def collect(self, place: str, *_: object) -> list[str]:
        if place in self.unreadable:
            raise Error("Target closed")
        self.places.append(place)
        return []


async def recorded(
    monkeypatch: pytest.MonkeyPatch, tab: TabStub, writer: WriterStub, seen: Sequence[PageFacts], *wanted: str
) -> dict[str, str]:
    @asynccontextmanager
    async def side_tab(_: Walker) -> AsyncIterator[TabStub]:
        yield tab

    monkeypatch.setattr(site_pages, "side_tab", side_tab)
    return await record_site_pages(cast(Walker, None), cast(JourneyWriter, writer), seen, wanted)


async def test_each_wanted_page_is_recorded_or_says_why_not(monkeypatch: pytest.MonkeyPatch) -> None:
    links = {"Privacy policy": "/privacy#top", "Terms and conditions": "/terms", "Contact us": "/contact", "Legal notice": "/imprint"}
    tab = TabStub({"https://shop.example/terms": (404, ""), "https://shop.example/imprint": (0, "net::ERR_FAILED")})
    writer = WriterStub(unreadable=["site/contact"])
    results = await recorded(monkeypatch, tab, writer, [linked(links)], "privacy", "terms", "contact", "imprint", "delivery_info")
    assert results == {
        "privacy": "recorded",
        "terms": "The link “Terms and conditions” leads to HTTP status 404.",
        "contact": "The page behind “Contact us” could not be read.",
        "imprint": "The page behind “Legal notice” could not be opened: net::ERR_FAILED.",
        "delivery_info": "No link to a page “delivery” was found.",
    }
    assert writer.places == ["site/privacy"]
    assert "https://shop.example/privacy" in tab.opened


async def test_without_a_page_nothing_can_link(monkeypatch: pytest.MonkeyPatch) -> None:
    tab = TabStub({})
    results = await recorded(monkeypatch, tab, WriterStub(), [], "terms", "privacy")
    assert results == dict.fromkeys(["privacy", "terms"], "No page of the shop was seen that could link to it.")
    assert tab.opened == []


async def test_nothing_wanted_opens_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    tab = TabStub({})
    assert await recorded(monkeypatch, tab, WriterStub(), [linked({"Terms": "/terms"})]) == {}
    assert tab.opened == []


@pytest.mark.parametrize(
    ("lang", "text", "href", "concept"), [("en", "The shop", "/about", "about"), ("es", "Las personas", "/nosotros/", "about")]
)
def test_a_link_may_be_told_by_its_address_alone(lang: str, text: str, href: str, concept: str) -> None:
    assert found(concept, linked({text: href}, lang=lang)) == f"https://shop.example{href}"


def test_a_name_goes_before_an_address() -> None:
    assert found("about", linked({"Cups": "/about", "Our story": "/story"})) == "https://shop.example/story"


_BACK = (
    "You have thirty days to send anything back, whatever the reason may be.",
    "Keep it unworn and in its original packaging.",
    "We refund the price within a week of its arrival, and the return postage is ours if it came faulty.",
)
_TALE = (
    "In 1987 our father began to turn bowls in a shed by the canal.",
    "Today his daughters run the workshop, and we still do everything by hand.",
    "There are five of us, and our neighbours help before Christmas.",
)


def telling(url: str, *lines: str) -> PageFacts:
    page = Page(url)
    with page.part("main"):
        for line in lines:
            page.text(line)
    return facts_of(page)


async def test_a_page_that_no_link_names_is_known_by_what_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    links = {"Privacy policy": "/privacy", "It was not to be": "/p/1#top", "From a shed": "/p/2", "Whatever else": "/p/3"}
    tab = TabStub(
        {"https://shop.example/p/3": (404, "")},
        {f"https://shop.example/p/{n}": telling(f"https://shop.example/p/{n}", *told) for n, told in ((1, _BACK), (2, _TALE))},
    )
    writer = WriterStub()
    results = await recorded(monkeypatch, tab, writer, [linked(links)], "about", "privacy", "returns", "terms")
    assert results == {
        "about": "recorded",
        "privacy": "recorded",
        "returns": "recorded",
        "terms": "No link to a page “terms” was found.",
    }
    assert writer.places == ["site/privacy", "site/returns", "site/about"]
    assert writer.site_addresses == {"returns": "https://shop.example/p/1", "about": "https://shop.example/p/2"}
    assert len(tab.opened) == len(set(tab.opened))


async def test_a_named_page_that_speaks_of_it_is_known_by_that_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """The footer may call it otherwise than the link in a text did."""
    told = {"https://shop.example/p/1": telling("https://shop.example/p/1", *_BACK)}
    writer = WriterStub()
    links = {"Returns": "/p/1", "Privacy policy": "/privacy"}
    await recorded(monkeypatch, TabStub({}, told), writer, [linked(links)], "returns", "privacy")
    assert writer.site_addresses == {"returns": "https://shop.example/p/1"}


@pytest.mark.parametrize("status", [200, 404])
async def test_of_two_links_of_one_name_that_to_the_page_that_says_to_be_it_counts(monkeypatch: pytest.MonkeyPatch, status: int) -> None:
    told = {"https://shop.example/policy": telling("https://shop.example/policy", *_BACK)}
    tab = TabStub({"https://shop.example/portal": (status, "")}, told)
    writer = WriterStub()
    links = {"Returns": "/portal", "Returns and refunds at our shop": "/policy", "About us": "/about"}
    assert await recorded(monkeypatch, tab, writer, [linked(links)], "returns") == {"returns": "recorded"}
    assert writer.site_addresses == {"returns": "https://shop.example/policy"}
    assert tab.opened == ["https://shop.example/portal", "https://shop.example/policy"]


async def test_the_page_of_another_company_is_never_the_shops(monkeypatch: pytest.MonkeyPatch) -> None:
    """The note of a robot trap names a privacy policy and terms as well."""
    foreign = "https://policies.example.org/returns"
    writer = WriterStub()
    links = {"Returns": "/portal", "Returns and refunds at our partner": foreign}
    tab = TabStub({}, {foreign: telling(foreign, *_BACK)})
    assert await recorded(monkeypatch, tab, writer, [linked(links)], "returns") == {"returns": "recorded"}
    assert (tab.opened[0], foreign in tab.opened, writer.site_addresses) == ("https://shop.example/portal", False, {})


async def test_where_no_page_says_to_be_it_the_best_link_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    writer = WriterStub()
    links = {"Returns": "/portal", "Returns and refunds at our shop": "/policy"}
    assert await recorded(monkeypatch, TabStub({}), writer, [linked(links)], "returns") == {"returns": "recorded"}
    assert (writer.places, writer.site_addresses) == (["site/returns"], {})


async def test_of_two_pages_the_clearer_one_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    aside = "The meadow behind the house is in flower again, and the bees come over from the neighbours every morning to see to it."
    tab = TabStub(
        {},
        {
            "https://shop.example/p/1": telling("https://shop.example/p/1", *_BACK, aside),
            "https://shop.example/p/2": telling("https://shop.example/p/2", *_BACK),
            "https://shop.example/p/3": telling("https://shop.example/p/3", *_BACK, aside, aside[:-1]),
        },
    )
    writer = WriterStub()
    footer = {"One thing": "/p/1", "Or the other": "/p/2", "Whatever else": "/p/3"}
    assert await recorded(monkeypatch, tab, writer, [linked(footer)], "returns") == {"returns": "recorded"}
    assert writer.site_addresses == {"returns": "https://shop.example/p/2"}


async def test_where_every_link_is_named_nothing_more_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    tab = TabStub({})
    await recorded(monkeypatch, tab, WriterStub(), [linked({"Privacy policy": "/privacy", "From a shed": "/p/2"})], "privacy")
    assert tab.opened == ["https://shop.example/privacy"]


async def test_a_page_that_only_its_name_would_tell_is_not_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    tab = TabStub({})
    await recorded(monkeypatch, tab, WriterStub(), [linked({"From a shed": "/p/2"})], "loyalty")
    assert tab.opened == []


def test_links_that_name_nothing_are_those_of_the_footer_to_pages_not_seen_yet() -> None:
    footer = {
        "Newsletter": "/letters",
        "Gift cards": "/presents",
        "From a shed": "/p/2",
        "By the canal": "/canal",
        "Elsewhere on the web": "https://other.example/p/4",
        "It was not to be": "/p/1",
        "Whatever else": "/p/3",
    }
    home = linked(footer, header={"From a shed": "/p/2"})
    left = unnamed_links([home, linked({}, url="https://shop.example/canal")], opened=["https://shop.example/p/3"])
    assert [c.href for c in left] == ["https://shop.example/p/1", "https://shop.example/p/2"]


async def test_eight_links_are_read_and_the_others_leave_it_open(monkeypatch: pytest.MonkeyPatch) -> None:
    words = ("ash", "beech", "cherry", "elm", "fir", "hazel", "larch", "maple", "oak", "pine")
    home = linked({f"Under the {word}": f"/p/{word}" for word in words})
    assert len(unnamed_links([home])) == 10
    tab = TabStub({f"https://shop.example/p/{word}": (404, "") for word in words})
    results = await recorded(monkeypatch, tab, WriterStub(), [home], "about")
    assert len(tab.opened) == 8
    assert results["about"].startswith("Not all links of unclear names were opened")


def test_without_a_footer_the_last_links_are_read() -> None:
    page = Page()
    with page.part("main"):
        for n in range(20):
            page.link(f"Under the tree {chr(97 + n) * 3}", f"/p/{n}")
    assert [c.href.rpartition("/")[2] for c in unnamed_links([facts_of(page)])] == [str(n) for n in range(8, 20)]


async def test_a_form_to_begin_a_return_gives_way_to_the_page_that_tells_of_returns(monkeypatch: pytest.MonkeyPatch) -> None:
    form = Page("https://shop.example/start")
    with form.part("main"):
        for line in _BACK:
            form.text(line)
        form.field("Order number")
        form.field("E-mail address", "email")
    told = {"https://shop.example/start": facts_of(form), "https://shop.example/policy": telling("https://shop.example/policy", *_BACK)}
    links = {"Returns": "/start", "Returns and refunds at our shop": "/policy"}
    writer = WriterStub()
    assert await recorded(monkeypatch, TabStub({}, told), writer, [linked(links)], "returns") == {"returns": "recorded"}
    assert writer.site_addresses == {"returns": "https://shop.example/policy"}
    alone = WriterStub()
    assert await recorded(monkeypatch, TabStub({}, told), alone, [linked({"Returns": "/start"})], "returns") == {"returns": "recorded"}
    assert (alone.places, alone.site_addresses) == (["site/returns"], {})
