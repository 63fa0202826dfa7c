from auditor_checks.customer_reviews import review_parts, spoken_reviews

from auditor.api import PageRecord, Stage
from tests.checks.pages import Page
from tests.checks.product.product_pages import product
from tests.checks.recordings import Shop


def recorded(shop: Shop, page: Page) -> PageRecord:
    shop.walk().page(Stage.PRODUCT, page)
    return shop.recording().journeys[0].page(Stage.PRODUCT)


def test_short_lines_about_reviews_are_spoken_and_long_ones_are_prose(shop: Shop) -> None:
    long = "Alle Bewertungen dieser Vase erzählen davon, wie gut sie auf dem Regal steht. " * 3
    page = recorded(shop, product("12 Bewertungen", long, "Aus Steinzeug gebrannt", lang="de"))
    assert spoken_reviews(page) == ["12 Bewertungen"]


def test_elements_and_links_named_after_reviews_are_parts(shop: Shop) -> None:
    page = product()
    page.text("★★★★☆", tag="div#star-rating")
    page.link("12", "/vase#reviews")
    assert set(review_parts(recorded(shop, page))) >= {"/vase#reviews"}


def test_stars_of_other_products_are_no_part(shop: Shop) -> None:
    page = product()
    page.cards("Bowl", "Plate", "Cup")
    assert review_parts(recorded(shop, page)) == ()
