"""checkout-payment-reassurance."""

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
    listing,
    passed,
    say,
    together,
    warned,
)
from auditor_checks.checkout.words import brands, says

_GOOD = 2
_LONGEST = 160
_NONE = say("The payment step has no words about security, names no known way to pay, and its address is not encrypted.")


@journey_check(
    id="checkout-payment-reassurance",
    category="checkout",
    title="The payment step is described as secure",
    failure_title="Nothing on the payment step says that paying is safe",
    why="Shoppers cannot see encryption. They judge by words, a lock and known names whether they give their card number.",
    fix="Write beside the payment form that the connection is encrypted, with a lock, and show the logos of the ways to pay.",
    severity=Severity.MINOR,
    effort=Effort.XS,
    stages=(Stage.PAYMENT,),
    confidence=Confidence.LOW,
    sources=(
        Source(
            "Baymard Institute, cart abandonment statistics",
            "https://baymard.com/lists/cart-abandonment-rate",
            "25 % of abandoners did not trust the site with their card (2024)",
        ),
    ),
    limits="Words and names only; they prove no security. A bare drawing of a lock is not recognised.",
)
def payment_reassurance(journey: JourneyRecord) -> Outcome:
    """Count three signs: words of security, names of known ways to pay, an encrypted address."""
    page = journey.page(Stage.PAYMENT)
    texts = [t.text for t in page.observation.texts if len(t.text) <= _LONGEST and not t.split]
    pictures = [p.alt or "" for p in page.observation.pictures]
    signs = {
        say("words about security"): any(says("secure", page.facts.language, text) for text in texts),
        say("names of known ways to pay"): bool(brands("methods", [*texts, *pictures])),
        say("an encrypted connection"): page.url.startswith("https:"),
    }
    missing = [sign for sign, there in signs.items() if not there]
    count = len(signs) - len(missing)
    threshold = f"≥ {_GOOD}"
    if count >= _GOOD:
        shown = together(*(sign for sign in signs if sign not in missing), between=", ")
        return passed(say("Signs of a secure payment: {signs}.", signs=shown), value=count, unit="of 3", threshold=threshold)
    findings = [Finding(say("The payment step lacks {sign}.", sign=sign), url=page.url, key=str(sign)) for sign in missing]
    outcome = warned if count else failed
    some = say("Of {total} signs of a secure payment two are missing: {signs}.", total=len(signs), signs=listing(missing))
    return outcome(some if count else _NONE, findings=findings, value=count, unit="of 3", threshold=threshold)
