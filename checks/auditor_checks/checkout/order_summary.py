"""checkout-order-summary."""

from decimal import Decimal

from auditor.api import (
    Effort,
    Finding,
    JourneyRecord,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    amounts_in,
    failed,
    journey_check,
    normalise,
    not_measurable,
    passed,
    say,
    title_similarity,
    warned,
)
from auditor_checks.checkout.folded import folded_total
from auditor_checks.checkout.steps import checkout_pages
from auditor_checks.checkout.sums import rows

_ALIKE = 0.55
_MANY_STEPS = 3  # steps without a summary, after which a review is too late
_THRESHOLD = say("product and total on every step")


@journey_check(
    id="checkout-order-summary",
    category="checkout",
    title="Items and total stay visible in every step",
    failure_title="The payment step shows neither the items nor the total",
    why="Shoppers check before they pay what they buy and what it costs. In the European Union both must stand right before the order.",
    fix="Keep a summary with the products and the total on every page of the checkout; on phones a line with the total that opens.",
    severity=Severity.MAJOR,
    effort=Effort.S,
    stages=(Stage.CART, Stage.CHECKOUT, Stage.ADDRESS, Stage.SHIPPING, Stage.PAYMENT),
    needs=("html",),
    sources=(
        Source(
            "EU, Consumer Rights Directive 2011/83/EU, Art. 8(2)",
            "https://eur-lex.europa.eu/eli/dir/2011/83/oj",
            "main characteristics and total price directly before the order (2011)",
        ),
    ),
    limits="Looks for the product's name and for an amount with the words of a total. A review page after the payment step is not opened: "
    "a payment step without the last button fails only where it and two steps before show neither.",
)
def order_summary(journey: JourneyRecord) -> Outcome:
    """Look on each page of the checkout for the product's name and the total."""
    product = str(journey.product.get("title", ""))
    cart = journey.page(Stage.CART)
    if not product or not _shows_product(cart, product):
        return not_measurable(say("The product's name was not recognised in the cart, so it cannot be looked for later."))
    last = journey.page(Stage.PAYMENT)
    known = {p.amount.value for page in (cart, last) if (p := page.facts.total) is not None}
    pages = [p for p in checkout_pages(journey) if p.stage is not Stage.CHECKOUT or p.facts.checkout.asks_address]
    bare = [p for p in pages if not _shows_total(p, known) and not _shows_product(p, product)]
    half = [p for p in pages if p not in bare and not (_shows_total(p, known) and (_shows_product(p, product) or p.mobile))]
    nowhere = len(bare) == len(pages) >= _MANY_STEPS
    if last in bare and (nowhere or _orders(last)) and normalise(product) not in normalise(last.soup.get_text(" ")):
        message = say("The payment step shows neither what is bought nor what it costs in all.")
        return failed(message, findings=[Finding(message, url=last.url, key="payment")], threshold=_THRESHOLD)
    if bare or half:
        findings = [Finding(_missing(p, product, known), url=p.url, key=p.place) for p in (*bare, *half)]
        return warned(findings[0].message, findings=findings, value=len(findings), threshold=_THRESHOLD)
    return passed(say("Each step of the checkout shows what is bought and what it costs in all."), threshold=_THRESHOLD)


def _orders(page: PageRecord) -> bool:
    """Whether a button of the page orders; one that leads to a review is no such button, though its markup may call it so."""
    lexicon = page.facts.lexicon
    return any(
        not any(lexicon.mentions("order_review", word) for word in button.words)
        or any(lexicon.mentions("place_order", word) for word in button.words)
        for button in page.facts.checkout.order_buttons
    )


def _missing(page: PageRecord, product: str, known: set[Decimal]) -> str:
    if _shows_total(page, known):
        return say("The {place} step does not show what is bought.", place=page.place)
    if _shows_product(page, product):
        return say("The {place} step does not show the total.", place=page.place)
    return say("The {place} step shows neither the items nor the total.", place=page.place)


def _shows_product(page: PageRecord, product: str) -> bool:
    wanted = normalise(product)
    return any(
        t.landmark not in {"nav", "footer"} and (wanted in normalise(t.text) or title_similarity(product, t.text) >= _ALIKE)
        for t in page.observation.texts
    )


def _shows_total(page: PageRecord, known: set[Decimal]) -> bool:
    """Whether an amount is called a total, or is the one that cart or payment call so."""
    lexicon = page.facts.lexicon
    if page.facts.total is not None or folded_total(page) is not None:
        return True
    if any(amount.value in known for text in page.observation.texts for amount in amounts_in(text.text)):
        return True
    return any(lexicon.mentions("total", row.label) or lexicon.mentions("total", row.price.text.text) for row in rows(page))
