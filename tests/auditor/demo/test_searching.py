from __future__ import annotations

import pytest

from auditor.demo.catalogue import Catalogue
from auditor.demo.searching import find_help, find_products, suggest
from auditor.demo.shape import DIMENSIONS, Shape
from auditor.demo.wording import wording

EN = wording("en")
CATALOGUE = Catalogue(EN, Shape())


@pytest.mark.parametrize("product", list(CATALOGUE), ids=list(CATALOGUE.products))
def test_a_product_is_first_for_its_name_and_its_number(product: object) -> None:
    for query in (getattr(product, "name"), getattr(product, "sku")):  # noqa: B009
        assert find_products(query, CATALOGUE, EN)[0] is product


@pytest.mark.parametrize(("typed", "meant"), [("blnket", "fjell"), ("lntern", "fyr"), ("bacpack", "vidda"), ("swaeter", "holm")])
def test_small_mistakes_are_forgiven(typed: str, meant: str) -> None:
    assert meant in [product.id for product in find_products(typed, CATALOGUE, EN)]


def test_nonsense_finds_nothing() -> None:
    assert find_products("zqxjvkw", CATALOGUE, EN) == []
    assert find_help("zqxjvkw", EN) == []
    assert suggest("zqxjvkw", CATALOGUE, EN) == []


def test_help_is_found_too() -> None:
    assert ("Returns and refunds", "/returns-and-refunds") in find_help("returns", EN)


@pytest.mark.parametrize("product", list(CATALOGUE), ids=list(CATALOGUE.products))
def test_three_letters_bring_at_least_three_suggestions(product: object) -> None:
    offered = suggest(str(getattr(product, "name"))[:3], CATALOGUE, EN)  # noqa: B009
    assert len(offered) >= 3
    assert getattr(product, "name") in [label for label, _ in offered]  # noqa: B009


@pytest.mark.parametrize("lang", DIMENSIONS["lang"])
def test_every_language_finds_its_own_names(lang: str) -> None:
    words = wording(lang)
    catalogue = Catalogue(words, Shape())
    for product in catalogue:
        assert product in find_products(product.name, catalogue, words)[:3]
