"""Searching: products and help pages for what a shopper types, forgiving small mistakes."""

from __future__ import annotations

import difflib
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor.demo.catalogue import Catalogue
    from auditor.demo.product import Product
    from auditor.demo.wording import Wording

HELP_PAGES = (
    "contact",
    "faq",
    "delivery",
    "returns",
    "return_start",
    "withdrawal",
    "track",
    "order_help",
    "warranty",
    "payment_info",
    "club",
    "terms",
    "privacy",
    "imprint",
    "accessibility",
    "about",
    "feedback",
)


def fold(text: str) -> str:
    """Text without capitals and accents, for comparing."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("ø", "o").replace("ł", "l"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def find_products(query: str, catalogue: Catalogue, wording: Wording, *, forgiving: bool = True) -> list[Product]:
    """Products that fit every word of the query, the best first; `forgiving` of small mistakes."""
    terms = re.findall(r"\w[\w.-]*", fold(query))
    if not terms:
        return []
    texts = {product.id: _texts(product, catalogue, wording) for product in catalogue}
    vocabulary = {word for name, rest in texts.values() for word in _words(f"{name} {rest}")} if forgiving else set()
    scored: list[tuple[int, int, Product]] = []
    for product in catalogue:
        scores = [_score(term, *texts[product.id], vocabulary) for term in terms]
        if all(scores):
            exact = 100 if fold(query).strip() in (fold(product.name), product.sku.lower()) else 0
            scored.append((-(sum(scores) + exact), len(scored), product))
    return [product for _, _, product in sorted(scored, key=lambda entry: entry[:2])]


def find_help(query: str, wording: Wording) -> list[tuple[str, str]]:
    """Help pages whose name holds a word of the query, with their addresses."""
    terms = [term for term in fold(query).split() if len(term) > 2]
    labels = ((wording.word("nav", page), wording.path(page)) for page in HELP_PAGES)
    return [(label, path) for label, path in labels if any(term[:6] in fold(label) for term in terms)]


def suggest(query: str, catalogue: Catalogue, wording: Wording, wanted: int = 6) -> list[tuple[str, str]]:
    """What to offer while a shopper types: fitting products, then their neighbours, then help."""
    found = find_products(query, catalogue, wording)
    neighbours = [other for product in found for other in catalogue.related(product)]
    products = list(dict.fromkeys([*found, *neighbours]))[: wanted - 1] if found else []
    shown = [(product.name, wording.path("product", product.slug)) for product in products]
    return [*shown, *find_help(query, wording)][:wanted]


def _texts(product: Product, catalogue: Catalogue, wording: Wording) -> tuple[str, str]:
    lists = [category.name for category in catalogue.categories.values() if product in category.products]
    material = wording.word("material", product.material) if product.material else ""
    colours = [value.label for option in product.options for value in option.values]
    return fold(product.name), fold(" ".join([product.id, product.lead, product.sku, material, *lists, *colours]))


def _score(term: str, name: str, rest: str, vocabulary: Iterable[str]) -> int:
    if any(word.startswith(term) for word in _words(name)):
        return 10
    if term in name:
        return 6
    if term in rest:
        return 3
    if len(term) < 4:
        return 0
    near = difflib.get_close_matches(term, vocabulary, n=3, cutoff=0.8)
    return 4 if any(word in _words(name) for word in near) else 0


def _words(text: str) -> list[str]:
    return re.findall(r"\w[\w.-]*", text)
