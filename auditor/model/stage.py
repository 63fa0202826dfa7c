"""The stages of a purchase, in the order a shopper meets them."""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """A stage of the journey; `payment` is the last one, an order is never placed."""

    HOME = "home"
    CATEGORY = "category"
    SEARCH = "search"
    PRODUCT = "product"
    CART = "cart"
    CHECKOUT = "checkout"
    ADDRESS = "address"
    SHIPPING = "shipping"
    PAYMENT = "payment"

    @property
    def position(self) -> int:
        """Its place in the journey, from 0."""
        return _ORDER.index(self)


_ORDER = tuple(Stage)
