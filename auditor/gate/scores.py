"""The rules about scores: the total, and categories."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.gate.evidence import Evidence
from auditor.gate.failures import is_doubted
from auditor.gate.outcomes import outcome_of
from auditor.gate.rules import GateRules
from auditor.model.category import CATEGORY_BY_ID
from auditor.result.model import GateRule
from auditor.words.message import own, say, together


def total_rule(rules: GateRules, evidence: Evidence) -> Iterator[GateRule]:
    """Apply `min_score`."""
    least, total = rules.min_score, evidence.score.total
    if least is None:
        return
    if total is None:
        told = say("There is no score, so the minimum of {min_score} cannot be met.", min_score=least)
    elif total < least:
        told = say("The score {total} is below the minimum of {min_score}.", total=total, min_score=least)
    else:
        told = say("The score {total} meets the minimum of {min_score}.", total=total, min_score=least)
    yield _rule("min_score", total, least, told)


def category_rules(rules: GateRules, evidence: Evidence) -> Iterator[GateRule]:
    """Apply `min_category`."""
    scores = {category.id: category.score for category in evidence.score.categories}
    for category, least in sorted(rules.min_category.items()):
        total, title = scores.get(category), own(CATEGORY_BY_ID[category].title)
        if total is None:
            told = say("“{category}” has no score, so its minimum of {min_score} cannot be met.", category=title, min_score=least)
        elif total < least:
            told = say("“{category}” scores {total}, below its minimum of {min_score}.", category=title, total=total, min_score=least)
        else:
            told = say("“{category}” scores {total} and meets its minimum of {min_score}.", category=title, total=total, min_score=least)
        rule = _rule(f"min_score.{category}", total, least, told)
        of_it = (verdict for verdict in evidence.verdicts if verdict.category == category)
        if evidence.doubt is not None and total is not None and any(is_doubted(verdict, machine=True) for verdict in of_it):
            doubted = together(told, evidence.doubt.why, between=" ")
            rule = rule.model_copy(update={"outcome": "unreliable", "message": doubted})
        yield rule


def _rule(rule: str, total: int | None, least: int, told: str) -> GateRule:
    kept = None if total is None else total >= least
    measured = None if total is None else float(total)
    return GateRule(rule=rule, outcome=outcome_of(kept), measured=measured, threshold=float(least), message=told)
