import pytest
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


def test_hidden_pictures_without_announcement_fail(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, showing())
    assert outcome(gallery_thumbnails, shop).kind is Kind.FAIL


@pytest.mark.parametrize("words", ["1 / 3", "2 von 3", "+2", "Alle 3 Bilder"])
def test_words_with_a_number_on_the_picture_announce_the_others(shop: Shop, words: str) -> None:
    page = showing()
    page.text(words, box=(300, 660, 100, 24))
    shop.walk().page(Stage.PRODUCT, page)
    assert outcome(gallery_thumbnails, shop).kind is Kind.WARN


def test_small_pictures_may_be_hidden_where_the_source_holds_each_twice(shop: Shop) -> None:
    page = product(html=gallery_source("a", "b", "c", "a-160", "b-160", "c-160"))
    with page.part("div.gallery"):
        page.picture(src="https://shop.example/media/a-480.webp", box=MAIN)
    shop.walk().page(Stage.PRODUCT, page)
    assert outcome(gallery_thumbnails, shop).kind is Kind.WARN


def test_small_pictures_outside_the_gallery_may_be_of_it(shop: Shop) -> None:
    page = showing()
    with page.part("div.strip"):
        for place in range(3):
            page.picture(src=f"https://shop.example/media/{'abc'[place]}-80.webp", box=(40 + 100 * place, 780, 80, 80))
    shop.walk().page(Stage.PRODUCT, page)
    assert outcome(gallery_thumbnails, shop).kind is Kind.WARN


def test_files_of_one_name_in_folders_of_their_own_are_pictures_of_their_own(shop: Shop) -> None:
    page = product()
    images = "".join(f'<img src="/{n}-small/vase.webp">' for n in (7, 8, 9))
    page.html = f'<html><body><main><div><img src="/7-large/vase.webp">{images}</div><h1>Stoneware vase</h1></main></body></html>'
    with page.part("div.gallery"):
        page.picture(src="https://shop.example/7-large/vase.webp", box=MAIN)
        for place, n in enumerate((7, 8, 9)):
            page.picture(src=f"https://shop.example/{n}-small/vase.webp", box=(40 + 100 * place, 710, 88, 88))
    shop.walk().page(Stage.PRODUCT, page)
    assert outcome(gallery_thumbnails, shop).kind is Kind.PASS


def test_a_single_picture_needs_none(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, showing(names=("a",)))
    assert outcome(gallery_thumbnails, shop).kind is Kind.NOT_APPLICABLE


@pytest.mark.parametrize("first", [640, 639])
def test_a_track_that_is_cut_at_the_edge_of_the_gallery_fails(shop: Shop, first: float) -> None:
    """The next picture lies where the product's name stands, the one after it reaches into the window again."""
    shop.walk().page(Stage.PRODUCT, showing((first, 100, 600, 600), (1240, 100, 600, 600)))
    assert outcome(gallery_thumbnails, shop).kind is Kind.FAIL


def test_a_column_beside_the_main_picture_passes(shop: Shop) -> None:
    """The name stands to the right of both."""
    page = product(html=gallery_source("a", "b"))
    with page.part("div.gallery"):
        page.picture(src="https://shop.example/media/a-480.webp", box=(40, 100, 320, 400))
        page.picture(src="https://shop.example/media/b-480.webp", box=(370, 100, 320, 400))
    shop.walk().page(Stage.PRODUCT, page)
    assert outcome(gallery_thumbnails, shop).kind is Kind.PASS


def test_pictures_on_both_sides_of_the_name_pass(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, showing((1110, 100, 250, 250)))
    assert outcome(gallery_thumbnails, shop).kind is Kind.PASS


def on_a_phone(x: float) -> Page:
    """The next picture begins at `x` in a window of 412 pixels."""
    page = Page("https://shop.example/vase", window=(412, 839))
    page.html = gallery_source("a", "b")
    with page.part("main"):
        with page.part("div.gallery"):
            page.picture(src="https://shop.example/media/a-480.webp", box=(14, 100, x - 14, 384))
            page.picture(src="https://shop.example/media/b-480.webp", box=(x, 100, 384, 384))
        page.text("Stoneware vase", tag="h1", box=(14, 520, 300, 50), size=32)
        page.text("€49.00", tag="span", box=(14, 580, 90, 40), size=28)
        with page.form("/cart/add"):
            page.button("Add to cart", box=(14, 640, 384, 54))
    return page


def test_the_edge_of_the_next_picture_behind_the_margin_tells_nothing(shop: Shop) -> None:
    shop.walk(mobile=True).page(Stage.PRODUCT, on_a_phone(398))
    assert outcome(gallery_thumbnails, shop).kind is Kind.FAIL


def test_a_next_picture_that_peeks_into_the_window_tells_of_it(shop: Shop) -> None:
    shop.walk(mobile=True).page(Stage.PRODUCT, on_a_phone(340))
    assert outcome(gallery_thumbnails, shop).kind is Kind.PASS
