from contextlib import nullcontext

import pytest
from auditor_checks.picture_links import picture_name
from auditor_checks.product.image_count import image_count

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
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


@pytest.mark.parametrize(("boxes", "number"), [(((88, 88), (88, 88), (88, 88)), 3), (((88, 88), (320, 320), (640, 640)), 1)])
def test_files_of_one_name_shown_alike_are_several_pictures(shop: Shop, boxes: tuple[tuple[int, int], ...], number: int) -> None:
    """Side by side in one size they are no sizes of one picture; in three sizes they are."""
    page = product()
    with page.part("div.gallery"):
        page.picture(src="https://shop.example/7-large/vase.webp", box=(40, 100, 600, 600))
        for place, (width, height) in enumerate(boxes):
            page.picture(src=f"https://shop.example/{place}-small/vase.webp", box=(40, 720 + 90 * place, width, height))
    shop.walk().page(Stage.PRODUCT, page)
    assert outcome(image_count, shop).value == number


def test_pictures_listed_in_the_markup_count(shop: Shop) -> None:
    page = product()
    page.picture(src="https://shop.example/media/a.webp", box=(40, 100, 600, 600))
    page.json_ld('{"@type": "Product", "name": "Stoneware vase", "image": ["a.webp", "b.webp", "c.webp", "d.webp"]}')
    shop.walk().page(Stage.PRODUCT, page)
    assert outcome(image_count, shop).kind is Kind.PASS


def shown_with(*links: tuple[str, str], around_main: str = "") -> Page:
    """A product page with one large picture and under it small ones that are links, on screen and in the source."""
    page = product()
    with page.part("div.pictures"):
        holder = page.link("", around_main, box=(40, 100, 600, 600)) if around_main else None
        with page.inside(holder) if holder is not None else nullcontext():
            page.picture(src="https://shop.example/pic/vase.svg", box=(40, 100, 600, 600))
        for place, (href, name) in enumerate(links):
            with page.inside(page.link("", href, box=(40 + 100 * place, 720, 88, 88))):
                page.picture(src=f"https://shop.example/pic/{name}.svg", box=(40 + 100 * place, 720, 88, 88))
    small = "".join(f'<a href="{href}"><img src="/pic/{name}.svg"></a>' for href, name in links)
    main = '<img src="/pic/vase.svg">'
    main = f'<a href="{around_main}">{main}</a>' if around_main else main
    page.html = f"<html><body><main><div>{main}{small}</div><h1>Stoneware vase</h1></main></body></html>"
    return page


@pytest.mark.parametrize(
    ("href", "number"),
    [
        ("/plant/{name}", 1),  # another product's page
        ("https://shop.example/en/plant/{name}?from=vase-page", 1),
        ("/pic/{name}-1200.svg", 4),  # a larger picture
        ("/pic/{name}", 4),  # the same without an ending
        ("https://pictures.example/{name}", 4),
        ("#{name}", 4),
        ("/vase?view={name}", 4),
        ("/vase/views/{name}", 4),
        ("/zoom?product=vase&view={name}", 4),
        ("javascript:show('{name}')", 4),
        ("/_next/image?url=%2Fpic%2F{name}.svg&w=1200", 4),
    ],
)
def test_pictures_that_lead_to_other_pages_are_none_of_this_product(shop: Shop, href: str, number: int) -> None:
    links = [(href.format(name=name), name) for name in ("rose", "fern", "moss")]
    shop.walk().page(Stage.PRODUCT, shown_with(*links))
    assert outcome(image_count, shop).value == number


def test_where_the_large_picture_has_a_page_of_its_own_the_small_ones_may_too(shop: Shop) -> None:
    links = [(f"/large/{name}", name) for name in ("back", "top", "detail")]
    shop.walk().page(Stage.PRODUCT, shown_with(*links, around_main="/large/front"))
    assert outcome(image_count, shop).kind is Kind.PASS


def test_a_link_that_enlarges_leads_nowhere(shop: Shop) -> None:
    page = product()
    page.picture(src="https://shop.example/pic/vase.svg", box=(40, 100, 600, 600))
    small = "".join(f'<a data-fancybox href="/large/{name}"><img src="/pic/{name}.svg"></a>' for name in ("back", "top", "detail"))
    page.html = f'<html><body><main><div><img src="/pic/vase.svg">{small}</div><h1>Stoneware vase</h1></main></body></html>'
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
