"""Puts measurements side by side: medians, ratios, targets. Pure."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.costs.metering import Cost

MEASURES = {"wall": "wall time", "cpu": "processor time", "peak_mb": "peak memory"}
# The auditor's wall time as a multiple of the other's, at most.
TARGETS = {"bare_script": 4.0, "lighthouse_ci": 0.5}
_BUSY = 0.25  # share of the processors in other hands from which on wall times say little


@dataclass(frozen=True)
class Subject:
    """Something that was measured, run by run; `pages` is how many page views of the shop it judged in one run."""

    name: str
    what: str
    costs: Sequence[Cost]
    pages: int = 0
    details: Mapping[str, Any] = field(default_factory=dict)

    @property
    def calm(self) -> list[Cost]:
        """The runs during which the machine was left to them."""
        return [cost for cost in self.costs if cost.others <= _BUSY]

    @property
    def disturbed(self) -> bool:
        """Whether other programs took so much of the machine in every run that wall times say little."""
        return not self.calm

    def median(self, measure: str) -> float:
        """Return the median of `wall`, `cpu`, `peak_mb` or `others` over the calm runs, over all where none was calm."""
        return float(statistics.median(getattr(cost, measure) for cost in self.calm or self.costs))


def ratios(auditor: Subject, others: Sequence[Subject]) -> dict[str, dict[str, float]]:
    """Return the auditor's cost as a multiple of each other subject's, per measure."""
    return {
        other.name: {measure: round(auditor.median(measure) / other.median(measure), 2) for measure in MEASURES if other.median(measure)}
        for other in others
    }


@dataclass(frozen=True)
class Target:
    """A target held against a measurement; `met` is None where the machine was too busy to tell."""

    name: str
    most: float
    found: float
    met: bool | None


def targets(auditor: Subject, others: Sequence[Subject]) -> list[Target]:
    """Hold the wall times against the targets; on a busy machine they are neither met nor missed."""
    found = ratios(auditor, others)
    return [
        Target(
            other.name, most, found[other.name]["wall"], None if auditor.disturbed or other.disturbed else found[other.name]["wall"] <= most
        )
        for other in others
        if (most := TARGETS.get(other.name)) is not None
    ]
