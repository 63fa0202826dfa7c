"""The pages a shop links to (terms, delivery ...), recorded once per audit, on the device that came first."""

from functools import lru_cache

from bs4.element import NavigableString

from auditor.api import Missing, PageRecord, Recording
from auditor_checks.page_links import CHECKOUT_STAGES

_ELSEWHERE = frozenset({"header", "nav", "footer", "dialog", "search"})


@lru_cache(maxsize=64)
def linked_page(recording: Recording, name: str) -> PageRecord:
    """Return a linked page of any journey; raises `Missing` with the reason if it was recorded on none.

    A step of the checkout that is called alike ("Delivery") is not the page that informs about it.
    """
    title = name.replace("_", " ")
    for journey in recording.journeys:
        if journey.has_site_page(name):
            page = journey.site_page(name)
            if any(_address(page) == _address(p) for p in journey.pages if p.stage in CHECKOUT_STAGES):
                raise Missing(f"What was recorded as the page “{title}” is a step of the checkout")
            return page
    raise Missing(why_missing(recording, name) or f"The page “{title}” was not looked for")


def why_missing(recording: Recording, name: str) -> str:
    """Say why a linked page is not in the recording, "" if it was not looked for."""
    reasons = (j.recorded.site_pages.get(name, "") for j in recording.journeys)
    return next((reason.rstrip(".") for reason in reasons if reason), "")


def _address(page: PageRecord) -> str:
    return page.url.partition("?")[0].partition("#")[0]


def main_text(page: PageRecord) -> str:
    """Return the visible text of a page without its header, menus and footer, a line per piece."""
    texts = page.observation.texts
    return "\n".join(t.text for t in texts if t.landmark not in _ELSEWHERE and not t.split)


def document_text(page: PageRecord) -> str:
    """Return the text of a page without its header, menus and footer in full; what is folded or long is in it too."""
    body = page.soup.body
    found = body.find_all(string=True) if body else []
    kept = [
        str(s) for s in found if type(s) is NavigableString and s.strip() and s.find_parent(["header", "nav", "footer", "noscript"]) is None
    ]
    return "\n".join((main_text(page), *(" ".join(piece.split()) for piece in kept)))
