"""The label and page-state rail: what is never pressed.

An order can be placed by a button of any name, so three things are looked at together: what the label and the markup say,
what the page shows (a payment choice or an order review makes every submit button final), and what the press is for.
"""

from __future__ import annotations

from auditor.facts.buybox import is_wallet
from auditor.facts.checkout import is_final_label
from auditor.facts.navigation import email_only_forms
from auditor.facts.page import PageFacts
from auditor.facts.patterns import addressed, named
from auditor.model.stage import Stage
from auditor.observe import Control
from auditor.words.message import say

_LABEL = 60  # letters; a longer text is no label
_BROWSING = {Stage.HOME, Stage.CATEGORY, Stage.SEARCH, Stage.PRODUCT}


def veto(facts: PageFacts, control: Control, stage: Stage, *, only_buy: bool = False, introduced: bool = True) -> str | None:
    """Return why a control must not be pressed on the way to a stage, or None.

    `only_buy`: the page has no other buy button than one named "buy now", which many shops use for adding to the cart.
    `introduced`: the shop knows who buys; before that, a button that says no more than "continue" orders nothing.
    """
    lexicon = facts.lexicon
    words = control.words
    if is_wallet(control, lexicon):
        return say("it starts an express payment")
    if (
        any(lexicon.has(c, w, at_least=0.9) for c in ("newsletter_submit",) for w in words)
        and stage not in {Stage.HOME}
        and _beside_email_only(facts, control)
    ):
        return say("it signs up for a newsletter")
    if stage in _BROWSING:
        return None
    if _sends_message(facts, control):
        return say("it sends a message to the shop")
    if _registers(facts, control):
        return say("it may create an account")
    if stage is Stage.CART:
        one_click = named("buy_now", control.tokens) or lexicon.score("buy_now", *words) > lexicon.score("add_to_cart", *words)
        return say("it may order at once") if one_click and not only_buy else None
    if stage in {Stage.CART, Stage.CHECKOUT} and _sends_email_only(facts, control):
        return say("it sends an e-mail address and nothing else")
    if stage is Stage.CHECKOUT and _is_plain_link(control) and addressed("checkout", control.href):
        return None  # following a link asks for a page; it sends nothing
    if stage is Stage.CHECKOUT and not facts.checkout.offers_payment:
        return say("its markup says that it orders") if _ordering_markup(control) and facts.checkout.asks_address else None
    if _leads_to_delivery(facts, control) or _opens_address(facts, control) or (not introduced and _only_continues(facts, control)):
        return None
    if facts.checkout.offers_payment and not _is_plain_link(control):
        return say("payment is on this page: any button may be the last one")
    if is_review(facts):
        return say("this is an order review: any button may be the last one")
    # "Continue and pay" may order, "Next: Place Order" names the next page; only phrases known word for word are believed.
    if is_final_label(control, lexicon) or any(len(w) <= _LABEL and lexicon.mentions("place_order", w) for w in words):
        strong = not any(lexicon.has("continue", w, at_least=0.97) for w in words)
        return say("its label or markup says that it orders") if strong or _ordering_markup(control) else None
    return None


def _sends_email_only(facts: PageFacts, control: Control) -> bool:
    """Whether a press on a page with a cart would send a lone e-mail address: few checkouts begin like this, and say so."""
    in_cart = facts.subtotal is not None or facts.total is not None or addressed("cart", facts.url)
    if not in_cart or not control.is_submit or control.form not in email_only_forms(facts.observation, facts.lexicon):
        return False
    if facts.lexicon.has("guest", *control.words, at_least=0.75):
        return False
    begins = any(f.control.form == control.form for f in facts.checkout.fields) and not addressed("cart", facts.url)
    return not (begins and facts.lexicon.has("continue", *control.words, at_least=0.75))


def _only_continues(facts: PageFacts, control: Control) -> bool:
    """Whether a label speaks of going on and of nothing else, and the markup does not speak of an order."""
    return not _speaks_of_order(facts, control) and any(facts.lexicon.has("continue", w, at_least=0.75) for w in control.words)


def _speaks_of_order(facts: PageFacts, control: Control) -> bool:
    lexicon = facts.lexicon
    return is_final_label(control, lexicon) or _ordering_markup(control) or any(lexicon.mentions("place_order", w) for w in control.words)


def _leads_to_delivery(facts: PageFacts, control: Control) -> bool:
    """Whether a label says word for word that delivery comes next: no order is placed before it is known."""
    lexicon = facts.lexicon
    known = [w for w in control.words if lexicon.has("continue", w, at_least=0.97) and not lexicon.mentions("place_order", w)]
    return any(lexicon.has("shipping_method", w, at_least=0.6) and not lexicon.has("payment_method", w, at_least=0.6) for w in known)


def _opens_address(facts: PageFacts, control: Control) -> bool:
    """Whether a press looks an address up, opens its lines to be typed or unfolds a part of its form: nobody orders with these."""
    if _speaks_of_order(facts, control):
        return False
    folded = control.attrs.get("aria-expanded") == "false" and not control.is_submit
    if folded and any(f.is_address and (f.control.frame, f.control.form) == (control.frame, control.form) for f in facts.checkout.fields):
        return True
    return any(facts.lexicon.has(way, *control.words, at_least=0.75) for way in ("manual_address", "address_lookup"))


def _is_plain_link(control: Control) -> bool:
    """Whether a press only follows an address: no script of its own, no form."""
    script = "onclick" in control.attrs or control.raw_href.startswith(("#", "javascript:"))
    return control.tag == "a" and bool(control.href) and not script and control.custom == ""


def _sends_message(facts: PageFacts, control: Control) -> bool:
    """Whether a press would send a form with room for a text and none for an address."""
    if control.form < 0 or not control.is_submit:
        return False
    own = [f for f in facts.fields if f.control.form == control.form]
    return any(f.control.tag == "textarea" for f in own) and not any(f.is_address for f in own) and any(f.kind == "email" for f in own)


def _registers(facts: PageFacts, control: Control) -> bool:
    """Whether a press would send a form that asks for a password: it logs in or creates an account."""
    if control.form < 0 or not control.is_submit:
        return False
    return control.form in facts.checkout.walled_forms


def is_review(facts: PageFacts) -> bool:
    """Whether the page sums up the order and asks for nothing any more but the order itself."""
    checkout = facts.checkout
    if checkout.total is None or checkout.asks_address or checkout.asks_email or checkout.shipping:
        return False
    asked = [f for f in checkout.fields if f.kind not in {"note", "coupon", "quantity", ""}]
    if asked:
        return False
    heading = any(facts.lexicon.has("order_review", t.text, at_least=0.7) for t in facts.observation.texts if t.heading or t.size >= 18)
    return bool(checkout.order_buttons) or (heading and bool(checkout.payment_named))


def _ordering_markup(control: Control) -> bool:
    return named("place_order", f"{control.id} {control.attrs.get('name', '')} {control.css_class} {control.attrs.get('data-testid', '')}")


def _beside_email_only(facts: PageFacts, control: Control) -> bool:
    if control.form < 0:
        return False
    form = facts.observation.forms[control.form]
    fields = [f for f in facts.fields if f.control.form == control.form]
    return named("newsletter", f"{form.id} {form.css_class} {form.action}") or (
        [f.kind for f in fields] == ["email"] and control.landmark == "footer"
    )
