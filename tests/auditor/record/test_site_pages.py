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
from auditor.record.site_pages import find_link, record_site_pages
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
    link = find_link(pages, concept)
    return link.href if link else None


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

    def __init__(self, answers: dict[str, tuple[int, str]]) -> None:
        self.answers = answers
        self.opened: list[str] = []

    async def goto(self, url: str) -> Any:
        self.opened.append(url)
        status, error = self.answers.get(url, (200, ""))
        return SimpleNamespace(status=status, error=error, waited=0.0)

    async def look(self) -> PageFacts:
        return linked({})


class WriterStub:
    def __init__(self, unreadable: Sequence[str] = ()) -> None:
        self.places: list[str] = []
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
