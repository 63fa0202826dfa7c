"""Who buys: a shopper of a country that the shop delivers to."""

from __future__ import annotations

from auditor.facts.page import PageFacts
from auditor.journey.walker import Walker
from auditor.shopper.identity import Identity, countries, identity_for, likely_country
from auditor.shopper.names import country_of


def settle_identity(walker: Walker, facts: PageFacts) -> Identity:
    """Settle who buys: the asked country, else the one the form has chosen, else the shop's likely one if it delivers there."""
    if walker.identity is not None and (
        walker.plan.country or walker.identity.country in (offered_countries(facts) or {walker.identity.country})
    ):
        return walker.identity
    offered = offered_countries(facts)
    code = walker.plan.country.upper()
    if not code:
        chosen = _chosen_country(facts)
        currency = walker.product.amount.currency if walker.product.amount else ""
        likely = likely_country(facts.language, currency, facts.observation.lang, facts.host)
        wishes = [c for c in (chosen, likely) if c and (not offered or c in offered)]
        known = sorted(offered, key=lambda c: (c not in {"DE", "GB", "US", "FR"}, c)) if offered else []
        code = next(iter([*wishes, *known, likely]))
    walker.identity = identity_for(code, walker.plan.email)
    walker.witness.private(walker.identity.private_values)
    return walker.identity


def offered_countries(facts: PageFacts) -> set[str]:
    """Return the countries a form delivers to, as far as there is a shopper for them; empty if it does not say."""
    for item in facts.checkout.fields:
        if item.kind == "country" and item.control.options:
            found = {country_of(o.text) or country_of(o.value) for o in item.control.options if not o.disabled}
            return {c for c in found if c in countries()}
    return set()


def _chosen_country(facts: PageFacts) -> str:
    for item in facts.checkout.fields:
        if item.kind == "country":
            selected = next((o for o in item.control.options if o.selected), None)
            code = (
                country_of(selected.text) or country_of(selected.value) if selected else country_of(item.control.value or item.control.text)
            )
            if code:
                return code
    return ""
