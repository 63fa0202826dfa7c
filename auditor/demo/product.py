"""Product: what one thing in the shop is, and the lists it appears in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

PICTURES = ("front", "scene", "detail", "size")


@dataclass(frozen=True)
class Value:
    """One thing an option can be."""

    id: str
    label: str
    available: bool = True


@dataclass(frozen=True)
class Option:
    """What a shopper must choose before buying: a colour, a size, or a text to be embroidered."""

    kind: str
    label: str
    values: tuple[Value, ...] = ()


@dataclass(frozen=True)
class Product:
    """One product as this market sees it; prices are hundredths of the market's currency."""

    id: str
    slug: str
    name: str
    lead: str
    category: str
    price: int
    was: int | None
    lowest: int | None
    available: bool
    digital: bool
    options: tuple[Option, ...]
    material: str | None
    size_cm: tuple[int, ...]
    weight_g: int | None
    litres: str | None
    stars: tuple[int, ...]  # how many reviews gave 5, 4, 3, 2 and 1 stars
    related: tuple[str, ...]
    sku: str
    gtin: str

    @cached_property
    def review_count(self) -> int:
        """How many reviews there are."""
        return sum(self.stars)

    @cached_property
    def rating(self) -> float:
        """The mean of all reviews, to one decimal."""
        return round(sum(n * (5 - i) for i, n in enumerate(self.stars)) / self.review_count, 1)

    @property
    def pictures(self) -> tuple[str, ...]:
        """The names of its pictures, without width and ending."""
        return tuple(f"{self.id}-{view}" for view in PICTURES)

    @property
    def reduction(self) -> int:
        """The reduction in whole per cent, 0 when there is none."""
        return round(100 * (self.was - self.price) / self.was) if self.was else 0


@dataclass(frozen=True)
class Category:
    """One list of products."""

    id: str
    slug: str
    name: str
    lead: str
    department: str
    products: tuple[Product, ...]
