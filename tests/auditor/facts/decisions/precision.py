"""How often the engine is right: with its first proposal (precision@1), with one of its first three (precision@3).

Where nothing on a page is right, the engine is right when it proposes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.auditor.facts.decisions.proposing import proposals
from tests.auditor.facts.decisions.recorded import Decision, facts_of

_NEVER = 10_000


@dataclass(frozen=True)
class Tally:
    """How many decisions there were, and how many were right at once and within three tries."""

    decisions: int
    at_1: int
    at_3: int

    def __str__(self) -> str:
        return f"precision@1 {self.at_1 / self.decisions:.3f}, precision@3 {self.at_3 / self.decisions:.3f} ({self.decisions} decisions)"


def place_of_the_right_one(decision: Decision) -> int:
    """Return at which try the engine is right, from 1 on; a number out of reach where it never is."""
    facts = facts_of(decision.page)
    proposed = proposals(decision.target, facts)
    if not decision.right:
        return _NEVER if proposed else 1
    hits = (place for place, n in enumerate(proposed, 1) if any(facts.observation.contains(right, n) for right in decision.right))
    return next(hits, _NEVER)


def tally(decisions: Sequence[Decision]) -> Tally:
    """Count how often the engine is right."""
    places = [place_of_the_right_one(decision) for decision in decisions]
    return Tally(len(places), sum(p <= 1 for p in places), sum(p <= 3 for p in places))
