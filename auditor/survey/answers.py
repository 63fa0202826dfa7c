"""Reads the answers of a survey; what cannot be used is left out, counted and named."""

from __future__ import annotations

import csv
import difflib
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.errors import ConfigError
from auditor.model.stage import Stage
from auditor.survey.metrics import RULES, Metric

if TYPE_CHECKING:
    from auditor.config.survey import MetricSettings, SurveySettings

BLANK = "blank"
NO_NUMBER = "not a number"
OUT_OF_RANGE = "out of range"
DECIMALS = "not a whole number"
TWICE = "the same respondent again"
BAD_WEIGHT = "weight is no positive number"
BAD_ROW = "wrong number of columns"
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer; the best end of the scale is the one that its measure calls good."""

    value: float
    weight: float = 1.0
    stage: str = ""
    device: str = ""
    month: str = ""


@dataclass
class Answers:
    """The answers to one question, and how many were left out for which reason."""

    valid: list[Answer] = field(default_factory=list)
    rejected: Counter[str] = field(default_factory=Counter)


@dataclass
class Responses:
    """A survey as it was read; `days` are the first and the last, `unplaced` counts rows of an unknown stage or device."""

    rows: int = 0
    answers: dict[Metric, Answers] = field(default_factory=dict)
    days: tuple[date, date] | None = None
    undated: int = 0
    unplaced: int = 0
    comments: list[tuple[str, str]] = field(default_factory=list)


def read_responses(settings: SurveySettings) -> Responses:
    """Read the file; raises `ConfigError` for one that cannot be read or has not the columns it is said to have."""
    path = settings.file
    if path is None:
        raise ConfigError("There is no survey to read. Name its file with --survey or in [survey].")
    headings, rows = _table(path, settings.delimiter)
    _demand(path, headings, settings)
    found = Responses(answers={metric: Answers() for metric in settings.metrics})
    seen: set[tuple[str, str]] = set()
    for cells in rows:
        found.rows += 1
        if len(cells) != len(headings):
            _reject(found, BAD_ROW)
            continue
        row = dict(zip(headings, (cell.strip() for cell in cells), strict=True))
        person = (row.get(settings.wave, ""), row.get(settings.respondent, ""))
        if person[1] and person in seen:
            _reject(found, TWICE)
            continue
        seen.add(person)
        _read_row(row, settings, found)
    return found


def _table(path: Path, delimiter: str) -> tuple[list[str], Iterator[list[str]]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ConfigError(f"The survey {path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"The survey {path} is not in UTF-8 (byte {error.start}). Save it as “CSV UTF-8”.") from error
    try:
        rows = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True) if row]
    except csv.Error as error:
        raise ConfigError(f"The survey {path} is no CSV file: {error}.") from error
    if not rows:
        raise ConfigError(f"The survey {path} is empty. Its first line must hold the headings of the columns.")
    headings = [cell.strip() for cell in rows[0]]
    twice = [name for name, count in Counter(headings).items() if name and count > 1]
    if twice:
        raise ConfigError(f"The survey {path} has two columns called {twice[0]!r}. Rename one.")
    return headings, iter(rows[1:])


def _demand(path: Path, headings: Sequence[str], settings: SurveySettings) -> None:
    """Name the first column of the mapping that the file does not have."""
    asked = {f"survey.{name}": getattr(settings, name) for name in ("respondent", "wave", "date", "stage", "device", "weight", "comment")}
    asked |= {f"survey.metrics.{metric}.column": told.column for metric, told in settings.metrics.items()}
    for key, column in asked.items():
        if column and column not in headings:
            near = difflib.get_close_matches(column, headings, 1)
            hint = f"Did you mean {near[0]!r}?" if near else f"It has: {', '.join(filter(None, headings)) or 'no headings'}."
            only = " Is another delimiter meant?" if len(headings) == 1 else ""
            raise ConfigError(f"{key}: the survey {path} has no column {column!r}. {hint}{only}")


def _reject(found: Responses, reason: str) -> None:
    for answers in found.answers.values():
        answers.rejected[reason] += 1


def _read_row(row: Mapping[str, str], settings: SurveySettings, found: Responses) -> None:
    weight = _weight(row, settings)
    if weight is None:
        _reject(found, BAD_WEIGHT)
        return
    stage, device = _stage(row, settings), _device(row, settings)
    found.unplaced += (bool(settings.stage) and not stage) or (bool(settings.device) and not device)
    day = _day(row, settings)
    if day is not None:
        first, last = found.days or (day, day)
        found.days = (min(first, day), max(last, day))
    elif settings.date:
        found.undated += 1
    if settings.show_comments and row.get(settings.comment):
        found.comments.append((stage, row[settings.comment]))
    for metric, told in settings.metrics.items():
        value = _value(row[told.column], told)
        if isinstance(value, str):
            found.answers[metric].rejected[value] += 1
        else:
            month = f"{day:%Y-%m}" if day else ""
            found.answers[metric].valid.append(Answer(_turned(value, metric, told), weight, stage, device, month))


def _value(cell: str, told: MetricSettings) -> float | str:
    """Return the answer of a cell, or the reason why it is none."""
    low, high = told.scale
    if not cell:
        return BLANK
    if not _NUMBER.fullmatch(cell):
        return NO_NUMBER
    value = float(cell)
    if not low <= value <= high:
        return OUT_OF_RANGE
    return value if told.decimals or value.is_integer() else DECIMALS


def _turned(value: float, metric: Metric, told: MetricSettings) -> float:
    """Return an answer on the measure's own direction: where the questionnaire counted the other way, from the other end."""
    usual = "high" if RULES[metric].high_is_good else "low"
    return value if told.direction in {None, usual} else told.scale[0] + told.scale[1] - value


def _weight(row: Mapping[str, str], settings: SurveySettings) -> float | None:
    if not settings.weight:
        return 1.0
    cell = row[settings.weight]
    return float(cell) if _NUMBER.fullmatch(cell) and float(cell) > 0 else None


def _stage(row: Mapping[str, str], settings: SurveySettings) -> str:
    cell = row.get(settings.stage, "") if settings.stage else ""
    known = {stage.value: stage.value for stage in Stage} | {name.casefold(): stage.value for name, stage in settings.stages.items()}
    return known.get(cell.casefold(), "")


def _device(row: Mapping[str, str], settings: SurveySettings) -> str:
    cell = row.get(settings.device, "") if settings.device else ""
    known = {name: name for name in ("desktop", "mobile")} | {name.casefold(): device for name, device in settings.devices.items()}
    return known.get(cell.casefold(), "")


def _day(row: Mapping[str, str], settings: SurveySettings) -> date | None:
    cell = row.get(settings.date, "") if settings.date else ""
    try:
        return date.fromisoformat(cell[:10])
    except ValueError:
        return None
