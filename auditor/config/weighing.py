"""What the configuration says of weights and law, worked out: the policy of the score, and the jurisdictions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from auditor.config.naming import known_name
from auditor.model.category import CATEGORY_BY_ID
from auditor.score.policy import Policy, policy

if TYPE_CHECKING:
    from auditor.config.settings import Settings

# the member states of the European Union, ISO 3166
_UNION = frozenset(
    {"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU"}
    | {"IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"}
)


def known_categories(weights: Mapping[str, int]) -> Mapping[str, int]:
    """Refuse a weight of a category that does not exist, and weights of nothing."""
    for name in weights:
        known_name(name, CATEGORY_BY_ID, "category")
    if len(weights) == len(CATEGORY_BY_ID) and not any(weights.values()):
        raise ValueError("at least one category must weigh something")
    return weights


def policy_of(settings: Settings) -> Policy:
    """Return the weights an audit is scored with."""
    return policy(settings.profile, settings.weights, settings.mobile_share)


def jurisdictions_of(settings: Settings) -> frozenset[str]:
    """Return the jurisdictions that were named: as such, by the shopper's country, whose law protects them, or by the profile."""
    if settings.jurisdiction:
        return frozenset(settings.jurisdiction)
    by_profile = {"eu"} if settings.profile == "legal-eu" else set[str]()
    return frozenset(by_profile | _by_country(settings.country.upper()))


def _by_country(country: str) -> set[str]:
    if country in _UNION:
        return {"eu"}
    return {"GB": {"uk"}, "US": {"us"}}.get(country, set())
