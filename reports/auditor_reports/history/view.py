"""A history in words: what all of its documents say alike."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
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
    """One site. `alike` is the number of runs shown that are like the newest one. What a format does not show is never put into words."""

    name: str
    history: SiteHistory
    checks: Mapping[str, Check]

    @property
    def site(self) -> str:
        """Its address."""
        return self.history.site

    @property
    def stored(self) -> int:
        """How many runs of it are stored, shown or not."""
        return self.history.stored

    @cached_property
    def alike(self) -> int:
        """How many of the runs shown can be compared with the newest one, itself among them."""
        return sum(run.likeness == self.history.runs[0].likeness for run in self.history.runs)

    @property
    def sentence(self) -> str:
        """How it stands, in a sentence."""
        return headline(self.history)

    @property
    def shown(self) -> str:
        """How many of its runs are shown."""
        return how_many(self.history)

    @property
    def apart(self) -> str:
        """That some runs cannot be compared with the newest one, "" where all can."""
        apart = len(self.history.runs) - self.alike
        if not apart:
            return ""
        return tell_several(
            apart,
            "{n:,} of the audits was made with other rules, weights, checks or devices than the newest; no line joins it with that.",
            "{n:,} of the audits were made with other rules, weights, checks or devices than the newest; no line joins them with that.",
        )

    @property
    def newest(self) -> RunRow:
        """Its newest run."""
        return _row(self.history.runs[0])

    @cached_property
    def rows(self) -> Sequence[RunRow]:
        """Its runs, the newest first."""
        return [_row(run) for run in self.history.runs]

    @cached_property
    def total(self) -> TrendRow:
        """The trend of the total score."""
        return _scores(tell("Total score"), total_trends(self.history))

    @cached_property
    def categories(self) -> Sequence[TrendRow]:
        """The trends of the categories' scores."""
        return [_scores(category_title(name), trends) for name, trends in category_trends(self.history)]

    @cached_property
    def measures(self) -> Sequence[TrendRow]:
        """The trends of what checks measured."""
        return [
            TrendRow(measure_title(check, self.checks), where([(device, stage)]), [trend], _value(trend.last, unit), _moved(trend, unit))
            for (check, device, stage, unit), trend in measure_trends(self.history)
        ]


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
    return SiteView(site.host if alone else site.site.partition("://")[2] or site.site, site, checks)


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
