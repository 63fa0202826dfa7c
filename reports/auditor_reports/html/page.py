"""Everything the templates show, put together from the result, the checks and the recording."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from auditor.api import EFFORT_LABEL, own
from auditor_reports.html.album import Album
from auditor_reports.html.front import Front
from auditor_reports.html.loads import loads_of
from auditor_reports.html.parts import Card, Surveyor, Way, cards_of
from auditor_reports.html.picturing import pictured
from auditor_reports.html.surroundings import Surroundings, surroundings_of
from auditor_reports.view import method, scorecard
from auditor_reports.view import survey as survey_view
from auditor_reports.view.cleaning import cleaned
from auditor_reports.view.effort import EffortRow, dearest_rows, effort_rows
from auditor_reports.view.fields import FieldChart, field_chart
from auditor_reports.view.gate import GateView, gate_view
from auditor_reports.view.gate_rules import GateRules, gate_rules
from auditor_reports.view.headline import Headline, headline
from auditor_reports.view.locating import located
from auditor_reports.view.names import SEVERITIES
from auditor_reports.view.stages import StageRow, stage_rows
from auditor_reports.view.stations import after_purchase
from auditor_reports.view.topics import Topic, failures, strengths, topics_of, warnings, with_outcome
from auditor_reports.view.unmeasured import Reason, reasons_of
from auditor_reports.view.voice import told

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from auditor.api import Brand, EffortResult, OneChange, Paper, ReportInput, Result

_SHARED = 5  # elements behind several problems that are named


@dataclass(frozen=True)
class Survey:
    """What customers answered."""

    label: str
    source: str
    rows: Sequence[survey_view.SurveyRow]
    segments: Sequence[tuple[str, str, str, str]]
    comments: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Page:
    """The report."""

    result: Result
    host: str
    surroundings: Surroundings
    headline: Headline
    rows: Sequence[scorecard.CategoryRow]
    caps: Sequence[scorecard.CapNote]
    gate: GateView
    gate_rules: GateRules | None
    ways: Sequence[Way]
    failures: Sequence[Card]
    warnings: Sequence[Card]
    strengths: Sequence[Topic]
    information: Sequence[Topic]
    unmeasured: Sequence[Reason]
    broken: Sequence[Reason]
    not_applicable: Sequence[Reason]
    settings: Sequence[tuple[str, str]]
    no_order: str
    effort_label: str
    fields: FieldChart | None
    pictures: Mapping[str, str]
    front: Front
    brand: Brand
    paper: Paper

    @property
    def cards(self) -> list[Card]:
        """All problems in order."""
        return [*self.failures, *self.warnings]

    def cards_named(self, checks: Sequence[str]) -> list[Card]:
        """The problems that these checks found, in order."""
        return [card for card in self.cards if card.topic.id in checks]

    @property
    def after_purchase(self) -> list[Card]:
        """The problems that a customer meets after the purchase."""
        return self.cards_named(after_purchase(card.topic for card in self.cards))

    @property
    def categories(self) -> list[str]:
        """The categories that have problems, by title."""
        return sorted({card.topic.category for card in self.cards})

    @property
    def severities(self) -> list[str]:
        """How much the problems hurt, the worst first."""
        return [severity for severity in SEVERITIES if any(card.topic.severity == severity for card in self.cards)]

    @property
    def score_sentence(self) -> str:
        """How the total came about."""
        return scorecard.score_sentence(self.result)

    @property
    def sureness(self) -> str:
        """How sure the checks are, and how many could not look."""
        return scorecard.sureness_sentence(self.result)

    @property
    def jurisdictions(self) -> bool:
        """Whether matters of law were judged."""
        return any(v.laws for v in self.result.verdicts)

    @property
    def unscored(self) -> list[str]:
        """The titles of the categories that are left out of the total."""
        return scorecard.unscored_titles(self.rows)

    @property
    def effort(self) -> dict[str, EffortResult]:
        """The interaction effort per device, in the order of the journeys."""
        return {j.device: self.result.effort[j.device] for j in self.result.journeys if j.device in self.result.effort}

    @property
    def effort_rows(self) -> list[EffortRow]:
        """The interaction effort as rows of a table."""
        return effort_rows(self.effort)

    @property
    def dearest(self) -> list[tuple[str, str, str, str, str]]:
        """The fields that cost most to type."""
        return dearest_rows(self.effort)

    @property
    def stages(self) -> list[StageRow]:
        """Stage by stage: problems, effort, answers of customers."""
        return stage_rows(self.result)

    @property
    def survey(self) -> Survey | None:
        """What customers answered, None without a survey."""
        found = self.result.survey
        if found is None:
            return None
        return Survey(
            told(survey_view.LABEL),
            survey_view.source_sentence(found),
            survey_view.survey_rows(found),
            survey_view.segment_rows(found),
            survey_view.comment_rows(found),
        )

    @property
    def one_change(self) -> list[tuple[OneChange, list[Card]]]:
        """Elements that several of the problems share, each with those problems."""
        by_check = {card.topic.id: card for card in self.cards}
        groups = [(change, [by_check[check] for check in change.checks if check in by_check]) for change in self.result.one_change]
        return [(change, cards) for change, cards in groups if cards][:_SHARED]


def page_of(report: ReportInput, *, on_paper: bool = False) -> Page:
    """Put the report together: pictures of the journeys first, then of findings until it is too much; `on_paper` for a PDF."""
    album = Album(_recording(report.run), "JPEG" if on_paper else "WEBP")
    result = pictured(located(cleaned(report.result)), album)
    topics = topics_of(result.verdicts, report.checks)
    surroundings = surroundings_of(report.run, result)
    surveyor = Surveyor(album, topics, result.effort, surroundings.consent, loads_of(report.run), result.lighthouse)
    ways = [surveyor.way(journey, place) for place, journey in enumerate(result.journeys, start=1)]
    anchors = {
        stop.screenshot: way.picture_anchor(stop.stage) for way in ways for stop in way.stops if stop.screenshot and stop.stage in way.shots
    }
    failed = failures(topics)
    cards = cards_of([*failed, *warnings(topics)], album)
    earlier = cleaned(report.earlier) if report.earlier else None
    rows, good = scorecard.category_rows(result), strengths(topics)
    return Page(
        result=result,
        host=_host(result.site),
        surroundings=surroundings,
        headline=headline(result, topics),
        rows=rows,
        caps=scorecard.cap_notes(result),
        gate=gate_view(result, report.checks),
        gate_rules=gate_rules(result, report.checks),
        ways=ways,
        failures=cards[: len(failed)],
        warnings=cards[len(failed) :],
        strengths=good,
        information=with_outcome(topics, "info"),
        unmeasured=reasons_of(topics, "not_measurable"),
        broken=reasons_of(topics, "error"),
        not_applicable=reasons_of(topics, "not_applicable"),
        settings=method.settings_of(result.config),
        no_order=method.order_sentence(result),
        effort_label=told(own(EFFORT_LABEL)),
        fields=field_chart(result, topics),
        pictures=anchors,
        front=Front(result, earlier, topics, cards, rows, good),
        brand=report.brand,
        paper=report.paper,
    )


def _recording(run: Path) -> Path:
    folder = run / "recording"
    return folder if folder.is_dir() else run


def _host(site: str) -> str:
    try:
        return urlsplit(site).netloc.rpartition("@")[2] or site
    except ValueError:
        return site
