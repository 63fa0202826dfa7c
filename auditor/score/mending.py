"""What to mend, in which order, and what one change mends together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence

from auditor.model.outcome import Severity
from auditor.model.stage import Stage
from auditor.model.verdict import Verdict
from auditor.result.model import OneChange, Problem
from auditor.score.priority import impact, priority, quadrant, reach_of

_SEVERITIES = list(Severity)
_NAMES_SOMETHING = re.compile(r"[#.\[ >]")
_PLACES = re.compile(r":nth-[a-z-]+\([^)]*\)")


def problems(verdicts: Sequence[Verdict], ask_vendor: Collection[str] = ()) -> list[Problem]:
    """Return every check that fails or warns, the one to mend first at the top.

    The order is impact against effort; ties are broken by severity, nearness to the payment, and id.
    """
    by_check: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        by_check[verdict.check.id].append(verdict)
    found = [_problem(group, ask_vendor) for group in by_check.values() if any(map(_is_wrong, group))]
    return sorted(found, key=_order)


def _problem(group: Sequence[Verdict], ask_vendor: Collection[str]) -> Problem:
    wrong = [v for v in group if _is_wrong(v)]
    check = wrong[0].check
    worst = max(impact(v, reach_of(v, group)) for v in wrong)
    return Problem(
        check=check.id,
        severity=min((v.severity for v in wrong), key=_SEVERITIES.index).value,
        impact=round(worst, 2),
        effort=check.effort.value,
        priority=max(priority(v, reach_of(v, group)) for v in wrong),
        quadrant=quadrant(worst, check.effort).value,
        ask_vendor=check.id in ask_vendor,
        legal=check.legal or any(v.laws for v in wrong),
        devices=sorted({v.device for v in wrong if v.device}),
        stages=[stage.value for stage in Stage if any(v.stage is stage for v in wrong)],
    )


def _order(problem: Problem) -> tuple[float, int, int, str]:
    nearest = max((Stage(stage).position for stage in problem.stages), default=-1)
    return -problem.priority, _SEVERITIES.index(Severity(problem.severity)), -nearest, problem.check


def one_change(verdicts: Sequence[Verdict]) -> list[OneChange]:
    """Return the elements that several problems share, over checks or over stages: what one change of a template mends."""
    found: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        if _is_wrong(verdict):
            for selector in {_template(f.selector) for f in verdict.outcome.findings} - {""}:
                found[selector].append(verdict)
    groups = [_group(selector, group) for selector, group in found.items()]
    shared = [group for group in groups if len(group.checks) > 1 or len(group.stages) > 1]
    return sorted(shared, key=lambda g: (-len(g.checks), -len(g.stages), g.selector))


def _group(selector: str, verdicts: Sequence[Verdict]) -> OneChange:
    return OneChange(
        selector=selector,
        checks=sorted({v.check.id for v in verdicts}),
        stages=[stage.value for stage in Stage if any(v.stage is stage for v in verdicts)],
        devices=sorted({v.device for v in verdicts if v.device}),
    )


def _template(selector: str) -> str:
    """Return a selector without its places in a row: the third card of a list is the same template as the first.

    A bare tag names no element, so it is "".
    """
    bare = _PLACES.sub("", selector).strip()
    return bare if _NAMES_SOMETHING.search(bare) else ""


def _is_wrong(verdict: Verdict) -> bool:
    return verdict.grade is not None and verdict.outcome.kind.value in {"fail", "warn"}
