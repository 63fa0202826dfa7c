from __future__ import annotations

from auditor.demo import listing
from auditor.demo.catalogue import Catalogue
from auditor.demo.shape import Shape
from auditor.demo.wording import wording

EN = wording("en")
PRODUCTS = tuple(Catalogue(EN, Shape()))


def test_there_are_more_than_five_filter_groups() -> None:
    keys = [group.key for group in listing.groups(PRODUCTS, {}, EN)]
    assert keys == ["price", "colour", "size", "material", "rating", "stock"]


def test_boxes_of_a_group_add_up_and_groups_narrow_down() -> None:
    groups = listing.groups(PRODUCTS, {"colour": ["moss", "clay"], "material": ["wool"]}, EN)
    found = listing.narrow(PRODUCTS, groups, "recommended")
    assert {product.id for product in found} == {"fjell", "holm", "skog"}


def test_a_box_says_how_many_products_it_fits() -> None:
    stock = listing.groups(PRODUCTS, {}, EN)[-1]
    assert [(choice.label, choice.count) for choice in stock.choices] == [("In stock", 15), ("Sold out", 1)]


def test_prices_sort_both_ways() -> None:
    rising = [product.price for product in listing.narrow(PRODUCTS, (), "rising")]
    falling = [product.price for product in listing.narrow(PRODUCTS, (), "falling")]
    assert rising == sorted(rising)
    assert falling == rising[::-1]


def test_an_active_filter_can_be_taken_away() -> None:
    groups = listing.groups(PRODUCTS, {"colour": ["moss"], "material": ["wool"]}, EN)
    chosen = listing.chosen(groups, "rising", "/all", "")
    assert chosen.active == (
        ("Moss green", "/all?material=wool&sort=rising"),
        ("100 % wool", "/all?colour=moss&sort=rising"),
    )
