"""The rule about the way: how far each device has to come."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.gate.evidence import Evidence
from auditor.gate.outcomes import outcome_of
from auditor.gate.rules import GateRules
from auditor.model.failure import FAILURES
from auditor.model.stage import Stage
from auditor.record.places import called
from auditor.result.model import GateRule, JourneyResult
from auditor.words.message import say

REACH = "must_reach"
"""The id of this rule."""
_ABOUT_BUYING = {"failed", "login_required", "no_product", "payment_reached"}


def reach_rules(rules: GateRules, evidence: Evidence) -> Iterator[GateRule]:
    """Apply `must_reach` to every device it speaks of; a way that ended before the shop could be tried proves nothing."""
    for journey in evidence.journeys:
        wanted = rules.reach_of(journey.device)
        if wanted is None:
            continue
        deepest = journey.deepest_stage
        told = say(
            "The way must lead to {stage} on {device}; it led to {deepest}.",
            stage=called(wanted.value), device=called(journey.device), deepest=called(deepest) if deepest else say("no page"),
        )  # fmt: skip
        yield GateRule(
            rule=REACH, outcome=outcome_of(way_kept(rules, journey)), device=journey.device, stage=wanted.value,
            measured=deepest, threshold=wanted.value, message=told,
        )  # fmt: skip


def way_kept(rules: GateRules, journey: JourneyResult) -> bool | None:
    """Return whether a way led as far as it must; None without such a rule, and where nothing tells."""
    wanted = rules.reach_of(journey.device)
    if wanted is None:
        return None
    return has_reached(journey, wanted) or (False if is_about_buying(journey) else None)


def has_reached(journey: JourneyResult, stage: Stage) -> bool:
    """Whether a way led to a stage or beyond; the search is a side way, so nothing stands for it."""
    if stage is not Stage.SEARCH and journey.deepest_stage is not None:
        return Stage(journey.deepest_stage).position >= stage.position
    return any(step.stage == stage.value and step.outcome == "reached" for step in journey.steps)


def is_about_buying(journey: JourneyResult) -> bool:
    """Whether the shop itself ended the way: not this tool, not a bot protection, not a line that is dead."""
    failure = FAILURES.get(journey.failure_code or "")
    ours = failure is not None and (not failure.about_site or failure.code == "unreachable")
    return journey.ended in _ABOUT_BUYING and not ours
