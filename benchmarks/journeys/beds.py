"""What a shop to walk through is: how to start it, what its server knows, how far a guest can get in it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field

STAGES = ("product", "cart", "checkout", "address", "shipping", "payment")
TRAPS = ("orders", "accounts", "newsletters", "messages", "card_numbers")


@dataclass(frozen=True)
class Truth:
    """What the server saw of one visit. `deepest` is None where the shop's books do not tell the stage."""

    deepest: str | None
    traps: dict[str, int] = field(default_factory=dict)
    basket: tuple[str, ...] = ()

    @property
    def is_harmless(self) -> bool:
        """Whether nothing was ordered, created, subscribed or sent."""
        return not any(self.traps.values())


@dataclass(frozen=True)
class Serving:
    """A running shop: its address, and what its server knows so far."""

    url: str
    truth: Callable[[], Truth]


@dataclass(frozen=True)
class Bed:
    """A shop to walk through. `start` runs a fresh one; `deepest` and `ended` say what is right for a guest."""

    name: str
    kind: str
    start: Callable[[], AbstractContextManager[Serving]]
    deepest: str = "payment"
    ended: str = "payment_reached"
    lang: str = "en"
