"""The rules about numbers: the most that a metric may be, everywhere, on a device, at a stage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from auditor.gate.clearing import cleared, interval_of
from auditor.gate.evidence import Evidence
from auditor.gate.measuring import Measurement
from auditor.gate.metrics import METRICS, OF_PAGES, Metric
from auditor.gate.reaching import has_reached
from auditor.gate.rules import Budget, GateRules
from auditor.model.stage import Stage
from auditor.noise.machine import Doubt
from auditor.noise.median import LEAST
from auditor.record.places import called
from auditor.result.model import GateRule, RuleOutcome
from auditor.words.message import Message, say, together
from auditor.words.quantity import quantity

_RANK: Mapping[RuleOutcome, int] = {"passed": 0, "unreliable": 1, "no_evidence": 2, "failed": 3}


def budget_rules(rules: GateRules, evidence: Evidence) -> Iterator[GateRule]:
    """Apply the budgets, for each device on its own.

    The nearest one counts: of a device and stage, then of a stage, of a device, of all. Numbers of a whole way count only where
    it led to payment or as far as it must, since a way cut short is always short.
    """
    complete = {journey.device for journey in evidence.journeys if has_reached(journey, rules.reach_of(journey.device) or Stage.PAYMENT)}
    for name in METRICS:
        budgets = [budget for budget in rules.budgets if budget.metric == name]
        for device in evidence.devices if budgets else ():
            for budget in _nearest(budgets, device):
                taken = {other.stage for other in _nearest(budgets, device)} if budget.stage is None else set()
                found = [one for one in evidence.measured if _is_meant(one, budget, device, taken)]
                if name not in OF_PAGES and budget.stage is None and device not in complete:
                    found = []
                yield _applied(METRICS[name], budget, device, found, evidence.doubt)


def _nearest(budgets: Sequence[Budget], device: str) -> list[Budget]:
    """Return the budgets that count on a device: one for each stage that has its own, and one for the rest."""
    by_stage: dict[Stage | None, Budget] = {}
    for budget in sorted(budgets, key=lambda budget: budget.device is not None):  # of the device itself last, so that it counts
        if budget.device in {None, device}:
            by_stage[budget.stage] = budget
    return sorted(by_stage.values(), key=lambda budget: -1 if budget.stage is None else budget.stage.position)


def _is_meant(one: Measurement, budget: Budget, device: str, taken: set[Stage | None]) -> bool:
    if (one.metric, one.device) != (budget.metric, device):
        return False
    if budget.stage is not None:
        return one.stage == budget.stage.value
    if budget.metric in OF_PAGES:
        return one.stage is not None and Stage(one.stage) not in taken
    return one.stage is None


def _applied(metric: Metric, budget: Budget, device: str, found: Sequence[Measurement], doubt: Doubt | None) -> GateRule:
    worst = max(
        (_weighed(one, metric, budget, doubt) for one in found), key=lambda one: (_RANK[one.outcome], one.measured.value), default=None
    )
    stage = worst.measured.stage if worst else budget.stage.value if budget.stage else None
    limit, where = quantity(budget.most, metric.unit), _where(device, stage)
    if worst is None or worst.outcome == "no_evidence":
        told = say("{metric} could not be measured ({where}); the most is {limit}.", metric=metric.title, where=where, limit=limit)
        return GateRule(
            rule=f"budget.{metric.name}", outcome="no_evidence", device=device, stage=stage,
            threshold=budget.most, unit=metric.unit, message=told,
        )  # fmt: skip
    measured = quantity(worst.measured.value, metric.unit)
    told = say(
        "{metric}: {measured} ({where}); the most is {limit}.", metric=metric.title, measured=measured, where=where, limit=limit
    )  # fmt: skip
    return GateRule(
        rule=f"budget.{metric.name}", outcome=worst.outcome, device=device, stage=stage,
        measured=worst.measured.value, threshold=budget.most, unit=metric.unit, interval=worst.interval,
        message=together(told, why, between=" ") if (why := _why(worst, metric)) else told,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Weighed:
    measured: Measurement
    interval: tuple[float, float] | None
    outcome: RuleOutcome
    doubt: Message | None = None


def _weighed(one: Measurement, metric: Metric, budget: Budget, doubt: Doubt | None) -> _Weighed:
    """Say what one page comes to. What is not final proves too much but never enough."""
    interval = interval_of(one, metric.unit, timed=metric.timed)
    if not one.final and one.value <= budget.most:
        return _Weighed(one, interval, "no_evidence")
    surely = interval[0] if interval and one.value > budget.most else one.value
    if metric.timed and doubt is not None and doubt.spoils(surely, budget.most):
        return _Weighed(one, interval, "unreliable", doubt.why)
    return _Weighed(one, interval, cleared(one, budget.most, interval))


def _why(worst: _Weighed, metric: Metric) -> Message | None:
    """Say why a rule is neither kept nor broken."""
    if worst.outcome != "unreliable":
        return None
    if worst.doubt is not None:
        return worst.doubt
    low, high = (quantity(round(edge, 3), metric.unit) for edge in worst.interval or (0, 0))
    if len(worst.measured.runs) >= LEAST:
        return say("It may be noise: the median lies between {low} and {high}.", low=low, high=high)
    return say("It may be noise: so few measurements so near to the limit are no proof.")


def _where(device: str, stage: str | None) -> str:
    return together(called(device), called(stage), between=", ") if stage else called(device)
