"""The problems as GitLab compares them between branches."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from auditor_reports.view.alerts import alerts_of
from auditor_reports.view.cleaning import cleaned, shortened
from auditor_reports.view.topics import topics_of

if TYPE_CHECKING:
    from auditor.api import ReportInput, SettingsFile
    from auditor_reports.view.alerts import Alert

_LONGEST = 1000


def issues(report: ReportInput) -> str:
    """Return the list; what a waiver lets pass is not in it."""
    result = cleaned(report.result)
    alerts = [alert for alert in alerts_of(topics_of(result.verdicts, report.checks), result) if not alert.waived]
    return f"{json.dumps([_issue(alert, report.settings_file) for alert in alerts], indent=1, ensure_ascii=False)}\n"


def _issue(alert: Alert, file: SettingsFile) -> dict[str, Any]:
    """Return one problem; GitLab shows the description alone, so it names the check too."""
    text = " ".join((alert.sentence, *alert.traces))
    return {
        "description": f"{shortened(text, _LONGEST)} [{alert.topic.id}]",
        "check_name": alert.topic.id,
        "fingerprint": hashlib.sha256(f"{alert.topic.id}\x1f{alert.fingerprint}".encode()).hexdigest(),
        "severity": _severity(alert),
        "location": {"path": file.path, "lines": {"begin": file.line_of(alert.anchor)}},
    }


def _severity(alert: Alert) -> str:
    if alert.verdict.outcome != "fail":
        return "info"
    if alert.topic.check and alert.topic.check.blocker:
        return "blocker"
    return alert.verdict.severity
