"""mobile-content-parity."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from bs4 import Tag

from auditor.api import (
    Effort,
    Finding,
    JourneyRecord,
    Outcome,
    PageRecord,
    Recording,
    Severity,
    Source,
    Stage,
    amounts_in,
    failed,
    not_applicable,
    passed,
    say,
    several,
    shop_check,
    together,
    warned,
)

# Each fact a shopper looks for and the concepts that name it; prices are told by their amounts.
_FACTS = {
    "shipping": ("shipping_cost", "free_shipping", "delivery_info", "delivery_time"),
    "returns": ("returns",),
    "availability": ("in_stock", "sold_out"),
    "reviews": ("customer_reviews",),
    "specifications": ("specifications",),
    "payment": ("payment_method", "payment_choice"),
}
# How a sentence goes on that says what a page tells.
_ABOUT = {
    "shipping": say("about shipping"),
    "returns": say("about returns"),
    "availability": say("about availability"),
    "reviews": say("about reviews"),
    "specifications": say("about specifications"),
    "payment": say("about payment"),
    "price": say("about price"),
    "contact": say("about contact"),
}
_OF_ONE_PRODUCT = {"availability", "reviews", "specifications"}  # a product may be sold out, not reviewed yet, or need no table
_UNREAD = {"script", "style", "template", "noscript", "header", "footer", "nav", "svg"}
_UNREAD_ROLES = {"banner", "contentinfo", "navigation"}
_TOLERATED = 1
_LIKELY, _SURE = 0.5, 0.8


@shop_check(
    id="mobile-content-parity",
    category="mobile",
    title="Phones get the same information as desktops",
    failure_title="Phones get less information than desktops",
    why="Most visitors come with a phone. What they are not told, they cannot trust.",
    fix="Keep the facts listed on the phone's pages too. They may be folded, but they must be there.",
    severity=Severity.MAJOR,
    effort=Effort.M,
    stages=(Stage.PRODUCT, Stage.CART, Stage.CHECKOUT),
    needs=("html",),
    sources=(
        Source(
            "Baymard Institute, Current state of checkout UX",
            "https://baymard.com/blog/current-state-of-checkout-ux",
            "64 % of desktop and 63 % of mobile checkouts are mediocre or worse (2025)",
        ),
    ),
    limits="Compares words, folded parts included, outside of header and footer, and carts only of the same kind. Where the two "
    "journeys met different products, what differs between products is left out.",
)
def content_parity(recording: Recording) -> Outcome:
    """Collect the facts told on product, cart and checkout pages of both devices; count what phones lack."""
    desktop, mobile = recording.journey(mobile=False), recording.journey(mobile=True)
    if desktop is None or mobile is None:
        return not_applicable(say("Only one kind of device was audited."))
    same = desktop.product.get("url") == mobile.product.get("url")
    pairs = [(desktop.page(Stage.PRODUCT), mobile.page(Stage.PRODUCT))]
    both = [(desktop.page(s), mobile.page(s)) for s in (Stage.CART, Stage.CHECKOUT) if _both(desktop, mobile, s)]
    pairs += [(large, small) for large, small in both if _address(large) == _address(small)]
    missing: list[Finding] = []
    for large, small in pairs:
        lacking = _facts(large, sure=True) - _facts(small)
        if not same:
            lacking -= _OF_ONE_PRODUCT
        for fact in sorted(lacking):
            message = say("The {place} page tells {about} on desktop, but not on a phone.", place=small.place, about=_ABOUT[fact])
            missing.append(Finding(message, url=small.url, key=f"{small.place} {fact}"))
    count = len(missing)
    if not missing:
        compared = together(*(small.place for _, small in pairs), between=", ")
        message = say("The phone's pages tell all the facts of the desktop's ({pages}).", pages=compared)
        return passed(message, value=0, unit="facts", threshold="0")
    others = several(count - 1, "{n} other fact is missing there, too.", "{n} other facts are missing there, too.")
    told = together(missing[0].message, others, between=" ") if count > 1 else missing[0].message
    outcome = warned if count <= _TOLERATED else failed
    return outcome(told, findings=missing, value=count, unit="facts", threshold="0")


def _both(desktop: JourneyRecord, mobile: JourneyRecord, stage: Stage) -> bool:
    return desktop.reached(stage) and mobile.reached(stage)


def _address(page: PageRecord) -> list[str]:
    """The kind of page an address leads to: a cart in a drawer is not compared with one that has a page of its own."""
    address = urlsplit(page.url)
    path = address.path + (address.fragment if address.fragment.startswith("/") else "")
    return ["*" if any(c.isdigit() for c in part) else part for part in path.split("/") if part]


def _facts(page: PageRecord, *, sure: bool = False) -> set[str]:
    """What the page tells; what phones are said to lack must be there for `sure`."""
    lexicon = page.facts.lexicon
    lines = list(dict.fromkeys(_lines(page.soup.body or page.soup)))
    told = {fact for fact, concepts in _FACTS.items() if any(lexicon.mentions(c, line) for line in lines for c in concepts)}
    if any(amounts_in(line) for line in lines):
        told.add("price")
    if _offers_contact(page, _SURE if sure else _LIKELY):
        told.add("contact")
    return told


def _offers_contact(page: PageRecord, at_least: float) -> bool:
    """Whether there is a way to make contact, wherever on the page; a “skin-contact wine” is none."""
    controls = [c for c in page.observation.controls if c.is_button]
    return any(
        c.raw_href.startswith(("tel:", "mailto:"))
        or page.leads_to(c, "contact")
        or page.facts.lexicon.has("contact", *c.words, at_least=at_least)
        for c in controls
    )


def _lines(element: Tag) -> Iterator[str]:
    """The pieces of text in an element, hidden ones included, without scripts, header, menus and footer."""
    for child in element.children:
        if isinstance(child, Tag):
            if child.name not in _UNREAD and child.get("role") not in _UNREAD_ROLES:
                yield from _lines(child)
        elif text := " ".join(str(child).split()):
            yield text
