"""What is known of shop systems: which one a page comes from, and which controls it names for a purchase."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from auditor.facts.ranking import Candidate
from auditor.observe import Observation

NUDGE = 1.0  # log-odds; enough to decide between equals, never enough alone
_MOST_KINDS = 600


@dataclass(frozen=True)
class Platform:
    """A shop system and its names for the controls of a target."""

    name: str
    marks: re.Pattern[str]
    controls: Mapping[str, re.Pattern[str]]


def platform_of(observation: Observation) -> Platform | None:
    """Return the shop system whose marks a page shows, None for one that is not known."""
    shown = " ".join(
        [
            observation.meta.get("generator", ""),
            observation.url,
            *(f"{f.action} {f.id} {f.css_class}" for f in observation.forms),
            *(p.src for p in observation.pictures[:60]),
            *dict.fromkeys(observation.kinds[:_MOST_KINDS]),
        ]
    )
    return next((platform for platform in _platforms() if platform.marks.search(shown)), None)


def nudged(target: str, candidates: Sequence[Candidate], platform: Platform | None) -> list[Candidate]:
    """Raise the candidates that the page's shop system names so, and rank anew."""
    pattern = platform.controls.get(target) if platform else None
    if pattern is None:
        return list(candidates)
    raised = [_raise(c) if pattern.search(c.control.tokens) else c for c in candidates]
    return sorted(raised, key=lambda c: (-c.p, c.control.n))


def _raise(candidate: Candidate) -> Candidate:
    odds = math.log(candidate.p / (1 - candidate.p)) if candidate.p < 1 else 9.0
    p = round(1 / (1 + math.exp(-(odds + NUDGE))), 4)
    return replace(candidate, p=p, features={**candidate.features, "platform": NUDGE})


@cache
def _platforms() -> tuple[Platform, ...]:
    tables = tomllib.loads((files("auditor.facts") / "platforms.toml").read_text(encoding="utf-8"))
    return tuple(
        Platform(name, _compiled(table["marks"]), {key: _compiled(value) for key, value in table.items() if key != "marks"})
        for name, table in tables.items()
    )


def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source, re.IGNORECASE)
