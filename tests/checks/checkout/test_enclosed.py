import pytest
from auditor_checks.checkout.enclosed import enclosed

from auditor.api import Kind, Stage
from tests.checks.checkout.forms import form
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop


@pytest.mark.parametrize(("links", "kind"), [(0, Kind.PASS), (8, Kind.PASS), (9, Kind.WARN), (26, Kind.FAIL)])
def test_links_that_lead_out_are_counted(shop: Shop, links: int, kind: Kind) -> None:
    page = form()
    with page.part("nav"):
        for place in range(links):
            page.link(f"Category {place}", f"/category-{place}")
    shop.walk().page(Stage.ADDRESS, page)
    found = outcome(enclosed, shop)
    assert (found.kind, found.value) == (kind, links)


def test_one_script_may_draw_all_pages(shop: Shop) -> None:
    at = "https://shop.example/index.php?route="
    checkout = Page(f"{at}checkout/payment")
    checkout.link("Pay", f"{at}checkout/payment")
    for place in range(9):
        checkout.link(f"Category {place}", f"{at}product/category-{place}")
    shop.walk().page(Stage.PRODUCT, Page(f"{at}product/product&product_id=4")).page(Stage.ADDRESS, checkout)
    found = outcome(enclosed, shop)
    assert (found.kind, found.value) == (Kind.WARN, 9)


def test_help_and_law_are_no_exits(shop: Shop) -> None:
    page = form(lang="de")
    with page.part("header"):
        for words, href in (("Kontakt", "/kontakt"), ("AGB", "/agb"), ("Datenschutz", "/datenschutz"), ("Warenkorb", "/warenkorb")):
            page.link(words, href)
    with page.part("footer"):
        page.link("Karriere", "/karriere")
    shop.walk(language="de").page(Stage.ADDRESS, page)
    assert outcome(enclosed, shop).value == 0


def test_without_a_checkout_nothing_is_measured(shop: Shop) -> None:
    shop.walk().page(Stage.CART).missed(Stage.CHECKOUT, "No way to the checkout was found.")
    assert outcome(enclosed, shop).kind is Kind.NOT_MEASURABLE
