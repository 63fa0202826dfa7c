"""The phone numbers and e-mail addresses that a page tells, in its frame and in its content."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from urllib.parse import unquote

import phonenumbers

from auditor.api import JourneyRecord, PageRecord
from auditor_checks.service.slips import is_slip
from auditor_checks.service.ways import ADDRESS, FRAME, numbers_in

SITE_PAGES = ("contact", "imprint", "terms", "about", "delivery_info", "returns", "faq", "warranty")
"""The pages of a shop that tell how it is reached."""
TELLING = 8
"""Last digits by which a number is known, with country code or without."""
_FAX = re.compile(r"fax|faks|ファ[ック]", re.IGNORECASE)


def site_pages_of(journey: JourneyRecord) -> list[PageRecord]:
    """Return the pages that tell how the shop is reached, as far as they were read."""
    return [journey.site_page(name) for name in SITE_PAGES if journey.has_site_page(name)]


def standing_in(page: PageRecord) -> Iterator[tuple[str, str]]:
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


def told_in(page: PageRecord, country: str, *, texts: bool) -> Iterator[str]:
    """The numbers that the content of a page tells, fax numbers left out: those of links, and with `texts` plain ones."""
    yield from (number for _, number in told_at(page, country, texts=texts))


def told_at(page: PageRecord, country: str, *, texts: bool) -> Iterator[tuple[int, str]]:
    """The numbers that the content of a page tells, each with the node of its link or text."""
    observation = page.observation
    links = {c.n: c for c in observation.controls if c.raw_href.startswith("tel:") and c.landmark not in FRAME}
    for link in links.values():
        yield link.n, normal_number(unquote(link.raw_href.removeprefix("tel:")), country)
    if not texts:
        return
    said = [t for t in observation.texts if not t.split and t.landmark not in FRAME and t.control not in links]
    before = {text.n: previous.text for previous, text in pairwise(said)}
    for shown, text in numbers_in(page, said, country):
        if not _FAX.search(f"{before.get(text.n, '')} {text.text}"):
            yield text.n, normal_number(shown, country)


def dialling(page: PageRecord, number: str, country: str) -> list[int]:
    """The nodes of the page's links that dial a number."""
    links = (c for c in page.observation.controls if c.raw_href.startswith("tel:"))
    return [c.n for c in links if normal_number(unquote(c.raw_href.removeprefix("tel:")), country)[-TELLING:] == number[-TELLING:]]


def shown_and_dialled(page: PageRecord, country: str) -> Iterator[tuple[str, str]]:
    """Links that dial another number than the one they show."""
    for control in page.observation.controls:
        if control.raw_href.startswith("tel:"):
            shown, dialled = normal_number(control.text, country), normal_number(unquote(control.raw_href.removeprefix("tel:")), country)
            if is_slip(shown, dialled):
                yield shown, dialled


def addresses_in(page: PageRecord) -> Iterator[str]:
    """The e-mail addresses that the content of a page tells, in links and in plain text."""
    for control in page.observation.controls:
        if control.raw_href.startswith("mailto:") and control.landmark not in FRAME:
            yield unquote(control.raw_href.removeprefix("mailto:").partition("?")[0]).casefold().strip()
    for text in page.observation.texts:
        if not text.split and text.landmark not in FRAME:
            yield from (address.casefold() for address in ADDRESS.findall(text.text) if "@" in address and " " not in address)


def repeated(told: Sequence[Counter[str]]) -> Counter[str]:
    """The numbers that the content of several pages tells: a frame that is no landmark, and that a checkout may leave out."""
    pages = Counter(number for numbers in told for number in numbers)
    return Counter({number: min(n[number] for n in told if number in n) for number, times in pages.items() if times > 1})


def normal_number(number: str, country: str) -> str:
    """Return a number in international form (E.164), or its digits where it fits no country's plan."""
    try:
        parsed = phonenumbers.parse(number, country or None)
    except phonenumbers.NumberParseException:
        return "".join(c for c in number if c.isdigit() or c == "+")
    return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164))
