"""A comparison in words: what all of its documents say alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from auditor.api import EFFORT_LABEL, own
from auditor_reports.compare import figures
from auditor_reports.compare.problems import Blind, ProblemGroup, blind_spots, groups_of
from auditor_reports.compare.words import change_word, doubt_sentences, headline, reason_words, remarks
from auditor_reports.several.frame import moment
from auditor_reports.view.cleaning import cleaned_model
from auditor_reports.view.voice import tell, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor.api import Comparison, ComparisonInput, Side


@dataclass(frozen=True)
class View:
    """Everything that is said, as plain text; each format escapes it in its own way."""

    heading: str
    before: str
    after: str
    sites: tuple[str, str]
    tool: str
    sentence: str
    remarks: Sequence[str]
    doubts: Sequence[str]
    counts: Sequence[tuple[str, str, int]]
    groups: Sequence[ProblemGroup]
    blind: Sequence[Blind]
    score: figures.Row
    score_reasons: Sequence[str]
    categories: Sequence[figures.Row]
    moved: Sequence[figures.Row]
    still: Sequence[figures.Row]
    effort: Sequence[figures.EffortTable]
    effort_label: str
    journeys: Sequence[figures.Row]

    @property
    def title(self) -> str:
        """The title of the document."""
        return tell("Comparison of two audits: {shop}", shop=self.heading)

    @property
    def foot(self) -> str:
        """What stands at the end of a document."""
        return tell("{before} compared with {after}; made by {tool}.", before=self.before, after=self.after, tool=self.tool)


def view_of(report: ComparisonInput) -> View:
    """Put a comparison into words; `report` is in the language being spoken already."""
    comparison = cleaned_model(report.comparison)
    moved, still = figures.measures_of(comparison, report.checks)
    return View(
        heading=_heading(comparison),
        before=moment(comparison.before.started_at),
        after=moment(comparison.after.started_at),
        sites=(comparison.before.site, comparison.after.site),
        tool=f"{comparison.tool.name} {comparison.tool.version}",
        sentence=headline(comparison),
        remarks=remarks(comparison),
        doubts=doubt_sentences(comparison),
        counts=[(change, change_word(change), count) for change, count in comparison.counts.items()],
        groups=groups_of(comparison, report.checks),
        blind=blind_spots(comparison, report.checks),
        score=figures.score_row(comparison),
        score_reasons=[reason_words(reason) for reason in comparison.score.reasons],
        categories=figures.category_rows(comparison),
        moved=moved,
        still=still,
        effort=figures.effort_tables(comparison),
        effort_label=told(own(EFFORT_LABEL)),
        journeys=figures.journey_rows(comparison),
    )


def _heading(comparison: Comparison) -> str:
    before, after = (_host(side) for side in (comparison.before, comparison.after))
    return after if before == after else f"{before} → {after}"


def _host(side: Side) -> str:
    try:
        return urlsplit(side.site).netloc.rpartition("@")[2] or side.site
    except ValueError:
        return side.site
