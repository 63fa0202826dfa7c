from auditor_checks.service.channel_consistency import channel_consistency

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop


def telling(*addresses: str) -> Page:
    page = Page()
    with page.part("footer"):
        for address in addresses:
            page.link(address, address)
    return page


def test_one_number_in_two_spellings_passes(shop: Shop) -> None:
    page = telling("tel:+353 91 555014", "mailto:Hello@shop.example")
    shop.walk(country="IE").page(Stage.HOME, page).page(Stage.CART, telling("tel:091555014", "mailto:hello@shop.example"))
    assert outcome(channel_consistency, shop).kind is Kind.PASS


def test_two_numbers_warn_and_say_where(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, telling("tel:+35391555014")).page(Stage.CART, telling("tel:+35391555999"))
    found = outcome(channel_consistency, shop)
    assert (found.kind, found.value) == (Kind.WARN, 2)
    assert found.findings[1].message == "+35391555999 stands on: cart."


def test_numbers_in_the_structured_data_are_compared(shop: Shop) -> None:
    page = telling("tel:+35391555014")
    page.json_ld('{"@type": "Organization", "telephone": "+353 91 555 999"}')
    shop.walk().page(Stage.HOME, page)
    assert outcome(channel_consistency, shop).kind is Kind.WARN


def test_without_numbers_it_does_not_apply(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, telling())
    assert outcome(channel_consistency, shop).kind is Kind.NOT_APPLICABLE


def test_with_country_code_and_without_is_the_same_number(shop: Shop) -> None:
    shop.walk(country="").page(Stage.HOME, telling("tel:+49 30 90182055")).page(Stage.CART, telling("tel:030-90182055"))
    assert outcome(channel_consistency, shop).kind is Kind.PASS


def test_a_link_that_shares_by_e_mail_names_no_address(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, telling("mailto:?subject=Look", "mailto:hello@shop.example"))
    assert outcome(channel_consistency, shop).kind is Kind.PASS
