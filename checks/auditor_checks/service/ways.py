"""The ways by which a page lets its reader reach the shop: links, addresses and numbers in plain text, chats."""

import re
from collections.abc import Iterator

import phonenumbers

from auditor.api import Control, Missing, PageRecord, Text
from auditor_checks.page_links import CHECKOUT_STAGES, footer_links, link_named, menu_links
from auditor_checks.phrases import Phrases

WORDS = Phrases("auditor_checks.service", "service_facts.toml")
ADDRESS = re.compile(r"[\w.+-]+\s?(?:@|\(at\)|\[at\]|\{at\})\s?[\w-]+(?:\.|\s?\(dot\)\s?)\w{2,}", re.IGNORECASE)
FRAME = frozenset({"header", "footer", "nav"})
_DIRECT = ("tel:", "mailto:", "sms:")
_CHAT_LABEL = 0.8
_LONGEST = 160  # characters; numbers in longer texts are item numbers, dates, bank accounts, unless a word for phone stands right before
_JUST_BEFORE = 30  # characters
_LEAST_DIGITS = 6
_DIALLED = re.compile(r"(?<![\d(])(?:\+|\(?0)[\d\s()/–-]{6,}\d")  # a number beside a word for phone that no country's plan has
_GLUED = re.compile(r"(?<=\d)(?=[^\W\d_]{3})")  # lines that a break had parted: "to 5.30Tel. 01392"
_HOURS = re.compile(r"(?<![\d.:])\d{1,2}[.:h]\d{2}\s*(?:-|–|—|to|bis|tot|till|til|à|a|do)\s*\d{1,2}[.:h]\d{2}(?![\d.:])")  # "9.00 - 17.30"
_REGISTERED = re.compile(
    r"(?i)\b(vat|ust|iban|bic|siren|siret|rcs|hr[ab]|fn|kvk|btw|tva|p\.? ?iva|cvr|nif|cif|nip|regon|krs|ič[oo]?|dič|org|fax)\b"
)


def way_to_contact(page: PageRecord, country: str = "") -> bool:
    """Whether the page offers a contact link, something that dials or writes, an address or number in its frame, or a chat."""
    if link_named(page, "contact") is not None or any(o.kind == "chat" for o in page.facts.overlays):
        return True
    buttons = [*footer_links(page), *(c for c in page.observation.visible if c.is_button), *menu_links(page)]
    if any(_reaches(c) for c in buttons) or _chats(page, buttons):
        return True
    # A checkout may greet the shopper in its header, by the address just typed.
    own = FRAME - {"header"} if page.stage in CHECKOUT_STAGES else FRAME
    framed = [t for t in page.observation.texts if t.landmark in own]
    return any(ADDRESS.search(t.text) for t in framed) or any(True for _ in numbers_in(page, framed, country))


def _reaches(control: Control) -> bool:
    return control.raw_href.startswith(_DIRECT) or any(re.search(m, control.raw_href) for m in WORDS.listed("messengers"))


def _chats(page: PageRecord, buttons: list[Control]) -> bool:
    """Whether there is a button for a chat, or a service that puts one on the page; its button may stand in a frame or come late."""
    plain = (c for c in buttons if not c.href and c.tag == "button")
    if any(page.facts.lexicon.has("chat", *c.words, at_least=_CHAT_LABEL) for c in plain):
        return True
    return chat_service([*requested(page), *(f.src for f in page.observation.embedded)]) != ""


def requested(page: PageRecord) -> list[str]:
    """The addresses that the page asked for; none if that was not recorded."""
    try:
        return [r.url for r in page.network]
    except Missing:
        return []


def chat_service(addresses: list[str]) -> str:
    """Name the service that puts a chat on the page, "" if none is loaded."""
    return next((service for service in WORDS.listed("chats") if any(service in address for address in addresses)), "")


def numbers_in(page: PageRecord, texts: list[Text], country: str) -> Iterator[tuple[str, Text]]:
    """Numbers in plain text: with a country code, beside a word for phone, or valid in the country where only the shop's can stand.

    The word may stand in the same text or in the one right before ("Phone" in a column of its own).
    """
    lexicon = page.facts.lexicon
    before = ""
    for text in texts:
        told = _HOURS.sub(" ", _GLUED.sub(" ", text.text))
        previous, before = before, told
        if sum(c.isdigit() for c in told) < _LEAST_DIGITS:
            continue
        if len(told) > _LONGEST:
            yield from ((number, text) for number in _called_phone(page, told, country))
            continue
        named = lexicon.mentions("phone", told) or (len(previous) < _LONGEST and lexicon.mentions("phone", previous))
        framed = page.stage not in CHECKOUT_STAGES and (text.landmark in FRAME or page.place == "contact") and not _REGISTERED.search(told)
        region = country if named or framed else ""
        leniency = phonenumbers.Leniency.VALID if region and not named else phonenumbers.Leniency.POSSIBLE
        found = [m.raw_string for m in phonenumbers.PhoneNumberMatcher(told, region or None, leniency) if _is_whole(m.raw_string)]
        for shown in (_DIALLED.findall(told) if named else ()) or found:
            if region or shown.lstrip("(").startswith(("+", "0")):
                yield shown, text


def _called_phone(page: PageRecord, told: str, country: str) -> Iterator[str]:
    """The numbers of a long text that a word for phone stands right before, in the same sentence."""
    for found in phonenumbers.PhoneNumberMatcher(told, country or None, phonenumbers.Leniency.VALID):
        before = re.split(r"[.;!?]\s", told[max(found.start - _JUST_BEFORE, 0) : found.start])[-1]
        if page.facts.lexicon.mentions("phone", before):
            yield found.raw_string


def _is_whole(number: str) -> bool:
    return sum(c.isdigit() for c in number) >= _LEAST_DIGITS
