"""The checks that found problems, as rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from auditor_reports.sarif.messages import description, help_of
from auditor_reports.view.addresses import is_web_address

if TYPE_CHECKING:
    from auditor.api import Check
    from auditor_reports.view.topics import Topic

TAGS = 20
"""Tags that GitHub takes of a rule."""
_LEVELS = {"critical": "error", "major": "warning", "minor": "note"}
_PROBLEMS = {"error": "error", "warning": "warning", "note": "recommendation"}
_PRECISION = {"high": "very-high", "med": "high", "low": "medium"}


def rule(topic: Topic) -> dict[str, Any]:
    """Return the rule of a check; GitHub takes none without help, so one that is not installed any more says so."""
    level = _LEVELS[topic.severity]
    made: dict[str, Any] = {
        "id": topic.id,
        "name": _name(topic.id),
        "shortDescription": description(topic.title),
        "fullDescription": description(topic.check.why if topic.check and topic.check.why else topic.title),
        "help": help_of(topic.check),
        "defaultConfiguration": {"level": level},
        "properties": {
            "tags": _tags(topic),
            "precision": _PRECISION[topic.problems[0].confidence],
            "problem.severity": _PROBLEMS[level],
        },
    }
    address = _page(topic.check) if topic.check else ""
    if address:
        made["helpUri"] = address
    return made


def _name(name: str) -> str:
    """Return the id as SARIF's readers like a name: in camel case."""
    return "".join(part[:1].upper() + part[1:] for part in name.split("-"))[:255]


def _tags(topic: Topic) -> list[str]:
    stages = (verdict.stage for verdict in topic.problems if verdict.stage)
    laws = (f"law/{law.jurisdiction}" for verdict in topic.problems for law in verdict.laws)
    return list(dict.fromkeys([topic.verdicts[0].category, topic.severity, *laws, *stages]))[:TAGS]


def _page(check: Check) -> str:
    """Return the first page to read on, "" for none."""
    return next((source.url for source in check.sources if is_web_address(source.url)), "")
