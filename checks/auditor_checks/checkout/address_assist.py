"""checkout-address-assist."""

from auditor.api import (
    Confidence,
    Effort,
    JourneyRecord,
    Outcome,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    listing,
    not_measurable,
    passed,
    say,
    several,
    warned,
)
from auditor_checks.checkout.steps import checkout_pages
from auditor_checks.checkout.tried_form import PROBE, TriedForm
from auditor_checks.checkout.words import listed_for

_STAGES = (Stage.CHECKOUT, Stage.ADDRESS)
_THRESHOLD = say("suggestions, or a postcode that brings its town")
_BROUGHT = {"city": say("the city"), "street": say("the street"), "state": say("the state")}


@journey_check(
    id="checkout-address-assist",
    category="checkout",
    title="The form helps with the address",
    failure_title="The whole address has to be typed without help",
    why="On a phone each letter costs time, and a mistyped street is a parcel that comes back.",
    fix="Fill in the town from the postcode, or suggest addresses while the street is typed. Address services offer both.",
    severity=Severity.MINOR,
    effort=Effort.M,
    stages=_STAGES,
    devices="desktop",
    needs=("network",),
    probes=(PROBE,),
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "Stripe, The state of European checkouts",
            "https://stripe.com/guides/state-of-european-checkouts",
            "61 % of checkouts do not complete addresses (2021)",
        ),
        Source(
            "Baymard Institute, Cart and checkout",
            "https://baymard.com/blog/collections/cart-and-checkout",
            "47 % of sites have no address validator (read in 2026)",
        ),
    ),
    limits="Tried with one postcode and the first letters of one street. That the form of a postcode is checked is no help. A service "
    "that answers only on the shop's own address, or to paying visitors, may stay silent here.",
)
def address_assist(journey: JourneyRecord) -> Outcome:
    """See what the postcode fills in and what the first letters of a street suggest."""
    form = TriedForm(journey)
    filled, count = form.help["filled"], int(form.help["suggestions"])
    if filled:
        brought = listing(_BROUGHT.get(kind, kind) for kind in filled)
        return passed(say("The postcode fills in {fields}.", fields=brought), value=say("filled in"), threshold=_THRESHOLD)
    if count:
        message = several(count, "Typing the street suggests {n} address.", "Typing the street suggests {n} addresses.")
        return passed(message, value=say("suggestions"), threshold=_THRESHOLD)
    pages = [page for page in checkout_pages(journey) if page.stage in _STAGES]
    button = next((c for p in pages for c in p.observation.visible if p.facts.lexicon.has("address_lookup", *c.words, at_least=0.75)), None)
    if button is not None:
        return passed(say("“{button}” looks up the address.", button=button.label_text), value=say("look-up"), threshold=_THRESHOLD)
    services = listed_for("address_services")
    if any(service in request.url for page in pages for request in page.network for service in services):
        return passed(say("A service that completes addresses is at work in the form."), value=say("service"), threshold=_THRESHOLD)
    if form.help["asked"]:
        return not_measurable(say("The form asks a server while the street is typed, but showed no suggestions to this visitor."))
    tried = _tried(form)
    if not tried:
        return not_measurable(say("Neither the postcode nor the street could be tried in the form."))
    if len(tried) == 1:
        message = (
            say("The postcode does not bring its town.")
            if "postcode" in tried
            else say("No addresses are suggested while the street is typed.")
        )
        return warned(message, findings=[form.finding(message, "help")], value=say("none"), threshold=_THRESHOLD)
    message = say("Neither does the postcode bring its town, nor are addresses suggested while the street is typed.")
    return failed(message, findings=[form.finding(message, "help")], value=say("none"), threshold=_THRESHOLD)


def _tried(form: TriedForm) -> set[str]:
    """What was typed to see whether it helps; older recordings tell only of the postcode, after which the street came."""
    before = {"postcode", "street"} if any(m["kind"] == "postcode" for m in form.mistakes) else set()
    return set(form.help.get("tried", before))
