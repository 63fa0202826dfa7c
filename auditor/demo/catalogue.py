"""Catalogue: what the shop sells, in one language and one market, read once from the data files."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from auditor.demo.datafile import read_toml
from auditor.demo.product import Category, Option, Product, Value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from auditor.demo.shape import Shape
    from auditor.demo.wording import Wording


class Catalogue:
    """Every product and category, by slug and by id."""

    def __init__(self, wording: Wording, shape: Shape) -> None:
        data = read_toml("catalogue.toml")
        firsts = {ids[0] for ids in data["categories"].values()} if shape.soldout == "yes" else set()
        self.products: dict[str, Product] = {
            key: _product(key, facts, number, wording, shape, key in firsts) for number, (key, facts) in enumerate(data["products"].items())
        }
        departments = {cat: dep for dep, cats in data["departments"].items() for cat in cats}
        self.departments: Mapping[str, tuple[str, ...]] = {dep: tuple(cats) for dep, cats in data["departments"].items()}
        self.categories: dict[str, Category] = {
            key: _category(key, departments[key], wording, tuple(self.products[p] for p in ids)) for key, ids in data["categories"].items()
        }
        self._by_slug = {product.slug: product for product in self.products.values()}
        self._category_by_slug = {category.slug: category for category in self.categories.values()}

    def __iter__(self) -> Iterator[Product]:
        return iter(self.products.values())

    def product(self, slug: str) -> Product | None:
        """The product at this address."""
        return self._by_slug.get(slug)

    def category(self, slug: str) -> Category | None:
        """The category at this address."""
        return self._category_by_slug.get(slug)

    def related(self, product: Product, wanted: int = 4) -> list[Product]:
        """Other products that go with this one and can be bought."""
        others = (self.products[other] for other in product.related)
        return [other for other in others if other.available and other.id != product.id][:wanted]


def slugify(name: str, fallback: str) -> str:
    """A name as part of an address, in plain ASCII."""
    bare = unicodedata.normalize("NFKD", name.replace("ø", "o").replace("ł", "l").replace("ß", "ss").replace("æ", "ae"))
    slug = re.sub(r"[^a-z0-9]+", "-", bare.encode("ascii", "ignore").decode().lower()).strip("-")
    return slug if len(slug) > len(fallback) else fallback


def _category(key: str, department: str, wording: Wording, products: tuple[Product, ...]) -> Category:
    words = wording.words("categories", key)
    return Category(key, slugify(words.name, key), words.name, words.lead, department, products)


def _product(key: str, facts: Mapping[str, Any], number: int, wording: Wording, shape: Shape, first: bool) -> Product:
    words = wording.words("products", key)
    price = wording.market.price
    return Product(
        id=key,
        slug=slugify(words.name, key),
        name=words.name,
        lead=words.lead,
        category=facts["category"],
        price=price(facts["price"]),
        was=price(facts["was"]) if "was" in facts else None,
        lowest=price(facts["lowest"]) if "lowest" in facts else None,
        available=facts.get("available", True) and not first,
        digital=facts.get("digital", False),
        options=_options(facts, wording, shape),
        material=facts.get("material"),
        size_cm=tuple(facts.get("size_cm", ())),
        weight_g=facts.get("weight_g"),
        litres=facts.get("litres"),
        stars=tuple(facts["stars"]),
        related=tuple(facts["related"]),
        sku=f"NL-{1040 + 7 * number}",
        gtin=_gtin13(539_120_000_000 + 37 * number),
    )


def _options(facts: Mapping[str, Any], wording: Wording, shape: Shape) -> tuple[Option, ...]:
    if shape.variants == "none" or not ("size" in facts or "colour" in facts):
        return ()
    labels = wording.words("option")
    if shape.variants == "text":
        return (Option("text", labels.text),)
    found = []
    for kind in ("size", "colour"):
        names = facts.get(kind, ())
        values = tuple(
            Value(
                name,
                wording.word("colour", name) if kind == "colour" else name,
                available=not (shape.soldout == "yes" and place == 0),
            )
            for place, name in enumerate(names)
        )
        if values:
            found.append(Option(kind, getattr(labels, kind), values))
    return tuple(found)


def _gtin13(first_twelve: int) -> str:
    digits = [int(digit) for digit in str(first_twelve)]
    check = -sum(digit * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10
    return f"{first_twelve}{check}"
