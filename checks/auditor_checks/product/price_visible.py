"""product-price-visible."""

from collections import Counter

from auditor.api import (
    Box,
    Confidence,
    Effort,
    Finding,
    Outcome,
    PageFacts,
    PageRecord,
    Price,
    Severity,
    Source,
    Stage,
    failed,
    not_measurable,
    page_check,
    passed,
    warned,
)
from auditor_checks.jurisdiction import Market

_NEAR = 600  # CSS pixels between price and buy button
_LONGEST = 60  # characters; a longer text mentions a price in passing
_SCREENS = {True: 1.5, False: 1.0}  # how far down, by whether it is a phone
_ELSEWHERE = {"header", "nav", "footer", "dialog"}
# What stands before an amount that is not the price of the product.
_OTHER_AMOUNTS = (
    "shipping_cost", "free_shipping", "delivery_info", "shipping_method", "pickup", "cart", "subtotal",
    "coupon", "old_price",
)  # fmt: skip


@page_check(
    id="product-price-visible",
    category="product",
    title="The price is clear next to the buy button",
    failure_title="The price is not clear next to the buy button",
    why="What it costs is the first question of a shopper, and in the EU and the UK the full price including "
    "tax must be told before the order.",
    fix="Show the price in large type close to the buy button and near the top of the page, for everyone and "
    "not only after logging in. In the EU and the UK add that it includes tax.",
    severity=Severity.CRITICAL,
    effort=Effort.XS,
    stages=(Stage.PRODUCT,),
    sources=(
        Source(
            "EU, Consumer Rights Directive 2011/83/EU, Art. 6(1)(e)",
            "https://eur-lex.europa.eu/eli/dir/2011/83/oj",
            "total price including taxes before the contract (2011)",
        ),
        Source(
            "Google, Retail UX playbook",
            "https://de.slideshare.net/hmvrulz/google-secret-ux-retail-playbook",
            "price above the fold (copy read in 2026)",
        ),
    ),
    limits="Shops that sell to businesses or on request fail on purpose. Whether the tax wording is needed "
    "is told by the currency, its truth is not judged.",
)
def price_visible(page: PageRecord) -> Outcome:
    """Take the amount in the largest type within 600 pixels of the buy button; see how far down it stands."""
    facts = page.facts
    button, heading = facts.buy_box.button, facts.buy_box.heading
    anchors = [part.box for part in (button, heading) if part is not None]
    if not anchors:
        return not_measurable(
            "Neither a buy button nor a product heading was recognised on the product page."
        )
    price = _price_near(facts, anchors)
    if price is None:
        why = "shown only after logging in" if facts.says("login_wall") else "not shown"
        return failed(
            f"The price is {why}: there is no amount of money within {_NEAR} pixels of the buy button.",
            findings=[Finding("The price is missing here.", box=anchors[0])],
            value=False,
            confidence=None if button is not None else Confidence.LOW,
        )
    shown, box = price.text.text, price.text.box
    limit = _SCREENS[page.mobile] * facts.observation.viewport[1]
    if box.bottom > limit:
        return warned(
            f"The price “{shown}” stands {box.y:.0f} pixels down the page, below the first {_screens(page)}.",
            findings=[Finding(f"The price “{shown}” stands here.", box=box, key="price below the fold")],
            value=round(box.y),
            unit="px",
            threshold=f"≤ {limit:.0f} px",
        )
    market = Market(currency=price.amount.currency)
    if (market.eea or market.uk) and not facts.says("tax_included"):
        return warned(
            f"The price “{shown}” is clear, but the page does not say whether it includes tax.",
            findings=[Finding(f"“{shown}” without a word on tax.", box=box, key="no tax wording")],
            value=True,
        )
    return passed(f"The price “{shown}” stands beside the buy button.", value=True)


def _price_near(facts: PageFacts, anchors: list[Box]) -> Price | None:
    """The amount in the largest type near an anchor that is no delivery fee, old or other price."""
    lists = Counter(card.list_n for card in facts.cards)
    listed = [card.n for card in facts.cards if lists[card.list_n] > 1]

    def is_offer(price: Price) -> bool:
        text = price.text
        if price.struck or len(text.text) > _LONGEST or text.landmark in _ELSEWHERE:
            return False
        if any(facts.observation.contains(n, price.n) for n in listed):
            return False
        before = text.text[: next((i for i, c in enumerate(text.text) if c.isdigit()), 0)]
        return not any(facts.lexicon.mentions(concept, before) for concept in _OTHER_AMOUNTS)

    near = [
        p for p in facts.prices if is_offer(p) and any(p.text.box.distance(box) <= _NEAR for box in anchors)
    ]
    return max(near, key=lambda p: (p.text.size, p.text.weight, -p.n), default=None)


def _screens(page: PageRecord) -> str:
    return "one and a half screens" if page.mobile else "screen"
