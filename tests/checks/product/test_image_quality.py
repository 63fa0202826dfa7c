from auditor_checks.product.image_quality import image_quality

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.product.product_pages import product
from tests.checks.recordings import Shop, request

ADDRESS = "https://shop.example/media/vase.webp"


def showing(edge: int, image: str = "") -> Page:
    html = f"<html><body><main><div>{image}</div><h1>Vase</h1></main></body></html>"
    page = product(html=html)
    page.picture(src=ADDRESS, natural=[edge, edge // 2], box=(40, 100, 600, 300))
    return page


def test_a_large_picture_passes(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, showing(1200))
    assert outcome(image_quality, shop).kind is Kind.PASS


def test_the_largest_size_offered_counts(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, showing(480, '<img src="/media/vase.webp" srcset="/a.webp 480w, /b.webp 1440w">'))
    assert (outcome(image_quality, shop).kind, outcome(image_quality, shop).value) == (Kind.PASS, 1440)


def test_a_small_picture_fails(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, showing(480, '<img src="/media/vase.webp">'))
    assert (outcome(image_quality, shop).kind, outcome(image_quality, shop).value) == (Kind.FAIL, 480)


def test_a_small_picture_that_opens_large_warns(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, showing(480, '<a href="/media/vase-full.jpg"><img src="/media/vase.webp"></a>'))
    assert outcome(image_quality, shop).kind is Kind.WARN


def test_a_picture_the_server_refused_fails(shop: Shop) -> None:
    refused = {**request(ADDRESS, kind="image"), "status": 404}
    shop.walk().page(Stage.PRODUCT, showing(0, '<img src="/media/vase.webp">'), network=[refused])
    assert outcome(image_quality, shop).message.startswith("A picture of the product does not load")


def test_a_picture_that_had_not_come_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, showing(0))
    assert outcome(image_quality, shop).kind is Kind.NOT_MEASURABLE
