"""Whether the machine was fit to time pages: fast enough, and as fast at the end as at the beginning.

The figure is that of Lighthouse's BenchmarkIndex. Lighthouse warns below 1000 (core/gather/driver/environment.js) and counts 800 and below
among mid-tier phones (docs/throttling.md). Half of what it warns at is taken for too slow here: a page then takes at least twice as long as
on a shopper's desktop. A figure that doubles or halves on the way says that something else ran beside the audit, and that the pages of one
recording cannot be compared with each other. Of how much that may have slowed a page, as much is tolerated as a steady machine may lack;
what goes beyond it has to be taken off a time before it proves anything.
"""

from __future__ import annotations

from dataclasses import dataclass

from auditor.words.message import Message, say

LEAST = 500.0
MOST_SWING = 2.0
_CALIBRATED = ("chromium", "chrome", "msedge")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why times are not to be trusted; `excess` is how many times too long they may be, None where nothing bounds that."""

    why: Message
    excess: float | None = None

    def spoils(self, value: float, limit: float) -> bool:
        """Whether a time may lie on the other side of its limit. No machine makes a page faster than it is."""
        return self.excess is None or limit < value <= limit * self.excess


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
    def doubt(self) -> Doubt | None:
        """What speaks against its times, None where nothing does. Other browsers' figures know no least."""
        known = [figure for figure in (self.before, self.after) if figure is not None]
        if known and min(known) < LEAST and self.browser.startswith(_CALIBRATED):
            told = "The machine was too slow to time pages: its figure is {figure:,.0f}, and the least is {least:,.0f}."
            return Doubt(say(told, figure=min(known), least=LEAST))
        if self.swing is not None and self.swing > MOST_SWING:
            told = "The machine was too uneven to time pages: its figure was {before:,.0f} before the audit and {after:,.0f} after it."
            return Doubt(say(told, before=self.before or 0, after=self.after or 0), self.swing / MOST_SWING)
        return None


TIMED = "speed"
"""The category of checks whose times depend on the machine."""


def is_time(category: str, unit: str) -> bool:
    """Whether what a check measured is a time, which depends on the machine."""
    return category == TIMED and unit in {"s", "ms"}
