"""trust-legal-pages."""

from collections.abc import Collection

from auditor.api import (
    Effort,
    Finding,
    Law,
    Message,
    Missing,
    Outcome,
    PageRecord,
    Recording,
    Severity,
    Source,
    failed,
    not_measurable,
    passed,
    say,
    shop_check,
    together,
    warned,
)
from auditor_checks.jurisdiction import market_of
from auditor_checks.known_words import unknown_words
from auditor_checks.linked_pages import is_gone, length_of, linked_page, main_text, own_text, stands_alone
from auditor_checks.page_links import CHECKOUT_STAGES, is_gate, link_named, pages_in_words
from auditor_checks.trust.legal_words import PAGE_OF, TITLES, TOLD_ON, lack, late_only, unlinked
from auditor_checks.wording import counted, ended

_WHOLE = {"terms": 150, "privacy": 150, "imprint": 15}  # words below which a page can hardly say what it has to
_STUB = {"terms": 40, "privacy": 40, "imprint": 8}  # words below which it says nothing
_PAGES = ("imprint", "terms", "privacy")
_HEADING = 60  # characters; a longer line mentions a thing rather than being about it


@shop_check(
    id="trust-legal-pages",
    category="trust",
    title="Terms, privacy policy and legal notice are linked everywhere",
    failure_title="Terms, privacy policy or legal notice are missing or hard to find",
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
    limits="Finds the pages by the names of their links, else by what they say; whether that is right is not judged. A policy "
    "that opens over the page counts by its "
    "link alone. What another legal page tells about, such as data protection in a legal notice, only warns. Linked in the checkout "
    "only, they count as major.",
)
def legal_pages(recording: Recording) -> Outcome:
    """Look for the links on every page reached, on all devices; open each linked page and count its words."""
    pages = [page for journey in recording.journeys for page in journey.pages]
    if not pages:
        raise Missing(say("No page of the shop was reached"))
    pages = [page for page in pages if not is_gate(page)]
    if not pages:
        raise Missing(say("Only a page that asks for a country, a language or a password was reached"))
    if (unknown := unknown_words(pages)) is not None:
        return not_measurable(unknown)
    wanted = ["terms", "privacy", *(["imprint"] if market_of(recording.journeys).demands_imprint else [])]
    missing: list[Finding] = []
    late: list[Finding] = []
    gaps: list[Finding] = []
    for concept in wanted:
        without = [page for page in pages if not _links(page, concept)]
        nowhere, in_checkout = _devices_without(pages, without)
        elsewhere = _told_on(recording, concept) if nowhere else None
        banner = any(link_named(page, concept) is not None for page in without)
        message = unlinked(concept, pages_in_words(without), elsewhere, banner=banner)
        finding = Finding(message, url=without[0].url if without else "", key=concept)
        faults, doubts = ([], []) if nowhere else _faults_of_page(recording, concept)
        gaps += doubts
        if nowhere and not elsewhere:
            missing.append(finding)
        elif faults:
            missing += faults
        elif in_checkout and not elsewhere:
            late.append(Finding(late_only(concept, banner=banner), url=finding.url, key=concept))
        elif without:
            gaps.append(finding)
    threshold = say("{count} on every page", count=len(wanted))
    lacking = {finding.key for finding in missing}
    there = len(wanted) - len(lacking)
    if missing:
        message = together(lack(len(lacking), len(wanted)), *(finding.message for finding in missing), between=" ")
        return failed(
            say("Indication: {finding}", finding=message), findings=(*missing, *late, *gaps), value=there, unit="pages", threshold=threshold
        )
    if late:
        message = say("Indication: {finding}", finding=together(*(finding.message for finding in late), between=" "))
        findings = (*late, *gaps)
        return failed(message, findings=findings, value=there, unit="pages", threshold=threshold, severity=Severity.MAJOR)
    if gaps:
        message = together(*(finding.message for finding in gaps), between=" ")
        return warned(message, findings=gaps, value=there, unit="pages", threshold=threshold)
    message = say("Linked on every page that was reached: {pages}.", pages=together(*(TITLES[concept] for concept in wanted), between=", "))
    return passed(message, value=there, unit="pages", threshold=threshold)


def _devices_without(pages: Collection[PageRecord], without: Collection[PageRecord]) -> tuple[bool, bool]:
    """Whether on a device no page at all has the link, and whether none before the checkout has it on any."""
    nowhere = False
    late: list[bool] = []
    for device in {page.device for page in pages}:
        own = [page for page in pages if page.device == device]
        before = [page for page in own if page.stage not in CHECKOUT_STAGES]
        lacking = {page.place for page in without if page.device == device}
        nowhere |= len(lacking) == len(own)
        late.append(bool(before) and all(page.place in lacking for page in before))
    return nowhere, all(late)


def _links(page: PageRecord, concept: str) -> bool:
    """Whether the page links it to stay: what stands on a banner alone is gone with the choice."""
    link = link_named(page, concept)
    banners = [o for o in page.facts.overlays if o.kind == "consent"]
    return link is not None and not any(control.n == link.n for banner in banners for control in banner.controls)


def _told_on(recording: Recording, concept: str) -> Message | None:
    """Say which other legal page speaks of it, None if none does: shops put data protection or terms into their legal notice."""
    for journey in recording.journeys:
        for name in _PAGES:
            if name == concept or not journey.has_site_page(name):
                continue
            page = journey.site_page(name)
            if any(page.facts.lexicon.has(concept, line) for line in main_text(page).split("\n") if len(line) <= _HEADING):
                return TOLD_ON[name]
    return None


def _faults_of_page(recording: Recording, concept: str) -> tuple[list[Finding], list[Finding]]:
    """What is wrong with the page behind the link, and what is doubtful: gone or nearly empty, or very short."""
    try:
        page = linked_page(recording, concept)
    except Missing as missing:
        reason: str = missing.args[0]
        return ([Finding(ended(reason), key=concept)] if is_gone(reason) else []), []
    words = length_of(own_text(recording, page))
    if words >= _WHOLE[concept] or any(frame.visible and not frame.read and frame.box.area for frame in page.observation.embedded):
        return [], []
    message = say("{page} has only {words}.", page=PAGE_OF[concept], words=counted(words, "word"))
    finding = Finding(message, url=page.url, key=concept)
    # A file or a service's script may hold the whole text.
    return ([finding], []) if words < _STUB[concept] and stands_alone(page) else ([], [finding])
