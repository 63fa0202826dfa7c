from collections.abc import Mapping
from typing import Any

import pytest
from auditor_checks.product.image_zoom import image_zoom

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop

LAYER = {"view": "layer", "size": [1200, 800], "natural": [1440, 960]}
SAME = {"view": "layer", "size": [600, 400], "natural": [600, 400]}
LENS = {"view": "picture", "size": [300, 300], "natural": [0, 0]}


def found(
    *, hover: Mapping[str, Any] | None = None, press: Mapping[str, Any] | None = None, promised: bool = False, width: int = 600
) -> dict[str, Any]:
    shown = {"url": "https://shop.example/vase", "shown": [width, 400], "natural": [600, 400], "window": [1366, 900], "promised": promised}
    return {**shown, "hover": hover or {}, "press": press or {}}


@pytest.mark.parametrize(
    "seen", [found(press=LAYER), found(hover=LENS), found(press={"view": "file"}), found(press={**SAME, "natural": [1800, 1200]})]
)
def test_a_larger_view_passes(shop: Shop, seen: dict[str, Any]) -> None:
    shop.walk().probe("image_zoom", seen)
    assert outcome(image_zoom, shop).kind is Kind.PASS


def test_a_layer_that_shows_it_no_larger_warns(shop: Shop) -> None:
    shop.walk().probe("image_zoom", found(press=SAME))
    judged = outcome(image_zoom, shop)
    assert (judged.kind, judged.value) == (Kind.WARN, 1)


def product(*, alt: str = "", src: str = "/p/vase-600.jpg", beside: bool = False, og_image: str = "") -> Page:
    page = Page("https://shop.example/vase", title="Vase")
    with page.part("main"):
        page.picture(alt=alt, src=src, box=(40, 100, 500, 400))
        page.text("Stoneware vase", tag="h1", box=(600, 120, 300, 40) if beside else (40, 600, 300, 40))
        page.button("Add to cart")
    if og_image:
        page.meta("og:image", og_image)
    return page


@pytest.mark.parametrize(
    "page", [product(beside=True), product(alt="Stoneware vase, grey"), product(og_image="https://cdn.example/p/vase-1200.jpg")]
)
def test_a_picture_of_the_product_that_nothing_enlarges_fails(shop: Shop, page: Page) -> None:
    shop.walk().page(Stage.PRODUCT, page).probe("image_zoom", found())
    judged = outcome(image_zoom, shop)
    assert (judged.kind, judged.findings[0].url) == (Kind.FAIL, "https://shop.example/vase")


def test_a_picture_that_may_be_another_one_accuses_nobody(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, product(src="/banner.jpg")).probe("image_zoom", found())
    assert outcome(image_zoom, shop).kind is Kind.NOT_MEASURABLE


@pytest.mark.parametrize("seen", [found(promised=True), found(press={"view": "elsewhere"})])
def test_what_may_only_have_been_missed_is_not_judged(shop: Shop, seen: dict[str, Any]) -> None:
    shop.walk().probe("image_zoom", seen)
    assert outcome(image_zoom, shop).kind is Kind.NOT_MEASURABLE


def test_a_picture_that_fills_the_window_needs_no_zoom(shop: Shop) -> None:
    shop.walk().probe("image_zoom", found(width=900))
    assert outcome(image_zoom, shop).kind is Kind.NOT_APPLICABLE
