"""Totals: what a basket costs with delivery, the same sum from the cart to the last button."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.demo.delivery import Method, free_from, methods

if TYPE_CHECKING:
    from auditor.demo.shop import Visit


@dataclass(frozen=True)
class Totals:
    """Every line of the sum, in hundredths."""

    subtotal: int
    discount: int
    shipping: int
    total: int
    vat: int
    missing: int  # how much more makes standard delivery free
    method: Method | None


def country_of(visit: Visit) -> str:
    """Where the parcel goes, as far as it is known."""
    return visit.session.typed.get("country") or visit.shop.wording.market.country


def ways(visit: Visit) -> list[Method]:
    """The delivery methods for this visitor's basket."""
    basket = visit.basket
    return methods(visit.shop.wording, basket.subtotal, country_of(visit), digital=basket.digital, today=visit.today)


def totals(visit: Visit) -> Totals:
    """The sum with the chosen delivery method, or with standard delivery before one is chosen."""
    basket, wording = visit.basket, visit.shop.wording
    offered = ways(visit)
    method = next((way for way in offered if way.id == visit.session.method), offered[0]) if basket.rows else None
    shipping = method.price if method else 0
    total = basket.subtotal - basket.discount + shipping
    vat = wording.market.vat
    missing = 0 if basket.digital or not basket.rows else max(0, free_from(wording) - basket.subtotal)
    return Totals(basket.subtotal, basket.discount, shipping, total, round(total * vat / (100 + vat)), missing, method)
