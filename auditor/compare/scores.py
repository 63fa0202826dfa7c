"""The scores of two audits, where they were made alike."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.compare.model import CategoryChange, ScoreChange, ScoreReason, Total
from auditor.model.category import CATEGORIES
from auditor.result.model import Result


def score_change(before: Result, after: Result) -> ScoreChange:
    """Compare the scores; made with other rules, weights or devices they are two numbers that cannot be subtracted."""
    reasons = list(unlike(before, after))
    comparable = not reasons
    if before.score.total is None or after.score.total is None:
        reasons.append("no_score")
    return ScoreChange(
        comparable=comparable,
        reasons=reasons,
        before=_total(before),
        after=_total(after),
        difference=_difference(before.score.total, after.score.total) if comparable else None,
        categories=_categories(before, after, comparable=comparable),
    )


def unlike(before: Result, after: Result) -> Iterator[ScoreReason]:
    """Name what was not the same when two scores were made."""
    one, other = before.score, after.score
    if one.scoring_version != other.scoring_version:
        yield "scoring_version"
    if one.profile != other.profile:
        yield "profile"
    elif one.weights_hash != other.weights_hash and one.scoring_version == other.scoring_version:
        yield "weights"
    if set(one.devices) != set(other.devices):
        yield "devices"


def _total(result: Result) -> Total:
    score = result.score
    return Total(
        total=score.total,
        grade=score.grade,
        coverage=score.coverage,
        scoring_version=score.scoring_version,
        profile=score.profile,
    )


def _categories(before: Result, after: Result, *, comparable: bool) -> list[CategoryChange]:
    sides = [{c.id: c for c in result.score.categories} for result in (before, after)]
    order = {category.id: place for place, category in enumerate(CATEGORIES)}
    found = []
    for category in sorted(sides[0].keys() | sides[1].keys(), key=lambda c: (order.get(c, len(order)), c)):
        one, other = (side.get(category) for side in sides)
        scores = one.score if one else None, other.score if other else None
        title = other.title if other else one.title if one else category
        difference = _difference(*scores) if comparable else None
        found.append(CategoryChange(id=category, title=title, before=scores[0], after=scores[1], difference=difference))
    return found


def _difference(before: int | None, after: int | None) -> int | None:
    return None if before is None or after is None else after - before
