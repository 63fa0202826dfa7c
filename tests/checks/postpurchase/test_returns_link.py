import pytest
from auditor_checks.postpurchase.returns_link import returns_link

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import SITE, Shop


def footer(*labels: str, marked: bool = True) -> Page:
    page = Page()
    with page.part("main"):
        page.text("Welcome", tag="h1")
        page.link("Returns and refunds", "/returns", box=(40, 100, 200, 20))
        page.text("The end of the content", box=(40, 3000, 300, 24))
    with page.part("footer" if marked else "div.bottom"):
        for label in labels:
            page.link(label, f"/{label.lower().replace(' ', '-')}")
    return page


@pytest.mark.parametrize("labels", [("Returns", "Delivery"), ("Delivery and returns",), ("Refund policy", "Shipping")])
def test_both_linked_passes(shop: Shop, labels: tuple[str, ...]) -> None:
    shop.walk().page(Stage.HOME, footer(*labels))
    found = outcome(returns_link, shop)
    assert (found.kind, found.value) == (Kind.PASS, 2)
    assert labels[0] in found.message


def test_footer_that_is_not_marked_as_one_is_found_at_the_bottom(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, footer("Returns", "Delivery", marked=False))
    assert outcome(returns_link, shop).kind is Kind.PASS


def test_one_of_both_warns(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, footer("Delivery"))
    found = outcome(returns_link, shop)
    assert (found.kind, found.value) == (Kind.WARN, 1)
    assert [(f.key, f.url) for f in found.findings] == [("returns", SITE)]


def test_only_a_help_page_warns(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, footer("Help and FAQ"))
    found = outcome(returns_link, shop)
    assert (found.kind, found.value) == (Kind.WARN, 0)


def test_legal_notice_of_japan_is_a_general_page(shop: Shop) -> None:
    page = Page(lang="ja")
    with page.part("footer"):
        page.link("特定商取引法に基づく表記", "/law")
    shop.walk(language="ja").page(Stage.HOME, page)
    assert outcome(returns_link, shop).kind is Kind.WARN


def test_behind_a_page_that_only_asks_for_the_country_the_next_footer_counts(shop: Shop) -> None:
    gate = Page()
    gate.link("Deutschland", "/de")
    gate.link("France", "/fr")
    shop.walk().page(Stage.HOME, gate).page(Stage.CATEGORY, footer("Returns", "Delivery"))
    assert outcome(returns_link, shop).kind is Kind.PASS


def test_neither_fails_although_the_page_above_links_returns(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, footer("About us"))
    found = outcome(returns_link, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 0)
    assert [f.key for f in found.findings] == ["returns", "shipping"]


def test_without_the_home_page_it_is_not_measurable(shop: Shop) -> None:
    shop.walk().missed(Stage.HOME, "The address did not answer.")
    assert outcome(returns_link, shop).kind is Kind.NOT_MEASURABLE


def ordered(shop: Shop, *words: str) -> None:
    cart, payment = Page("https://shop.example/cart"), Page("https://shop.example/pay")
    for word in words:
        cart.text(word)
    shop.walk().page(Stage.HOME, footer("About us")).page(Stage.CART, cart).page(Stage.PAYMENT, payment)


@pytest.mark.parametrize(("words", "kind"), [(("1 ticket", "Total €20.00"), Kind.NOT_APPLICABLE), (("Delivery: €4.90",), Kind.FAIL)])
def test_shop_that_ships_nothing_is_left_out(shop: Shop, words: tuple[str, ...], kind: Kind) -> None:
    ordered(shop, *words)
    assert outcome(returns_link, shop).kind is kind


def test_menus_in_the_footer_belong_to_it(shop: Shop) -> None:
    page = Page()
    with page.part("footer"):
        with page.part("nav"):
            page.link("Shipping", "/shipping")
            page.link("Returns", "/returns")
        page.button("Sign up")
    shop.walk().page(Stage.HOME, page)
    assert outcome(returns_link, shop).kind is Kind.PASS


def test_page_without_a_footer_is_called_so(shop: Shop) -> None:
    page = Page()
    with page.part("main"):
        page.link("Vase", "/vase")
    shop.walk().page(Stage.HOME, page)
    found = outcome(returns_link, shop)
    assert found.kind is Kind.FAIL
    assert "no footer" in found.message


def test_links_of_any_name_count_that_lead_to_pages_known_by_what_they_say(shop: Shop) -> None:
    page = Page()
    with page.part("footer"):
        page.link("It was not to be", "/p/1")
        page.link("From our door to yours", "/p/2")
    known = {"returns": "https://shop.example/p/1", "delivery_info": "https://shop.example/p/2"}
    shop.walk(site_addresses=known).page(Stage.HOME, page)
    assert outcome(returns_link, shop).kind is Kind.PASS
