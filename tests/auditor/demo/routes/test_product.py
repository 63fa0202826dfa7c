from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.testclient import TestClient

    OpenShop = Callable[..., TestClient]

PAGE = "/product/fjell-wool-blanket"


def test_a_product_page_answers_what_shoppers_ask(shop: TestClient) -> None:
    page = shop.get(PAGE).text
    for words in (
        "€119.00",
        "incl. VAT",
        "In stock",
        "Arrives",
        "€4.90",
        "60 days to return",
        "4.6 out of 5 from 203 reviews",
        "verified purchase",
        "Dimensions",
        "Manufacturer and responsible person in the EU",
        "GTIN",
        "You may also like",
        "Save to wish list",
        "Write a review",
    ):
        assert words in page, words


@pytest.mark.parametrize("slug", ["fjell-wool-blanket", "tinde-enamel-mug", "nordlys-gift-card"])
def test_the_description_is_substantial(slug: str, shop: TestClient) -> None:
    text = shop.get(f"/product/{slug}").text.split('id="about"')[1].split("</section>")[0]
    assert len(re.sub("<[^>]+>", " ", text).split()) >= 80


def test_only_the_first_picture_is_urgent_and_all_know_their_size(shop: TestClient) -> None:
    images = re.findall(r"<img [^>]*>", shop.get(PAGE).text)
    assert sum("fetchpriority" in image for image in images) == 1
    assert "lazy" not in next(image for image in images if "fetchpriority" in image)
    assert all("width=" in image and "height=" in image and "alt=" in image for image in images)


@pytest.mark.parametrize(
    ("variants", "mark"),
    [
        ("select", '<select id="option-colour"'),
        ("radio", 'type="radio"'),
        ("swatch", 'class="swatch"'),
        ("chip", 'role="radiogroup"'),
        ("dropdown", 'role="listbox"'),
        ("text", 'name="text"'),
    ],
)
def test_variants_are_chosen_as_the_shape_says(variants: str, mark: str, open_shop: OpenShop) -> None:
    form = open_shop(f"variants={variants}").get(PAGE).text.split('class="buy"')[1].split("</form>")[0]
    assert mark in form


def test_what_is_sold_out_cannot_be_added(shop: TestClient) -> None:
    page = shop.get("/product/fyr-camping-lantern").text
    assert "Sold out" in page
    assert "Add to cart" not in page


def test_a_gift_card_travels_by_email(shop: TestClient) -> None:
    page = shop.get("/product/nordlys-gift-card").text
    assert "Delivered by e-mail" in page
    assert "Specifications" not in page


def test_danger_shows_what_must_not_be_pressed(open_shop: OpenShop) -> None:
    assert "Buy now" in open_shop("danger=buynow").get(PAGE).text
    assert "Apple Pay" in open_shop("danger=wallets").get(PAGE).text
    assert "Buy now" not in open_shop().get(PAGE).text


def test_a_wish_is_kept_without_an_account(shop: TestClient) -> None:
    assert shop.post("/wishlist", data={"product": "fjell"}, headers={"X-Part": "wish"}).json()["saved"] is True
    assert "Fjell wool blanket" in shop.get("/wishlist").text
    assert shop.post("/wishlist", data={"product": "fjell"}, headers={"X-Part": "wish"}).json()["saved"] is False
