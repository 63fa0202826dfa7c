"""The rule about where the address of an audit led: a staging shop that sends its visitors to the live one is not gated by it."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from auditor.gate.evidence import Evidence
from auditor.record.places import called
from auditor.result.model import GateRule
from auditor.words.message import say

LANDING = "landing"
"""The id of this rule."""
_THIS_MACHINE = {"127.0.0.1", "::1"}


def landing_rules(evidence: Evidence) -> Iterator[GateRule]:
    """Name each device that was sent to a host outside the one that was asked for: of that one there is no evidence."""
    for device, asked, landed in _led_away(evidence):
        if not landed.endswith(f".{asked}"):
            told = say(
                "The address of {asked} led to {landed} on {device}, so nothing of {asked} was judged. "
                "If {landed} is meant, audit its address.",
                asked=asked, landed=landed, device=called(device),
            )  # fmt: skip
            yield GateRule(rule=LANDING, outcome="no_evidence", device=device, measured=landed, threshold=asked, message=told)


def landing_notes(evidence: Evidence) -> Iterator[str]:
    """Name each device that was sent to a part of the host that was asked for, such as that of a country or of phones."""
    for device, asked, landed in _led_away(evidence):
        if landed.endswith(f".{asked}"):
            yield say(
                "The address of {asked} led to {landed} on {device}, so {landed} was judged.",
                asked=asked, landed=landed, device=called(device),
            )  # fmt: skip


def _led_away(evidence: Evidence) -> Iterator[tuple[str, str, str]]:
    """Yield each device that ended on another host, with what was asked for; with or without "www." is the same."""
    asked = _host(evidence.site)
    for journey in evidence.journeys:
        home = next((step.url for step in journey.steps if step.stage == "home" and step.outcome == "reached"), "")
        landed = _host(home)
        if asked and landed and landed != asked:
            yield journey.device, asked, landed


def _host(url: str) -> str:
    try:
        host = (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    return "localhost" if host in _THIS_MACHINE else host
