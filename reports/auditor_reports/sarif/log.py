"""The log: one run of the tool with its rules and results."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from auditor_reports.sarif.results import result_of
from auditor_reports.sarif.rules import rule
from auditor_reports.view.alerts import alerts_of
from auditor_reports.view.cleaning import cleaned
from auditor_reports.view.moments import utc
from auditor_reports.view.topics import topics_of

if TYPE_CHECKING:
    from auditor.api import ReportInput, Result

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
RESULTS = 25_000
"""Results that GitHub takes of a run; it shows 5,000 of them, the loudest first."""


def log(report: ReportInput) -> str:
    """Return the whole log; what does not fit are the quietest problems."""
    result = cleaned(report.result)
    topics = [topic for topic in topics_of(result.verdicts, report.checks) if topic.problems]
    index = {topic.id: number for number, topic in enumerate(topics)}
    alerts = alerts_of(topics, result)[:RESULTS]
    run = {
        "tool": {"driver": {"name": result.tool.name, "semanticVersion": result.tool.version, "rules": [rule(topic) for topic in topics]}},
        "automationDetails": {"id": f"auditor/{_host(result.site)}/"},
        "invocations": [_invocation(result)],
        "columnKind": "utf16CodeUnits",
        "results": [result_of(alert, index[alert.topic.id], report.settings_file) for alert in alerts],
        "properties": {"site": result.site, "score": result.score.total, "passed": result.gate.passed},
    }
    return f"{json.dumps({'$schema': SCHEMA, 'version': '2.1.0', 'runs': [run]}, indent=1, ensure_ascii=False)}\n"


def _invocation(result: Result) -> dict[str, Any]:
    """Say when it ran and whether it saw what there was to see: an audit without evidence found no alert either."""
    told: dict[str, Any] = {"executionSuccessful": not result.gate.undecided and bool(result.journeys)}
    for name, moment in (("startTimeUtc", result.started_at), ("endTimeUtc", result.finished_at)):
        stamp = utc(moment)
        if stamp:
            told[name] = f"{stamp}.000Z"
    return told


def _host(site: str) -> str:
    """Return the host, by which GitHub keeps the alerts of several shops apart."""
    try:
        return urlsplit(site).hostname or "shop"
    except ValueError:
        return "shop"
