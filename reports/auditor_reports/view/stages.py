"""Stage by stage: what is wrong there, what it costs a shopper, and what customers said of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor_reports.view.figures import seconds
from auditor_reports.view.names import STAGES, stage_title
from auditor_reports.view.survey import stage_words
from auditor_reports.view.voice import tell

if TYPE_CHECKING:
    from auditor.api import Result


@dataclass(frozen=True)
class StageRow:
    """One stage; `efforts` per device is the time with everything typed, and with the browser's help where that differs."""

    title: str
    failures: int
    warnings: int
    efforts: tuple[tuple[str, str], ...]
    answers: tuple[str, ...]


def stage_rows(result: Result) -> list[StageRow]:
    """Return the stages that some device reached, in order."""
    devices = [j.device for j in result.journeys if j.device in result.effort]
    rows = []
    for stage in STAGES:
        told = {d: next((s for s in result.effort[d].stages if s.stage == stage), None) for d in devices}
        if not any(told.values()):
            continue
        efforts = tuple((d, _seconds(s.klm_seconds, s.klm_seconds_assisted) if s else "–") for d, s in told.items())
        answers = tuple(stage_words(result.survey, stage)) if result.survey else ()
        failures, warnings = (_checks(result, stage, outcome) for outcome in ("fail", "warn"))
        rows.append(StageRow(stage_title(stage), len(failures), len(warnings - failures), efforts, answers))
    return rows


def _checks(result: Result, stage: str, outcome: str) -> set[str]:
    return {v.check for v in result.verdicts if v.stage == stage and v.outcome == outcome}


def _seconds(typed: float, assisted: float) -> str:
    return (
        seconds(typed)
        if typed == assisted
        else tell("{typed}, {assisted} with the browser’s help", typed=seconds(typed), assisted=seconds(assisted))
    )
