"""What happened on the way through a shop."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from auditor.model.stage import Stage

HARD = " (hard)"
"""What marks the name of a signal that suffices alone, in recordings and results."""


class Ended(StrEnum):
    """How a journey ended."""

    PAYMENT_REACHED = "payment_reached"
    LOGIN_REQUIRED = "login_required"
    BLOCKED = "blocked"
    NOT_A_SHOP = "not_a_shop"
    NO_PRODUCT = "no_product"
    FAILED = "failed"
    INTERRUPTED = "interrupted"


class StepOutcome(StrEnum):
    """How the attempt to reach one stage came out; `reached` means that its post-condition was verified."""

    REACHED = "reached"
    NOT_FOUND = "not_found"
    BLOCKED = "blocked"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Signal:
    """One observation that speaks for a stage being reached.

    A step counts on one hard signal or on soft signals of two independent families (address, page, network, message ...).
    """

    name: str
    family: str
    hard: bool = False

    def __str__(self) -> str:
        return f"{self.name}{HARD if self.hard else ''}"


def is_confirmed(signals: Iterable[Signal]) -> bool:
    """Whether the signals verify a step: one hard one, or two families of soft ones."""
    found = list(signals)
    return any(s.hard for s in found) or len({s.family for s in found}) >= 2


@dataclass(frozen=True, slots=True)
class Typed:
    """A field that was typed into: its label, how many characters, and its autocomplete token; never what was typed."""

    label: str
    characters: int
    autocomplete: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """The attempt to reach one stage. `seconds` is wall time, `wait_seconds` the part spent waiting for the shop.

    `scrolled` is in heights of the window, `dialogs` those that had to be answered, `errors` those the shop told.
    """

    stage: Stage
    outcome: StepOutcome
    url: str = ""
    title: str = ""
    action: str = ""
    attempts: int = 0
    seconds: float = 0.0
    reason: str | None = None
    screenshot: str | None = None
    signals: tuple[str, ...] = ()
    clicks: int = 0
    fields: int = 0
    characters: int = 0
    choices: int = 0
    page_loads: int = 0
    wait_seconds: float = 0.0
    dialogs: int = 0
    errors: int = 0
    scrolled: float = 0.0
    typed: tuple[Typed, ...] = ()


@dataclass(frozen=True, slots=True)
class Journey:
    """One device's way through the shop."""

    device: str
    ended: Ended
    steps: tuple[Step, ...] = ()
    failure_code: str | None = None
    message: str = ""
    seconds: float = 0.0
    notes: tuple[str, ...] = field(default=())

    @property
    def deepest(self) -> Stage | None:
        """The furthest stage that was verifiably reached."""
        return deepest(self.steps)

    def step(self, stage: Stage) -> Step | None:
        """Return the step for a stage, if it was attempted."""
        return next((s for s in self.steps if s.stage is stage), None)


def deepest(steps: Sequence[Step]) -> Stage | None:
    """Return the furthest stage that was reached; search is a side way and counts only by its place."""
    reached = [s.stage for s in steps if s.outcome is StepOutcome.REACHED]
    return max(reached, key=lambda stage: stage.position, default=None)
