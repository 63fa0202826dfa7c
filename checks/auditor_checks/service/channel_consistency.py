"""service-channel-consistency."""

from collections import defaultdict
from collections.abc import Iterator
from urllib.parse import unquote

import phonenumbers

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
    not_applicable,
    passed,
    say,
    several,
    shop_check,
    together,
    warned,
)
from auditor_checks.jurisdiction import market_of

_SITE_PAGES = ("contact", "imprint", "terms", "about")
_TELLING = 8  # last digits by which a number is known, with country code or without
_MOST = 1  # numbers, or addresses, that leave no question


@shop_check(
    id="service-channel-consistency",
    category="service",
    title="Phone number and e-mail address are the same everywhere",
    failure_title="Different phone numbers or e-mail addresses are told",
    why="Who finds two numbers does not know which one to call, and doubts both.",
    fix="Tell one number and one address everywhere, from one place in your system, or say beside each what it is for.",
    severity=Severity.MAJOR,
    effort=Effort.XS,
    site_pages=_SITE_PAGES,
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "W3C, WCAG 2.2, success criterion 3.2.6 Consistent Help",
            "https://www.w3.org/TR/WCAG22/#consistent-help",
            "level A (2023)",
        ),
    ),
    limits="Compares links in header and footer, and the structured data. Never more than a warning: a department may have its own.",
)
def channel_consistency(recording: Recording) -> Outcome:
    """Normalise all numbers and addresses of links in header, footer and structured data; see whether there is more than one."""
    pages = [page for journey in recording.journeys for page in journey.pages]
    if not pages:
        raise Missing(say("No page of the shop was reached"))
    country = market_of(recording.journeys).country
    phones: dict[str, set[str]] = defaultdict(set)
    mails: dict[str, set[str]] = defaultdict(set)
    for page in pages:
        for kind, value in _standing(page):
            normal = _phone(value, country) if kind == "tel" else value.casefold().strip()
            known = phones if kind == "tel" else mails
            same = next((other for other in known if kind == "tel" and other[-_TELLING:] == normal[-_TELLING:]), normal)
            known[same].add(page.place)
    if not phones and not mails:
        return not_applicable(say("Neither header nor footer nor the structured data name a phone number or an e-mail address."))
    found = next((known for known in (phones, mails) if len(known) > _MOST), None)
    if found is None:
        only = together(*phones, *mails, between=", ")
        said = several(len(pages), "The same everywhere, on {n} page: {only}.", "The same everywhere, on {n} pages: {only}.", only=only)
        return passed(said, value=0)
    told = together(*sorted(found), between=", ")
    if found is phones:
        message = several(
            len(found),
            "{n} phone number is told in header, footer and structured data: {numbers}.",
            "{n} phone numbers are told in header, footer and structured data: {numbers}.",
            numbers=told,
        )
    else:
        message = several(
            len(found),
            "{n} e-mail address is told in header, footer and structured data: {addresses}.",
            "{n} e-mail addresses are told in header, footer and structured data: {addresses}.",
            addresses=told,
        )
    findings = [
        Finding(say("{told} stands on: {pages}.", told=value, pages=together(*sorted(places), between=", ")), key=value)
        for value, places in sorted(found.items())
    ]
    return warned(message, findings=findings, value=len(found), threshold="1")


def _standing(page: PageRecord) -> Iterator[tuple[str, str]]:
    """The numbers and addresses of the page's frame, not of its content."""
    for control in page.observation.controls:
        kind, _, value = control.raw_href.partition(":")
        if control.landmark in {"header", "footer", "nav"} and kind in {"tel", "mailto"} and value:
            told = unquote(value.partition("?")[0])
            if told and (kind == "tel" or "@" in told):  # a link that shares the page by e-mail names nobody
                yield ("tel" if kind == "tel" else "mail"), told
    for item in page.facts.structured.of_type("Organization", "OnlineStore", "Store", "LocalBusiness", "OnlineBusiness"):
        if isinstance(item.get("telephone"), str):
            yield "tel", str(item["telephone"])
        if isinstance(item.get("email"), str):
            yield "mail", str(item["email"]).removeprefix("mailto:")


def _phone(number: str, country: str) -> str:
    try:
        parsed = phonenumbers.parse(number, country or None)
    except phonenumbers.NumberParseException:
        return "".join(c for c in number if c.isdigit() or c == "+")
    return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164))
