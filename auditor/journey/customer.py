"""A customer who has logged in: a checkout that asks for nothing it knows, and personal data that must not be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.facts.page import PageFacts
from auditor.facts.patterns import addressed
from auditor.model.journey import Signal
from auditor.words.message import say

if TYPE_CHECKING:
    from auditor.journey.walker import Walker

_PERSONAL = {
    "given_name",
    "family_name",
    "full_name",
    "company",
    "street",
    "full_address",
    "address2",
    "postcode",
    "phone",
    "email",
    "email_again",
    "tax_id",
    "birth_date",
}


def known_customer_checkout(walker: Walker, before: PageFacts, after: PageFacts) -> list[Signal]:
    """A checkout's entry that asks a customer for nothing: it calls itself a checkout and sums up the product, on a page of its own."""
    if walker.plan.overrides.login is None or after.url == before.url or addressed("cart", after.url):
        return []
    signals = []
    if addressed("checkout", after.url):
        signals.append(Signal(say("the checkout's address"), "address"))
    if any(after.lexicon.has("checkout", t.text, at_least=0.7) for t in after.observation.headings):
        signals.append(Signal(say("heading of a checkout"), "heading"))
    if walker.product.title and after.cart_lines(walker.product.title):
        signals.append(Signal(say("sums up the product"), "summary"))
    return signals if signals and signals[0].family != "summary" else []


def personal_values(facts: PageFacts) -> list[str]:
    """Return what the shop has filled in of the account's data, which must not be kept."""
    values = (f.control.value.strip() for f in facts.checkout.fields if f.kind in _PERSONAL and f.control.tag != "select")
    return [value for value in values if value]
