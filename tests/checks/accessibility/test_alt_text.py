import pytest
from auditor_checks.accessibility.alt_text import alt_text

from auditor.api import Kind, Stage
from tests.checks.accessibility.scans import scan
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.product.product_pages import product
from tests.checks.recordings import Shop


def pictures(*alts: str) -> Page:
    page = Page()
    for alt in alts:
        page.picture(alt=alt)
    return page


@pytest.mark.parametrize(
    ("alts", "missing", "kind"),
    [
        (["Vase"] * 20, 0, Kind.PASS),
        (["Vase"] * 19 + [""], 0, Kind.PASS),
        (["Vase"] * 19 + ["IMG_1234.jpg"], 0, Kind.WARN),
        (["Vase"] * 19, 2, Kind.FAIL),
        (["1984"], 0, Kind.PASS),
        (["DSC_0815"], 0, Kind.FAIL),
        ([], 0, Kind.NOT_APPLICABLE),
    ],
)
def test_the_share_of_texts(shop: Shop, alts: list[str], missing: int, kind: Kind) -> None:
    shop.walk().page(Stage.HOME, pictures(*alts), axe=scan({"image-alt": missing} if missing else {}))
    assert outcome(alt_text, shop, Stage.HOME).kind is kind


def test_the_product_s_main_picture_without_a_text_fails(shop: Shop) -> None:
    page = product()
    page.picture(alt=None, src="https://shop.example/vase.webp", box=(40, 100, 600, 600))
    for number in range(30):
        page.picture(alt=f"View {number}")
    shop.walk().page(Stage.PRODUCT, page, axe=scan({"image-alt": 1}, html='<img src="/vase.webp">'))
    assert outcome(alt_text, shop, Stage.PRODUCT).message == "The main picture of the product has no text."


def test_a_picture_that_only_counts_visitors_needs_no_text(shop: Shop) -> None:
    pixel = '<img height="1" width="1" src="https://counter.example/p.gif">'
    shop.walk().page(Stage.HOME, pictures("Vase", "Bowl"), axe=scan({"image-alt": 1}, html=pixel))
    found = outcome(alt_text, shop, Stage.HOME)
    assert (found.kind, found.message) == (Kind.PASS, "Both pictures have a text, or are marked as decoration.")


def test_what_is_not_listed_is_counted(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, pictures("IMG_1234.jpg", *["Vase"] * 9), axe=scan({"image-alt": 8}))
    found = outcome(alt_text, shop, Stage.HOME)
    assert (len(found.findings), found.unlisted) == (7, 2)


def test_the_main_picture_is_told_besides_those_that_are_listed(shop: Shop) -> None:
    page = product()
    page.picture(alt=None, src="https://shop.example/vase.webp", box=(40, 100, 600, 600))
    shop.walk().page(Stage.PRODUCT, page, axe=scan({"image-alt": 8}, html='<img src="/vase.webp">'))
    found = outcome(alt_text, shop, Stage.PRODUCT)
    assert (found.findings[0].key, len(found.findings), found.unlisted) == ("main", 7, 2)
