"""The pages a shop links to besides its products: terms, privacy, delivery, returns, contact ..."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Sequence
from urllib.parse import urldefrag, urlsplit

from playwright.async_api import Error

from auditor.browser.tab import Tab
from auditor.facts.page import PageFacts
from auditor.facts.page_topic import TOPICS, page_topic
from auditor.journey.unopened import why_unopened
from auditor.journey.walker import Walker
from auditor.observe import Control
from auditor.probes.side_tab import side_tab
from auditor.record.places import called
from auditor.record.writer import JourneyWriter
from auditor.words.message import say

_LEAST = 0.7
_ADDRESSED, _WHOLE = 0.66, 0.95  # the grade of a link by its address, and how much of that has to be the concept
_ARTIFACTS = frozenset({"html"})
_MOST_NAMED = 3  # links of one name that are opened until one leads to a page that says to be it
_MOST_READ, _READING_SECONDS = 8, 15.0  # pages that no link names, and how long they may take
_LAST_LINKS = 12  # where no footer is marked
_FRAME = frozenset({"header", "nav", "footer", "dialog"})
_FORM_WORDS = 120  # that stand around a form; a policy has more
_CLEAR = 0.85  # how clearly a label names something else than a page of information


def find_links(pages: Sequence[PageFacts], concept: str) -> list[Control]:
    """Return the links that name a concept, to each address one, those that name it best first; the footer's before others.

    A checkout calls one of its own steps "Delivery": what the shopper walked through is no page of information.
    """
    walked = {urldefrag(facts.url)[0] for facts in pages[1:]}
    found: dict[str, tuple[float, Control]] = {}
    for facts in pages:
        for control in facts.observation.controls:
            address = urldefrag(control.href)[0]
            if control.tag != "a" or not address.startswith("http") or address in walked:
                continue
            grade = (
                max(facts.lexicon.score(concept, *control.words), _by_address(facts, control, concept))
                + 0.1 * (control.landmark == "footer")
                + 0.05 * control.visible
            )
            if grade >= _LEAST and (address not in found or grade > found[address][0]):
                found[address] = grade, control
    return [control for _, control in sorted(found.values(), key=lambda one: -one[0])]


def _by_address(facts: PageFacts, control: Control, concept: str) -> float:
    """Grade a link by the last part of its address: "The shop" that leads to /about. Any link that is named well goes before."""
    last = urlsplit(control.href).path.rstrip("/").rpartition("/")[2].partition(".")[0]
    return _ADDRESSED if last and facts.lexicon.score(concept, last) >= _WHOLE else 0.0


def unnamed_links(pages: Sequence[PageFacts], opened: Collection[str] = ()) -> list[Control]:
    """Return the links in the footer of the home page whose names say nothing the lexicon knows, those in the footer alone first.

    Without a footer they are the last ones of the page. What was walked through or `opened` is left out.
    """
    facts = pages[0]
    observation = facts.observation
    footers = [region.n for region in observation.regions if region.kind == "footer"]
    links = [c for c in observation.visible if c.tag == "a" and c.href.startswith("http") and urlsplit(c.href).netloc == facts.host]
    last = [c for c in links if c.landmark == "footer" or any(observation.contains(n, c.n) for n in footers)] or links[-_LAST_LINKS:]
    elsewhere = {urldefrag(c.href)[0] for c in links if c not in last}
    known = {*opened, *(urldefrag(page.url)[0] for page in pages)}
    found = {urldefrag(c.href)[0]: c for c in reversed(last) if c.words and not facts.lexicon.knows(*c.words, at_least=_CLEAR)}
    left = [c for address, c in reversed(found.items()) if address not in known]
    return sorted(left, key=lambda c: urldefrag(c.href)[0] in elsewhere)


async def record_site_pages(walker: Walker, writer: JourneyWriter, seen: Sequence[PageFacts], wanted: Collection[str]) -> dict[str, str]:
    """Open each wanted page in a tab beside the journey and record it; says per page "recorded" or why not.

    Pages that no link names are looked for behind links of other names, and known by what they say.
    """
    results: dict[str, str] = {}
    if not wanted or not seen:
        return dict.fromkeys(sorted(wanted), say("No page of the shop was seen that could link to it."))
    opened: set[str] = set()
    missing: set[str] = set()
    async with side_tab(walker) as tab:
        for concept in sorted(wanted):
            links = find_links(seen, concept)
            if not links:
                results[concept] = say("No link to a page “{page}” was found.", page=called(concept))
                missing.add(concept)
                continue
            results[concept] = await _record(tab, writer, seen, concept, links[0])
            opened.add(urldefrag(links[0].href)[0])
            # "Send a parcel back" may lead to a form, and "Our returns policy" to what is looked for; never to another company's
            others = [link for link in links[1:] if urlsplit(link.href).netloc in {seen[0].host, urlsplit(links[0].href).netloc}]
            for link in others[: _MOST_NAMED - 1] if concept in TOPICS else ():
                if concept in writer.site_addresses:
                    break
                opened.add(urldefrag(link.href)[0])
                if await _record(tab, writer, seen, concept, link, known=results[concept] == "recorded") == "recorded":
                    results[concept] = "recorded"
        if missing & TOPICS:
            links = unnamed_links(seen, opened)
            whole = len(links) <= _MOST_READ
            try:
                async with asyncio.timeout(_READING_SECONDS):
                    await _read(tab, writer, seen, missing, links[:_MOST_READ], results)
            except TimeoutError:
                whole = False
            for concept in missing & TOPICS if not whole else ():
                if results[concept] != "recorded":
                    results[concept] = say("Not all links of unclear names were opened; “{page}” may be one of them.", page=called(concept))
    return results


async def _record(tab: Tab, writer: JourneyWriter, seen: Sequence[PageFacts], concept: str, link: Control, *, known: bool = False) -> str:
    """Open a link that names a page and record what is there; where another is `known` already, only what says to be the page."""
    address, label = urldefrag(link.href)[0], link.label_text[:60]
    landing = await tab.goto(address)
    if landing.error:
        return say("The page behind “{label}” could not be opened: {why}.", label=label, why=why_unopened(landing))
    if landing.status >= 400:
        return say("The link “{label}” leads to HTTP status {status}.", label=label, status=landing.status)
    try:
        facts = await tab.look()
        told = page_topic(facts, {concept}, _standing(seen)) is not None and not (concept != "contact" and _only_asks(facts))
        if told or not known:
            await writer.collect(f"site/{concept}", None, tab, facts, _ARTIFACTS)
    except Error:
        return say("The page behind “{label_text}” could not be read.", label_text=label)
    if told:
        writer.site_addresses[concept] = address
    return "recorded"


def _only_asks(facts: PageFacts) -> bool:
    """Whether a page is a form with a few words around it: "Begin a return" tells less of returns than the policy does."""
    asked = [f for f in facts.fields if f.control.is_text_field and f.control.landmark not in _FRAME and f.kind != "search"]
    words = sum(len(t.text.split()) for t in facts.observation.texts if not t.split and t.landmark not in _FRAME)
    return len(asked) > 1 and words < _FORM_WORDS


async def _read(
    tab: Tab, writer: JourneyWriter, seen: Sequence[PageFacts], missing: Collection[str], links: Sequence[Control], results: dict[str, str]
) -> None:
    """Open links that name nothing and record each missing page that one of them turns out to be, of two the clearer one."""
    grades: dict[str, float] = {}
    for link in links:
        address = urldefrag(link.href)[0]
        landing = await tab.goto(address)
        if landing.error or landing.status >= 400:
            continue
        try:
            facts = await tab.look()
            topic = page_topic(facts, missing, _standing(seen))
            if topic is None or topic.grade <= grades.get(topic.concept, 0.0):
                continue
            await writer.collect(f"site/{topic.concept}", None, tab, facts, _ARTIFACTS)
        except Error:
            continue
        grades[topic.concept] = topic.grade
        writer.site_addresses[topic.concept] = address
        results[topic.concept] = "recorded"


def _standing(seen: Sequence[PageFacts]) -> set[str]:
    """The texts of the home page: what another page shows of them is its frame."""
    return {text.text for text in seen[0].observation.texts}
