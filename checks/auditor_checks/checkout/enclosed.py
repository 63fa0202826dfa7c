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
    passed,
    say,
    several,
    together,
    warned,
)
from auditor_checks.checkout.steps import checkout_pages

_FEW, _MANY = 8, 25
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
    limits="Counts links in sight that leave the checkout; help, contact, cart, legal pages and the footer are no exits.",
)
def enclosed(journey: JourneyRecord) -> Outcome:
    """Count the different links of header and content that lead out of the checkout, on the page that has most of them."""
    pages = [page for page in checkout_pages(journey) if page.stage is not Stage.CHECKOUT] or checkout_pages(journey)
    shop = {_path(page.url) for page in journey.pages if page.stage in _SHOP}
    place = _path if not shop & {_path(page.url) for page in checkout_pages(journey)} else _place  # one script may draw all pages
    checkout = {place(page.url) for page in checkout_pages(journey)}
    exits, page = max(((_exits(page, checkout, place), page) for page in pages), key=lambda found: len(found[0]))
    count = len(exits)
    threshold = f"≤ {_FEW}"
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
        if path.strip("/") and not any(
            page.leads_to(control, concept) or page.facts.lexicon.has(concept, *control.words, at_least=0.7) for concept in _KEPT
        ):
            found.setdefault(path, control)
    return list(found.values())


def _path(url: str) -> str:
    return urlsplit(url).path


def _place(url: str) -> str:
    """A path with the first thing asked of it, as "/index.php?route=checkout/checkout"."""
    parts = urlsplit(url)
    return f"{parts.path}?{parts.query.partition('&')[0]}" if parts.query else parts.path
