"""checkout-payment-methods-variety."""

from auditor.api import (
    Confidence,
    Effort,
    Finding,
    JourneyRecord,
    Outcome,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    not_measurable,
    passed,
    say,
    several,
    warned,
)
from auditor_checks.checkout.words import brands

_GOOD, _SOME = 3, 2


@journey_check(
    id="checkout-payment-methods-variety",
    category="checkout",
    title="Several ways to pay are offered",
    failure_title="Few ways to pay are offered",
    why="Shoppers who do not find their way to pay leave at the very end. Which ones are wanted differs from country to country.",
    fix="Offer cards, a wallet such as PayPal or Apple Pay, and the way that is usual in each country you sell to: iDEAL in the "
    "Netherlands, Bancontact in Belgium, BLIK in Poland, invoice in Germany.",
    severity=Severity.MAJOR,
    effort=Effort.L,
    stages=(Stage.PAYMENT,),
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "Baymard Institute, Payment method selection",
            "https://baymard.com/blog/payment-method-selection",
            "21 % of sites accept one way to pay only",
        ),
        Source(
            "Stripe, Testing the impact of additional payment methods",
            "https://stripe.com/blog/testing-the-conversion-impact-of-50-plus-global-payment-methods",
            "one more relevant way to pay: 7.4 % more conversion (2024)",
        ),
    ),
    limits="What is offered may depend on country, amount and shopper. Ways inside a payment provider's frame are not seen.",
)
def payment_methods_variety(journey: JourneyRecord) -> Outcome:
    """Count the ways to pay on the payment step."""
    page = journey.page(Stage.PAYMENT)
    checkout = page.facts.checkout
    offered = {c.text for g in checkout.payment_open for c in g.choices if c.text}
    named = brands("methods", [*offered, *(c.label_text for c in page.observation.visible if c.is_button)])
    count = max(len(offered), len(named - {"Visa", "Mastercard", "Maestro", "Amex", "American Express"}))
    threshold = f"≥ {_GOOD}"
    if count >= _GOOD:
        return passed(several(count, "{n} way to pay is offered.", "{n} ways to pay are offered."), value=count, threshold=threshold)
    closed = any(g.form == "dropdown" for g in checkout.payment)
    if checkout.payment_frames or closed or not offered:
        return not_measurable(say("The ways to pay stand in a part of the page that cannot be read, such as a payment provider's frame."))
    message = several(count, "Only one way to pay is offered.", "Only {n} ways to pay are offered.")
    finding = Finding(message, box=checkout.payment_open[0].box, url=page.url, key="few")
    outcome = warned if count >= _SOME else failed
    return outcome(message, findings=[finding], value=count, threshold=threshold)
