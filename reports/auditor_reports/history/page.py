"""The HTML document of a history: what is said, and the drawings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor_reports.history.drawing import Chart, chart_of, scale_of, sparkline
from auditor_reports.history.view import SiteView, TrendRow, View, view_of
from auditor_reports.several.frame import Entry, Frame, named, tool_row
from auditor_reports.view.voice import tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor.api import HistoryInput

_LARGE, _SMALL = (760.0, 250.0), (330.0, 150.0)


@dataclass(frozen=True)
class Drawn:
    """A trend with its drawing."""

    row: TrendRow
    chart: Chart


@dataclass(frozen=True)
class Spark:
    """A measure with its small line, "" for a single value."""

    row: TrendRow
    line: str


@dataclass(frozen=True)
class SitePage:
    """One site; `key` begins the anchors of its parts. `narrow` is the total as a phone shows it."""

    key: str
    view: SiteView
    total: Drawn
    narrow: Drawn
    categories: Sequence[Drawn]
    measures: Sequence[Spark]
    line: str

    @property
    def lines(self) -> int:
        """How many lines the drawing of the total has."""
        return len(self.total.chart.lines)


@dataclass(frozen=True, kw_only=True)
class Page(Frame):
    """The document."""

    sites: Sequence[SitePage]


def page_of(report: HistoryInput) -> Page:
    """Put the document together."""
    view: View = view_of(report)
    sites = [_site(site, f"s{place}") for place, site in enumerate(view.sites, start=1)]
    return Page(
        title=view.title,
        kicker=tell("History of audits"),
        heading=view.sites[0].name if len(sites) == 1 else view.title,
        facts=[*_facts(view), *tool_row(report.brand, view.tool)],
        contents=[Entry("summary", tell("Summary")), *_entries(sites)],
        tool=named(report.brand, view.tool),
        foot=named(report.brand, view.foot),
        brand=report.brand,
        sites=sites,
    )


def _facts(view: View) -> list[tuple[str, str]]:
    if len(view.sites) != 1:
        return [(tell("Shops"), str(len(view.sites)))]
    (site,) = view.sites
    facts = [(tell("Shop"), site.site), (tell("Audits"), site.shown)]
    rows = site.rows
    return facts if len(rows) == 1 else [*facts, (tell("First"), rows[-1].moment), (tell("Newest"), rows[0].moment)]


def _entries(sites: Sequence[SitePage]) -> list[Entry]:
    if len(sites) != 1:
        return [Entry(site.key, site.view.name, len(site.view.rows)) for site in sites]
    (site,) = sites
    entries = [
        Entry(f"{site.key}-categories", tell("Categories"), len(site.categories)),
        Entry(f"{site.key}-measures", tell("Measured values"), len(site.measures)),
        Entry(f"{site.key}-runs", tell("Audits"), len(site.view.rows)),
    ]
    return [Entry(site.key, tell("Total score")), *(entry for entry in entries if entry.count)]


def _site(view: SiteView, key: str) -> SitePage:
    runs = len(view.rows)
    own, scale = scale_of([view.total.trends], runs), scale_of([row.trends for row in view.categories], runs)
    return SitePage(
        key=key,
        view=view,
        total=Drawn(view.total, chart_of(view.total.trends, own, _LARGE)),
        narrow=Drawn(view.total, chart_of(view.total.trends, own, _SMALL)),
        categories=[Drawn(row, chart_of(row.trends, scale, _SMALL)) for row in view.categories],
        measures=[Spark(row, _spark(row)) for row in view.measures],
        line=_spark(view.total),
    )


def _spark(row: TrendRow) -> str:
    return sparkline(row.line) if row.line and len(row.line.points) > 1 else ""
