"""The summary: what a person at a terminal wants to know, in at most two screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from auditor.api import say
from auditor_reports.terminal.files import files_of
from auditor_reports.terminal.findings import findings
from auditor_reports.terminal.journeys import journeys
from auditor_reports.terminal.lighthouse import lighthouse
from auditor_reports.terminal.printing import printed
from auditor_reports.terminal.rules import rules_table
from auditor_reports.terminal.scores import categories, score_line
from auditor_reports.view.cleaning import cleaned, shortened
from auditor_reports.view.figures import clock, day, duration
from auditor_reports.view.gate import GateView, gate_view
from auditor_reports.view.gate_rules import gate_rules
from auditor_reports.view.headline import headline
from auditor_reports.view.names import SEVERITIES
from auditor_reports.view.scorecard import cap_notes
from auditor_reports.view.stages import stage_rows
from auditor_reports.view.survey import survey_rows
from auditor_reports.view.topics import Topic, topics_of, with_outcome
from auditor_reports.view.unmeasured import subject
from auditor_reports.view.voice import tell, tell_several, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from auditor.api import ReportInput, Result
    from auditor_reports.terminal.screen import Screen

_NAMED = 5
_REASONS = 6
_GATE_TONES = {"passed": "bold green", "failed": "bold red", "undecided": "bold yellow"}
_GATE_WORDS = {"passed": say("passed"), "failed": say("not passed"), "undecided": say("undecided")}


def summary(report: ReportInput, screen: Screen) -> str:
    """Return the summary as text for a screen."""
    result = cleaned(report.result)
    topics = topics_of(result.verdicts, report.checks)
    gate = gate_view(result, report.checks)
    parts = (
        _verdict(result, topics),
        journeys(result.journeys, screen),
        lighthouse(result),
        categories(result),
        findings(topics),
        _survey(result),
        _unmeasured(topics),
        _broken(result),
        _gate(gate, screen),
        rules_table(gate_rules(result, report.checks), screen),
        files_of(report.run, result.config),
    )
    return printed(parts, screen)


def titled(title: str, *parts: RenderableType) -> RenderableType:
    """Return a part of the summary under its title, with an empty line before it."""
    return Group(Text(), Text(title, style="bold"), *(Padding(part, (0, 0, 0, 2)) for part in parts))


def _verdict(result: Result, topics: Sequence[Topic]) -> RenderableType:
    said = headline(result, topics)
    moment = ", ".join(filter(None, (day(result.started_at), clock(result.started_at))))
    return Group(
        Text(),
        Text(f"{shortened(result.site, 120)} · {moment} · {duration(result.seconds)}", style="dim"),
        Text(said.sentence, style="bold"),
        score_line(result),
        *(Text(f"{note.heading} {shortened(note.sentence, 400)}", style="red" if note.bites else "") for note in cap_notes(result)),
        *(Text(shortened(sentence, 400)) for sentence in said.remarks),
    )


def _unmeasured(topics: Sequence[Topic]) -> RenderableType:
    missing = sorted(with_outcome(topics, "not_measurable"), key=_least_known)
    broken = with_outcome(topics, "error")
    if not missing and not broken:
        return Group(Text(), Text(tell("Everything that applies could be measured."))) if topics else Group()
    unknown = tell_several(len(missing), "Not measured: {n:,} check, wholly or in part", "Not measured: {n:,} checks, wholly or in part")
    faulty = tell_several(
        len(broken),
        "Broke (a fault of the tool, not of the shop): {n:,} check, wholly or in part",
        "Broke (a fault of the tool, not of the shop): {n:,} checks, wholly or in part",
    )
    return Group(*_named(unknown, missing), *_named(faulty, broken))


def _named(title: str, topics: Sequence[Topic]) -> Iterator[RenderableType]:
    """Name the first checks; the report names all of them with their reasons."""
    if not topics:
        return
    names = [Text(shortened(subject(topic), 100)) for topic in topics[:_NAMED]]
    if len(topics) > _NAMED:
        more = tell_several(
            len(topics) - _NAMED, "and {n} more, in the report with their reasons", "and {n} more, in the report with their reasons"
        )
        names.append(Text(more, style="dim"))
    yield titled(title, *names)


def _survey(result: Result) -> RenderableType:
    """Return the customers' answers, a line per question and per stage."""
    if result.survey is None:
        return Group()
    lines = [
        Text(
            tell(
                "{question}: {score}; answers: {answered}; left out: {left_out}",
                question=row.title,
                score=row.score,
                answered=row.answered,
                left_out=row.left_out,
            )
        )
        for row in survey_rows(result.survey)
    ]
    for row in stage_rows(result):
        lines += [Text(f"{row.title}: {answer}") for answer in row.answers]
    return titled(tell("Customers (beside the audit, no part of the score)"), *lines)


def _broken(result: Result) -> RenderableType:
    if not result.broken_plugins:
        return Group()
    sentences = [Text(shortened(sentence, 400)) for sentence in result.broken_plugins]
    return titled(tell("Plugins that could not be used; their checks are missing"), *sentences)


def _gate(gate: GateView, screen: Screen) -> RenderableType:
    line = Text(f"{tell('Gate:')} ", style="bold")
    line.append(f"{screen.symbols[gate.state]} {told(_GATE_WORDS[gate.state])}", style=_GATE_TONES[gate.state])
    reasons = [Text(shortened(reason, 300)) for reason in gate.reasons[:_REASONS]]
    if len(gate.reasons) > _REASONS:
        more = tell_several(len(gate.reasons) - _REASONS, "and {n} more", "and {n} more")
        reasons.append(Text(more, style="dim"))
    return Group(Text(), line, *(Padding(reason, (0, 0, 0, 2)) for reason in reasons))


def _least_known(topic: Topic) -> tuple[bool, int]:
    """Order checks: those without any verdict first, then by severity."""
    return bool(topic.having("pass", "warn", "fail")), SEVERITIES.index(topic.severity)
