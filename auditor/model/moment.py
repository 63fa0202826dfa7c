"""The moments of a journey at which active probes may look deeper."""

from __future__ import annotations

from enum import StrEnum


class Moment(StrEnum):
    """When a probe runs. The journey goes on from the state the probe leaves behind."""

    HOME = "home"  # the home page, banners answered
    LIST = "list"  # a product list is on screen
    PRODUCT = "product"  # a product page, nothing chosen yet
    CART = "cart"  # the product stands in the cart
    FORM = "form"  # an address form, nothing typed yet
    END = "end"  # the journey is over; the last page is still open
    MEANWHILE = "meanwhile"  # beside all that comes after the journey, in a tab of its own: waiting costs nothing
