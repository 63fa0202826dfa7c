from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from starlette.testclient import TestClient


def test_the_home_page_says_who_we_are_and_how_to_search(shop: TestClient) -> None:
    found = _data(shop, "/")
    assert found["OnlineStore"]["address"]["addressCountry"] == "IE"
    assert found["WebSite"]["potentialAction"]["target"]["urlTemplate"].endswith("/search?q={search_term_string}")


def test_a_product_says_all_that_search_engines_ask_for(shop: TestClient) -> None:
    found = _data(shop, "/product/hei-linen-cushion")
    product = found["Product"]
    assert product["offers"]["price"] == "39.00"
    assert product["offers"]["priceCurrency"] == "EUR"
    assert product["offers"]["availability"].endswith("InStock")
    assert product["offers"]["shippingDetails"]["shippingRate"]["value"] == "4.90"
    assert product["offers"]["hasMerchantReturnPolicy"]["merchantReturnDays"] == 60
    assert len(product["image"]) == 4
    assert product["aggregateRating"]["reviewCount"] == 100
    assert {"sku", "gtin13", "brand", "review"} <= product.keys()
    assert [item["name"] for item in found["BreadcrumbList"]["itemListElement"]] == [
        "Nordlys",
        "Living",
        "Hei linen cushion",
    ]


def test_what_is_sold_out_says_so(shop: TestClient) -> None:
    assert _data(shop, "/product/fyr-camping-lantern")["Product"]["offers"]["availability"].endswith("OutOfStock")


def _data(shop: TestClient, page: str) -> dict[str, Any]:
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', shop.get(page).text, re.DOTALL)
    return {block["@type"]: block for block in map(json.loads, blocks)}
