"""service-channel-consistency."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import combinations

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
    not_applicable,
    passed,
    say,
    several,
    shop_check,
    together,
    warned,
)
from auditor_checks.jurisdiction import market_of
from auditor_checks.service.contact_number import holds, is_bare, is_for_all, is_unlabelled
from auditor_checks.service.customer_service import is_for_customers, is_of_one_kind
from auditor_checks.service.own_number import is_alike, own_numbers
from auditor_checks.service.slips import is_extension, is_hyphenated, is_misspelt, is_slip, is_swapped
from auditor_checks.service.told_numbers import (
    SITE_PAGES,
    TELLING,
    addresses_in,
    dialling,
    normal_number,
    repeated,
    shown_and_dialled,
    site_pages_of,
    standing_in,
    told_at,
    told_in,
)

_GENERAL = ("contact", "imprint")  # where a shop tells how it is reached, in general
_SAYING = ("terms", "delivery_info", "returns", "faq", "warranty")  # where it tells that once more
_SURE = 2  # pages that tell another number; one alone may have been meant for something else
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
    site_pages=SITE_PAGES,
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "W3C, WCAG 2.2, success criterion 3.2.6 Consistent Help",
            "https://www.w3.org/TR/WCAG22/#consistent-help",
            "level A (2023)",
        ),
    ),
    limits="Compares links in header and footer, and the structured data; several there only warn, since departments and countries have "
    "their own. Numbers in the content of a page count where they differ from another one only as by a slip of the finger, where labels "
    "call both the customer service's, where the contact page tells another one as its only one and nothing says what either is for, or "
    "where they stand in one sentence with the shop's own e-mail address and the contact page does not know them; addresses where they "
    "differ by a slip. Another number in the legal notice fails where the contact page repeats that of header and footer and nothing "
    "says what either is for; it only warns else, as do one other digit, a hyphen in a domain and another number on one page.",
)
def channel_consistency(recording: Recording) -> Outcome:
    """Normalise the numbers and addresses of header, footer and structured data; see whether there are several, or slips in content."""
    pages = [page for journey in recording.journeys for page in journey.pages]
    if not pages:
        raise Missing(say("No page of the shop was reached"))
    country = market_of(recording.journeys).country
    phones: dict[str, set[str]] = defaultdict(set)
    mails: dict[str, set[str]] = defaultdict(set)
    for page in pages:
        for kind, value in standing_in(page):
            normal = normal_number(value, country) if kind == "tel" else value.casefold().strip()
            known = phones if kind == "tel" else mails
            same = next((other for other in known if kind == "tel" and other[-TELLING:] == normal[-TELLING:]), normal)
            known[same].add(page.place)
    if len(phones) <= _MOST and (slip := _slip(recording, pages, phones, country)) is not None:
        return slip
    if len(phones) == 1 and (other := _other_customer_service(recording, pages, phones, country)) is not None:
        return other
    if len(phones) == 1 and (other := _other_on_general_page(recording, pages, phones, country)) is not None:
        return other
    if len(phones) == 1 and (own := _other_own_number(recording, phones, set(mails), country)) is not None:
        return own
    if len(mails) == 1 and (slip := _misspelt(recording, mails)) is not None:
        return slip
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
    findings = [_stands_on(value, places) for value, places in sorted(found.items())]
    return warned(message, findings=findings, value=len(found), threshold="1")


def _stands_on(value: str, places: set[str]) -> Finding:
    return Finding(say("{told} stands on: {pages}.", told=value, pages=together(*sorted(places), between=", ")), key=value)


def _slip(recording: Recording, walked: Sequence[PageRecord], framed: Mapping[str, set[str]], country: str) -> Outcome | None:
    """A number in the content of a page that is another one mistyped, or that its own link does not dial; None if there is none.

    Two numbers that the content of one page tells side by side are two on purpose, and so are the lines of one switchboard.
    """
    told = [(page, Counter(told_in(page, country, texts=False))) for page in walked]
    standing = repeated([numbers for _, numbers in told])  # a frame that is no landmark
    told += [(page, Counter(told_in(page, country, texts=True))) for j in recording.journeys for page in site_pages_of(j)]
    places: dict[str, set[str]] = defaultdict(set, {number: set(where) for number, where in framed.items()})
    misdialled = set()
    for page, numbers in told:
        for shown, dialled in shown_and_dialled(page, country):
            misdialled.add(frozenset({shown, dialled}))
            places[shown].add(page.place)
        for number in numbers:
            places[number].add(page.place)
    content = [set(numbers - standing) for _, numbers in told]
    for one, other in combinations(sorted(places), 2):
        on_purpose = any({one, other} <= numbers or _has_extensions(numbers & {one, other}, numbers) for numbers in content)
        if is_slip(one, other) and (frozenset({one, other}) in misdialled or not on_purpose):
            message = say("{number} and {other} are most likely the same phone number, once mistyped.", number=one, other=other)
            findings = [_stands_on(number, places[number]) for number in (one, other)]
            sure = frozenset({one, other}) in misdialled or is_swapped(one, other)
            return (failed if sure else warned)(message, findings=findings, value=2, threshold="1")
    return None


def _other_customer_service(
    recording: Recording, walked: Sequence[PageRecord], framed: Mapping[str, set[str]], country: str
) -> Outcome | None:
    """Another number than that of the frame which a page gives for the same purpose, as its only one; None if there is none."""
    ((standing, where),) = framed.items()
    if not any(is_for_customers(page, n, framed=True) for page in walked for n in dialling(page, standing, country)):
        return None
    everywhere = repeated([Counter(told_in(page, country, texts=False)) for page in walked])
    for page in (page for journey in recording.journeys for page in site_pages_of(journey)):
        told = list(told_at(page, country, texts=True))
        others = set(Counter(number for _, number in told) - everywhere)
        if len(others) != 1 or standing in others:
            continue
        (other,) = others
        if other[-TELLING:] == standing[-TELLING:] or not is_of_one_kind(standing, other):
            continue
        if any(number == other and is_for_customers(page, n, framed=False) for n, number in told):
            message = say("{number} and {other} are both told as the phone number of customer service.", number=standing, other=other)
            findings = [_stands_on(standing, where), _stands_on(other, {page.place})]
            return failed(message, findings=findings, value=2, threshold="1")
    return None


def _other_on_general_page(
    recording: Recording, walked: Sequence[PageRecord], framed: Mapping[str, set[str]], country: str
) -> Outcome | None:
    """Another number than the frame's which the contact page tells as its only one, or else the legal notice; None without one.

    It fails where the number has no label or a known one; of other labels nobody knows what they say. A legal notice may tell a head
    office: there it fails only where the contact page repeats the number of header and footer, and nothing says what either is for.
    """
    ((standing, where),) = framed.items()
    everywhere = repeated([Counter(told_in(page, country, texts=False)) for page in walked])
    plain = any(is_for_all(page, n) for page in walked for n in dialling(page, standing, country))
    known = {standing}
    general = {name: j.site_page(name) for j in reversed(recording.journeys) for name in _GENERAL if j.has_site_page(name)}
    repeated_there = (
        [n for n, number in told_at(general["contact"], country, texts=True) if number == standing] if "contact" in general else []
    )
    bare = bool(repeated_there) and all(is_bare(general["contact"], n) for n in repeated_there)
    bare = bare and all(is_bare(page, n) for page in walked for n in dialling(page, standing, country))
    for name in _GENERAL:
        page = general.get(name)
        told = list(told_at(page, country, texts=True)) if page is not None else []
        others = set(Counter(number for _, number in told) - everywhere)
        same = any(other[-TELLING:] == number[-TELLING:] for other in others for number in known)
        if page is None or len(others) != 1 or same or any(holds(page, number) for number in known):
            known |= others
            continue
        (other,) = others
        known.add(other)
        if not is_alike(standing, other):
            continue
        if name == "contact" and not (plain and any(is_for_all(page, n) for n, number in told if number == other)):
            continue  # it is said what one of them is for
        told_as = [n for n, number in told if number == other]
        sure = any(is_unlabelled(page, n) for n in told_as) if name == "contact" else bare and all(is_bare(page, n) for n in told_as)
        message = say(
            "{number} stands in header or footer, and {other} on the page “{page}”.", number=standing, other=other, page=page.place
        )
        findings = [_stands_on(standing, where), _stands_on(other, {page.place})]
        return (failed if sure else warned)(message, findings=findings, value=2, threshold="1")
    return None


def _other_own_number(recording: Recording, framed: Mapping[str, set[str]], mails: set[str], country: str) -> Outcome | None:
    """Another number than the frame's that pages give beside the shop's own address, unknown to the contact page; None without one."""
    ((standing, where),) = framed.items()
    read = {name: j.site_page(name) for j in recording.journeys for name in SITE_PAGES if j.has_site_page(name)}
    general = [read[name] for name in _GENERAL if name in read]
    own = {*mails, *(address for page in general for address in addresses_in(page))}
    known = {standing, *(number for page in general for number in told_in(page, country, texts=True))}
    if "contact" not in read or not own:
        return None
    told: dict[str, set[str]] = defaultdict(set)
    for name in (name for name in _SAYING if name in read):
        numbers = set(own_numbers(read[name], own, country))
        if len(numbers) == 1:  # several are several on purpose
            told[numbers.pop()].add(read[name].place)
    for other, places in sorted(told.items()):
        if not is_alike(standing, other) or any(number[-TELLING:] == other[-TELLING:] for number in known):
            continue
        message = say("{number} and {other} are both told as the shop's own phone number.", number=standing, other=other)
        findings = [_stands_on(standing, where), _stands_on(other, places)]
        return (failed if len(places) >= _SURE else warned)(message, findings=findings, value=2, threshold="1")
    return None


def _misspelt(recording: Recording, framed: Mapping[str, set[str]]) -> Outcome | None:
    """An e-mail address in the content of a page that is the frame's one mistyped; None if there is none."""
    ((standing, where),) = framed.items()
    for page in (page for journey in recording.journeys for page in site_pages_of(journey)):
        told = set(addresses_in(page))
        other = next((address for address in sorted(told) if is_misspelt(standing, address)), None)
        if other is not None and standing not in told:
            message = say("{address} and {other} are most likely the same e-mail address, once mistyped.", address=standing, other=other)
            findings = [_stands_on(standing, where), _stands_on(other, {page.place})]
            return (warned if is_hyphenated(standing, other) else failed)(message, findings=findings, value=2, threshold="1")
    return None


def _has_extensions(some: Collection[str], numbers: Collection[str]) -> bool:
    return any(is_extension(number, other) for number in some for other in numbers)
