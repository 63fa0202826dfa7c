"""How a page offers what a concept names (terms, contact, returns ...): its links, buttons and footer."""

import re
from urllib.parse import urlsplit

from auditor.api import Control, Message, PageRecord, Stage, listing, say, together

CHECKOUT_STAGES = frozenset({Stage.CHECKOUT, Stage.ADDRESS, Stage.SHIPPING, Stage.PAYMENT})
_LAST_SHARE = 0.25  # of the page's height, where a footer stands that is not marked as one
_STEPS = frozenset({"contact", "delivery_info", "payment_method"})  # what steps of a checkout are called as well
_FRAME = frozenset({"header", "nav"})
_OPENS = 0.4  # probability that a button opens the menu, as where the journey presses one
_NEAR = 3  # levels from an entry of a submenu up to the entry that unfolds it
_ADDRESSED = 0.9  # how clearly a part of an address names a concept
_LEAST_LINKS, _LEAST_FRAMING = 4, 6  # in the footer, or in header, menu and footer; with fewer it may not be the whole one
_GATE = 8  # links; more than a page has that only asks for a country, a language, an age or a password
_ENTRY = re.compile(r"^(li|details)\b|dropdown|sub-?menu|has-?(child|sub)|menu-?item", re.IGNORECASE)
_PIECES = re.compile(r"[/=&]")


def link_named(page: PageRecord, concept: str) -> Control | None:
    """Return the link or button that names a concept, the footer's before others; None if there is none.

    Outside the footer it must be in sight or in a menu that can be unfolded; footers are often folded on phones, so
    there it need not be. In the main part of the checkout “Contact” and “Delivery” are steps of the form and do not count.
    """
    footer = footer_links(page)
    seen = {c.n for c in footer}
    steps = {"main"} if page.stage in CHECKOUT_STAGES and concept in _STEPS else set()
    visible = [c for c in page.observation.visible if c.is_button and c.landmark not in steps]
    elsewhere = [c for c in visible if c.n not in seen]
    found = next((c for c in (*footer, *elsewhere) if names(page, concept, c)), None)
    return found or next((c for c in menu_links(page) if names(page, concept, c)), None)


def names(page: PageRecord, concept: str, control: Control) -> bool:
    """Whether what stands on a control names a concept; where it is a picture alone, whether its address does.

    A link of any name counts that leads to a page known as the concept's by what it says.
    """
    if page.leads_to(control, concept):
        return True
    lexicon = page.facts.lexicon
    if control.words or not control.href:
        return lexicon.has(concept, *control.words)
    address = urlsplit(control.href)
    pieces = [piece for piece in _PIECES.split(f"{address.path}/{address.query}") if piece]
    return any(lexicon.has(concept, piece, at_least=_ADDRESSED) for piece in pieces)


def footer_links(page: PageRecord) -> list[Control]:
    """Return the links and buttons of the footer; where none is marked, those at the bottom of the page."""
    observation = page.observation
    buttons = [c for c in observation.controls if c.is_button]
    regions = [region.n for region in observation.regions if region.kind == "footer"]
    marked = [c for c in buttons if c.landmark == "footer" or (c.landmark == "nav" and any(observation.contains(n, c.n) for n in regions))]
    if marked:
        return marked
    height = observation.page_size[1]
    start = height - max(observation.viewport[1], _LAST_SHARE * height)
    outside = {"header", "nav", "main", "dialog", "search"}
    return [c for c in buttons if c.visible and not c.fixed and c.landmark not in outside and c.box.y >= max(start, 0)]


def shows_whole_frame(page: PageRecord) -> bool:
    """Whether enough links of header, menu and footer were seen for a missing one to mean something."""
    footer = {c.href for c in footer_links(page) if c.href}
    framing = footer | {c.href for c in page.observation.controls if c.href and c.landmark in _FRAME}
    return len(footer) >= _LEAST_LINKS or (bool(footer) and len(framing) >= _LEAST_FRAMING)


def menu_links(page: PageRecord) -> list[Control]:
    """Return the links of header and menu that are out of sight, where a shopper can bring them there.

    The page shows a button that opens its menu, or the link stands in a submenu below an entry in sight. What a reduced
    header merely hides cannot be reached.
    """
    folded = [c for c in page.observation.controls if not c.visible and c.href and c.landmark in _FRAME]
    if not folded or any(c.p >= _OPENS for c in page.facts.menu_openers):
        return folded
    observation = page.observation
    entries = {observation.parents[c.n] for c in observation.visible if c.is_button}
    entries = {n for n in entries if n >= 0 and _ENTRY.search(observation.kinds[n])}
    return [c for c in folded if entries.intersection(list(observation.ancestors(c.n))[1:_NEAR])]


def is_gate(page: PageRecord) -> bool:
    """Whether a home page only asks for a country, a language or a password: it has no header, menu, footer or products yet."""
    if page.stage is not Stage.HOME or page.facts.cards:
        return False
    links = [c for c in page.observation.controls if c.href]
    places = {c.landmark for c in links} | {t.landmark for t in page.observation.texts}
    return len(links) <= _GATE and places.isdisjoint({"header", "nav", "footer"})


def pages_in_words(pages: list[PageRecord], most: int = 4) -> Message:
    """Name pages for a message: "home, cart and payment (mobile)"; without a device where they are those of all devices alike."""
    places: dict[str, list[str]] = {}
    for page in pages:
        places.setdefault(page.device, []).append(page.place)
    groups = list(places.items())
    if len(groups) > 1 and all(set(named) == set(groups[0][1]) for _, named in groups):
        return _listed(groups[0][1], most)
    return together(*(say("{pages} ({device})", pages=_listed(named, most), device=device) for device, named in groups), between="; ")


def _listed(places: list[str], most: int) -> Message:
    if len(places) > most:
        return say("{pages} and {number} more", pages=together(*places[:most], between=", "), number=len(places) - most)
    return listing(places)
