"""The score as a reader meets it: the number, what limited it, the categories beside each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.api import CATEGORIES, Result, say
from auditor_reports.view.figures import number
from auditor_reports.view.names import category_title
from auditor_reports.view.voice import tell, tell_several, told

if TYPE_CHECKING:
    from collections.abc import Sequence

GRADES = (("A", 90), ("B", 80), ("C", 65), ("D", 50), ("E", 0))
_GRADE_WORDS = {"A": say("very good"), "B": say("good"), "C": say("fair"), "D": say("weak"), "E": say("poor")}


@dataclass(frozen=True)
class CategoryRow:
    """One category: its score, None without enough evidence; `judged` False where no check of it ran."""

    id: str
    title: str
    score: int | None
    weight: int
    coverage: float
    capped: bool
    judged: bool
    devices: tuple[tuple[str, int | None], ...]


@dataclass(frozen=True)
class CapNote:
    """A limit of the score; `bites` where the total would be higher without it."""

    heading: str
    sentence: str
    bites: bool


@dataclass(frozen=True)
class GradeBand:
    """A grade: from which score to which, and what it means."""

    letter: str
    least: int
    most: int
    words: str


def grade_bands() -> list[GradeBand]:
    """Return the grades, the best first."""
    tops = (100, *(least - 1 for _, least in GRADES))
    return [GradeBand(letter, least, most, grade_words(letter)) for (letter, least), most in zip(GRADES, tops, strict=False)]


def grade_words(grade: str | None) -> str:
    """Return what a grade means."""
    return told(_GRADE_WORDS[grade]) if grade in _GRADE_WORDS else tell("no grade")


def grade_of(total: int) -> str:
    """Return the grade of a score."""
    return next(letter for letter, least in GRADES if total >= least)


def category_rows(result: Result) -> list[CategoryRow]:
    """Return all categories in their usual order, those without a check last."""
    order = {category.id: place for place, category in enumerate(CATEGORIES)}
    rows = [
        CategoryRow(
            c.id,
            category_title(c.id, c.title),
            c.score,
            c.weight,
            c.coverage,
            c.capped,
            True,
            tuple((device, score.categories.get(c.id)) for device, score in result.score.devices.items()),
        )
        for c in result.score.categories
    ]
    rows.sort(key=lambda row: order.get(row.id, len(order)))
    known = {row.id for row in rows}
    none = tuple((device, None) for device in result.score.devices)
    others = [c for c in CATEGORIES if c.id not in known]
    return rows + [CategoryRow(c.id, category_title(c.id), None, c.weight, 0.0, False, False, none) for c in others]


def cap_notes(result: Result) -> list[CapNote]:
    """Say what limits the score, the hardest limit first."""
    uncapped = result.score.uncapped or 0
    notes = []
    for position, cap in enumerate(result.score.caps):
        bites = position == 0 and uncapped > cap.limit
        effect = (
            tell("It would be {score} without this limit of {limit}.", score=uncapped, limit=cap.limit)
            if bites
            else tell("With this it cannot rise above {limit}.", limit=cap.limit)
        )
        heading = tell("Why the score is limited.") if bites else tell("A ceiling for the score.")
        notes.append(CapNote(heading, f"{cap.reason} {effect}", bites))
    return notes


def score_sentence(result: Result) -> str:
    """Say how the total came about and how far it depends on the weights."""
    score = result.score
    if score.total is None or score.raw is None:
        return tell("There is no score: too little could be judged.")
    start = tell("Before caps this shop has {raw}, after them {total}.", raw=number(score.raw, 1), total=score.total)
    if score.sensitivity is None:
        return start
    low, high = score.sensitivity
    policy = (
        tell("The weights are a policy: with each in turn 30% lower or higher the total would stay at {total}.", total=low)
        if low == high
        else tell(
            "The weights are a policy: with each in turn 30% lower or higher the total would lie between {low} and {high}.",
            low=low,
            high=high,
        )
    )
    return f"{start} {policy}"


def sureness_sentence(result: Result) -> str:
    """Say how sure the checks that score are, and how many could not look."""
    sure = result.score.confidence
    mix = tell(
        "Of the checks that count, {surely} surely, {fairly} fairly surely, {unsurely} unsurely measured.",
        surely=sure.get("high", 0),
        fairly=sure.get("med", 0),
        unsurely=sure.get("low", 0),
    )
    blind = tell_several(result.score.not_measurable, "{n:,} check could not look somewhere.", "{n:,} checks could not look somewhere.")
    return f"{mix} {blind}"


def unscored_titles(rows: Sequence[CategoryRow]) -> list[str]:
    """Return the titles of the categories that are left out of the total."""
    return [row.title for row in rows if row.score is None]
