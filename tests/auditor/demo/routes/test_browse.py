from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.testclient import TestClient

    OpenShop = Callable[..., TestClient]


def test_a_search_without_results_still_helps(shop: TestClient) -> None:
    page = shop.get("/search?q=zqxjvkw").text
    for words in ("No results for “zqxjvkw”", "Search tips", "Browse the categories", "Contact"):
        assert words in page


def test_a_search_with_a_small_mistake_finds_what_was_meant(shop: TestClient) -> None:
    assert "Fjell wool blanket" in shop.get("/search?q=blnket").text


def test_help_is_found_by_search(shop: TestClient) -> None:
    assert "/returns-and-refunds" in shop.get("/search?q=returns").text.split("Help pages")[1]


def test_filters_narrow_the_list_and_can_be_taken_away(shop: TestClient) -> None:
    page = shop.get("/all-products?material=wool&sort=falling").text
    assert "4 products" in page
    assert page.index("Holm") < page.index("Fjell wool") < page.index("Myr")
    assert "Clear all" in page


def test_suggestions_come_as_json(shop: TestClient) -> None:
    offered = shop.get("/api/suggest?q=woo").json()
    assert {"label": "Fjell wool blanket", "href": "/product/fjell-wool-blanket"} in offered
    assert shop.get("/api/suggest?q=w").json() == []


def test_the_menu_marks_where_one_is(shop: TestClient) -> None:
    assert 'aria-current="page">Kitchen' in shop.get("/shop/kitchen").text
    assert 'aria-current="true">Living' in shop.get("/product/fjell-wool-blanket").text


def test_products_of_the_nested_shape_are_two_levels_down(open_shop: OpenShop) -> None:
    shop = open_shop("menu=nested")
    home, department = shop.get("/").text, shop.get("/department/outdoors").text
    assert "/product/" not in home
    assert "/shop/" not in home.split("<main")[1].split("</main>")[0]
    assert "/product/" not in department
    assert "/shop/outdoor" in department


def test_what_was_looked_at_is_remembered(shop: TestClient) -> None:
    shop.get("/product/fjell-wool-blanket")
    shop.get("/product/tinde-enamel-mug")
    recent = shop.get("/product/skog-wool-beanie").text.split('id="recent"')[1]
    assert "Fjell wool blanket" in recent
    assert "Tinde enamel mug" in recent
