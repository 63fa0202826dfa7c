"""Puts the comparison of two audits together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from auditor import __version__
from auditor.compare.caveats import caveats_of
from auditor.compare.journeys import effort_changes, journey_changes, pictures_of
from auditor.compare.loads import Loads
from auditor.compare.metrics import metrics_of
from auditor.compare.model import CHANGES, SCHEMA_VERSION, Change, Comparison, Side
from auditor.compare.problems import problem_changes
from auditor.compare.scores import score_change
from auditor.result.model import Result, Tool


def compare(before: Result, after: Result, loads: tuple[Loads, Loads] = ({}, {})) -> Comparison:
    """Compare two audits; `loads` are what repeated loads of pages measured on each side. Pure and deterministic."""
    problems, unmeasured = problem_changes(before, after, loads)
    return Comparison(
        schema_version=SCHEMA_VERSION,
        tool=Tool(name=after.tool.name, version=__version__),
        before=_side(before),
        after=_side(after),
        caveats=caveats_of(before, after),
        counts=_counted(problem.change for problem in problems),
        finding_counts=_counted(finding.change for problem in problems for finding in problem.findings),
        problems=problems,
        unmeasured=unmeasured,
        score=score_change(before, after),
        metrics=metrics_of(before, after, loads),
        effort=effort_changes(before, after),
        journeys=journey_changes(before, after),
        pictures=pictures_of(before, after),
    )


def _side(result: Result) -> Side:
    return Side(
        site=result.site,
        started_at=result.started_at,
        seconds=result.seconds,
        tool=result.tool,
        devices=[j.device for j in result.journeys],
    )


def _counted(changes: Iterable[Change]) -> dict[Change, int]:
    found = Counter(changes)
    return {change: found[change] for change in CHANGES}
