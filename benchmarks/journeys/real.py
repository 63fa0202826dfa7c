"""Real shop systems, built from public registries into a cache."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from typing import Protocol

from benchmarks.journeys.beds import Bed, Serving, Truth
from tests.shops.evershop.bed import running_evershop
from tests.shops.oscar.bed import running_oscar
from tests.shops.truth import ShopTruth


class _Running(Protocol):
    @property
    def url(self) -> str: ...

    @property
    def ledger(self) -> Callable[[], ShopTruth]: ...


def real_beds(cache: Path) -> list[Bed]:
    """Return the real shop systems of the repository."""
    return [
        Bed("django-oscar", "real", partial(_start, partial(running_oscar, cache))),
        Bed("EverShop", "real", partial(_start, partial(running_evershop, cache))),
    ]


@contextmanager
def _start(running: Callable[[], AbstractContextManager[_Running]]) -> Iterator[Serving]:
    with running() as shop:
        yield Serving(shop.url, partial(_truth, shop))


def _truth(shop: _Running) -> Truth:
    """A shop's own tables tell what stands in the baskets and what was ordered, not which page was shown."""
    seen = shop.ledger()
    return Truth(
        deepest=None,
        traps={
            "orders": seen.orders,
            "accounts": seen.accounts,
            "newsletters": seen.newsletters,
            "messages": seen.messages,
            "card_numbers": seen.cards,
        },
        basket=tuple(title for title, _ in seen.baskets),
    )
