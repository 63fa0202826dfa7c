"""What one journey is asked to do."""

from __future__ import annotations

from dataclasses import dataclass, field

from auditor.journey.overrides import Overrides


@dataclass(frozen=True)
class JourneyPlan:
    """Where to go and as whom.

    `country` and `email` choose the shopper ("" lets the shop decide); `overrides` is what need not be found out.
    """

    url: str
    country: str = ""
    email: str = ""
    max_seconds: float = 240.0
    overrides: Overrides = field(default_factory=Overrides)
