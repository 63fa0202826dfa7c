"""Rules that others wrote and others applied: the assertions of a lighthouserc."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.gate.rules import GateRules
from auditor.result.model import GateRule

LIGHTHOUSERC = "lighthouserc"
"""The id of these rules."""


def foreign_rules(rules: GateRules) -> Iterator[GateRule]:
    """Take over each assertion that is broken, or that the machine was too slow for."""
    for told in rules.broken:
        yield GateRule(rule=LIGHTHOUSERC, outcome="failed", message=told)
    for told in rules.unsure:
        yield GateRule(rule=LIGHTHOUSERC, outcome="unreliable", message=told)
