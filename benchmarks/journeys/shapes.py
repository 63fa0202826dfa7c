"""The embedded shop in as many shapes as all-pairs coverage takes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from auditor.demo.ledger import Ledger
from auditor.demo.server import serve
from auditor.demo.shape import DIMENSIONS, PLAIN, Shape
from benchmarks.journeys.beds import STAGES, Bed, Serving, Truth
from benchmarks.journeys.pairwise import covering_rows

LEAST = 80


def shape_beds() -> list[Bed]:
    """Return the plain shape and one bed for each row of the covering set."""
    rows = covering_rows(DIMENSIONS, LEAST)
    shapes = dict.fromkeys([PLAIN, *(Shape(**row) for row in rows)])  # type: ignore[arg-type]  # values come from DIMENSIONS
    return [_bed(number, shape) for number, shape in enumerate(shapes)]


def _bed(number: int, shape: Shape) -> Bed:
    walled = shape.guest == "required"
    return Bed(
        name=f"{number:03d} {shape}",
        kind="shape",
        start=partial(_start, shape),
        deepest="checkout" if walled else "payment",
        ended="login_required" if walled else "payment_reached",
        lang=shape.lang,
    )


@contextmanager
def _start(shape: Shape) -> Iterator[Serving]:
    with serve(shape) as running:
        yield Serving(running.url, partial(_truth, running.ledger))


def _truth(ledger: Ledger) -> Truth:
    reached = [stage for stage in ledger.deepest.values() if stage in STAGES]
    return Truth(
        deepest=max(reached, key=STAGES.index, default=None),
        traps={
            "orders": ledger.orders,
            "accounts": ledger.accounts,
            "newsletters": ledger.newsletters,
            "messages": ledger.messages,
            "card_numbers": ledger.card_numbers,
            "wallet_calls": ledger.wallet_calls,
        },
        basket=tuple(line.product for lines in ledger.baskets.values() for line in lines),
    )
