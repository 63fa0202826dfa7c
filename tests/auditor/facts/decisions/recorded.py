"""Recorded decisions: an observation of a page, and which of its controls are right for which target."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from auditor.facts.page import PageFacts
from auditor.observe import Observation

HERE = Path(__file__).parent
PAGES, RECORDED = HERE / "pages", HERE / "recorded"


@dataclass(frozen=True, slots=True)
class Decision:
    """What is right on a page for a target: the nodes of the controls, none where nothing on the page is."""

    page: str
    target: str
    right: tuple[int, ...]

    def __str__(self) -> str:
        return f"{self.page} {self.target}"


@dataclass(frozen=True)
class Recorded:
    """A page as it was recorded; `page` is the fingerprint of the HTML it was recorded from."""

    name: str
    page: str
    raw: Mapping[str, Any]
    decisions: tuple[Decision, ...]


def fingerprint(html: str) -> str:
    """What tells one version of a page from another."""
    return hashlib.sha256(html.encode()).hexdigest()[:16]


def write(recorded: Recorded) -> None:
    """Keep a recording; the same page gives the same bytes."""
    kept = {
        "page": recorded.page,
        "right": {decision.target: decision.right for decision in recorded.decisions},
        "observation": recorded.raw,
    }
    text = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
    (RECORDED / f"{recorded.name}.json.gz").write_bytes(gzip.compress(text.encode(), mtime=0))


def read(name: str) -> Recorded | None:
    """Return the recording of a page, None if there is none."""
    path = RECORDED / f"{name}.json.gz"
    if not path.exists():
        return None
    kept = json.loads(gzip.decompress(path.read_bytes()))
    decisions = tuple(Decision(name, target, tuple(right)) for target, right in kept["right"].items())
    return Recorded(name, kept["page"], kept["observation"], decisions)


@cache
def recordings() -> tuple[Recorded, ...]:
    """All recordings, by name."""
    return tuple(found for path in sorted(RECORDED.glob("*.json.gz")) if (found := read(path.name.removesuffix(".json.gz"))))


def decisions() -> list[Decision]:
    """All decisions, page by page."""
    return [decision for recorded in recordings() for decision in recorded.decisions]


@cache
def facts_of(page: str) -> PageFacts:
    """What the engine reads from a recorded page."""
    recorded = next(r for r in recordings() if r.name == page)
    return PageFacts(Observation(recorded.raw), status=200)
