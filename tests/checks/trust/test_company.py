import pytest
from auditor_checks.trust.company_identity import company_identity
from auditor_checks.trust.postal_address import postal_address

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop

FULL = {
    "de": "Nordlys Handels GmbH, Hafenstraße 14, 20457 Hamburg, HRB 184512, hallo@nordlys.example",
    "en": "Nordlys Home Ltd, 14 Harbour Row, Galway, H91 A2X4. Company number 512345. hello@nordlys.example",
    "fr": "Nordlys SARL, 3 rue du Port, 75011 Paris, SIRET 123 456 789 00012, bonjour@nordlys.example",
    "ja": "販売業者 株式会社ノルドリス 〒150-0001 東京都渋谷区 登録番号 T1234567890123 info@nordlys.example",
}


def told(shop: Shop, text: str, *, country: str = "IE", json_ld: str = "") -> None:
    page = Page("https://shop.example/imprint")
    page.html = f"<html><body><main><p>{text}</p></main></body></html>"
    home = Page()
    if json_ld:
        home.describe(json_ld)
    shop.walk(country=country).page(Stage.HOME, home).site_page("imprint", page)


@pytest.mark.parametrize("language", FULL)
def test_four_facts_pass_in_many_languages(shop: Shop, language: str) -> None:
    told(shop, FULL[language])
    found = outcome(company_identity, shop)
    assert (found.kind, found.value) == (Kind.PASS, 4)
    assert outcome(postal_address, shop).kind is Kind.PASS


def test_some_facts_warn_and_the_missing_are_named(shop: Shop) -> None:
    told(shop, "Nordlys Home Ltd, hello@nordlys.example")
    found = outcome(company_identity, shop)
    assert (found.kind, found.value) == (Kind.WARN, 2)
    assert "a postal address" in found.message


def test_nothing_but_kind_words_fails(shop: Shop) -> None:
    told(shop, "We are a small shop and love what we do. © 2026 Nordlys")
    found = outcome(company_identity, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 0)
    assert found.message.startswith("Indication: ")
    assert outcome(postal_address, shop).kind is Kind.FAIL


def test_post_office_box_alone_warns(shop: Shop) -> None:
    told(shop, "Write to P.O. Box 12, Galway")
    assert outcome(postal_address, shop).kind is Kind.WARN


def test_abroad_a_missing_address_only_warns(shop: Shop) -> None:
    told(shop, "We are a small shop.", country="US")
    assert outcome(postal_address, shop).kind is Kind.WARN


def test_structured_data_tells_the_address(shop: Shop) -> None:
    told(shop, "We are a small shop.", json_ld='{"@type": "Organization", "address": {"streetAddress": "14 Harbour Row"}}')
    assert outcome(postal_address, shop).kind is Kind.PASS


def test_where_no_such_page_was_recorded_it_is_not_measurable(shop: Shop) -> None:
    shop.walk(country="IE").page(Stage.HOME)
    assert outcome(company_identity, shop).kind is Kind.NOT_MEASURABLE
    assert outcome(postal_address, shop).kind is Kind.NOT_MEASURABLE


@pytest.mark.parametrize(
    "text",
    [
        "Fietsgoed B.V., Gedempte Oude Gracht 20, Haarlem.",
        "Bottega Serena, via Garibaldi 4, Genova",
        "Dom i Światło, ul. Długa 5, Kraków",
        "Tienda Vega, calle Mayor 3, Madrid",
    ],
)
def test_a_street_without_a_postcode_only_warns(shop: Shop, text: str) -> None:
    told(shop, text, country="IT")
    assert outcome(postal_address, shop).kind is Kind.WARN


@pytest.mark.parametrize(
    "text",
    [
        "BOTTEGA SERENA SRL, via Garibaldi 4, 16124 Genova, P.IVA 01234567890, info@shop.example",
        "Mézeskert Kft. 8230 Balatonfüred, Tó utca 4. Adószám: 12345678-2-19 info@shop.example",
        "Blumen Huber e.U., Hauptplatz 1, 4020 Linz, FN 123456 a, info@shop.example",
    ],
)
def test_forms_and_numbers_of_other_countries(shop: Shop, text: str) -> None:
    told(shop, text)
    assert outcome(company_identity, shop).kind is Kind.PASS


def test_a_phone_number_is_no_postcode(shop: Shop) -> None:
    told(shop, "Tel. 01392 555 0142 Gift vouchers at the counter")
    assert outcome(postal_address, shop).kind is Kind.FAIL


def test_where_no_page_about_the_shop_is_linked_it_only_warns(shop: Shop) -> None:
    walk = shop.walk(country="IE").page(Stage.HOME)
    for name in ("imprint", "contact", "about", "terms", "privacy"):
        walk.site_page(name, f"No link to a page “{name}” was found.")
    assert outcome(company_identity, shop).kind is Kind.WARN
    assert outcome(postal_address, shop).kind is Kind.WARN


@pytest.mark.parametrize(
    "text",
    [
        "You can complain to the Data Protection Commission, 6 Pembroke Row, Dublin 2, D02 X963.",
        "Zuständige Aufsichtsbehörde: Friedrichstraße 219, 10969 Berlin",
        "Google Ireland Limited, Gordon House, Barrow Street, Dublin 4, D04 E5W5",
    ],
)
def test_the_address_of_somebody_else_is_not_that_of_the_shop(shop: Shop, text: str) -> None:
    told(shop, text)
    assert outcome(postal_address, shop).kind is Kind.FAIL


@pytest.mark.parametrize("text", ["Limited edition prints, made by hand", "Limited time offer: free frames", "Limited Stock"])
def test_what_is_limited_is_no_company(shop: Shop, text: str) -> None:
    told(shop, text)
    assert outcome(company_identity, shop).kind is not Kind.PASS
