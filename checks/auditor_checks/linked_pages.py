"""The pages a shop links to (terms, delivery ...), recorded once per audit, on the device that came first."""

import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import parse_qsl, urlsplit

from bs4 import Tag

from auditor.api import Missing, PageRecord, Recording, called, say
from auditor_checks.hosts import host_of, same_site
from auditor_checks.page_links import CHECKOUT_STAGES
from auditor_checks.page_text import written_lines

_ELSEWHERE = frozenset({"header", "nav", "footer", "dialog", "search"})
_CUT = 390  # characters of a paragraph that an observation keeps, about
_GONE = re.compile(r"HTTP status (404|410)\b")
_DOCUMENT = re.compile(r"\.(pdf|docx?|odt|rtf)($|[?#])", re.IGNORECASE)
_ASIDE = re.compile(r"cookie|consent|gdpr|newsletter|popup|modal", re.IGNORECASE)  # what lies over the page speaks of something else
_SENTENCE = 15  # letters around a link
_FRAME = ("header", "nav", "footer", "noscript")
_UNSPACED = "\u3040"  # letters from here on belong to scripts that put no spaces between words
_LETTERS_A_WORD = 3
_CONSENT = (
    r"(cookie|consent)[-_]?(banner|bar|box|dialog|layer|modal|notice|popup|manager)"
    r"|onetrust|usercentrics|didomi|cookiebot|klaro|cmp[-_]?box"
)


@lru_cache(maxsize=64)
def linked_page(recording: Recording, name: str) -> PageRecord:
    """Return a linked page of any journey; raises `Missing` with the reason if it was recorded on none.

    A step of the checkout that is called alike ("Delivery") is not the page that informs about it.
    """
    title = called(name)
    for journey in recording.journeys:
        if journey.has_site_page(name):
            page = journey.site_page(name)
            if any(_same(page.url, p.url) for p in journey.pages if p.stage in CHECKOUT_STAGES):
                raise Missing(say("What was recorded as the page “{page}” is a step of the checkout", page=title))
            return page
    raise Missing(why_missing(recording, name) or say("The page “{page}” was not looked for", page=title))


def why_missing(recording: Recording, name: str) -> str:
    """Say why a linked page is not in the recording, "" if it was not looked for."""
    reasons = (j.recorded.site_pages.get(name, "") for j in recording.journeys)
    return next(filter(None, reasons), "")


def stands_alone(page: PageRecord) -> bool:
    """Whether what a page tells is all there is: it embeds nothing, refers to nothing, and no other company's script writes it."""
    try:
        body = page.soup.body
    except Missing:
        return False
    if body is None:
        return False
    inner = [tag for tag in body.select("iframe, object, embed, a[href], script[src]") if tag.find_parent(_FRAME) is None]
    if any(tag.name in {"iframe", "object", "embed"} for tag in inner):
        return False
    if any(tag.name == "a" and (_DOCUMENT.search(str(tag["href"])) or _refers(tag)) for tag in inner):
        return False
    written = {host_of(str(tag["src"])) for tag in inner if tag.name == "script" and tag.find_parent("main") is not None}
    return all(not host or same_site(host, host_of(page.url)) for host in written)


def _refers(link: Tag) -> bool:
    """Whether a link stands in a sentence, as in "more is told in our terms"; menus are links alone."""
    if link.parent is None or str(link["href"]).startswith(("mailto:", "tel:", "#", "javascript:")):
        return False
    if any(_ASIDE.search(f"{tag.get('id')} {tag.get('class')}") for tag in link.parents):
        return False
    around = "".join(link.parent.find_all(string=True, recursive=False))
    return sum(letter.isalpha() for letter in around) >= _SENTENCE


def is_unlinked(reason: str) -> bool:
    """Whether a page is missing because no page of the shop links to it, in the words of the recording."""
    return reason.startswith("No link")


def is_gone(reason: str) -> bool:
    """Whether the reason why a linked page was not recorded is that there is none: a refusal or a failure proves nothing."""
    return _GONE.search(reason) is not None


def length_of(text: str) -> int:
    """Count the words of a text; where words are not spaced, a word for every few letters."""
    unspaced = sum(1 for letter in text if letter >= _UNSPACED)
    return len(text.split()) + unspaced // _LETTERS_A_WORD


def _same(one: str, other: str) -> bool:
    """Whether two addresses are of one page: a shop may tell all its pages apart by the query alone ("?route=")."""
    first, second = urlsplit(one), urlsplit(other)
    if (first.netloc, first.path) != (second.netloc, second.path):
        return False
    told, asked = dict(parse_qsl(first.query)), dict(parse_qsl(second.query))
    return all(told[key] == asked[key] for key in told.keys() & asked.keys())


def is_read_only(address: str, pages: Iterable[PageRecord]) -> bool:
    """Whether an address is that of one of these pages, and the page has nothing to fill in: what it is called is not done there."""
    return any(_same(page.url, address) and not _asks(page) for page in pages)


def _asks(page: PageRecord) -> bool:
    return any(c.is_text_field and c.visible and c.landmark not in _ELSEWHERE for c in page.observation.controls)


@lru_cache(maxsize=64)
def main_text(page: PageRecord) -> str:
    """Return what a page tells outside its header, menus and footer, a line per piece: long paragraphs and folded parts in full.

    An observation keeps no more than the beginning of a long paragraph, so the document's source is read, and of the
    observation only what is not in it (parts drawn in shadow roots).
    """
    written = written_lines(page, _CONSENT)
    whole = "\n".join(written)
    texts = (t.text for t in page.observation.texts if t.landmark not in _ELSEWHERE and not t.split)
    seen = dict.fromkeys(text for text in texts if text not in whole and (not written or len(text) < _CUT))
    return "\n".join((*seen, *dict.fromkeys(written)))


def own_text(recording: Recording, page: PageRecord) -> str:
    """Return the main text without the lines that stand on the home page too: old layouts mark no header, menu and footer."""
    home = next((p for journey in recording.journeys for p in journey.pages), None)
    if home is None:
        return main_text(page)
    everywhere = set(main_text(home).split("\n"))
    return "\n".join(line for line in main_text(page).split("\n") if line not in everywhere)
