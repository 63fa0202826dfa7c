"""For each stage the shop to learn from, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import mean, median

from auditor.benchmark.model import LEAST, Advantage, Practice, Standing
from auditor.benchmark.standing import WEIGHT, Judgement, at_stage
from auditor.model.stage import Stage
from auditor.result.model import Result

_LEAST_CHECKS = 3
_LEAST_SHARE = 0.7  # of the weight that was judged in the shop where most could be
_ADVANTAGES = 4
_QUICKER = 0.8  # of the others' time
_LEAST_SECONDS = 1.0  # less is a stage that the page of another one holds

Judged = Mapping[int, Mapping[str, Judgement]]


def practices_of(results: Mapping[int, Result], stages_of: Mapping[str, Sequence[str]]) -> list[Practice]:
    """Return each stage that two shops at least can be compared at; `stages_of` tells which stages a check looks at."""
    found = [_practice(stage.value, results, stages_of) for stage in Stage]
    return [practice for practice in found if practice is not None]


def _practice(stage: str, results: Mapping[int, Result], stages_of: Mapping[str, Sequence[str]]) -> Practice | None:
    judged = {key: at_stage(result, stage, stages_of) for key, result in results.items() if _reached(result, stage)}
    most = max((_weight(own) for own in judged.values()), default=0.0)
    judged = {key: own for key, own in judged.items() if len(own) >= _LEAST_CHECKS and _weight(own) >= _LEAST_SHARE * most}
    if len(judged) < LEAST:
        return None
    standings = sorted((_standing(key, own, results[key], stage) for key, own in judged.items()), key=_order)
    best = standings[0]
    advantages = _advantages(best.shop, judged, stages_of)
    quickest = _is_quickest(standings)
    chosen = bool(advantages) or quickest
    device, screenshot = _picture(results[best.shop], stage) if chosen else (None, None)
    return Practice(
        stage=stage,
        best=best.shop if chosen else None,
        device=device,
        screenshot=screenshot,
        advantages=advantages,
        quickest=quickest,
        standings=standings,
    )


def _reached(result: Result, stage: str) -> bool:
    return any(step.stage == stage and step.outcome == "reached" for j in result.journeys for step in j.steps)


def _weight(own: Mapping[str, Judgement]) -> float:
    return sum(judgement.weight for judgement in own.values())


def _standing(key: int, own: Mapping[str, Judgement], result: Result, stage: str) -> Standing:
    score = sum(j.grade * j.weight for j in own.values()) / _weight(own)
    times = [s.klm_seconds for effort in result.effort.values() for s in effort.stages if s.stage == stage]
    return Standing(
        shop=key,
        score=round(score * 100),
        checks=len(own),
        seconds=round(mean(times), 1) if times and mean(times) >= _LEAST_SECONDS else None,
    )


def _order(standing: Standing) -> tuple[int, bool, float, int]:
    return -standing.score, standing.seconds is None, standing.seconds or 0.0, standing.shop


def _advantages(best: int, judged: Judged, stages_of: Mapping[str, Sequence[str]]) -> list[Advantage]:
    """Return what the best shop does right and others do not: what hurts most in most of them, and is of this stage alone, first."""
    found = []
    for check, own in judged[best].items():
        others = [judgements[check] for key, judgements in judged.items() if key != best and check in judgements]
        worse = [j for j in others if not j.flawless]
        if own.flawless and worse:
            severity = max((j.severity for j in worse), key=WEIGHT.__getitem__)
            found.append(Advantage.model_validate({"check": check, "severity": severity, "others": len(worse), "of": len(others)}))

    def worth(advantage: Advantage) -> float:
        return WEIGHT[advantage.severity] * advantage.others / advantage.of / max(1, len(stages_of.get(advantage.check, ())))

    return sorted(found, key=lambda advantage: (-worth(advantage), advantage.check))[:_ADVANTAGES]


def _is_quickest(standings: Sequence[Standing]) -> bool:
    """Whether the best shop takes a shopper clearly less time here than the others do."""
    others = [s.seconds for s in standings[1:] if s.seconds is not None]
    own = standings[0].seconds
    return own is not None and bool(others) and own <= _QUICKER * median(others)


def _picture(result: Result, stage: str) -> tuple[str | None, str | None]:
    for journey in result.journeys:
        for step in journey.steps:
            if step.stage == stage and step.outcome == "reached" and step.screenshot:
                return journey.device, step.screenshot
    return None, None
