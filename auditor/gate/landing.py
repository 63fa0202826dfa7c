"""Says where the address of an audit led to another host: a staging shop that sends its visitors to the live one is not gated."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from auditor.gate.evidence import Evidence
from auditor.record.places import called
from auditor.words.message import say


def landing_notes(evidence: Evidence) -> Iterator[str]:
    """Name each device that was sent to another host than the one that was asked for; with or without "www." is the same."""
    asked = _host(evidence.site)
    for journey in evidence.journeys:
        home = next((step.url for step in journey.steps if step.stage == "home" and step.outcome == "reached"), "")
        landed = _host(home)
        if asked and landed and landed != asked:
            yield say(
                "The address of {asked} led to {landed} on {device}, so {landed} was judged.",
                asked=asked, landed=landed, device=called(journey.device),
            )  # fmt: skip


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
