"""How far a measured value may move before the shop, and not the measurement, must have changed."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from auditor.noise.median import LEAST

_NOTABLE = 0.2
"""Which share of its band's step a shift has to reach, however well it is proved.

For the LCP that is 0.1 s: pages that loaded so much faster on phones sold 8.4 % more (Deloitte and Google, Milliseconds make millions,
2020, 37 brands). Loads that lie close together prove less than that too, but nobody notices it, and one and the same machine is by
as much faster or slower an hour later.
"""


@dataclass(frozen=True)
class Band:
    """A default band, the recorded metric whose repeated loads give a better one, and which direction is good, if known."""

    floor: float = 0.0
    share: float = 0.0
    vital: str = ""
    scale: float = 1.0
    key: bool = False
    good: str = ""
    unit: str = ""

    def width(self, before: float, after: float) -> float:
        """Return how far the two may lie apart by default."""
        return max(self.floor, self.share * max(abs(before), abs(after)))

    @property
    def notable(self) -> float:
        """How far a value has to move, besides being proved to, before it is worth a word."""
        return self.floor * _NOTABLE


def band_of(check: str, unit: str) -> Band:
    """Return the band of a check's value: its own, that of its unit, else none, so that any difference counts."""
    tables = _tables()
    return tables["checks"].get(check) or tables["units"].get(unit) or Band()


def timed_checks() -> Mapping[str, str]:
    """Return the checks whose value is one of the metrics that are taken at each load, with the metric's name."""
    return {check: band.vital for check, band in _tables()["checks"].items() if band.vital}


def effort_bands() -> Mapping[str, Band]:
    """Return the figures of the interaction effort that are compared, in their order."""
    return _tables()["effort"]


def journey_band() -> Band:
    """Return the band of a journey's whole time."""
    return _tables()["journey"]["seconds"]


def measured_width(band: Band, before: tuple[float, ...], after: tuple[float, ...]) -> float | None:
    """Return the band that repeated loads of both sides give, None with fewer than three on one of them.

    It is half of what lies between the fastest and the slowest load, of both sides together: within it the loads overlap.
    """
    if min(len(before), len(after)) < LEAST:
        return None
    return (max(before) - min(before) + max(after) - min(after)) / 2 * band.scale


@cache
def _tables() -> Mapping[str, Mapping[str, Band]]:
    told: dict[str, dict[str, dict[str, Any]]] = tomllib.loads((files("auditor.compare") / "bands.toml").read_text(encoding="utf-8"))
    return {group: {name: Band(**facts) for name, facts in table.items()} for group, table in told.items()}
