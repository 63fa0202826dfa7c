"""What a shopper must be able to use on a page to buy: the buy button, the ways to cart and checkout, the fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from auditor.facts.continuing import propose_continue
from auditor.facts.navigation import checkout_links
from auditor.facts.page import PageFacts
from auditor.facts.ranking import Candidate
from auditor.model.stage import Stage
from auditor.observe import Control

_LIKELY, _ONWARD = 0.5, 0.6
_MOST_FIELDS = 8
_UNASKED = {"search", "coupon", "newsletter", "note", "quantity"}


def needed_controls(stage: Stage, facts: PageFacts) -> Mapping[str, Sequence[Control]]:
    """Return what is needed on the page of a stage by name; several controls under one name are ways to the same."""
    if stage is Stage.PRODUCT:
        cart = [c for c in facts.cart_links if c.control.visible]
        return _named({"buy button": _likely(facts.buy_box.buttons), "way to the cart": _likely(cart)})
    if stage is Stage.CART:
        onward = checkout_links(facts.observation, facts.lexicon, facts.cards, set(), in_cart=True)
        return _named({"way to the checkout": _likely(onward, _ONWARD)})
    fields = [f.control for f in facts.checkout.fields if f.kind not in _UNASKED and f.control.visible and not f.control.frame]
    asked = {f"field “{(c.label_text or c.placeholder or c.attrs.get('name', ''))[:40]}”": [c] for c in fields[:_MOST_FIELDS]}
    onward = propose_continue(facts.observation, facts.lexicon, facts.checkout)
    return _named({**asked, "button that goes on": _likely(onward) if fields else []})


def _likely(candidates: Sequence[Candidate], least: float = _LIKELY) -> list[Control]:
    found = [c.control for c in candidates if c.p >= least]
    return [c for c in found if c.visible and not c.frame]


def _named(found: Mapping[str, Sequence[Control]]) -> Mapping[str, Sequence[Control]]:
    return {name: controls for name, controls in found.items() if controls}
