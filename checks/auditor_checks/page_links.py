"""How a page offers what a concept names (terms, contact, returns ...): its links, buttons and footer."""

from auditor.api import Control, PageRecord, Stage

CHECKOUT_STAGES = frozenset({Stage.CHECKOUT, Stage.ADDRESS, Stage.SHIPPING, Stage.PAYMENT})
_LAST_SHARE = 0.25  # of the page's height, where a footer stands that is not marked as one


def link_named(page: PageRecord, concept: str) -> Control | None:
    """Return the link or button that names a concept, the footer's before others; None if there is none.

    Outside the footer it must be in sight; footers are often folded on phones, so there it need not be. In
    the checkout the main part does not count: its “Contact” and “Delivery” are steps of the form.
    """
    footer = footer_links(page)
    seen = {c.n for c in footer}
    steps = {"main"} if page.stage in CHECKOUT_STAGES else set()
    visible = [c for c in page.observation.visible if c.is_button and c.landmark not in steps]
    elsewhere = [c for c in visible if c.n not in seen]
    return next((c for c in (*footer, *elsewhere) if names(page, concept, c)), None)


def names(page: PageRecord, concept: str, control: Control) -> bool:
    """Whether what stands on a control names a concept."""
    return page.facts.lexicon.has(concept, *control.words)


def footer_links(page: PageRecord) -> list[Control]:
    """Return the links and buttons of the footer; where none is marked, those at the bottom of the page."""
    observation = page.observation
    buttons = [c for c in observation.controls if c.is_button]
    marked = [c for c in buttons if c.landmark == "footer"]
    if marked:
        return marked
    height = observation.page_size[1]
    start = height - max(observation.viewport[1], _LAST_SHARE * height)
    outside = {"header", "nav", "main", "dialog", "search"}
    return [c for c in buttons if c.visible and not c.fixed and c.landmark not in outside and c.box.y >= max(start, 0)]


def pages_in_words(pages: list[PageRecord], most: int = 4) -> str:
    """Name pages for a message: "home, cart and payment (mobile)"."""
    named = [f"{p.place} ({p.device})" for p in pages]
    return ", ".join(named[:most]) + (f" and {len(named) - most} more" if len(named) > most else "")
