from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.testclient import TestClient

    OpenShop = Callable[..., TestClient]

PRODUCT = "/product/fjell-wool-blanket"


def test_the_client_shape_sends_an_empty_page_and_its_content_as_json(open_shop: OpenShop) -> None:
    shop = open_shop("rendering=client")
    shell = shop.get(PRODUCT)
    page = shop.get(PRODUCT, headers={"X-Part": "page"}).json()
    assert "Fjell" not in shell.text
    assert 'id="app"' in shell.text
    assert page["title"].startswith("Fjell wool blanket")
    assert page["lang"] == "en"
    assert "page--product" in page["classes"]
    assert "Add to cart" in page["body"]


def test_the_client_shape_says_404_both_ways(open_shop: OpenShop) -> None:
    shop = open_shop("rendering=client")
    assert shop.get("/nope").status_code == 404
    assert shop.get("/nope", headers={"X-Part": "page"}).status_code == 404


def test_the_hydrated_shape_sends_buttons_that_sleep(open_shop: OpenShop) -> None:
    page = open_shop("rendering=hydrated").get(PRODUCT).text
    assert 'type="submit"' not in page
    assert "data-submit" in page
    assert "page--dry" in page


@pytest.mark.parametrize(("rendering", "mode"), [("shadow", "open"), ("closedshadow", "closed")])
def test_shadow_shapes_put_the_main_controls_into_islands(rendering: str, mode: str, open_shop: OpenShop) -> None:
    page = open_shop(f"rendering={rendering}").get(PRODUCT).text
    assert page.count("<shop-island") == page.count("</shop-island>") == 2
    assert f'data-shadow="{mode}"' in page


@pytest.mark.parametrize("rendering", ["client", "hydrated"])
def test_frames_are_awake_from_the_start(rendering: str, open_shop: OpenShop) -> None:
    assert '<button class="button button--buy" type="submit">' in open_shop(f"rendering={rendering}").get("/pay-frame").text


def test_the_plain_shape_sends_everything_at_once(open_shop: OpenShop) -> None:
    page = open_shop().get(PRODUCT).text
    assert "shop-island" not in page
    assert 'type="submit"' in page
