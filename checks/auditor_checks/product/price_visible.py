"""product-price-visible."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from auditor.api import (
    Confidence,
    Control,
    Effort,
    Finding,
    Outcome,
    PageFacts,
    PageRecord,
    Price,
    Severity,
    Source,
    Stage,
    Text,
    failed,
    not_measurable,
    page_check,
    passed,
    say,
    warned,
)
from auditor_checks.jurisdiction import Market

_NEAR = 600  # CSS pixels between price and buy button
_LIKELY = 0.5  # probability of a buy button; pages without landmarks offer more than one
_LARGE = 18  # CSS pixels of type that sets a price apart from prose
_LIST = 3  # products; fewer may be sections of this one's page
_LONGEST = 60  # characters; a longer text mentions a price in passing
_SCREENS = {True: 1.5, False: 1.0}  # how far down, by whether it is a phone
_ELSEWHERE = {"header", "nav", "footer", "dialog"}
# What stands before an amount that is not the price of the product.
_OTHER_AMOUNTS = (
    "shipping_cost",
    "free_shipping",
    "delivery_info",
    "shipping_method",
    "pickup",
    "cart",
    "subtotal",
    "coupon",
)


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
    buttons = [c.control for c in facts.buy_box.buttons if c.p >= _LIKELY]
    anchors: list[Control | Text] = [*buttons, *filter(None, [facts.buy_box.heading])]
    if not anchors:
        return not_measurable(say("Neither a buy button nor a product heading was recognised on the product page."))
    offers = _offers(facts, anchors)
    near = [p for p in offers if any(p.text.box.distance(a.box) <= _NEAR for a in anchors)]
    # "Regular price" stands before old prices, and in some themes before the only one there is.
    plain = [p for p in near if not facts.lexicon.mentions("old_price", _before(p))]
    price = next((p for p in plain if p == facts.buy_box.price), None) or _largest(plain) or _largest(near)
    if price is None:
        return _not_near(facts, _largest(p for p in offers if p.text.size >= _LARGE), anchors, sure=bool(buttons))
    shown, box = price.text.text, price.text.box
    limit = _SCREENS[page.mobile] * facts.observation.viewport[1]
    if box.bottom > limit:
        return warned(
            say(
                "The price “{price}” stands {down:.0f} pixels down the page, below the first one and a half screens.",
                price=shown,
                down=box.y,
            )
            if page.mobile
            else say("The price “{price}” stands {down:.0f} pixels down the page, below the first screen.", price=shown, down=box.y),
            findings=[Finding(say("The price “{price}” stands here.", price=shown), box=box, key="price below the fold")],
            value=round(box.y),
            unit="px",
            threshold=say("≤ {limit:.0f} px", limit=limit),
        )
    market = Market(currency=price.amount.currency)
    if (market.eea or market.uk) and not facts.says("tax_included"):
        return warned(
            say("The price “{price}” is clear, but the page does not say whether it includes tax.", price=shown),
            findings=[Finding(say("“{price}” without a word on tax.", price=shown), box=box, key="no tax wording")],
            value=True,
        )
    return passed(say("The price “{price}” stands beside the buy button.", price=shown), value=True)


def _not_near(facts: PageFacts, elsewhere: Price | None, anchors: Sequence[Control | Text], *, sure: bool) -> Outcome:
    """Judge a page with no price by the buy button: it stands elsewhere, follows a login, or is missing."""
    if elsewhere is not None:
        message = say("The price “{price}” stands far from the buy button.", price=elsewhere.text.text)
        finding = Finding(message, box=elsewhere.text.box, key="price far away")
        return warned(message, findings=[finding], value=True)
    return failed(
        say("The price is shown only after logging in: there is no amount of money within {near} pixels of the buy button.", near=_NEAR)
        if facts.says("login_wall")
        else say("The price is not shown: there is no amount of money within {near} pixels of the buy button.", near=_NEAR),
        findings=[Finding(say("The price is missing here."), box=anchors[0].box)],
        value=False,
        confidence=None if sure else Confidence.LOW,
    )


def _offers(facts: PageFacts, anchors: Sequence[Control | Text]) -> list[Price]:
    """The amounts that may be the product's price: no delivery fee, no old price, no other product's."""
    holds, lists = facts.observation.contains, Counter(card.list_n for card in facts.cards)
    listed = [card.n for card in facts.cards if lists[card.list_n] >= _LIST]
    others = [n for n in listed if not any(holds(n, anchor.n) for anchor in anchors)]

    def is_offer(price: Price) -> bool:
        text = price.text
        if price.struck or price.surcharge or not price.amount.value or len(text.text) > _LONGEST or text.landmark in _ELSEWHERE:
            return False
        if any(holds(n, price.n) for n in others):
            return False
        return not any(facts.lexicon.mentions(concept, _before(price)) for concept in _OTHER_AMOUNTS)

    return [price for price in facts.prices if is_offer(price)]


def _before(price: Price) -> str:
    """What stands before the amount in its text."""
    return re.split(r"\d", price.text.text, maxsplit=1)[0]


def _largest(prices: Iterable[Price]) -> Price | None:
    return max(prices, key=lambda p: (p.text.size, p.text.weight, -p.n), default=None)
