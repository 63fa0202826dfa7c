from auditor_checks.trust.no_dead_odr_link import no_dead_odr_link

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop

PLATFORM = "https://ec.europa.eu/consumers/odr/main/index.cfm"


def test_clean_shop_passes(shop: Shop) -> None:
    shop.walk(country="IE").page(Stage.HOME)
    assert outcome(no_dead_odr_link, shop).kind is Kind.PASS


def test_link_fails_and_is_pointed_at(shop: Shop) -> None:
    page = Page()
    page.link("Dispute platform", PLATFORM)
    shop.walk(country="IE").page(Stage.HOME, page)
    found = outcome(no_dead_odr_link, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 1)
    assert (found.findings[0].url, found.findings[0].selector) == (page.url, f'a[href="{PLATFORM}"]')


def test_address_in_the_text_of_a_legal_page_fails_once(shop: Shop) -> None:
    imprint = Page("https://shop.example/imprint")
    imprint.text("Online dispute resolution: ec.europa.eu/consumers/odr")
    shop.walk(country="DE").page(Stage.HOME).site_page("imprint", imprint)
    shop.walk(mobile=True, country="DE").page(Stage.HOME)
    found = outcome(no_dead_odr_link, shop)
    assert [f.url for f in found.findings] == ["https://shop.example/imprint"]


def test_shops_outside_the_union_are_left_out(shop: Shop) -> None:
    page = Page()
    page.link("Dispute platform", PLATFORM)
    shop.walk(country="US").page(Stage.HOME, page)
    assert outcome(no_dead_odr_link, shop).kind is Kind.NOT_APPLICABLE


def test_unknown_country_is_told_by_the_currency(shop: Shop) -> None:
    page = Page()
    page.link("Dispute platform", PLATFORM)
    shop.walk(product={"currency": "EUR"}).page(Stage.HOME, page)
    assert outcome(no_dead_odr_link, shop).kind is Kind.FAIL


def test_without_any_page_it_is_not_measurable(shop: Shop) -> None:
    shop.walk(country="IE")
    assert outcome(no_dead_odr_link, shop).kind is Kind.NOT_MEASURABLE
