"""service-hours-response."""

import re

from auditor.api import (
    Effort,
    Finding,
    Outcome,
    PageRecord,
    Recording,
    Severity,
    Source,
    failed,
    language_name,
    not_measurable,
    passed,
    say,
    shop_check,
    warned,
)
from auditor_checks.linked_pages import length_of, linked_page
from auditor_checks.phrases import Phrases

_WORDS = Phrases("auditor_checks.service", "service_facts.toml")
_TIMES = re.compile(
    r"\d{1,2}(?:[:.h]\d{2})?\s?(?:h|uhr|am|pm|a\.m\.|p\.m\.)?\s?(?:-|–|—|to|bis|à|a|al|do|tot|till|til|kl\.?|～|~|and|und)\s?(?:kl\.?\s?)?\d{1,2}"
    r"(?:[:.h]\d{2}|\s?(?:h\b|uhr|am|pm|a\.m\.|p\.m\.|uur|時))",
    re.IGNORECASE,
)
# A range without a unit tells hours only where the shop may open then, and a weekday stands beside it.
_RANGE = re.compile(r"(?<![\d.,])(\d{1,2})(?:[:.h]\d{2})?\s?(?:-|–|—|to|bis|à|a|al|do|tot|till|til)\s?(\d{1,2})(?![\d,])", re.IGNORECASE)
_TIME = re.compile(r"\d\s?(?:h|uhr|am|pm|a\.m|p\.m|uur|kl)\b|\d[:.]\d\d\b|24/7", re.IGNORECASE)
_OPENS, _LEAST_OPEN, _DAY_LONG = range(6, 14), 3, 24
_PERIOD = re.compile(r"(\d{2,3})\s?h?\w*$", re.IGNORECASE)
_LONGEST = 300
_ELSEWHERE = ("faq", "imprint", "about")
_LEAST_WORDS = 10
_ENGLISH = "en"
_SILENT = ("days", "soon", "clock", "hours")


@shop_check(
    id="service-hours-response",
    category="service",
    title="Opening hours or the time of an answer are told",
    failure_title="Neither opening hours nor the time of an answer are told",
    why="Who knows when somebody picks up the phone, or how soon an answer comes, does not ask twice or elsewhere.",
    fix="Write hours and a promise beside the ways of contact, such as “Monday to Friday, 9:00–17:00, e-mails within 24 hours”.",
    severity=Severity.MINOR,
    effort=Effort.XS,
    site_pages=("contact", *_ELSEWHERE),
    sources=(
        Source(
            "Nielsen Norman Group, E-Commerce UX vol. 6: Customer Service",
            "https://www.nngroup.com/reports/ecommerce-ux-customer-service/",
            "50 recommendations (contents read in 2026); what is enough is our own rule",
        ),
    ),
    limits="The contact page, its footer included. Hours are written in many ways: a failure only where neither a day, a time nor a "
    "word about answers with any that may tell when stands there, nor hours on the help page or among the legal notices.",
)
def hours_response(recording: Recording) -> Outcome:
    """Look on the contact page for a range of hours, or for words that promise an answer with a number."""
    page = linked_page(recording, "contact")
    lines = [t.text for t in page.observation.texts if len(t.text) <= _LONGEST and not t.split]
    hours = next((line for line in lines if _tells_hours(line, page) or _WORDS.mentions("hours", line, page)), "")
    answer = next((line for line in lines if _WORDS.mentions("answer", line, page) and _tells_period(line, page)), "")
    marked = bool(page.facts.structured.of_type("OpeningHoursSpecification")) or any(
        "openingHours" in block for block in page.observation.json_ld
    )
    if hours or answer:
        return passed(say("The contact page tells it: “{line}”.", line=(hours or answer)[:80]), value=True)
    if marked:
        return passed(say("The structured data of the contact page tell the opening hours."), value=True)
    if not _WORDS.knows(page):
        return not_measurable(
            say("The words for hours are not known in the page's language ({language}).", language=language_name(page.facts.language))
        )
    message = say("The contact page tells neither when somebody is there nor how soon an answer comes.")
    outcome = failed if _is_silent(recording, page) else warned
    return outcome(message, findings=[Finding(message, url=page.url, key="none")], value=False)


def _is_silent(recording: Recording, page: PageRecord) -> bool:
    """Whether a contact page of known words says nothing at all that could be hours or an answer, nor other pages hours."""
    texts = [t.text for t in page.observation.texts]
    if not _WORDS.holds("days", page) or length_of(" ".join(texts)) < _LEAST_WORDS or any(f.visible for f in page.observation.embedded):
        return False
    if any(_WORDS.mentions(concept, text, page) for concept in _SILENT for text in texts) or any(_TIME.search(text) for text in texts):
        return False
    if any(_is_short_day(text, page) or _may_promise(text, page) for text in texts):
        return False
    others = [j.site_page(name) for j in recording.journeys for name in _ELSEWHERE if j.has_site_page(name)]
    return not any(_tells_hours(t.text, p) or _WORDS.mentions("hours", t.text, p) for p in others for t in p.observation.texts)


def _is_short_day(text: str, page: PageRecord) -> bool:
    return page.facts.language == _ENGLISH and _WORDS.mentions("short_days", text, page)


def _may_promise(text: str, page: PageRecord) -> bool:
    """Whether a text about answers may tell when: "Ann will answer you" does not, "We answer quickly" does."""
    if not _WORDS.mentions("answer", text, page):
        return False
    return not _WORDS.holds("moments", page) or any(c.isdigit() for c in text) or _WORDS.mentions("moments", text, page)


def _tells_period(line: str, page: PageRecord) -> bool:
    return any(c.isdigit() for c in line) or _WORDS.mentions("soon", line, page)


def _tells_hours(line: str, page: PageRecord) -> bool:
    """Whether a line holds a range of hours; "24–48 h" is how long a parcel takes."""
    if any(not _is_period(match[0]) for match in _TIMES.finditer(line)):
        return True
    if not _WORDS.mentions("days", line, page) and not _is_short_day(line, page):
        return False
    if _WORDS.mentions("clock", line, page):
        return True
    ranges = ((int(m[1]), int(m[2])) for m in _RANGE.finditer(line))
    return any(start in _OPENS and (start + _LEAST_OPEN <= end <= _DAY_LONG or 0 < end < start) for start, end in ranges)


def _is_period(times: str) -> bool:
    """Whether a range names more hours than a day has: "24-48h"."""
    last = _PERIOD.search(times)
    return ":" not in times and last is not None and int(last[1]) > _DAY_LONG
