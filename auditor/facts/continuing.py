"""Which button of a checkout goes on to the next step."""

from __future__ import annotations

from collections.abc import Mapping

from auditor.facts.buybox import is_wallet
from auditor.facts.checkout import Checkout, is_final_label
from auditor.facts.patterns import named
from auditor.facts.ranking import Candidate, rank
from auditor.lexicon import Lexicon
from auditor.observe import Control, Observation

_OTHER = (
    "continue_shopping",
    "remove",
    "update_cart",
    "newsletter_submit",
    "search",
    "menu",
    "close",
    "view_cart",
    "cart",
    "wishlist",
    "forgot_password",
    "register",
    "chat",
)


def propose_continue(observation: Observation, lexicon: Lexicon, checkout: Checkout) -> list[Candidate]:
    """Rank the buttons of a checkout page for going on; the veto of the journey decides whether one may be pressed."""
    filled = [f.control for f in checkout.fields if f.control.value.strip() and f.kind not in {"search", "coupon", "quantity", "password"}]
    picked = [c.control for group in (*checkout.shipping, *checkout.payment) for c in group.choices]
    forms = {c.form for c in (*filled, *picked) if c.form >= 0}
    aside = {
        c.form
        for c in observation.controls
        if c.form >= 0
        and c.is_text_field
        and c.visible
        and c.form not in forms
        and not any(f.control.n == c.n and f.kind not in {"search", "coupon"} for f in checkout.fields)
    }
    login_forms = {form for form in checkout.walled_forms if form >= 0}
    last = max((c.box.bottom for c in (*filled, *picked)), default=0.0)

    def features(control: Control) -> Mapping[str, float]:
        words = control.words
        text = lexicon.score("continue", *words)
        return {
            "text": text,
            "same_form": float(control.form in forms and control.is_submit),
            "submit": float(control.is_submit),
            "size": min(1.0, control.box.area / 9000),
            "below": float(control.box.y >= last - 20 > 0),
            "checkout": lexicon.score("checkout", *words),
            "enabled": float(not control.disabled),
            "shipping_text": float(
                lexicon.has("shipping_method", *words, at_least=0.6) or lexicon.has("payment_method", *words, at_least=0.6)
            ),
            "back": float(_goes_back(control, lexicon)),
            "login": float(control.form in login_forms or (text < 0.8 and lexicon.has("login", *words, at_least=0.75))),
            "coupon": float(
                named("coupon", control.tokens)
                or _beside_coupon(observation, checkout, control)
                or (lexicon.has("coupon", *words, at_least=0.8) and text < 0.95)
            ),
            "wallet": float(is_wallet(control, lexicon)),
            "other": float(text < 0.9 and any(lexicon.has(c, w, at_least=0.75) for c in _OTHER for w in words)),
            "aside": float(control.form in aside),
            "elsewhere": float(control.landmark in {"header", "nav", "footer"}),
            "final": float(is_final_label(control, lexicon) and text < 0.95),
            "add": float(lexicon.has("add_to_cart", *words, at_least=0.95) and text < 0.8),
            "chat": float(named("chat", control.tokens) and control.fixed),
        }

    buttons = (c for c in observation.visible if c.is_button and (c.tag != "a" or c.label_text) and c.box.area > 150)
    return rank("continue", ((c, features(c)) for c in buttons))


def _goes_back(control: Control, lexicon: Lexicon) -> bool:
    if named("back", control.tokens):
        return True
    return any(lexicon.has(c, w, at_least=0.7) for c in ("back",) for w in control.words)


def _beside_coupon(observation: Observation, checkout: Checkout, control: Control) -> bool:
    """Whether the button belongs to a lone field that is no part of the address."""
    if control.form < 0:
        return False
    own = [f for f in checkout.fields if f.control.form == control.form]
    form = observation.forms[control.form]
    return named("coupon", f"{form.id} {form.css_class} {form.action}") or (bool(own) and all(f.kind == "coupon" for f in own))
