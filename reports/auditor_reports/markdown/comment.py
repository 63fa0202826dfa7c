"""The comment: the verdict, the score, the gate, the journeys, what to mend first, and the rest folded away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.api import say
from auditor_reports.markdown.escaping import link, text
from auditor_reports.markdown.findings import broken, first_findings, further_findings, not_measured
from auditor_reports.markdown.fitting import Section, fitted
from auditor_reports.markdown.rules import rules_table
from auditor_reports.view.cleaning import cleaned
from auditor_reports.view.figures import clock, day, duration, percent
from auditor_reports.view.gate import GateView, gate_view
from auditor_reports.view.gate_rules import gate_rules
from auditor_reports.view.headline import headline
from auditor_reports.view.journeys import Stop, is_about_shop, stops_of, where_it_ended, why_it_ended
from auditor_reports.view.method import order_sentence
from auditor_reports.view.names import device_title, ended_words
from auditor_reports.view.scorecard import cap_notes, category_rows, grade_words
from auditor_reports.view.topics import Topic, topics_of
from auditor_reports.view.voice import tell, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor.api import JourneyResult, ReportInput, Result

MARKER = "<!-- auditor -->"
_GATE_WORDS = {"passed": say("passed"), "failed": say("not passed"), "undecided": say("undecided")}
_GATE_MARKS = {"passed": "✅", "failed": "❌", "undecided": "❔"}
_DEVICES, _REASONS, _JOURNEYS = 4, 8, 12


def comment(report: ReportInput) -> str:
    """Return the whole comment."""
    result = cleaned(report.result)
    topics = topics_of(result.verdicts, report.checks)
    return fitted(
        [
            _verdict(result, topics),
            _gate(gate_view(result, report.checks)),
            rules_table(gate_rules(result, report.checks)),
            _scores(result),
            _journeys(result),
            first_findings(topics, result.site),
            further_findings(topics),
            not_measured(topics),
            broken(topics),
            _colophon(result),
        ]
    )


def _verdict(result: Result, topics: Sequence[Topic]) -> Section:
    said = headline(result, topics)
    caps = [f"**{text(note.heading)}** {text(note.sentence)}" for note in cap_notes(result)]
    stops = [text(sentence, 600) for sentence in said.stops]
    return Section(
        f"{MARKER}\n\n## {_score(result)}\n\n{link(result.site, result.site)}\n\n**{text(said.sentence)}**",
        [*stops, *caps, *(text(sentence) for sentence in said.remarks)],
        most=_REASONS,
    )


def _score(result: Result) -> str:
    score = result.score
    if score.total is None:
        return text(tell("No score: too little could be judged."))
    said = [tell("Score {score} of 100", score=score.total)]
    if score.grade:
        said.append(tell("grade {grade} ({meaning})", grade=score.grade, meaning=grade_words(score.grade)))
    return text(", ".join(said))


def _gate(gate: GateView) -> Section:
    title = f"**{text(tell('Gate:'))}** {_GATE_MARKS[gate.state]} {text(told(_GATE_WORDS[gate.state]))}"
    reasons = [f"- {text(reason)}" for reason in gate.reasons]
    return Section(f"{title}\n" if reasons else title, reasons, between="\n", most=_REASONS)


def _scores(result: Result) -> Section:
    rows = [row for row in category_rows(result) if row.judged]
    if not rows:
        return Section("")
    devices = list(result.score.devices)[:_DEVICES]
    titles = [tell("Category"), tell("Score"), *map(device_title, devices), tell("Measured")]
    head = f"{_row([text(title, 40) for title in titles])}\n{_row(['---', *['--:'] * (len(titles) - 1)])}"
    lines = []
    for row in rows:
        own = dict(row.devices)
        title = tell("{category} (limited)", category=row.title) if row.capped else row.title
        figures = [_figure(row.score), *(_figure(own.get(device)) for device in devices), text(percent(row.coverage))]
        lines.append(_row([text(title, 80), *figures]))
    notes = []
    if any(row.score is None for row in rows):
        notes.append(tell("–: not enough evidence for a score"))
    if any(row.capped for row in rows):
        notes.append(tell("limited: held down by a critical failure"))
    return Section(head, lines, "\n\n".join(f"<sub>{text(note)}</sub>" for note in notes), between="\n")


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _figure(score: int | None) -> str:
    return "–" if score is None else str(score)


def _journeys(result: Result) -> Section:
    if not result.journeys:
        return Section("")
    return Section(f"### {text(tell('The way to payment'))}", [_journey(j) for j in result.journeys], most=_JOURNEYS)


def _journey(journey: JourneyResult) -> str:
    ended = f"{text(ended_words(journey.ended))}, {text(duration(journey.seconds))}"
    parts = [f"**{text(device_title(journey.device), 60)}**: {ended}", " · ".join(map(_stage, stops_of(journey)))]
    if journey.ended != "payment_reached":
        said = tell("Ended at {stage}: {reason}", stage=where_it_ended(journey), reason=why_it_ended(journey))
        blamed = is_about_shop(journey) or journey.ended == "interrupted"
        parts.append(text(said if blamed else f"{said} {tell('Not counted against the shop.')}", 500))
    return "\\\n".join(parts)  # a backslash at its end breaks a line


def _stage(stop: Stop) -> str:
    mark = "✓" if stop.reached else "–" if stop.outcome in {"not_tried", "skipped"} else "✗"
    return f"{mark} {text(stop.title)}"


def _colophon(result: Result) -> Section:
    moment = ", ".join(filter(None, (day(result.started_at), clock(result.started_at))))
    made = tell("made by {tool} {version}", tool=result.tool.name, version=result.tool.version)
    return Section(f"<sub>{text(moment, 80)} · {text(made, 120)} · {text(order_sentence(result))}</sub>")
