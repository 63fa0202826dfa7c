"""checkout-cart-edit."""

from collections.abc import Sequence

from auditor.api import (
    Control,
    Effort,
    Finding,
    JourneyRecord,
    Message,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    not_measurable,
    passed,
    say,
    warned,
)
from auditor_checks.checkout.sums import cart_part, leads_to_cart, only_confirms, whole_cart
from auditor_checks.selectors import selector_of

_PLUS, _MINUS = frozenset({"+", "＋", "➕"}), frozenset({"-", "−", "–", "➖"})
_CROSSES = frozenset({"✕", "×", "✖", "✗", "❌", "🗑", "🗑️", "x", "X"})
_THRESHOLD = say("quantity and removal")
_MANY = 100
_CLEARLY = 0.9
_BESIDE = 60  # CSS pixels between the middle of a line and a cross that stands in it


@journey_check(
    id="checkout-cart-edit",
    category="checkout",
    title="Quantity can be changed and items removed in the cart",
    failure_title="The cart cannot be changed",
    why="Shoppers use the cart to decide. Who cannot take something out, or take two, begins anew or leaves.",
    fix="Give each line a field or buttons for the quantity and one to remove it, and recalculate at once.",
    severity=Severity.MAJOR,
    effort=Effort.S,
    stages=(Stage.CART,),
    probes=("cart_page",),
    sources=(
        Source(
            "W3C, WCAG 2.2, success criterion 3.3.4 Error Prevention (Legal, Financial, Data)",
            "https://www.w3.org/TR/WCAG22/#error-prevention-legal-financial-data",
            "what is submitted can be checked and corrected; level AA (2023)",
        ),
    ),
    limits="Looks whether the controls are there; they are not pressed. A button in sight that brings the cart up to date is a "
    "warning, though some carts do so by themselves as well. Controls that are drawings without a name are not recognised.",
)
def cart_edit(journey: JourneyRecord) -> Outcome:
    """Look in the cart for a control that changes the quantity and one that removes."""
    page = whole_cart(journey)
    part = cart_part(page)
    controls = [c for c in page.observation.visible if _stands_in_cart(page, c, part)]
    quantity = any(_is_quantity(page, c) for c in controls)
    remove = any(_removes(page, c) for c in controls) or _is_crossed(page, controls, str(journey.product.get("title", "")), part)
    button = next((c for c in controls if _applies(page, c)), None)
    if quantity and remove and button is not None:
        message = say("A changed quantity may count only after a press on “{button}”.", button=button.label_text)
        return warned(message, findings=[Finding(message, selector_of(button), button.box, page.url, "update")], threshold=_THRESHOLD)
    if quantity and remove:
        return passed(say("The cart offers to change the quantity and to remove items."), threshold=_THRESHOLD)
    if leads_to_cart(page):
        return not_measurable(say("Only the short cart that opens over the page was seen; it leads to a page where more may be possible."))
    if (confirms := only_confirms(page)) is not None:
        return not_measurable(confirms)
    missing = " or to ".join(what for what, there in (("change the quantity", quantity), ("remove an item", remove)) if not there)
    message = _without(over=part is not None, quantity=quantity, remove=remove)
    if not remove and any(_lowers(c) for c in controls):
        message = say("No button that removes an item was found in the cart, only one that lowers the quantity.")
    finding = Finding(message, url=page.url, key=missing)
    if quantity or remove or part is not None:
        return warned(message, findings=[finding], threshold=_THRESHOLD)
    if _has_nameless_buttons(controls):
        return not_measurable(say("The cart has buttons without a name; whether they change or remove something cannot be told."))
    return failed(message, findings=[finding], threshold=_THRESHOLD)


def _without(*, over: bool, quantity: bool, remove: bool) -> Message:
    """Say what the cart has no way for."""
    where = say("in the cart that opens over the page" if over else "in the cart")
    if quantity:
        return say("No way to remove an item was found {where}.", where=where)
    if remove:
        return say("No way to change the quantity was found {where}.", where=where)
    return say("No way to change the quantity or to remove an item was found {where}.", where=where)


def _stands_in_cart(page: PageRecord, control: Control, part: int | None) -> bool:
    if part is not None:
        return page.observation.contains(part, control.n)
    return control.landmark not in {"header", "nav", "footer"}


def _has_nameless_buttons(controls: Sequence[Control]) -> bool:
    """Whether a button has no name; a picture that leads where words do needs none."""
    told = {c.raw_href for c in controls if c.label_text and c.raw_href}
    return any(c.is_button and not c.label_text and c.raw_href not in told for c in controls)


def _is_quantity(page: PageRecord, control: Control) -> bool:
    if any(word.strip() in _PLUS | _MINUS for word in control.words):
        return True
    if not control.is_field or control.is_choice:
        return False
    shown = next((o.text for o in control.options if o.selected), control.value).strip()
    known = any(f.control.n == control.n and f.kind == "quantity" for f in page.facts.fields)
    return known or (shown.isdecimal() and 0 < int(shown) < _MANY)


def _applies(page: PageRecord, control: Control) -> bool:
    """Whether a button in sight brings the cart up to date; whether the cart does so by itself as well is not seen."""
    fields = (c for c in page.observation.visible if c.is_field and _is_quantity(page, c))
    beside = control.form >= 0 and any(c.form == control.form for c in fields)
    named = page.facts.lexicon.has("update_cart", control.label_text, at_least=_CLEARLY)
    return beside and named and control.is_submit and not control.disabled


def _removes(page: PageRecord, control: Control) -> bool:
    named = f"{control.tokens} {control.raw_href}".lower()
    return page.facts.lexicon.has("remove", *control.words, at_least=0.6) or any(word in named for word in ("remove", "delete", "trash"))


def _is_crossed(page: PageRecord, controls: list[Control], product: str, part: int | None) -> bool:
    """Whether a cross stands in the product's line; elsewhere it closes something."""
    lines = [line.title.box.middle[1] for line in page.facts.cart_lines(product, part)] if product else []
    crosses = [c.box.middle[1] for c in controls if any(word.strip() in _CROSSES for word in c.words) and not _closes(page, c)]
    return any(abs(cross - line) <= _BESIDE for cross in crosses for line in lines)


def _closes(page: PageRecord, control: Control) -> bool:
    return page.facts.lexicon.has("close", *(w for w in control.words if w.strip() not in _CROSSES), at_least=0.75)


def _lowers(control: Control) -> bool:
    return any(word.strip() in _MINUS for word in control.words)
