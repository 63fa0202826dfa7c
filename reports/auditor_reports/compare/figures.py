"""The numbers of a comparison in words: scores, measures, interaction effort, journeys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.api import say
from auditor_reports.compare.words import band_words, change_word, proof_words
from auditor_reports.several.numbers import difference_words, score_words, value_words
from auditor_reports.view.figures import duration, seconds
from auditor_reports.view.names import category_title, device_title, ended_words, stage_title
from auditor_reports.view.places import where
from auditor_reports.view.voice import tell, told

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from auditor.api import Check, Comparison, EffortChange, JourneySide, Metric, ValueChange

_MEASURES = {
    "speed-lcp": say("Largest content shown (LCP)"),
    "speed-ttfb": say("First byte (TTFB)"),
    "speed-cls": say("Layout shift (CLS)"),
    "speed-inp-lab": say("Answer to a press (INP, lab)"),
    "speed-journey-wait": say("Waiting on the whole way"),
    "speed-page-weight": say("Weight of the page"),
    "speed-image-delivery": say("Wasted by images"),
    "speed-third-party-load": say("Loaded from third parties"),
    "checkout-field-count": say("Fields in the checkout"),
    "checkout-step-count": say("Steps of the checkout"),
}
_EFFORT = {
    "clicks": say("Clicks or taps"),
    "fields": say("Fields typed into"),
    "fields_considered": say("Fields the checkout shows"),
    "page_loads": say("Page loads"),
    "wait_seconds": say("Waiting for the shop"),
    "klm_seconds": say("Time by the model, typing everything"),
    "checkout_seconds": say("Cart to payment, typing everything"),
    "index": say("Effort index of the checkout"),
}
_WAYS = {"better": say("Further"), "unchanged": say("As far as before"), "worse": say("Less far")}


@dataclass(frozen=True)
class Row:
    """A number before and after. `change` is the kind, `word` its name, `by` how much, `band` within what it would not count."""

    title: str
    where: str
    before: str
    after: str
    change: str
    word: str
    by: str
    band: str


@dataclass(frozen=True)
class EffortTable:
    """The interaction effort of one device."""

    device: str
    comparable: bool
    rows: Sequence[Row]


def score_row(comparison: Comparison) -> Row:
    """Return the total score."""
    score = comparison.score
    before, after = (_graded(side.total, side.grade) for side in (score.before, score.after))
    return _scored(tell("Total"), before, after, score.difference)


def category_rows(comparison: Comparison) -> list[Row]:
    """Return the categories."""
    return [
        _scored(category_title(c.id, c.title), score_words(c.before), score_words(c.after), c.difference)
        for c in comparison.score.categories
    ]


def _scored(title: str, before: str, after: str, difference: int | None) -> Row:
    change = "unknown" if difference is None else "better" if difference > 0 else "worse" if difference < 0 else "unchanged"
    return Row(title, "", before, after, change, change_word(change), difference_words(difference) if difference else "", "")


def _graded(total: int | None, grade: str | None) -> str:
    words = score_words(total)
    return tell("{score}, grade {grade}", score=words, grade=grade) if grade else words


def measures_of(comparison: Comparison, checks: Mapping[str, Check]) -> tuple[list[Row], list[Row]]:
    """Return the measures that moved beyond their noise, and the ones that every comparison shows and that did not."""
    moved = [_measure(metric, checks) for metric in comparison.metrics if metric.change != "unchanged"]
    still = [_measure(metric, checks) for metric in comparison.metrics if metric.key and metric.change == "unchanged"]
    return sorted(moved, key=lambda row: ("worse", "better", "changed", "unknown").index(row.change)), still


def _measure(metric: Metric, checks: Mapping[str, Check]) -> Row:
    return _row(measure_title(metric.check, checks), where([(metric.device, metric.stage)]), metric, metric.unit)


def measure_title(name: str, checks: Mapping[str, Check]) -> str:
    """Return what the value of a check is called."""
    check = checks.get(name)
    return told(_MEASURES[name]) if name in _MEASURES else check.title if check else name


def effort_tables(comparison: Comparison) -> list[EffortTable]:
    """Return the interaction effort, a table per device."""
    return [_effort(change) for change in comparison.effort]


def _effort(change: EffortChange) -> EffortTable:
    rows = [_row(told(_EFFORT[f.name]), "", f, f.unit) for f in change.figures if f.name in _EFFORT]
    return EffortTable(device_title(change.device), change.comparable, rows)


def journey_rows(comparison: Comparison) -> list[Row]:
    """Return how the journeys ended and how long they took."""
    rows = []
    for journey in comparison.journeys:
        by = ""
        if journey.seconds and journey.seconds.change != "unchanged" and journey.seconds.difference:
            sign = "+" if journey.seconds.difference > 0 else "\u2212"
            by = f"{sign}{duration(abs(journey.seconds.difference))}"
        word = told(_WAYS[journey.change]) if journey.change in _WAYS else change_word(journey.change)
        rows.append(Row(device_title(journey.device), "", _ended(journey.before), _ended(journey.after), journey.change, word, by, ""))
    return rows


def _ended(side: JourneySide | None) -> str:
    if side is None:
        return tell("not audited")
    ended = ended_words(side.ended)
    if side.ended != "payment_reached" and side.deepest_stage:
        return tell("{ended}; came to “{stage}”, {time}", ended=ended, stage=stage_title(side.deepest_stage), time=duration(side.seconds))
    return tell("{ended}, {time}", ended=ended, time=duration(side.seconds))


def _row(title: str, place: str, value: ValueChange, unit: str) -> Row:
    band = tell("±{band}, {origin}", band=value_words(value.band, unit), origin=band_words(value.band_from)) if value.band else ""
    if value.p is not None and value.effect is not None:
        band = proof_words(value.p, value.effect)
    moved = difference_words(value.difference, unit) if value.change not in {"unchanged"} else ""
    before, after = (_value(number, unit) for number in (value.before, value.after))
    return Row(title, place, before, after, value.change, change_word(value.change), moved, band)


def _value(value: float | None, unit: str) -> str:
    return seconds(value) if unit == "s" and value is not None else value_words(value, unit)
