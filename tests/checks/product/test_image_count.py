import pytest
from auditor_checks.product.image_count import image_count
from auditor_checks.product_page import picture_name

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.product.product_pages import gallery_source, product
from tests.checks.recordings import Shop


@pytest.mark.parametrize(("number", "kind"), [(1, Kind.FAIL), (3, Kind.WARN), (4, Kind.PASS)])
def test_pictures_in_the_source_are_counted(shop: Shop, number: int, kind: Kind) -> None:
    page = product(html=gallery_source(*[f"vase-{view}" for view in ("front", "back", "top", "detail")[:number]]))
    page.picture(src="https://shop.example/media/vase-front-480.webp", box=(40, 100, 600, 600))
    shop.walk().page(Stage.PRODUCT, page)
    found = outcome(image_count, shop)
    assert (found.kind, found.value) == (kind, number)


def test_sizes_of_one_picture_are_one(shop: Shop) -> None:
    page = product(html=gallery_source("vase-front", "vase-front-160", "vase-front@2x"))
    page.picture(src="https://shop.example/media/vase-front-480.webp", box=(40, 100, 600, 600))
    shop.walk().page(Stage.PRODUCT, page)
    assert outcome(image_count, shop).value == 1


def test_pictures_listed_in_the_markup_count(shop: Shop) -> None:
    page = product()
    page.picture(src="https://shop.example/media/a.webp", box=(40, 100, 600, 600))
    page.json_ld('{"@type": "Product", "name": "Stoneware vase", "image": ["a.webp", "b.webp", "c.webp", "d.webp"]}')
    shop.walk().page(Stage.PRODUCT, page)
    assert outcome(image_count, shop).kind is Kind.PASS


def test_a_page_without_a_large_picture_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, product())
    assert outcome(image_count, shop).kind is Kind.NOT_MEASURABLE


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        ("/vase-01.jpg", "/vase-02.jpg", False),
        ("/IMG_1234.jpg", "/IMG_1235.jpg", False),
        ("/image.php?id=7&w=80", "/image.php?id=8&w=80", False),
        ("/image.php?id=7&w=80", "/image.php?id=7&w=640", True),
        ("/vase-480.webp", "/vase-1024.webp", True),
        ("/vase_500x500.jpg", "/vase-800x.jpg?v=2", True),
        ("/_next/image?url=%2Fvase.jpg&w=640", "/_next/image?url=%2Fvase.jpg&w=1080", True),
        ("/_next/image?url=%2Fvase.jpg&w=640", "/_next/image?url=%2Fbowl.jpg&w=640", False),
        ("/i/abc123?w=640", "/i/abc123?w=320", True),
    ],
)
def test_what_tells_one_picture_from_another(first: str, second: str, alike: bool) -> None:
    assert (picture_name(f"https://shop.example{first}") == picture_name(f"https://shop.example{second}")) is alike
