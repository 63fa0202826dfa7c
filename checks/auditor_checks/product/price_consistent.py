"""product-price-consistent."""

import tomllib
from collections.abc import Collection
from decimal import Decimal
from importlib.resources import files
from urllib.parse import urlsplit

from price_parser import Price as ParsedPrice

from auditor.api import (
    Effort,
    Finding,
    JourneyRecord,
    Message,
    Missing,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    amounts_in,
    failed,
    journey_check,
    listing,
    not_measurable,
    passed,
    say,
    together,
    warned,
)
from auditor_checks.jurisdiction import market_of
from auditor_checks.product_page import amount_text, offers_of, product_markup

_DATA = tomllib.loads((files("auditor_checks.product") / "price_consistent.toml").read_text(encoding="utf-8"))
_RATES, _RATES_OF = _DATA["rates"], _DATA["rates_of"]
_MARKUP = "the structured data"
_PLACES = {"the list": say("in the list"), _MARKUP: say("in the structured data"), "the cart": say("in the cart")}
_SET_ENDINGS = frozenset({0, 5, 8, 9})  # last digits of prices that people set
_ROUNDING = 0.011  # of the currency; whole amounts are rounded to one


@journey_check(
    id="product-price-consistent",
    category="product",
    title="List, product page, structured data and cart show the same price",
    failure_title="The price changes between list, product page, structured data and cart",
    why="A price that goes up on the way is taken for deceit, and may be unlawful.",
    fix="Feed list, product page, structured data and cart from the same price, and say “from” where it depends on a choice.",
    severity=Severity.CRITICAL,
    effort=Effort.S,
    stages=(Stage.CATEGORY, Stage.PRODUCT, Stage.CART),
    sources=(
        Source(
            "EU, Consumer Rights Directive 2011/83/EU, Art. 6(1)(e)",
            "https://eur-lex.europa.eu/eli/dir/2011/83/oj",
            "the total price before the contract (2011)",
        ),
        Source(
            "UK, Competition and Markets Authority, guidance on unfair commercial practices",
            "https://www.gov.uk/government/publications/unfair-commercial-practices-cma207",
            "drip pricing (2025)",
        ),
    ),
    limits="One product. A difference counts only if neither price stands anywhere on the other page; where variants "
    "have prices of their own, or the difference is just the tax, it is a warning. Structured data without the tax fail, since that is "
    "a price which search engines show and nobody pays.",
)
def price_consistent(journey: JourneyRecord) -> Outcome:
    """Compare the product page's amounts with those of its card, its markup and its line in the cart."""
    page = journey.page(Stage.PRODUCT)
    price = page.facts.buy_box.price
    if price is None:
        return not_measurable(say("No price was recognised on the product page."))
    shown = _amounts(page) | {price.amount.value}
    own = price.amount.value
    elsewhere = dict(zip(_PLACES, (_on_card(journey, page), _in_markup(page, price.amount.currency), _in_cart(journey)), strict=True))
    compared = {place: values for place, values in elsewhere.items() if values}
    if not compared:
        return not_measurable(say("The price of the product was seen on the product page only."))
    odd = {place: values for place, values in compared.items() if own not in values and not values & shown}
    if not odd:
        places = listing([say("on the product page"), *(_PLACES[place] for place in compared)])
        return passed(say("{price} is the price everywhere: {places}.", price=amount_text(price), places=places), value=0)
    place, values = next(iter(odd.items()))
    other = min(values, key=lambda v: abs(v - own))
    here, there = (_in_words(amount, price.amount.currency) for amount in (own, other))
    message = say("The price is {price} on the product page, {other} {in_place}.", price=here, other=there, in_place=_PLACES[place])
    findings = [
        Finding(say("Here it is {price}, {in_place} it is not.", price=here, in_place=_PLACES[p]), url=page.url, key=p) for p in odd
    ]
    if all(_differs_by_tax(own, v) for values in odd.values() for v in values):
        told = together(message, say("They differ by the tax."), between=" ")
        net = set(odd) == {_MARKUP} and _is_net(page, journey, odd[_MARKUP], own)
        return (failed if net else warned)(told, findings=findings, value=len(odd))
    if page.facts.buy_box.groups or journey.product.get("choices"):
        variant = say("A variant with another price may be the reason; nothing says so.")
        return warned(together(message, variant, between=" "), findings=findings, value=len(odd))
    return failed(message, findings=findings, value=len(odd), threshold="0")


def _is_net(page: PageRecord, journey: JourneyRecord, values: Collection[Decimal], own: Decimal) -> bool:
    """Whether the markup's one price is the page's less the tax of the shop's country: one that search engines show and nobody pays.

    Beside a choice no price that somebody may have set for a variant ("12.90"): one that ends as only a sum does ("12.31"). And no
    discount: the rate has to be the country's, to the cent.
    """
    if (page.facts.buy_box.groups or journey.product.get("choices")) and any(_is_set(v) for v in values):
        return False
    rates = _RATES_OF.get(market_of([journey]).country, ())
    cent = Decimal("0.01")
    return all(any(abs(own / (1 + rate / 100) - v) <= cent for rate in map(Decimal, rates)) for v in values)


def _is_set(amount: Decimal) -> bool:
    return int(amount * 100) % 10 in _SET_ENDINGS


def _amounts(page: PageRecord) -> set[Decimal]:
    """All amounts the page shows, the cards of other products left out."""
    observation, cards = page.observation, page.facts.cards
    others = [card.n for card in cards] if len(cards) > 1 else []
    return {a.value for t in observation.texts if not any(observation.contains(n, t.n) for n in others) for a in amounts_in(t.text)}


def _on_card(journey: JourneyRecord, page: PageRecord) -> set[Decimal]:
    """The amounts on the cards that lead to the product."""
    try:
        category = journey.page(Stage.CATEGORY)
    except Missing:
        return set()
    address, observation = page.url.partition("#")[0], category.observation
    linked = [card for card in category.facts.cards if card.target]
    cards = [card for card in linked if card.target.partition("#")[0] == address]
    cards = cards or [card for card in linked if urlsplit(card.target).path == urlsplit(address).path]
    return {p.amount.value for p in category.facts.prices if any(observation.contains(card.n, p.n) for card in cards)}


def _in_markup(page: PageRecord, currency: str) -> set[Decimal]:
    """The amounts of the structured data; those in another currency are no other price."""
    product = product_markup(page)
    if product is None:
        return set()
    offers = [o for o in offers_of(product) if not currency or str(o.get("priceCurrency") or currency).upper() == currency]
    written = [offer[key] for offer in offers for key in ("price", "lowPrice") if offer.get(key)]
    parsed = (ParsedPrice.fromstring(str(price)).amount for price in written)
    return {amount for amount in parsed if amount}


def _in_cart(journey: JourneyRecord) -> set[Decimal]:
    """The amounts of the cart's page; the line of the product must be recognised among them."""
    try:
        cart = journey.page(Stage.CART)
    except Missing:
        return set()
    lines = cart.facts.cart_lines(str(journey.product.get("title") or ""))
    if not any(line.price is not None for line in lines):
        return set()
    return {p.amount.value for p in cart.facts.prices}


def _differs_by_tax(first: Decimal, second: Decimal) -> bool:
    low, high = sorted((float(first), float(second)))
    rounding = _ROUNDING if first % 1 or second % 1 else 1.0
    return low > 0 and any(abs(high - low * (1 + rate / 100)) <= rounding for rate in _RATES)


def _in_words(amount: Decimal, currency: str) -> Message:
    """An amount with two decimals if it was written with any, and its currency if that is known."""
    value = float(amount)
    number = say("{amount:.2f}", amount=value) if "." in str(amount) else say("{amount:.0f}", amount=value)
    return say("{amount} {currency}", amount=number, currency=currency) if currency else number
