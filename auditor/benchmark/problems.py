"""What shops have in common, and what one alone does right."""

from __future__ import annotations

from collections.abc import Mapping
from statistics import mean

from auditor.benchmark.model import Shared, Unique
from auditor.benchmark.standing import WEIGHT, Judgement, judgements
from auditor.result.model import Result

_HALF = 0.5


def shared_problems(results: Mapping[int, Result]) -> list[Shared]:
    """Return the problems of two shops and more that half of those have which could be judged; the commonest first."""
    found = []
    for check, judged in _by_check(results).items():
        having = {key: j for key, j in judged.items() if not j.flawless}
        if len(having) < 2 or len(having) < _HALF * len(judged):
            continue
        worst = max(having.values(), key=lambda j: WEIGHT[j.severity])
        priority = round(mean(j.priority for j in having.values()), 1)
        facts = {"check": check, "category": worst.category, "severity": worst.severity, "priority": priority}
        found.append(Shared.model_validate({**facts, "shops": list(having), "of": len(judged)}))
    return sorted(found, key=lambda s: (-len(s.shops) / s.of, -len(s.shops), -WEIGHT[s.severity], -s.priority, s.check))


def unique_strengths(results: Mapping[int, Result]) -> list[Unique]:
    """Return what one shop alone does right, where more than half of the shops could be judged; by shop, the weightiest first."""
    found = []
    for check, judged in _by_check(results).items():
        right = [key for key, j in judged.items() if j.flawless]
        if len(right) != 1 or len(judged) < 2 or len(judged) <= _HALF * len(results):
            continue
        worst = max((j for key, j in judged.items() if key != right[0]), key=lambda j: WEIGHT[j.severity])
        facts = {"check": check, "category": worst.category, "severity": worst.severity}
        found.append(Unique.model_validate({**facts, "shop": right[0], "of": len(judged)}))
    places = {key: place for place, key in enumerate(results)}
    return sorted(found, key=lambda u: (places[u.shop], -WEIGHT[u.severity], u.check))


def _by_check(results: Mapping[int, Result]) -> dict[str, dict[int, Judgement]]:
    found: dict[str, dict[int, Judgement]] = {}
    for key, result in results.items():
        for check, judgement in judgements(result.verdicts).items():
            found.setdefault(check, {})[key] = judgement
    return found
