"""What comes of a rule."""

from __future__ import annotations

from auditor.result.model import RuleOutcome

ALLOWED: frozenset[RuleOutcome] = frozenset({"passed", "unreliable"})
"""What keeps no release back: noise alone is no reason to stop one, and it is named."""


def outcome_of(kept: bool | None) -> RuleOutcome:
    """Return what came of a rule that was kept or broken; None where nothing tells."""
    if kept is None:
        return "no_evidence"
    return "passed" if kept else "failed"
