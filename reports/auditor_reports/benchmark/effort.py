"""The interaction effort of all shops side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.api import say
from auditor_reports.several.numbers import score_words
from auditor_reports.view.figures import number, seconds
from auditor_reports.view.names import device_title
from auditor_reports.view.voice import told

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from auditor.api import Benchmark, ShopEffort

_Value = float | None
_COLUMNS: tuple[tuple[str, Callable[[ShopEffort], _Value], Callable[[float], str], int], ...] = (
    (say("Clicks or taps"), lambda e: e.clicks, lambda v: number(v, 0), -1),
    (say("Fields typed into"), lambda e: e.fields, lambda v: number(v, 0), -1),
    (say("Fields the checkout shows"), lambda e: e.fields_considered, lambda v: number(v, 0), -1),
    (say("Page loads"), lambda e: e.page_loads, lambda v: number(v, 0), -1),
    (say("Waiting for the shop"), lambda e: e.wait_seconds, seconds, -1),
    (say("Cart to payment, typing everything"), lambda e: e.checkout_seconds, seconds, -1),
    (say("Effort index of the checkout"), lambda e: e.index, lambda v: score_words(round(v)), 1),
)


@dataclass(frozen=True)
class EffortCell:
    """A figure of one shop; `best` of all whole journeys."""

    title: str
    value: str
    best: bool


@dataclass(frozen=True)
class EffortRow:
    """One shop; figures of a way that did not lead to the payment step are not compared."""

    label: str
    complete: bool
    cells: Sequence[EffortCell]


@dataclass(frozen=True)
class EffortTable:
    """One device."""

    device: str
    heads: Sequence[str]
    rows: Sequence[EffortRow]


def effort_tables(benchmark: Benchmark, labels: Mapping[int, str]) -> list[EffortTable]:
    """Return a table per device."""
    devices = dict.fromkeys(effort.device for effort in benchmark.effort)
    heads = [told(title) for title, *_ in _COLUMNS]
    tables = []
    for device in devices:
        efforts = [effort for effort in benchmark.effort if effort.device == device]
        best = [_best(efforts, value, good) for _, value, _, good in _COLUMNS]
        tables.append(EffortTable(device_title(device), heads, [_row(effort, best, heads, labels) for effort in efforts]))
    return tables


def _best(efforts: Sequence[ShopEffort], value: Callable[[ShopEffort], _Value], good: int) -> float | None:
    """Return the best value of the whole journeys, None where there is nothing to compare."""
    known = [v for effort in efforts if effort.complete and (v := value(effort)) is not None]
    return max(known, key=lambda v: v * good) if len(set(known)) > 1 else None


def _row(effort: ShopEffort, best: Sequence[float | None], heads: Sequence[str], labels: Mapping[int, str]) -> EffortRow:
    cells = []
    for (_, value, words, _), top, title in zip(_COLUMNS, best, heads, strict=True):
        own = value(effort)
        cells.append(EffortCell(title, "–" if own is None else words(own), effort.complete and own is not None and own == top))
    return EffortRow(labels[effort.shop], effort.complete, cells)
