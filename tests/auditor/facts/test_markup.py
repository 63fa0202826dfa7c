"""What a page says about itself in JSON-LD."""

from __future__ import annotations

import json
from typing import Any

import pytest

from auditor.facts.markup import read_json_ld

PRODUCT = {"@type": "Product", "name": "Wool blanket", "offers": {"@type": "Offer", "price": "49"}}
SEARCH = {"@type": "SearchAction", "target": {"@type": "EntryPoint", "urlTemplate": "https://shop.example/s?q={search_term_string}"}}


@pytest.mark.parametrize(
    "block",
    [
        PRODUCT,
        [PRODUCT],
        {"@context": "https://schema.org", "@graph": [{"@type": "WebSite"}, PRODUCT]},
        {"@type": "WebPage", "mainEntity": PRODUCT},
        {**PRODUCT, "@type": ["Thing", "https://schema.org/Product"]},
        {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": PRODUCT}]},
    ],
    ids=["plain", "list", "graph", "main entity", "several types", "list item"],
)
def test_a_product_is_found_wherever_it_stands(block: Any) -> None:
    found = read_json_ld([json.dumps(block)])
    assert found.product_names == ("Wool blanket",)
    assert found.product is not None
    assert found.product["offers"]["price"] == "49"


def test_several_blocks_and_broken_ones() -> None:
    found = read_json_ld(["{broken", "<!--" + json.dumps(PRODUCT) + "-->", '{"@type": "Organization", "name": "Shop"}', "7", ""])
    assert len(found.items) == 2
    assert found.of_type("organization")[0]["name"] == "Shop"


def test_a_list_of_products_is_about_none_of_them() -> None:
    found = read_json_ld([json.dumps([{"@type": "Product", "name": n} for n in "ab"])])
    assert found.product is None
    assert found.product_names == ("a", "b")


@pytest.mark.parametrize(
    ("action", "template"),
    [
        (SEARCH, "https://shop.example/s?q={search_term_string}"),
        ([SEARCH], "https://shop.example/s?q={search_term_string}"),
        (
            {"@type": "SearchAction", "target": "https://shop.example/?s={search_term_string}"},
            "https://shop.example/?s={search_term_string}",
        ),
        ({"@type": "SearchAction", "target": "https://shop.example/search"}, ""),
        (None, ""),
    ],
)
def test_the_declared_site_search(action: Any, template: str) -> None:
    assert read_json_ld([json.dumps({"@type": "WebSite", "potentialAction": action})]).search_template == template


def test_a_page_without_json_ld() -> None:
    found = read_json_ld([])
    assert (found.product, found.product_names, found.search_template) == (None, (), "")
