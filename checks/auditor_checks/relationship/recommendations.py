"""relationship-recommendations."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from auditor.api import (
    Confidence,
    Control,
    Effort,
    Finding,
    JourneyRecord,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    Text,
    failed,
    journey_check,
    listing,
    normalise,
    not_applicable,
    passed,
    say,
    several,
    warned,
)
from auditor_checks.catalogue import products_seen

_ENOUGH = 3
_TINY = 10  # products of the catalogue
_LABEL = 0.7
# What links beside products lead to otherwise.
_ASIDE = ("wishlist", "compare", "add_to_cart", "review", "delivery_info", "shipping_cost", "login", "terms", "remove")
_ELSEWHERE = {"header", "nav", "footer", "dialog", "search"}


@journey_check(
    id="relationship-recommendations",
    category="relationship",
    title="Alternatives or additions are suggested",
    failure_title="No alternatives or additions are suggested",
    why="Who does not like this product can be shown the next one; who buys it may need what goes with it.",
    fix="Show at least three products that fit, in stock, with picture and price, below the product's "
    "details or below the cart, under a heading that says why they are there.",
    severity=Severity.MINOR,
    effort=Effort.M,
    stages=(Stage.PRODUCT, Stage.CART),
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "McKinsey, Next in Personalization",
            "https://www.mckinsey.com/capabilities/growth-marketing-and-sales/our-insights/the-value-of-getting-personalization-right-or-wrong-is-multiplying",
            "7 in 10 expect personalisation, over 3 in 4 are annoyed without it (2021, second hand)",
        ),
    ),
    limits="Told by the heading and the number of links. Whether the products fit, or are advertising, is not judged.",
)
def recommendations(journey: JourneyRecord) -> Outcome:
    """Look on product and cart page for a heading of suggestions, followed by links to three products."""
    page = journey.page(Stage.PRODUCT)
    pages = [page, *([journey.page(Stage.CART)] if journey.reached(Stage.CART) else [])]
    poor: list[Finding] = []
    most = 0
    for page in pages:
        for heading, targets in _blocks(page):
            most = max(most, len(targets))
            if len(targets) >= _ENOUGH:
                message = several(
                    len(targets),
                    "“{heading}” on the {page} page suggests {n} other product.",
                    "“{heading}” on the {page} page suggests {n} other products.",
                    heading=heading.text,
                    page=page.place,
                )
                return passed(message, value=len(targets), unit="products", threshold=f"≥ {_ENOUGH}")
            message = (
                several(
                    len(targets),
                    "“{heading}” suggests only {n} other product that can be bought.",
                    "“{heading}” suggests only {n} other products that can be bought.",
                    heading=heading.text,
                )
                if targets
                else say("“{heading}” leads to no other product that can be bought.", heading=heading.text)
            )
            poor.append(Finding(message, box=heading.box, url=page.url, key=heading.text))
    if poor:
        return warned(poor[0].message, findings=poor, value=most, unit="products", threshold=f"≥ {_ENOUGH}")
    shown = [c for c in pages[0].facts.cards if _is_other(pages[0], c.target) and not c.sold_out]
    if len(shown) >= _ENOUGH:
        message = several(len(shown), "The product page shows {n} other product.", "The product page shows {n} other products.")
        return passed(message, value=len(shown), unit="products", threshold=f"≥ {_ENOUGH}")
    if products_seen(journey) < _TINY:
        return not_applicable(say("Fewer than {least} products were seen in the shop.", least=_TINY))
    findings = [Finding(say("No suggestions on the {page} page.", page=page.place), url=page.url, key=page.place) for page in pages]
    return failed(
        say("No other products are suggested ({pages}).", pages=listing(page.place for page in pages)),
        findings=findings,
        value=0,
        unit="products",
        threshold=f"≥ {_ENOUGH}",
    )


def _blocks(page: PageRecord) -> Iterator[tuple[Text, list[str]]]:
    """Each heading of suggestions with the other products linked up to the next heading of its level."""
    observation, lexicon = page.observation, page.facts.lexicon
    titles = [t for t in observation.texts if t.landmark not in _ELSEWHERE and lexicon.has("recommendations", t.text, at_least=_LABEL)]
    for title in titles:
        level = title.heading or 2
        ends = [h.n for h in observation.headings if h.n > title.n and h.heading <= level and not _names_product(page, h)]
        end = min(ends, default=len(observation.parents))
        yield title, _targets(page, title.n, end)


def _names_product(page: PageRecord, heading: Text) -> bool:
    """Whether a heading is the name of one of the products: in a card, or a link."""
    return heading.control >= 0 or any(page.observation.contains(card.n, heading.n) for card in page.facts.cards)


def _targets(page: PageRecord, start: int, end: int) -> list[str]:
    sold_out = {card.target for card in page.facts.cards if card.sold_out}
    inside = [c for c in page.facts.cards if start < c.n < end and not c.sold_out and _is_other(page, c.target)]
    if len(inside) >= _ENOUGH:
        return [c.target or c.title for c in inside]
    links = [c for c in page.observation.visible if start < c.n < end and c.href and _is_product(page, c)]
    return [href for href in dict.fromkeys(c.href.partition("#")[0] for c in links) if href not in sold_out]


def _is_product(page: PageRecord, control: Control) -> bool:
    """Whether a link may lead to another product: another page of the shop, not one of header or footer."""
    if any(page.facts.lexicon.has(concept, *control.words, at_least=_LABEL) for concept in _ASIDE):
        return False
    return control.landmark not in _ELSEWHERE and _is_other(page, control.href)


def _is_other(page: PageRecord, address: str) -> bool:
    """Whether an address is another page of the shop; where only the query differs, the card it belongs to must name another product."""
    target, here = urlsplit(address), urlsplit(page.url)
    if target.hostname != here.hostname or not target.path.rstrip("/"):
        return not address  # a card that is pressed by script
    if target.path.rstrip("/") != here.path.rstrip("/"):
        return True
    own = normalise(page.facts.buy_box.title)
    return target.query != here.query and any(card.target == address and normalise(card.title) != own for card in page.facts.cards)
