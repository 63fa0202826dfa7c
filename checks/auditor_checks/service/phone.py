"""service-phone."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files

import phonenumbers

from auditor.api import (
    Box,
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
    passed,
    say,
    several,
    shop_check,
    warned,
)
from auditor_checks.jurisdiction import Market, market_of
from auditor_checks.linked_pages import is_unlinked
from auditor_checks.selectors import selector_of
from auditor_checks.service.ways import numbers_in

_DEAR: dict[str, list[str]] = tomllib.loads((files("auditor_checks.service") / "dear_numbers.toml").read_text(encoding="utf-8"))["prefixes"]
_TELLING = ("contact", "imprint", "about")


@dataclass(frozen=True, slots=True)
class _Number:
    shown: str
    linked: bool
    box: Box
    url: str
    selector: str = ""


@shop_check(
    id="service-phone",
    category="service",
    title="A phone number is shown and can be tapped",
    failure_title="No usable phone number is shown",
    why="Many shoppers want to hear a voice before a dear purchase, and on a phone one tap should be enough.",
    fix='Show a phone number at the basic rate in header, footer or on the contact page, as a link that dials it (<a href="tel:+49...">).',
    severity=Severity.MAJOR,
    effort=Effort.XS,
    site_pages=_TELLING,
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
    limits="Numbers in pictures are not seen, and plain numbers only beside a word for phone, with their country code, or where they are "
    "valid in the country and stand in header, footer or on the contact page. Outside the EU a missing number counts as minor.",
)
def phone(recording: Recording) -> Outcome:
    """Look for links that dial and for numbers in the text, on all pages reached and those on which a shop tells how to reach it."""
    walked = [page for journey in recording.journeys for page in journey.pages]
    told = [j.site_page(name) for j in recording.journeys for name in _TELLING if j.has_site_page(name)]
    pages = [*walked, *told]
    if not pages:
        raise Missing(say("No page of the shop was reached"))
    market = market_of(recording.journeys)
    numbers = _numbers(pages, market.country)
    dear = [n for n in numbers if market.eea and _is_premium(n.shown, market.country)]
    shared = [n for n in numbers if market.eea and _is_dear(n.shown, market.country)]
    dear = dear or (shared if len(shared) == len(numbers) else [])
    if dear:
        message = say("The number {number} costs more than the basic rate (indication).", number=dear[0].shown)
        return failed(message, findings=[_finding(n, message) for n in dear[:1]], value=dear[0].shown)
    linked = next((n for n in numbers if n.linked), None)
    if linked is not None:
        return passed(say("The number {number} is shown and dials when it is pressed.", number=linked.shown), value=linked.shown)
    plain = next(iter(numbers), None)
    if plain is None:
        return _none_found(recording, walked, told, market)
    if not any(journey.mobile for journey in recording.journeys):
        return passed(say("The number {number} is shown.", number=plain.shown), value=plain.shown)
    message = say("The number {number} is plain text: on a phone it cannot be tapped.", number=plain.shown)
    return warned(message, findings=[_finding(plain, message)], value=plain.shown)


def _none_found(recording: Recording, walked: Sequence[PageRecord], told: Sequence[PageRecord], market: Market) -> Outcome:
    """No number: a contact page that is linked and could not be read may tell one."""
    contact = [j.recorded.site_pages.get("contact", "") for j in recording.journeys]
    unread = next((reason for reason in contact if reason.startswith("The ")), "")
    if unread:
        raise Missing(
            say("No phone number was found on the pages reached, and the contact page could not be read: {reason}", reason=unread)
        )
    places = len({page.place for page in (*walked, *told)})
    if any(page.place == "contact" for page in told):
        message = several(
            places,
            "No phone number was found on {n} page, neither in header and footer nor on the contact page.",
            "No phone number was found on {n} pages, neither in header and footer nor on the contact page.",
        )
    elif any(is_unlinked(reason) for reason in contact):
        message = several(
            places,
            "No phone number was found on {n} page, nor is a contact page linked.",
            "No phone number was found on {n} pages, nor is a contact page linked.",
        )
    else:
        message = several(places, "No phone number was found on {n} page.", "No phone number was found on {n} pages.")
    return _minor_abroad(failed(message, findings=[Finding(message, url=(*told, *walked)[0].url, key="no phone")]), market)


def _numbers(pages: Sequence[PageRecord], country: str) -> list[_Number]:
    return [number for page in pages for number in (*_linked(page), *_written(page, country))]


def _linked(page: PageRecord) -> Iterator[_Number]:
    for control in page.observation.controls:
        if control.raw_href.startswith("tel:") and (control.visible or control.landmark == "footer"):
            number = control.raw_href.removeprefix("tel:").strip()
            yield _Number(number, True, control.box, page.url, selector_of(control))


def _written(page: PageRecord, country: str) -> Iterator[_Number]:
    for shown, text in numbers_in(page, page.observation.texts, country):
        yield _Number(shown, False, text.box, page.url)


def _is_premium(number: str, country: str) -> bool:
    try:
        parsed = phonenumbers.parse(number, country or None)
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.number_type(parsed) == phonenumbers.PhoneNumberType.PREMIUM_RATE


def _is_dear(number: str, country: str) -> bool:
    """Whether a service number costs more than the basic rate where it is dialled; libraries only know that its cost is shared."""
    try:
        parsed = phonenumbers.parse(number, country or None)
    except phonenumbers.NumberParseException:
        return False
    region = phonenumbers.region_code_for_country_code(parsed.country_code or 0)
    return phonenumbers.national_significant_number(parsed).startswith(tuple(_DEAR.get(region, ())))


def _finding(number: _Number, message: str) -> Finding:
    return Finding(message, number.selector, number.box, number.url, f"phone {number.shown}")


def _minor_abroad(outcome: Outcome, market: Market) -> Outcome:
    """Outside the EU no law asks for a number."""
    return outcome if market.eea else replace(outcome, severity=Severity.MINOR)
