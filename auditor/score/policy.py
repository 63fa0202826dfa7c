"""What is a matter of policy in a score: the weights of the categories, and how much the phone counts."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from auditor.model.category import CATEGORIES
from auditor.model.outcome import Confidence, Severity
from auditor.words.message import say

SCORING_VERSION = "3"
SEVERITY_WEIGHT = {Severity.CRITICAL: 10, Severity.MAJOR: 4, Severity.MINOR: 1}
CONFIDENCE_FACTOR = {Confidence.HIGH: 1.0, Confidence.MEDIUM: 0.75, Confidence.LOW: 0.5}
MOBILE_SHARE = 0.6
BALANCED = "balanced"
_CALLED = {
    "balanced": say("balanced"),
    "checkout": say("checkout"),
    "legal-eu": say("legal-eu"),
    "accessibility": say("accessibility"),
}


@dataclass(frozen=True)
class Policy:
    """The weights a score is made with: their profile's name, one per category, and the phone's share."""

    profile: str
    weights: Mapping[str, int]
    mobile_share: float = MOBILE_SHARE

    @property
    def weights_hash(self) -> str:
        """Twelve hex digits by which two scores are known to be made with the same weights and rules."""
        parts = {
            "version": SCORING_VERSION,
            "categories": dict(self.weights),
            "severities": SEVERITY_WEIGHT,
            "confidences": CONFIDENCE_FACTOR,
            "mobile_share": self.mobile_share,
        }
        return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:12]


@cache
def profiles() -> Mapping[str, Mapping[str, int]]:
    """Return the weights of every profile by its name, the default first."""
    told = tomllib.loads((files("auditor.score") / "profiles.toml").read_text(encoding="utf-8"))
    balanced = {category.id: category.weight for category in CATEGORIES}
    return {BALANCED: balanced} | {name: {category: table[category] for category in balanced} for name, table in told.items()}


def policy(profile: str = BALANCED, weights: Mapping[str, int] | None = None, mobile_share: float = MOBILE_SHARE) -> Policy:
    """Return the weights of a profile with others on top; a changed profile is called so."""
    chosen = profiles()[profile]
    merged = {**chosen, **(weights or {})}
    called = _CALLED.get(profile, profile)
    return Policy(called if merged == chosen else say("{profile}, changed", profile=called), merged, mobile_share)
