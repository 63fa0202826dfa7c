"""checkout-enclosed."""

from collections.abc import Callable
from urllib.parse import urlsplit

from auditor.api import (
    Control,
    Effort,
    Finding,
    JourneyRecord,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    listing,
    passed,
    say,
    several,
    together,
    warned,
)
from auditor_checks.checkout.steps import checkout_pages
from auditor_checks.selectors import selector_of
from auditor_checks.wording import quoted

_FEW, _MANY = 8, 25
_ENTRIES = 3  # of the menu, more than half of it; fewer may be single links back to the shop
_LIKELY = 0.5  # probability that a link leads to a list of products
_FRAME = frozenset({"header", "nav"})
_SHOP = frozenset({Stage.HOME, Stage.CATEGORY, Stage.SEARCH, Stage.PRODUCT})
_KEPT = ("terms", "privacy", "imprint", "contact", "faq", "returns", "delivery_info", "cart", "view_cart", "back", "login", "phone", "home")


@journey_check(
    id="checkout-enclosed",
    category="checkout",
    title="The checkout removes distractions and exits",
    failure_title="The checkout keeps the whole menu of the shop",
    why="At the decisive moment every other link is a way out.",
    fix="Leave in the checkout the logo, the cart, help, contact and the legal pages; take out menu, search and advertising.",
    severity=Severity.MINOR,
    effort=Effort.S,
    stages=(Stage.ADDRESS, Stage.SHIPPING, Stage.PAYMENT),
    sources=(
        Source(
            "Google, Retail UX playbook",
            "https://de.slideshare.net/hmvrulz/google-secret-ux-retail-playbook",
            "limit the exit points of the checkout (copy read in 2026)",
        ),
    ),
    limits="Counts links in sight that leave the checkout; help, contact, cart, legal pages and the footer are no exits. The menu "
    "counts as kept where most of the lists of products that the home page's menu shows at once, three at least, are in sight.",
)
def enclosed(journey: JourneyRecord) -> Outcome:
    """Look whether the shop's menu stands on, and count the links of header and content that lead out, on the page with most of them."""
    pages = [page for page in checkout_pages(journey) if page.stage is not Stage.CHECKOUT] or checkout_pages(journey)
    shop = {_path(page.url) for page in journey.pages if page.stage in _SHOP}
    place = _path if not shop & {_path(page.url) for page in checkout_pages(journey)} else _place  # one script may draw all pages
    checkout = {place(page.url) for page in checkout_pages(journey)}
    exits, page = max(((_exits(page, checkout, place), page) for page in pages), key=lambda found: len(found[0]))
    count = len(exits)
    threshold = f"≤ {_FEW}"
    menu = _menu(journey)
    apart = [p for p in pages if place(p.url) not in {place(other.url) for other in journey.pages if other.stage in _SHOP}]
    kept, at = max(((_kept_entries(p, menu), p) for p in apart), key=lambda found: len(found[0]), default=([], page))
    if len(kept) >= _ENTRIES and 2 * len(kept) > len(menu):
        names = listing([quoted(entry.label_text[:30]) for entry in kept[:_ENTRIES]])
        message = say("The {place} page keeps the menu of the shop, with {links}.", place=at.place, links=names)
        finding = Finding(message, selector_of(kept[0]), kept[0].box, at.url, "menu")
        return failed(message, findings=[finding], value=count, unit="links")
    message = several(
        count,
        "One link leads out of the checkout on the {place} page.",
        "{n} links lead out of the checkout on the {place} page.",
        place=page.place,
    )
    if count <= _FEW:
        return passed(message if count else say("No link leads out of the checkout."), value=count, unit="links", threshold=threshold)
    first = say("The first: “{link}”.", link=exits[0].label_text[:50])
    finding = Finding(together(message, first, between=" "), url=page.url, key="exits")
    outcome = warned if count <= _MANY else failed
    return outcome(message, findings=[finding], value=count, unit="links", threshold=threshold)


def _menu(journey: JourneyRecord) -> set[str]:
    """The addresses of the lists of products that the menu of the home page shows without being opened."""
    home = next((page for page in journey.pages if page.stage is Stage.HOME), None)
    if home is None:
        return set()
    lists = (c.control for c in home.facts.category_links if c.p >= _LIKELY and c.control.visible and c.control.landmark in _FRAME)
    return {_address(link.href) for link in lists if _path(link.href).strip("/") and not _is_kept(home, link)}


def _kept_entries(page: PageRecord, menu: set[str]) -> list[Control]:
    """The links in sight of a page's header and menu that are entries of the shop's menu, each once."""
    found = {_address(c.href): c for c in page.observation.visible if c.landmark in _FRAME and _address(c.href) in menu}
    return list(found.values())


def _exits(page: PageRecord, checkout: set[str], place: Callable[[str], str]) -> list[Control]:
    found: dict[str, Control] = {}
    for control in page.observation.visible:
        path = place(control.href)
        if (
            not control.href.startswith("http")
            or control.landmark == "footer"
            or path in checkout
            or control.attrs.get("target") == "_blank"
        ):
            continue
        if path.strip("/") and not _is_kept(page, control):
            found.setdefault(path, control)
    return list(found.values())


def _is_kept(page: PageRecord, link: Control) -> bool:
    """Whether a link may stay in a checkout: help, contact, law, the cart."""
    return any(page.leads_to(link, concept) or page.facts.lexicon.has(concept, *link.words, at_least=0.7) for concept in _KEPT)


def _path(url: str) -> str:
    return urlsplit(url).path


def _address(url: str) -> str:
    """A path with all that is asked of it."""
    parts = urlsplit(url)
    return f"{parts.path}?{parts.query}"


def _place(url: str) -> str:
    """A path with the first thing asked of it, as "/index.php?route=checkout/checkout"."""
    parts = urlsplit(url)
    return f"{parts.path}?{parts.query.partition('&')[0]}" if parts.query else parts.path
