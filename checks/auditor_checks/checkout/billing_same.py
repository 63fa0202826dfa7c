"""checkout-billing-same."""

from collections import Counter

from auditor.api import (
    Control,
    Effort,
    Finding,
    JourneyRecord,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    passed,
    say,
    warned,
)
from auditor_checks.checkout.boxes import boxes, words_of
from auditor_checks.checkout.steps import address_fields, checkout_pages
from auditor_checks.selectors import selector_of

_PARTS = frozenset({"street", "postcode", "city"})
_THRESHOLD = say("one address")


@journey_check(
    id="checkout-billing-same",
    category="checkout",
    title="The billing address is the delivery address by default",
    failure_title="The billing address has to be given separately",
    why="For most shoppers both addresses are the same. Asking for one only saves a third of the fields.",
    fix="Ask for one address, with a ticked box “Billing address is the same”, and show fields for another one only when it is unticked.",
    severity=Severity.MAJOR,
    effort=Effort.XS,
    stages=(Stage.CHECKOUT, Stage.ADDRESS, Stage.SHIPPING, Stage.PAYMENT),
    sources=(
        Source(
            "Baymard Institute, Set the billing address equal to the shipping address",
            "https://baymard.com/blog/set-billing-equal-to-shipping",
            "14 % of sites do not do so by default, 8 % do not hide the fields",
        ),
    ),
    limits="Reads the state in which the boxes were sent, and the fields in sight.",
)
def billing_same(journey: JourneyRecord) -> Outcome:
    """Look for a second set of address fields, and for the box that makes it needless."""
    address_fields(journey)
    pages = checkout_pages(journey)
    doubled = next((page for page in pages if _asks_twice(page)), None)
    same = next(((page, box) for page in pages for box in boxes(page) if _says_same(page, words_of(page, box))), None)
    if doubled is None:
        if same is not None and not same[1].default_checked and not same[1].checked and not same[0].facts.checkout.asks_address:
            return _unticked(*same)
        return passed(say("One address is asked for."), threshold=_THRESHOLD)
    if same is not None:
        message = say(
            "Two whole addresses are in sight; “{box}” spares the second one, but is not ticked in advance.", box=words_of(*same)[:80]
        )
        if same[1].default_checked or same[1].checked:
            message = say("The addresses are the same by default, but the fields of the second one are in sight nevertheless.")
        return warned(message, findings=[_second(doubled, message)], threshold=_THRESHOLD)
    message = say("The billing address has to be typed in besides the delivery address.")
    return failed(message, findings=[_second(doubled, message)], threshold=_THRESHOLD)


def _asks_twice(page: PageRecord) -> bool:
    """Whether two whole addresses are asked for in sight of one another, both of the same parts."""
    kinds = Counter(f.kind for f in page.facts.checkout.fields if f.kind in _PARTS and f.part == (0, 1) and f.control.tag != "select")
    sections = {f.section for f in page.facts.checkout.fields if f.kind in _PARTS}
    return kinds["postcode"] >= 2 and kinds["city"] >= 2 and (kinds["street"] >= 2 or len(sections) >= 2)


def _says_same(page: PageRecord, words: str) -> bool:
    lexicon = page.facts.lexicon
    return lexicon.mentions("same_billing", words) and not lexicon.mentions("different_address", words)


def _unticked(page: PageRecord, box: Control) -> Outcome:
    message = say("“{box}” is not ticked in advance.", box=words_of(page, box)[:80])
    return warned(message, findings=[Finding(message, selector_of(box), box.box, page.url, "unticked")], threshold=_THRESHOLD)


def _second(page: PageRecord, message: str) -> Finding:
    fields = [f for f in page.facts.checkout.fields if f.kind == "postcode"]
    return Finding(message, selector_of(fields[-1].control), fields[-1].control.box, page.url, "second address")
