from __future__ import annotations

import pytest

from auditor.demo.catalogue import Catalogue, slugify
from auditor.demo.datafile import HERE
from auditor.demo.shape import DIMENSIONS, Shape
from auditor.demo.wording import wording


@pytest.fixture
def catalogue() -> Catalogue:
    return Catalogue(wording("en"), Shape())


def test_every_product_has_four_pictures_in_four_sizes(catalogue: Catalogue) -> None:
    names = [name for product in catalogue for name in product.pictures]
    missing = [f"{name}-{w}" for name in names for w in (160, 480, 960, 1440) if not (HERE / "media" / f"{name}-{w}.webp").is_file()]
    assert len(names) == 64
    assert missing == []


def test_all_pictures_together_stay_light() -> None:
    sizes = [path.stat().st_size for path in (HERE / "media").iterdir()]
    assert sum(sizes) < 2_600_000
    assert max(sizes) < 400_000


def test_a_list_is_long_enough_to_be_one(catalogue: Catalogue) -> None:
    assert all(len(category.products) >= 4 for category in catalogue.categories.values())


def test_one_product_is_sold_out_and_one_is_digital(catalogue: Catalogue) -> None:
    assert [product.id for product in catalogue if not product.available] == ["fyr"]
    assert [product.id for product in catalogue if product.digital] == ["gavekort"]


def test_a_reduction_names_the_lowest_price_before_it(catalogue: Catalogue) -> None:
    (reduced,) = [product for product in catalogue if product.was]
    assert reduced.lowest is not None
    assert reduced.lowest >= reduced.price
    assert reduced.reduction == 20


def test_identifiers_are_valid_and_different(catalogue: Catalogue) -> None:
    gtins = [product.gtin for product in catalogue]
    assert len(set(gtins)) == len(gtins)
    assert all(sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(gtin)) % 10 == 0 for gtin in gtins)


def test_nothing_recommends_itself_or_what_is_sold_out(catalogue: Catalogue) -> None:
    for product in catalogue:
        related = catalogue.related(product)
        assert product not in related
        assert len(related) >= 3
        assert all(other.available for other in related)


def test_sold_out_shapes_begin_with_what_cannot_be_had() -> None:
    catalogue = Catalogue(wording("en"), Shape(soldout="yes"))
    assert not any(category.products[0].available for category in catalogue.categories.values())
    assert not catalogue.products["skog"].options[0].values[0].available
    assert catalogue.products["skog"].options[0].values[1].available


def test_a_text_takes_the_place_of_options() -> None:
    catalogue = Catalogue(wording("en"), Shape(variants="text"))
    assert [option.kind for option in catalogue.products["holm"].options] == ["text"]


def test_without_variants_nothing_has_to_be_chosen() -> None:
    assert not any(product.options for product in Catalogue(wording("en"), Shape(variants="none")))


@pytest.mark.parametrize("lang", DIMENSIONS["lang"])
def test_every_product_has_an_address_of_its_own_in_every_language(lang: str) -> None:
    catalogue = Catalogue(wording(lang), Shape())
    slugs = {product.slug for product in catalogue}
    assert len(slugs) == 16
    assert all(slug.isascii() for slug in slugs)


def test_names_become_plain_addresses() -> None:
    assert slugify("Måne bordlampe", "mane") == "mane-bordlampe"
    assert slugify("フィエル", "fjell") == "fjell"
