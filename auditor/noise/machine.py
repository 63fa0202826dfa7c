"""Whether the machine was fit to time pages: fast enough, and as fast at the end as at the beginning.

The figure is that of Lighthouse's BenchmarkIndex. Lighthouse warns below 1000 (core/gather/driver/environment.js) and counts 800 and below
among mid-tier phones (docs/throttling.md). Half of what it warns at is taken for too slow here: a page then takes at least twice as long as
on a shopper's desktop. A figure that doubles or halves on the way says that something else ran beside the audit, and that the pages of one
recording cannot be compared with each other.
"""

from __future__ import annotations

from dataclasses import dataclass

from auditor.words.message import Message, say

LEAST = 500.0
MOST_SWING = 2.0
_CALIBRATED = ("chromium", "chrome", "msedge")


@dataclass(frozen=True, slots=True)
class Machine:
    """The figures before and after the journeys, None where there is none; `browser` names the browser that made them."""

    before: float | None = None
    after: float | None = None
    browser: str = ""

    @property
    def swing(self) -> float | None:
        """How many times faster the machine was in its better hour."""
        if not self.before or not self.after:
            return None
        return max(self.before, self.after) / min(self.before, self.after)

    @property
    def doubt(self) -> Message | None:
        """Why its times are not to be trusted, None where nothing speaks against them. Other browsers' figures know no least."""
        known = [figure for figure in (self.before, self.after) if figure is not None]
        if known and min(known) < LEAST and self.browser.startswith(_CALIBRATED):
            return say(
                "The machine was too slow to time pages: its figure is {figure:,.0f}, and the least is {least:,.0f}.",
                figure=min(known), least=LEAST,
            )  # fmt: skip
        if self.swing is not None and self.swing > MOST_SWING:
            return say(
                "The machine was too uneven to time pages: its figure was {before:,.0f} before the audit and {after:,.0f} after it.",
                before=self.before or 0, after=self.after or 0,
            )  # fmt: skip
        return None


TIMED = "speed"
"""The category of checks whose times depend on the machine."""


def is_time(category: str, unit: str) -> bool:
    """Whether what a check measured is a time, which depends on the machine."""
    return category == TIMED and unit in {"s", "ms"}
