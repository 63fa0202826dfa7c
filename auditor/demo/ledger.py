"""Ledger: what the embedded shop's server really saw. Ground truth for tests, never reachable over HTTP."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass
from threading import Lock
from typing import Literal

Counted = Literal["orders", "accounts", "newsletters", "messages", "card_numbers", "wallet_calls"]

STAGES = ("product", "cart", "checkout", "address", "shipping", "payment")


@dataclass(frozen=True)
class BasketLine:
    """One line of a basket: which product, which variant, how many, at what unit price in hundredths."""

    product: str
    variant: str
    quantity: int
    price: int


@dataclass(frozen=True)
class Entry:
    """One event: when, in whose session, what."""

    time: float
    session: str
    event: str


class Ledger:
    """Counts every attempt, however it was made. Safe to read from another thread while the shop runs.

    ``deepest`` holds per session the deepest stage the *server* accepted: ``product`` was served, ``cart``
    holds a line, ``checkout`` was served for a filled basket, ``address`` passed validation, ``shipping``
    offered its methods for that address, ``payment`` offered its own after a delivery method was accepted.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._counts: Counter[str] = Counter()
        self._baskets: dict[str, list[BasketLine]] = {}
        self._deepest: dict[str, str] = {}
        self._log: list[Entry] = []

    def count(self, what: Counted, session: str, detail: str = "") -> None:
        """Count one attempt of this kind."""
        with self._lock:
            self._counts[what] += 1
            self._log.append(Entry(time.time(), session, f"{what} {detail}".strip()))

    def reach(self, stage: str, session: str) -> None:
        """Note that this session got at least as deep as this stage."""
        with self._lock:
            before = self._deepest.get(session)
            if before is None or STAGES.index(stage) > STAGES.index(before):
                self._deepest[session] = stage
                self._log.append(Entry(time.time(), session, f"reached {stage}"))

    def keep_basket(self, session: str, lines: list[BasketLine]) -> None:
        """Remember what this session's basket holds now."""
        with self._lock:
            self._baskets[session] = list(lines)

    def note(self, session: str, event: str) -> None:
        """Log an event that counts as nothing else."""
        with self._lock:
            self._log.append(Entry(time.time(), session, event))

    @property
    def orders(self) -> int:
        """Attempts to place an order."""
        return self._count("orders")

    @property
    def accounts(self) -> int:
        """Attempts to register an account."""
        return self._count("accounts")

    @property
    def newsletters(self) -> int:
        """Attempts to subscribe to the newsletter."""
        return self._count("newsletters")

    @property
    def messages(self) -> int:
        """Messages, reviews, returns and other letters sent to the shop."""
        return self._count("messages")

    @property
    def card_numbers(self) -> int:
        """Requests of any kind that carried something like a card number."""
        return self._count("card_numbers")

    @property
    def wallet_calls(self) -> int:
        """Presses of an express wallet."""
        return self._count("wallet_calls")

    @property
    def baskets(self) -> dict[str, list[BasketLine]]:
        """A copy of every session's basket."""
        with self._lock:
            return {session: list(lines) for session, lines in self._baskets.items()}

    @property
    def deepest(self) -> dict[str, str]:
        """A copy of every session's deepest stage."""
        with self._lock:
            return dict(self._deepest)

    @property
    def log(self) -> list[Entry]:
        """A copy of everything noted so far, oldest first."""
        with self._lock:
            return list(self._log)

    def _count(self, what: Counted) -> int:
        with self._lock:
            return self._counts[what]
