from auditor_checks.product.gallery_thumbnails import gallery_thumbnails

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.product.product_pages import gallery_source, product
from tests.checks.recordings import Shop

MAIN = (40.0, 100.0, 600.0, 600.0)


def showing(*boxes: tuple[float, float, float, float], names: tuple[str, ...] = ("a", "b", "c")) -> Page:
    page = product(html=gallery_source(*names))
    with page.part("div.gallery"):
        page.picture(src="https://shop.example/media/a-480.webp", box=MAIN)
        for place, box in enumerate(boxes):
            page.picture(src=f"https://shop.example/media/{'bcd'[place]}-480.webp", box=box)
    return page


def test_small_pictures_pass(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, showing((40, 710, 80, 80), (130, 710, 80, 80)))
    assert outcome(gallery_thumbnails, shop).kind is Kind.PASS


def test_pictures_one_below_the_other_pass(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, showing((40, 710, 600, 600)))
    assert outcome(gallery_thumbnails, shop).kind is Kind.PASS


def test_hidden_pictures_without_announcement_warn(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, showing())
    assert outcome(gallery_thumbnails, shop).kind is Kind.WARN


def test_a_single_picture_needs_none(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, showing(names=("a",)))
    assert outcome(gallery_thumbnails, shop).kind is Kind.NOT_APPLICABLE
