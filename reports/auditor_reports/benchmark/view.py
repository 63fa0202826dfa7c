"""A benchmark in words: what all of its documents say alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.api import EFFORT_LABEL, own
from auditor_reports.benchmark.effort import EffortTable, effort_tables
from auditor_reports.benchmark.practices import PracticeItem, practices_of
from auditor_reports.benchmark.words import doubt_sentences, headline, limits_of, marks_of, names_of, remarks, ways_of
from auditor_reports.several.frame import moment
from auditor_reports.several.numbers import score_words
from auditor_reports.view.cleaning import cleaned_model, shortened
from auditor_reports.view.figures import number, percent
from auditor_reports.view.names import category_title
from auditor_reports.view.voice import tell, tell_several, told

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from auditor.api import Benchmark, BenchmarkInput, CategoryRow, Check, Shop

_LABEL = 48


@dataclass(frozen=True)
class ShopRow:
    """One shop of the ranking; `score` is a number where there is one."""

    key: int
    rank: str
    label: str
    site: str
    day: str
    score: int | None
    total: str
    grade: str
    between: str
    measured: str
    sure: str
    ways: Sequence[tuple[bool, str]]
    marks: Sequence[str]
    limits: Sequence[str]


@dataclass(frozen=True)
class HeatCell:
    """A category's score in one shop; `level` is its grade's letter, "" for none."""

    label: str
    score: str
    level: str
    best: bool


@dataclass(frozen=True)
class HeatRow:
    """A category over all shops."""

    title: str
    weight: int
    cells: Sequence[HeatCell]


@dataclass(frozen=True)
class SharedRow:
    """A problem that several shops have."""

    id: str
    title: str
    severity: str
    category: str
    count: str
    shops: str


@dataclass(frozen=True)
class Alone:
    """What one shop alone does right."""

    label: str
    checks: Sequence[tuple[str, str, str, str]]


@dataclass(frozen=True)
class View:
    """Everything that is said, as plain text; each format escapes it in its own way."""

    tool: str
    sentence: str
    remarks: Sequence[str]
    doubts: Sequence[str]
    shops: Sequence[ShopRow]
    heat: Sequence[HeatRow]
    practices: Sequence[PracticeItem]
    effort: Sequence[EffortTable]
    effort_label: str
    shared: Sequence[SharedRow]
    alone: Sequence[Alone]

    @property
    def title(self) -> str:
        """The title of the document."""
        return tell_several(len(self.shops), "Benchmark of {n} shop", "Benchmark of {n} shops")

    @property
    def foot(self) -> str:
        """What stands at the end of a document."""
        return tell("{benchmark}; made by {tool}.", benchmark=self.title, tool=self.tool)


def view_of(report: BenchmarkInput) -> View:
    """Put a benchmark into words; `report` is in the language being spoken already."""
    benchmark = cleaned_model(report.benchmark)
    labels = {shop.key: shortened(shop.label, _LABEL) for shop in benchmark.shops}
    return View(
        tool=f"{benchmark.tool.name} {benchmark.tool.version}",
        sentence=headline(benchmark),
        remarks=remarks(benchmark),
        doubts=doubt_sentences(benchmark),
        shops=[_shop(shop, labels) for shop in benchmark.shops],
        heat=[_heat(row, labels) for row in benchmark.categories],
        practices=practices_of(benchmark, report.checks, labels),
        effort=effort_tables(benchmark, labels),
        effort_label=told(own(EFFORT_LABEL)),
        shared=_shared(benchmark, report.checks, labels),
        alone=_alone(benchmark, report.checks, labels),
    )


def _shop(shop: Shop, labels: Mapping[int, str]) -> ShopRow:
    between = "" if shop.low is None or shop.high is None else f"{shop.low}–{shop.high}" if shop.low < shop.high else str(shop.low)
    return ShopRow(
        key=shop.key,
        rank="–" if shop.rank is None else number(shop.rank, 0),
        label=labels[shop.key],
        site=shop.site,
        day=moment(shop.started_at),
        score=shop.total,
        total=score_words(shop.total),
        grade=shop.grade or "",
        between=between,
        measured=percent(shop.coverage),
        sure="–" if shop.sure is None else percent(shop.sure),
        ways=ways_of(shop),
        marks=marks_of(shop),
        limits=limits_of(shop),
    )


_LEVELS = ((90, "a"), (80, "b"), (65, "c"), (50, "d"), (0, "e"))


def _heat(row: CategoryRow, labels: Mapping[int, str]) -> HeatRow:
    cells = [
        HeatCell(
            labels[cell.shop],
            "–" if cell.score is None else number(cell.score, 0),
            "" if cell.score is None else next(letter for least, letter in _LEVELS if cell.score >= least),
            cell.shop in row.best,
        )
        for cell in row.cells
    ]
    return HeatRow(category_title(row.id, row.title), row.weight, cells)


def _shared(benchmark: Benchmark, checks: Mapping[str, Check], labels: dict[int, str]) -> list[SharedRow]:
    rows = []
    for problem in benchmark.shared:
        check = checks.get(problem.check)
        everyone = len(problem.shops) == len(benchmark.shops)
        rows.append(
            SharedRow(
                problem.check,
                check.failure_title if check else problem.check,
                problem.severity,
                category_title(problem.category),
                tell("{n} of {all}", n=len(problem.shops), all=problem.of),
                tell("all shops") if everyone else names_of(problem.shops, labels),
            )
        )
    return rows


def _alone(benchmark: Benchmark, checks: Mapping[str, Check], labels: Mapping[int, str]) -> list[Alone]:
    groups: dict[int, list[tuple[str, str, str, str]]] = {}
    for unique in benchmark.unique:
        check = checks.get(unique.check)
        others = tell_several(unique.of - 1, "{n} other shop has this problem", "all {n} others that were judged have this problem")
        title = check.title if check else unique.check
        groups.setdefault(unique.shop, []).append((title, unique.check, category_title(unique.category), others))
    return [Alone(labels[key], found) for key, found in groups.items()]
