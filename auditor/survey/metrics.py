"""The measures a survey may hold: what is asked, on which scale, and which answers count as good."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Metric(StrEnum):
    """A standard question of customer surveys."""

    NPS = "nps"
    CSAT = "csat"
    CES2 = "ces2"
    CES1 = "ces1"


@dataclass(frozen=True, slots=True)
class Rules:
    """How a measure is made: `scale` None for any whole-numbered one, `top` how many of the best answers count as good."""

    title: str
    asks: str
    scale: tuple[int, int] | None
    top: int
    high_is_good: bool = True


RULES: Mapping[Metric, Rules] = {
    Metric.NPS: Rules("Net Promoter Score", "how likely it is that one recommends the shop", (0, 10), 2),
    Metric.CSAT: Rules("Customer satisfaction (CSAT)", "how satisfied one is", None, 2),
    Metric.CES2: Rules("Customer Effort Score 2.0", "whether the shop made it easy", (1, 7), 3),
    Metric.CES1: Rules("Customer Effort Score 1.0", "how much effort it took; low is good", (1, 5), 0, high_is_good=False),
}
LEAST_STEPS = 4
"""A scale for which the two best answers are a part, not half of it or more."""
