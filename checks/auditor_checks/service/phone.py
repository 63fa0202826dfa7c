"""service-phone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import phonenumbers

from auditor.api import (
    Box,
    Confidence,
    Effort,
    Finding,
    JourneyRecord,
    Missing,
    Outcome,
    PageRecord,
    Severity,
    Source,
    failed,
    journey_check,
    passed,
    warned,
)
from auditor_checks.jurisdiction import Market, market_of
from auditor_checks.selectors import selector_of
from auditor_checks.wording import counted

_LONGEST = 160  # characters; numbers in longer texts are item numbers, dates, bank accounts


@dataclass(frozen=True, slots=True)
class _Number:
    shown: str
    linked: bool
    box: Box
    url: str
    selector: str = ""


@journey_check(
    id="service-phone",
    category="service",
    title="A phone number is shown and can be tapped",
    failure_title="No usable phone number is shown",
    why="Many shoppers want to hear a voice before a dear purchase, and on a phone one tap should be enough.",
    fix='Show a phone number at the basic rate in header, footer or on the contact page, as a link that dials it (<a href="tel:+49...">).',
    severity=Severity.MAJOR,
    effort=Effort.XS,
    site_pages=("contact",),
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "EU, Consumer Rights Directive 2011/83/EU, Art. 6(1)(c) and 21",
            "https://eur-lex.europa.eu/eli/dir/2011/83/oj",
            "telephone number; calls about a contract at the basic rate (2011)",
        ),
        Source(
            "Google, Retail UX playbook",
            "https://de.slideshare.net/hmvrulz/google-secret-ux-retail-playbook",
            "click to call (copy read in 2026)",
        ),
    ),
    limits="Numbers in pictures are not seen, and plain numbers only beside a word for phone or with their "
    "country code. Outside the EU a missing number counts as minor.",
)
def phone(journey: JourneyRecord) -> Outcome:
    """Look for links that dial and for numbers in the text, on all pages reached and the contact page."""
    pages = [*journey.pages, *([journey.site_page("contact")] if journey.has_site_page("contact") else [])]
    if not pages:
        raise Missing(f"No page of the shop was reached on {journey.device}")
    market = market_of([journey])
    numbers = _numbers(pages, market.country)
    dear = [n for n in numbers if market.eea and _is_premium(n.shown, market.country)]
    if dear:
        message = f"The number {dear[0].shown} costs more than the basic rate (indication)."
        return failed(message, findings=[_finding(n, message) for n in dear[:1]], value=dear[0].shown)
    linked = next((n for n in numbers if n.linked), None)
    if linked is not None:
        return passed(f"The number {linked.shown} is shown and dials when it is pressed.", value=linked.shown)
    plain = next(iter(numbers), None)
    if plain is None:
        return _minor_abroad(failed(f"No phone number was found on {counted(len(pages), 'page')}."), market)
    if not journey.mobile:
        return passed(f"The number {plain.shown} is shown.", value=plain.shown)
    message = f"The number {plain.shown} is plain text: on a phone it cannot be tapped."
    return warned(message, findings=[_finding(plain, message)], value=plain.shown)


def _numbers(pages: Sequence[PageRecord], country: str) -> list[_Number]:
    return [number for page in pages for number in (*_linked(page), *_written(page, country))]


def _linked(page: PageRecord) -> Iterator[_Number]:
    for control in page.observation.controls:
        if control.raw_href.startswith("tel:") and (control.visible or control.landmark == "footer"):
            number = control.raw_href.removeprefix("tel:").strip()
            yield _Number(number, True, control.box, page.url, selector_of(control))


def _written(page: PageRecord, country: str) -> Iterator[_Number]:
    """Numbers in the text: with a country code, or beside a word for phone."""
    for text in page.observation.texts:
        if len(text.text) > _LONGEST or sum(c.isdigit() for c in text.text) < 6:
            continue
        region = country if page.facts.lexicon.mentions("phone", text.text) else None
        for match in phonenumbers.PhoneNumberMatcher(text.text, region, phonenumbers.Leniency.POSSIBLE):
            if region or match.raw_string.lstrip("(").startswith(("+", "00")):
                yield _Number(match.raw_string, False, text.box, page.url)


def _is_premium(number: str, country: str) -> bool:
    try:
        parsed = phonenumbers.parse(number, country or None)
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.number_type(parsed) == phonenumbers.PhoneNumberType.PREMIUM_RATE


def _finding(number: _Number, message: str) -> Finding:
    return Finding(message, number.selector, number.box, number.url, f"phone {number.shown}")


def _minor_abroad(outcome: Outcome, market: Market) -> Outcome:
    """Outside the EU no law asks for a number."""
    return outcome if market.eea else replace(outcome, severity=Severity.MINOR)
