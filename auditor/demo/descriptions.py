"""Descriptions: the prose about products and what customers say, per language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from auditor.demo.datafile import HERE, read_toml

if TYPE_CHECKING:
    from auditor.demo.product import Product
    from auditor.demo.wording import Wording


@dataclass(frozen=True)
class Prose:
    """What the product page tells."""

    paragraphs: tuple[str, ...]
    points: tuple[str, ...]


def prose(product: Product, wording: Wording) -> Prose:
    """The text of a product; a language without one of its own tells what is true of all of them."""
    texts = _texts(wording)
    own = texts.get(product.id, {})
    common = texts["common"]
    return Prose(
        (product.lead, *own.get("paragraphs", common["paragraphs"])),
        tuple(own.get("points", common["points"])),
    )


def reviews(wording: Wording, start: int) -> list[dict[str, Any]]:
    """A few reviews, other ones for other products."""
    pool = _texts(wording)["reviews"]
    chosen = [pool[(start + step) % len(pool)] for step in range(min(3, len(pool)))]
    days = (date.today() - timedelta(days=9 + 13 * step + start) for step in range(len(chosen)))
    return [{**review, "date": wording.long_day(day)} for review, day in zip(chosen, days, strict=True)]


def specs(product: Product, wording: Wording) -> list[tuple[str, str]]:
    """The table of facts; nothing for what cannot be touched."""
    if product.digital:
        return []
    words = wording.words("spec")
    rows = [
        (words.material, wording.word("material", product.material) if product.material else ""),
        (words.size, " × ".join(str(length) for length in product.size_cm) + " cm"),
        (words.weight, f"{wording.number(product.weight_g or 0)} g"),
        (words.volume, f"{product.litres} l" if product.litres else ""),
        (words.origin, words.origin_value),
        (words.care, words.care_value),
        (words.warranty, words.warranty_value),
        (words.item, product.sku),
    ]
    return [(label, value) for label, value in rows if value]


def _texts(wording: Wording) -> dict[str, Any]:
    name = f"descriptions/{wording.lang}.toml"
    return read_toml(name if (HERE / "data" / name).exists() else "descriptions/en.toml")
