"""service-hours-response."""

import re

from auditor.api import Effort, Finding, Outcome, Recording, Severity, Source, not_measurable, passed, shop_check, warned
from auditor_checks.linked_pages import linked_page
from auditor_checks.phrases import Phrases

_WORDS = Phrases("auditor_checks.service", "service_facts.toml")
_TIMES = re.compile(
    r"\d{1,2}(?:[:.h]\d{2})?\s?(?:h|uhr|am|pm|a\.m\.|p\.m\.)?\s?(?:-|–|—|to|bis|à|a|al|do|tot|till|til|kl\.?|～|~|and|und)\s?(?:kl\.?\s?)?\d{1,2}"
    r"(?:[:.h]\d{2}|\s?(?:h\b|uhr|am|pm|a\.m\.|p\.m\.|uur|時))",
    re.IGNORECASE,
)
_LONGEST = 300


@shop_check(
    id="service-hours-response",
    category="service",
    title="Opening hours or the time of an answer are told",
    failure_title="Neither opening hours nor the time of an answer are told",
    why="Who knows when somebody picks up the phone, or how soon an answer comes, does not ask twice or elsewhere.",
    fix="Write hours and a promise beside the ways of contact, such as “Monday to Friday, 9:00–17:00, e-mails within 24 hours”.",
    severity=Severity.MINOR,
    effort=Effort.XS,
    site_pages=("contact",),
    sources=(
        Source(
            "Nielsen Norman Group, E-Commerce UX vol. 6: Customer Service",
            "https://www.nngroup.com/reports/ecommerce-ux-customer-service/",
            "50 recommendations (contents read in 2026); what is enough is our own rule",
        ),
    ),
    limits="The contact page, its footer included. Never more than a warning: hours are written in many ways.",
)
def hours_response(recording: Recording) -> Outcome:
    """Look on the contact page for a range of hours, or for words that promise an answer with a number."""
    page = linked_page(recording, "contact")
    if not _WORDS.knows(page):
        return not_measurable(f"The words for hours are not known in the page's language ({page.facts.language}).")
    lines = [t.text for t in page.observation.texts if len(t.text) <= _LONGEST and not t.split]
    hours = next((line for line in lines if _TIMES.search(line) or _WORDS.mentions("hours", line, page)), "")
    answer = next((line for line in lines if _WORDS.mentions("answer", line, page) and any(c.isdigit() for c in line)), "")
    marked = bool(page.facts.structured.of_type("OpeningHoursSpecification")) or any(
        "openingHours" in block for block in page.observation.json_ld
    )
    if hours or answer or marked:
        return passed(f"The contact page tells it: “{(hours or answer or 'opening hours in the structured data')[:80]}”.", value=True)
    message = "The contact page tells neither when somebody is there nor how soon an answer comes."
    return warned(message, findings=[Finding(message, url=page.url, key="none")], value=False)
