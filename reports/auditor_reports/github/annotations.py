"""The annotations: the gate, the worst problems, the count of the rest.

GitHub shows ten errors, ten warnings and ten notices of a step and says nothing of the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor_reports.github.commands import command
from auditor_reports.view.alerts import alerts_of
from auditor_reports.view.cleaning import cleaned, shortened
from auditor_reports.view.figures import readable
from auditor_reports.view.gate import gate_view
from auditor_reports.view.labels import labelled
from auditor_reports.view.places import places_of, where
from auditor_reports.view.readings import readings_of
from auditor_reports.view.topics import Topic, topics_of
from auditor_reports.view.voice import tell, tell_several

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.api import ReportInput, Result
    from auditor_reports.view.alerts import Alert

SHOWN = 10
_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
_TITLE, _MESSAGE, _REASON = 200, 2000, 300


def annotated(report: ReportInput) -> str:
    """Return the commands; what a waiver lets pass is not among them."""
    result = cleaned(report.result)
    alerts = [alert for alert in alerts_of(topics_of(result.verdicts, report.checks), result) if not alert.waived]
    first: dict[str, Alert] = {}
    for alert in alerts:
        first.setdefault(alert.topic.id, alert)
    shown = [*_gate(report, result), *(_annotation(alert, report) for alert in first.values())]
    rest = len(shown) - SHOWN
    if rest > 0:
        told = tell_several(rest, "{n:,} more problem is in the report.", "{n:,} more problems are in the report.")
        shown[SHOWN:] = [command("notice", _place(report, None, "auditor"), told)]
    return "".join(shown)


def _gate(report: ReportInput, result: Result) -> Iterator[str]:
    """Yield why the release may not pass."""
    gate = gate_view(result, report.checks)
    if gate.state != "passed":
        reasons = "\n".join(shortened(reason, _REASON) for reason in gate.reasons[:SHOWN])
        yield command("error", _place(report, None, f"{tell('Gate:')} {gate.word}"), reasons)


def _annotation(alert: Alert, report: ReportInput) -> str:
    return command(_COMMANDS[alert.level], _place(report, alert.anchor, shortened(alert.topic.title, _TITLE)), _told(alert.topic))


def _place(report: ReportInput, stage: str | None, title: str) -> dict[str, str | int]:
    """Return where an annotation stands and what stands over it."""
    return {"file": report.settings_file.path, "line": report.settings_file.line_of(stage), "title": title}


def _told(topic: Topic) -> str:
    """Return what was found where, what mends it, and the check's id."""
    lines = [labelled(reading.where, reading.message) for reading in readings_of(topic.verdicts, "fail", "warn")[:3]]
    if topic.check and topic.check.fix:
        lines.append(labelled(tell("How to fix it"), readable(topic.check.fix)))
    lines.append(f"{topic.id} ({where(places_of(topic.problems))})")
    return "\n".join(shortened(line, _MESSAGE // len(lines)) for line in lines)
