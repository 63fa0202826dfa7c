"""The pages a shop links to besides its products: terms, privacy, delivery, returns, contact ..."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from urllib.parse import urldefrag, urlsplit

from playwright.async_api import Error

from auditor.facts.page import PageFacts
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


def find_link(pages: Sequence[PageFacts], concept: str) -> Control | None:
    """Return the link that names a concept best, the footer's before others.

    A checkout calls one of its own steps "Delivery": what the shopper walked through is no page of information.
    """
    walked = {urldefrag(facts.url)[0] for facts in pages[1:]}
    best: tuple[float, Control] | None = None
    for facts in pages:
        for control in facts.observation.controls:
            if control.tag != "a" or not control.href.startswith("http") or urldefrag(control.href)[0] in walked:
                continue
            grade = (
                max(facts.lexicon.score(concept, *control.words), _by_address(facts, control, concept))
                + 0.1 * (control.landmark == "footer")
                + 0.05 * control.visible
            )
            if grade >= _LEAST and (best is None or grade > best[0]):
                best = grade, control
    return best[1] if best else None


def _by_address(facts: PageFacts, control: Control, concept: str) -> float:
    """Grade a link by the last part of its address: "The shop" that leads to /about. Any link that is named well goes before."""
    last = urlsplit(control.href).path.rstrip("/").rpartition("/")[2].partition(".")[0]
    return _ADDRESSED if last and facts.lexicon.score(concept, last) >= _WHOLE else 0.0


async def record_site_pages(walker: Walker, writer: JourneyWriter, seen: Sequence[PageFacts], wanted: Collection[str]) -> dict[str, str]:
    """Open each wanted page in a tab beside the journey and record it; says per page "recorded" or why not."""
    results: dict[str, str] = {}
    if not wanted or not seen:
        return dict.fromkeys(sorted(wanted), say("No page of the shop was seen that could link to it."))
    async with side_tab(walker) as tab:
        for concept in sorted(wanted):
            link = find_link(seen, concept)
            if link is None:
                results[concept] = say("No link to a page “{page}” was found.", page=called(concept))
                continue
            landing = await tab.goto(urldefrag(link.href)[0])
            label = link.label_text[:60]
            if landing.error:
                results[concept] = say("The page behind “{label}” could not be opened: {why}.", label=label, why=why_unopened(landing))
                continue
            if landing.status >= 400:
                results[concept] = say("The link “{label}” leads to HTTP status {status}.", label=label, status=landing.status)
                continue
            try:
                await writer.collect(f"site/{concept}", None, tab, await tab.look(), _ARTIFACTS)
            except Error:
                results[concept] = say("The page behind “{label_text}” could not be read.", label_text=link.label_text[:60])
                continue
            results[concept] = "recorded"
    return results
