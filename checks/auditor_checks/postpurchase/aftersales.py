"""postpurchase-aftersales."""

from auditor.api import (
    Confidence,
    Effort,
    Finding,
    Missing,
    Outcome,
    PageRecord,
    Recording,
    Severity,
    Source,
    failed,
    listing,
    passed,
    say,
    shop_check,
    warned,
)
from auditor_checks.linked_pages import is_unlinked, length_of, linked_page, why_missing
from auditor_checks.page_links import names
from auditor_checks.page_text import told_lines
from auditor_checks.phrases import Phrases

_WORDS = Phrases("auditor_checks.postpurchase", "policy_facts.toml")
_SITE_PAGES = ("warranty", "terms", "faq", "returns")
_LEAST_WORDS = 100  # terms with less are an overview of them
_CALLED = {"terms": say("in the terms"), "faq": say("on the help page"), "returns": say("on the returns page")}


@shop_check(
    id="postpurchase-aftersales",
    category="postpurchase",
    title="Warranty, repair and complaints are explained",
    failure_title="Warranty, repair and complaints are hardly explained",
    why="Who knows that a fault will be mended buys the dearer thing; in the EU the legal guarantee must be told.",
    fix="Link a page on warranty and repair: what the legal guarantee is, what you give beyond it, and how a fault is reported.",
    severity=Severity.MINOR,
    effort=Effort.S,
    site_pages=_SITE_PAGES,
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "EU, Consumer Rights Directive 2011/83/EU, Art. 6(1)(l) and (m)",
            "https://eur-lex.europa.eu/eli/dir/2011/83/oj",
            "legal guarantee, after-sales services and commercial guarantees (2011)",
        ),
    ),
    limits="Words on a page linked as warranty, else on terms, help and returns. What they promise is not judged. "
    "A failure only where the terms were read in full and nothing stands there or on the others.",
)
def aftersales(recording: Recording) -> Outcome:
    """Look for a page that is linked as warranty or repair, else for its words on terms, help and returns."""
    try:
        page = linked_page(recording, "warranty")
    except Missing:
        return _mentioned(recording)
    contact = any(c.raw_href.startswith(("mailto:", "tel:")) for c in page.observation.controls)
    if contact or any(names(page, "contact", c) for c in page.observation.controls if c.is_button):
        return passed(say("A page explains warranty and repair and says whom to turn to."), value=say("page"))
    message = say("The page on warranty and repair does not say whom to turn to.")
    return warned(message, findings=[Finding(message, url=page.url, key="no contact")], value=say("page"))


def _mentioned(recording: Recording) -> Outcome:
    read: list[str] = []
    whole = False
    for name in _SITE_PAGES[1:]:
        try:
            page = linked_page(recording, name)
        except Missing:
            continue
        read.append(_CALLED[name])
        whole |= name == "terms" and _WORDS.holds("faults", page) and length_of(" ".join(told_lines(page))) >= _LEAST_WORDS
        line = next((line for line in told_lines(page) if _is_of_faults(page, line)), "")
        if line:
            message = say("Warranty is mentioned only {where}; no page of its own is linked.", where=_CALLED[name])
            return warned(message, findings=[Finding(message, url=page.url, key="mention")], value=say("mention"))
    if not read and all(is_unlinked(why_missing(recording, name)) for name in _SITE_PAGES):
        message = say("No page on warranty or repair is linked, and none of terms, help or returns that could mention them.")
        return warned(message, findings=[Finding(message, key="none")], value=say("none"))
    if not read:
        raise Missing(say("Neither a page on warranty nor terms, help or returns could be read"))
    message = say("No page on warranty or repair is linked, and nothing is said of them {where}.", where=listing(read, "or"))
    unread = any(_CALLED[name] not in read and not is_unlinked(why_missing(recording, name)) for name in _SITE_PAGES[1:])
    outcome = failed if whole and not unread and is_unlinked(why_missing(recording, "warranty")) else warned
    return outcome(message, findings=[Finding(message, key="none")], value=say("none"))


def _is_of_faults(page: PageRecord, line: str) -> bool:
    """Whether a line speaks of warranty, or of what is done about a fault."""
    return page.facts.lexicon.mentions("warranty", line) or _WORDS.mentions("faults", line, page)
