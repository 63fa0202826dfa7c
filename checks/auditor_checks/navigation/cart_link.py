"""navigation-cart-link."""

from urllib.parse import urldefrag

from auditor.api import (
    Effort,
    Finding,
    JourneyRecord,
    Missing,
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
from auditor_checks.page_links import CHECKOUT_STAGES
from auditor_checks.wording import portion

_LIKELY, _MAYBE = 0.5, 0.25
_TOP, _LABEL = 260, 40  # pixels from the top of the page, letters
_ICON = 6000  # square pixels
_THRESHOLD = say("every page, with the count")


@journey_check(
    id="navigation-cart-link",
    category="navigation",
    title="The cart and its item count are in sight on every page",
    failure_title="Pages have no way to the cart",
    why="Who has put something into the cart and does not see where it went cannot buy it.",
    fix="Keep the cart in the header of every page, show how many items it holds, and say the number in the link's name too: "
    '<a href="/cart" aria-label="Cart, 2 items">.',
    severity=Severity.MAJOR,
    effort=Effort.XS,
    stages=(Stage.HOME, Stage.CATEGORY, Stage.SEARCH, Stage.PRODUCT, Stage.CART),
    needs=("html",),
    sources=(
        Source(
            "Google, Retail UX playbook",
            "https://de.slideshare.net/hmvrulz/google-secret-ux-retail-playbook",
            "keep the way to the purchase in sight (copy read in 2026)",
        ),
        Source(
            "Shopify, Dawn reference theme",
            "https://github.com/Shopify/dawn",
            "cart icon with a bubble that counts, on every page (2026)",
        ),
    ),
    limits="The checkout is left out, which may hide the way back. A count is looked for after the product was put into the cart.",
)
def cart_link(journey: JourneyRecord) -> Outcome:
    """Look on each page before the checkout for a way to the cart, and on any for the number of items."""
    pages = [page for page in journey.pages if page.stage not in CHECKOUT_STAGES]
    if not pages:
        raise Missing(say("No page of the shop was reached on {device}", device=journey.device))
    without = [page for page in pages if page.stage is not Stage.CART and not _shown(page)]
    have = portion(len(pages), len(pages), "page", "has", "have")
    if without:
        places = together(*(page.place for page in without), between=", ")
        findings = [Finding(say("The {place} page shows no way to the cart.", place=p.place), url=p.url, key=p.place) for p in without]
        if all(map(_has_nameless_icon, without)):
            message = several(
                len(pages),
                "No way to the cart is named on {missing} of {n} page: {places}. An icon at the top that has no name may be one.",
                "No way to the cart is named on {missing} of {n} pages: {places}. An icon at the top that has no name may be one.",
                missing=len(without),
                places=places,
            )
            return warned(message, findings=findings, value=len(without), unit="pages", threshold=_THRESHOLD)
        message = several(
            len(pages),
            "No way to the cart is in sight on {missing} of {n} page: {places}.",
            "No way to the cart is in sight on {missing} of {n} pages: {places}.",
            missing=len(without),
            places=places,
        )
        outcome = failed if _never_shown(without, journey) else warned
        return outcome(message, findings=findings, value=len(without), unit="pages", threshold=_THRESHOLD)
    if not journey.reached(Stage.CART):
        return passed(say("{pages_have} a way to the cart.", pages_have=have), value=len(pages), unit="pages", threshold=_THRESHOLD)
    if not any(page.facts.badge is not None for page in journey.pages):
        message = say("{pages_have} a way to the cart, but none shows how many items it holds.", pages_have=have)
        cart = journey.page(Stage.CART)
        findings = [Finding(say("No number of items beside the cart's link."), url=cart.url, key="count")]
        return warned(message, findings=findings, value=len(pages), unit="pages", threshold=_THRESHOLD)
    return passed(
        say("{pages_have} a way to the cart, and the number of its items is shown.", pages_have=have),
        value=len(pages),
        unit="pages",
        threshold=_THRESHOLD,
    )


def _shown(page: PageRecord) -> bool:
    """Whether a way to the cart is in sight; some shops show an empty cart as words that are no link yet."""
    if any(candidate.p >= _LIKELY for candidate in page.facts.cart_links):
        return True
    lexicon = page.facts.lexicon
    above = (t for t in page.observation.texts if t.box.y < _TOP and len(t.text) < _LABEL)
    return any(lexicon.has("cart", t.text) and not lexicon.has("add_to_cart", t.text, at_least=0.8) for t in above)


def _never_shown(without: list[PageRecord], journey: JourneyRecord) -> bool:
    """Whether the cart is out of sight on the product page, and stays so once something lies in it."""
    if not journey.reached(Stage.CART) or not any(page.stage is Stage.PRODUCT for page in without):
        return False
    if len({urldefrag(page.url)[0] for page in journey.pages}) == 1:
        return False  # a shop on one page, where the cart may come up beside the list
    return not any(_may_hide(page) for page in without) and not _shown_above(journey.page(Stage.CART))


def _has_nameless_icon(page: PageRecord) -> bool:
    """Whether something small and nameless at the upper right can be pressed and shows a picture, which people may know as a cart."""
    observation = page.observation
    pictures = [p.n for p in observation.pictures]
    icons = (
        c
        for c in observation.visible
        if c.box.y < _TOP and c.box.area < _ICON and c.box.x > observation.viewport[0] / 2 and not any(word.strip() for word in c.words)
    )
    return any(observation.contains(icon.n, n) for icon in icons for n in pictures)


def _shown_above(cart: PageRecord) -> bool:
    """Whether the cart's page has a way to the cart besides its own heading and steps."""
    return any(c.p >= _LIKELY and (c.control.landmark in {"header", "nav"} or c.control.box.y < _TOP) for c in cart.facts.cart_links)


def _may_hide(page: PageRecord) -> bool:
    """Whether something unclear in sight, or a link that is not, may lead to the cart after all."""
    lexicon = page.facts.lexicon
    if any(candidate.p >= _MAYBE for candidate in page.facts.cart_links):
        return True
    hidden = (c for c in page.observation.controls if c.is_button and not c.visible)
    return any(lexicon.has("cart", *c.words) or lexicon.has("view_cart", *c.words) for c in hidden)
