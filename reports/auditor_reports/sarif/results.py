"""The problems as results: where a review shows them, and what makes them the same in the next run."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from auditor_reports.sarif.messages import message
from auditor_reports.view.names import device_title, stage_title

if TYPE_CHECKING:
    from auditor.api import SettingsFile
    from auditor_reports.view.alerts import Alert

LOCATIONS = 10
"""Places of a result, as many as GitHub takes."""


def result_of(alert: Alert, index: int, file: SettingsFile) -> dict[str, Any]:
    """Return a problem as a result of the rule with this index."""
    mark = hashlib.sha256(f"{alert.topic.id}\x1f{alert.fingerprint}".encode()).hexdigest()
    made: dict[str, Any] = {
        "ruleId": alert.topic.id,
        "ruleIndex": index,
        "kind": "fail",
        "level": alert.level,
        "message": message(" ".join((alert.sentence, *alert.traces))),
        "locations": _locations(alert, file),
        "partialFingerprints": {"primaryLocationLineHash": f"{mark[:16]}:1", "auditorFinding/v1": alert.fingerprint},
        "properties": _facts(alert),
    }
    if alert.waived:
        made["suppressions"] = [{"kind": "external", "status": "accepted", "justification": alert.waived.reason}]
    return made


def _locations(alert: Alert, file: SettingsFile) -> list[dict[str, Any]]:
    """Return a place per device: the same line, since a shop has none of its own."""
    return [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": quote(file.path), "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": file.line_of(alert.anchor)},
            },
            "logicalLocations": _places(device, alert.stage),
        }
        for device in alert.devices[:LOCATIONS]
    ]


def _places(device: str | None, stage: str | None) -> list[dict[str, str]]:
    name = device or "shop"
    places = [{"name": device_title(device), "fullyQualifiedName": name, "kind": "device"}]
    if stage:
        places.append({"name": stage_title(stage), "fullyQualifiedName": f"{name}/{stage}", "kind": "stage"})
    return places


def _facts(alert: Alert) -> dict[str, Any]:
    verdict, finding = alert.verdict, alert.finding
    facts = {
        "outcome": verdict.outcome,
        "severity": verdict.severity,
        "confidence": verdict.confidence,
        "stage": alert.stage,
        "devices": [device or "shop" for device in alert.devices],
        "value": verdict.value,
        "unit": verdict.unit,
        "threshold": verdict.threshold,
        "url": finding.url if finding else "",
        "selector": finding.selector if finding else "",
        "screenshot": finding.screenshot if finding else None,
        "priority": verdict.priority,
    }
    return {name: value for name, value in facts.items() if value not in (None, "")}
