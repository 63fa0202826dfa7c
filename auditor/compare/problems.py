"""What became of each problem, and which checks could be judged on one side alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from auditor.compare.evidence import findings_at
from auditor.compare.loads import Loads
from auditor.compare.model import CHANGES, Change, FindingChange, PlaceChange, ProblemChange, SideName, Unmeasured
from auditor.compare.places import WEIGHT, Pair, Place, pairs_of, place_change
from auditor.compare.values import compared_values
from auditor.result.model import Result, VerdictResult

_SEVERITIES = ("critical", "major", "minor")
_MOVED: Mapping[str, int] = {"worse": 1, "new": 1, "better": -1, "fixed": -1}


def problem_changes(before: Result, after: Result, loads: tuple[Loads, Loads]) -> tuple[list[ProblemChange], list[Unmeasured]]:
    """Compare the checks that are a problem on one side at least; name those that one side alone could judge."""
    visited = ({j.device for j in before.journeys}, {j.device for j in after.journeys})
    problems: list[ProblemChange] = []
    unmeasured: list[Unmeasured] = []
    for check, pairs in pairs_of(before, after).items():
        places = [place_change(place, pair, loads, visited) for place, pair in pairs.items()]
        if any(place.before in WEIGHT or place.after in WEIGHT for place in places):
            problems.append(_problem(check, places, pairs, loads))
        elif unknown := [place for place in places if place.change == "unknown"]:
            category = next(v.category for pair in pairs.values() for v in pair if v)
            side: SideName = "after" if unknown[0].before in {"pass", "warn", "fail"} else "before"
            unmeasured.append(Unmeasured(check=check, category=category, side=side, places=unknown))
    return sorted(problems, key=_order), unmeasured


def _problem(check: str, places: Sequence[PlaceChange], pairs: Mapping[Place, Pair], loads: tuple[Loads, Loads]) -> ProblemChange:
    findings = [finding for place in places for finding in findings_at(place, pairs[place.device, place.stage])]
    bad = [v for pair in pairs.values() for v in pair if v and v.outcome in WEIGHT]
    now = [v for _, v in pairs.values() if v and v.outcome in WEIGHT]
    return ProblemChange(
        check=check,
        category=bad[0].category,
        severity=min((v.severity for v in now or bad), key=_SEVERITIES.index),
        change=_change(places, findings, _values(pairs, loads)),
        priority=max(v.priority for v in now or bad),
        places=list(places),
        findings=findings,
    )


def _change(places: Sequence[PlaceChange], findings: Sequence[FindingChange], values: int) -> Change:
    """Say what became of a check over all of its places.

    Only what was judged on both sides is weighed. A problem that could not be looked at again anywhere keeps the check from
    being fixed; one that was not looked at before keeps it from being new.
    """
    both = [p for p in places if p.change != "unknown"]
    lost = [p for p in places if p.change == "unknown" and p.before in WEIGHT]
    found = [p for p in places if p.change == "unknown" and p.after in WEIGHT]
    old, new = (sum(_weight(p, side) for p in both) for side in ("before", "after"))
    if not old and not new:
        return "unknown"
    if old and not new:
        return "better" if lost or found else "fixed"
    if new and not old:
        return "worse" if lost or found else "new"
    if old != new:
        return "worse" if new > old else "better"
    return _by_measure(findings, values)


def _weight(place: PlaceChange, side: str) -> float:
    """Return how much of a problem a place is on one side; where the verdict turned by noise alone it is the worse one on both."""
    before, after = WEIGHT.get(place.before, 0.0), WEIGHT.get(place.after, 0.0)
    if place.noise:
        return max(before, after)
    return before if side == "before" else after


def _by_measure(findings: Sequence[FindingChange], values: int) -> Change:
    """Say whether a problem that is there as before has more to it, or less: what was measured decides, then the evidence."""
    if values:
        return "worse" if values > 0 else "better"
    moved = {_MOVED[f.change] for f in findings if f.change in _MOVED}
    return "worse" if moved == {1} else "better" if moved == {-1} else "unchanged"


def _values(pairs: Mapping[Place, Pair], loads: tuple[Loads, Loads]) -> int:
    """Count the places at which a problem's value got worse less those at which it got better."""
    changes = [compared_values(*pair, loads) for pair in pairs.values() if _is_problem(pair[0]) and _is_problem(pair[1])]  # type: ignore[arg-type]
    return sum(_MOVED.get(value.change, 0) for value in changes if value)


def _is_problem(verdict: VerdictResult | None) -> bool:
    return verdict is not None and verdict.outcome in WEIGHT


def _order(problem: ProblemChange) -> tuple[int, float, int, str]:
    return CHANGES.index(problem.change), -problem.priority, _SEVERITIES.index(problem.severity), problem.check
