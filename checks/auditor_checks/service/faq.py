"""service-faq."""

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
    not_measurable,
    passed,
    say,
    several,
    shop_check,
    together,
    warned,
)
from auditor_checks.known_words import unknown_words
from auditor_checks.linked_pages import is_unlinked, length_of, linked_page, why_missing
from auditor_checks.page_links import shows_whole_frame
from auditor_checks.page_text import standing_lines, told_lines

_TOPICS = {
    say("how delivery works"): ("delivery_info", "shipping_method", "shipping_cost"),
    say("how returns work"): ("returns",),
    say("payment"): ("payment_method", "payment_choice"),
    say("orders"): ("tracking", "order_review", "sold_out", "login", "size_guide"),
}
_FRAME = frozenset({"header", "nav", "footer"})
_ENOUGH, _SOME = 3, 2
_LEAST_WORDS = 30


@shop_check(
    id="service-faq",
    category="service",
    title="A help page answers the questions before a purchase",
    failure_title="No help page answers the questions before a purchase",
    why="Most questions are always the same. Who finds the answer need not ask, and nobody need answer.",
    fix="Write a help page with the questions your customers really ask, at least about delivery, returns, "
    "payment and orders, and link it in the footer.",
    severity=Severity.MAJOR,
    effort=Effort.M,
    site_pages=("faq", "contact", "delivery_info", "returns"),
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "Nielsen Norman Group, E-Commerce UX vol. 6: Customer Service",
            "https://www.nngroup.com/reports/ecommerce-ux-customer-service/",
            "50 recommendations, FAQ among them (contents read in 2026)",
        ),
    ),
    limits="The page that is linked as help or FAQ, or known as such by its questions, its own text and the names of its links. "
    "Whether the answers are right is not judged.",
)
def faq(recording: Recording) -> Outcome:
    """Open the linked help page; look for delivery, returns, payment and orders among its lines and links."""
    try:
        page = linked_page(recording, "faq")
    except Missing:
        return _without_page(recording)
    lines = [line for line in told_lines(page) if line not in standing_lines(page)]
    words = sum(length_of(line) for line in lines)
    if words < _LEAST_WORDS and any(frame.visible and not frame.read and frame.box.area for frame in page.observation.embedded):
        raise Missing(say("The help page shows hardly any text of its own; it embeds a foreign page whose inside could not be read"))
    lexicon = page.facts.lexicon
    links = [c for c in page.observation.visible if c.landmark not in _FRAME]
    there = [
        topic
        for topic, concepts in _TOPICS.items()
        if any(lexicon.holds(c, line) for line in lines for c in concepts)
        or any(page.leads_to(link, c) for link in links for c in concepts)
    ]
    missing = [topic for topic in _TOPICS if topic not in there]
    threshold = f"≥ {_ENOUGH}"
    if len(there) >= _ENOUGH:
        said = say("The help page speaks of {topics}.", topics=together(*there, between=", "))
        return passed(said, value=len(there), unit="of 4", threshold=threshold)
    if len(there) < _SOME and _is_contact(recording, page):
        message = say("What is linked as help is the contact page; no page of the shop answers the usual questions.")
        return failed(message, findings=[Finding(message, url=page.url, key="contact page")], value=0, unit="of 4", threshold=threshold)
    findings = [Finding(say("Nothing about {topic} was found.", topic=topic), url=page.url, key=str(topic)) for topic in missing]
    if words < _LEAST_WORDS:
        message = several(words, "The help page has only {n} word.", "The help page has only {n} words.")
        return warned(message, findings=findings, value=len(there), unit="of 4", threshold=threshold)
    absent = together(*missing, between=", ")
    message = (
        say("The help page speaks of {topics}; it leaves out {missing}.", topics=together(*there, between=", "), missing=absent)
        if there
        else say("The help page speaks of none of the usual questions; it leaves out {missing}.", missing=absent)
    )
    outcome = warned if len(there) >= _SOME or page.facts.language != recording.journeys[0].language else failed
    return outcome(message, findings=findings, value=len(there), unit="of 4", threshold=threshold)


def _is_contact(recording: Recording, page: PageRecord) -> bool:
    """Whether the link to help led to the page that the link to contact leads to."""
    contact = (j.site_page("contact") for j in recording.journeys if j.has_site_page("contact"))
    return any(other.url == page.url for other in contact)


def _without_page(recording: Recording) -> Outcome:
    """No page: missing only where the links of a whole header and footer were seen, none of them of this name."""
    pages = [page for journey in recording.journeys for page in journey.pages]
    if (unknown := unknown_words(pages)) is not None:
        return not_measurable(unknown)
    reason = why_missing(recording, "faq")
    if not is_unlinked(reason):
        raise Missing(reason or say("The help page was not looked for"))
    if not any(shows_whole_frame(page) for page in pages):
        raise Missing(say("No help page was found, and too few links of header and footer were seen to say that there is none"))
    message = say("No page of the shop links to help or frequently asked questions.")
    return failed(message, findings=[Finding(message, url=pages[0].url, key="no page")], value=0, unit="of 4", threshold=f"≥ {_ENOUGH}")
