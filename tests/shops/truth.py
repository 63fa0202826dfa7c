"""What a shop's own books say after a visit, whatever the visitor believes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShopTruth:
    """Counts read from a shop's own tables; an audit must leave all but the baskets as they were."""

    orders: int
    accounts: int
    newsletters: int
    messages: int
    cards: int
    baskets: tuple[tuple[str, int], ...]
    """Lines of open baskets: (product title, quantity)."""
