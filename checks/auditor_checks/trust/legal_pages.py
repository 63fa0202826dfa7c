"""trust-legal-pages."""

from collections.abc import Iterable

from auditor.api import (
    Effort,
    Finding,
    Law,
    Missing,
    Outcome,
    PageRecord,
    Recording,
    Severity,
    Source,
    failed,
    passed,
    shop_check,
    warned,
)
from auditor_checks.jurisdiction import market_of
from auditor_checks.linked_pages import linked_page, main_text, why_missing
from auditor_checks.page_links import CHECKOUT_STAGES, link_named, pages_in_words

_LEAST_WORDS = 150
_TITLES = {"terms": "the terms", "privacy": "the privacy policy", "imprint": "the legal notice (Impressum)"}
_BROKEN = "HTTP status"  # in the reason why a linked page was not recorded


@shop_check(
    id="trust-legal-pages",
    category="trust",
    title="Terms, privacy policy and legal notice are linked everywhere",
    failure_title="Terms, privacy policy or legal notice are missing",
    why="Informing about them is a duty of a shop (indication, for a lawyer to judge), and they decide a dispute.",
    fix="Link the terms and the privacy policy, in Germany and Austria also the legal notice (Impressum), in "
    "the footer of every page, in the checkout too.",
    severity=Severity.CRITICAL,
    effort=Effort.XS,
    site_pages=("terms", "privacy", "imprint"),
    laws=(Law("eu", "Directive 2011/83/EU (Consumer Rights), Article 6(1)"),),
    sources=(
        Source(
            "EU, Consumer Rights Directive 2011/83/EU, Art. 6",
            "https://eur-lex.europa.eu/eli/dir/2011/83/oj",
            "information before the contract (2011)",
        ),
        Source(
            "Germany, Digitale-Dienste-Gesetz § 5",
            "https://www.gesetze-im-internet.de/ddg/__5.html",
            "legal notice: easily recognised, directly reached, always available (2024)",
        ),
    ),
    limits="Finds the pages by the names of their links; what they say is not judged. A policy that opens "
    "over the page counts by its link alone.",
)
def legal_pages(recording: Recording) -> Outcome:
    """Look for the links on every page reached, on all devices; open each linked page and count its words."""
    pages = [page for journey in recording.journeys for page in journey.pages]
    if not pages:
        raise Missing("No page of the shop was reached")
    wanted = ["terms", "privacy", *(["imprint"] if market_of(recording.journeys).demands_imprint else [])]
    missing: list[Finding] = []
    gaps: list[Finding] = []
    for concept in wanted:
        without = [page for page in pages if link_named(page, concept) is None]
        if _mostly(without, pages):
            message = f"No link to {_TITLES[concept]} on {pages_in_words(without)}."
            missing.append(Finding(message, url=without[0].url, key=concept))
            continue
        missing += _faults_of_page(recording, concept)
        gaps += [Finding(f"No link to {_TITLES[concept]} on {pages_in_words([p])}.", url=p.url, key=concept) for p in without]
    there = len(wanted) - len({finding.key for finding in missing})
    threshold = f"{len(wanted)} on every page"
    if missing:
        return failed(
            f"Indication: {there} of {len(wanted)} legal pages are linked and readable. {missing[0].message}",
            findings=(*missing, *gaps),
            value=there,
            unit="pages",
            threshold=threshold,
        )
    if gaps:
        message = f"The legal pages are linked, but not on every page. {gaps[0].message}"
        return warned(message, findings=gaps, value=there, unit="pages", threshold=threshold)
    titles = ", ".join(_TITLES[concept] for concept in wanted)
    return passed(f"Linked on every page that was reached: {titles}.", value=there, unit="pages", threshold=threshold)


def _mostly(without: Iterable[PageRecord], pages: Iterable[PageRecord]) -> bool:
    """Whether the link is missing on half or more of the pages before the checkout."""
    before = {(p.device, p.place) for p in pages if p.stage not in CHECKOUT_STAGES}
    lacking = {(p.device, p.place) for p in without} & before
    return 2 * len(lacking) >= len(before)


def _faults_of_page(recording: Recording, concept: str) -> list[Finding]:
    """What is wrong with the page behind the link: broken, or too short to be one."""
    try:
        page = linked_page(recording, concept)
    except Missing:
        reason = why_missing(recording, concept)
        return [Finding(f"{reason}.", key=concept)] if _BROKEN in reason else []
    words = len(main_text(page).split())
    if words >= _LEAST_WORDS:
        return []
    message = f"The page of {_TITLES[concept]} has only {words} words."
    return [Finding(message, url=page.url, key=concept)]
