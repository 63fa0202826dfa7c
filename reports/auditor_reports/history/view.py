"""A history in words: what all of its documents say alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor_reports.compare.figures import measure_title
from auditor_reports.history.trends import Trend, category_trends, measure_trends, total_trends
from auditor_reports.history.words import change_words, gate_word, headline, how_many, journey_words, problem_words
from auditor_reports.several.frame import moment
from auditor_reports.several.numbers import difference_words, value_words
from auditor_reports.view.cleaning import cleaned_model
from auditor_reports.view.figures import seconds
from auditor_reports.view.names import category_title
from auditor_reports.view.places import where
from auditor_reports.view.voice import tell, tell_several

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from auditor.api import Check, History, HistoryInput, PastRun, SiteHistory


@dataclass(frozen=True)
class RunRow:
    """One run. `gate` is its state; `ways` tells for each device whether payment was reached, and in words how far it came."""

    run: PastRun
    moment: str
    change: str
    direction: str
    gate: str
    gate_word: str
    problems: str
    moved: str
    ways: Sequence[tuple[bool, str]]


@dataclass(frozen=True)
class TrendRow:
    """The trends of one thing; `now` and `moved` are those of the runs like the newest one, "" where there are none."""

    title: str
    where: str
    trends: Sequence[Trend]
    now: str
    moved: str

    @property
    def line(self) -> Trend | None:
        """The trend that leads to the newest run."""
        return next((trend for trend in self.trends if trend.newest), None)


@dataclass(frozen=True)
class SiteView:
    """One site. `alike` is the number of runs shown that are like the newest one."""

    name: str
    site: str
    stored: int
    alike: int
    sentence: str
    shown: str
    apart: str
    rows: Sequence[RunRow]
    total: TrendRow
    categories: Sequence[TrendRow]
    measures: Sequence[TrendRow]


@dataclass(frozen=True)
class View:
    """Everything that is said, as plain text; each format escapes it in its own way."""

    tool: str
    sites: Sequence[SiteView]

    @property
    def title(self) -> str:
        """The title of the document."""
        if len(self.sites) == 1:
            return tell("History of {shop}", shop=self.sites[0].name)
        return tell("History of audits")

    @property
    def foot(self) -> str:
        """What stands at the end of a document."""
        return tell("{benchmark}; made by {tool}.", benchmark=self.title, tool=self.tool)


def view_of(report: HistoryInput) -> View:
    """Put a history into words; `report` is in the language being spoken already."""
    history: History = cleaned_model(report.history)
    hosts = [site.host for site in history.sites]
    sites = [_site(site, report.checks, alone=hosts.count(site.host) == 1) for site in history.sites]
    return View(f"{history.tool.name} {history.tool.version}", sites)


def _site(site: SiteHistory, checks: Mapping[str, Check], *, alone: bool) -> SiteView:
    alike = sum(run.likeness == site.runs[0].likeness for run in site.runs)
    apart = len(site.runs) - alike
    return SiteView(
        name=site.host if alone else site.site.partition("://")[2] or site.site,
        site=site.site,
        stored=site.stored,
        alike=alike,
        sentence=headline(site),
        shown=how_many(site),
        apart=tell_several(
            apart,
            "{n:,} of the audits was made with other rules, weights, checks or devices than the newest; no line joins it with that.",
            "{n:,} of the audits were made with other rules, weights, checks or devices than the newest; no line joins them with that.",
        )
        if apart
        else "",
        rows=[_row(run) for run in site.runs],
        total=_scores(tell("Total score"), total_trends(site)),
        categories=[_scores(category_title(name), trends) for name, trends in category_trends(site)],
        measures=[
            TrendRow(measure_title(check, checks), where([(device, stage)]), [trend], _value(trend.last, unit), _moved(trend, unit))
            for (check, device, stage, unit), trend in measure_trends(site)
        ],
    )


def _row(run: PastRun) -> RunRow:
    direction = "unknown" if run.change is None else "better" if run.change > 0 else "worse" if run.change < 0 else "unchanged"
    return RunRow(
        run=run,
        moment=moment(run.started_at),
        change=change_words(run),
        direction=direction,
        gate=run.gate,
        gate_word=gate_word(run.gate),
        problems=problem_words(run),
        moved="" if run.new is None or run.gone is None else tell("{new} new, {gone} gone", new=run.new, gone=run.gone),
        ways=[(journey.ended == "payment_reached", journey_words(journey)) for journey in run.journeys],
    )


def _scores(title: str, trends: Sequence[Trend]) -> TrendRow:
    newest = next((trend for trend in trends if trend.newest), None)
    return TrendRow(title, "", trends, value_words(newest.last, "") if newest else "", _moved(newest, "") if newest else "")


def _moved(trend: Trend, unit: str) -> str:
    return difference_words(trend.last - trend.first, unit) if len(trend.points) > 1 else ""


def _value(value: float, unit: str) -> str:
    return seconds(value) if unit == "s" else value_words(value, unit)
