import pytest
from auditor_checks.service.channel_consistency import channel_consistency

from auditor.api import Kind, Outcome, Stage
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


# -- slips of the finger ------------------------------------------------------------------------------------


def contact(*said: str, lang: str = "de", dialled: tuple[str, ...] = ()) -> Page:
    page = Page("https://shop.example/contact", lang=lang)
    with page.part("main"):
        for text in said:
            page.text(text)
        for number in dialled:
            page.link(number, f"tel:{number}")
    return page


def told(shop: Shop, standing: str, page: Page, country: str, *, more: tuple[str, ...] = ()) -> Outcome:
    walk = shop.walk(country=country).page(Stage.HOME, telling(f"tel:{standing}", *more)).page(Stage.CART, telling(f"tel:{standing}"))
    walk.site_page("contact", page)
    return outcome(channel_consistency, shop)


@pytest.mark.parametrize(
    ("country", "standing", "page"),
    [
        ("DE", "+492214710218", contact(dialled=("+492214710281",))),
        ("DE", "0221 4710 218", contact("Telefon: 0221 4710 281")),
        ("DE", "0221 4710218", contact("Telefon: 0221 4810218")),
        ("GB", "01568 780 412", contact("Phone: 01568 708 421", lang="en")),
        ("FR", "04 78 12 34 56", contact("Téléphone : 04 78 21 34 56", lang="fr")),
    ],
    ids=["link", "text", "one digit", "two swaps", "french"],
)
def test_a_mistyped_number_on_the_contact_page_warns(shop: Shop, country: str, standing: str, page: Page) -> None:
    found = told(shop, standing, page, country)
    assert (found.kind, found.value) == (Kind.WARN, 2)
    assert sorted(f.message.partition("stands on: ")[2] for f in found.findings) == ["cart, home.", "contact."]


@pytest.mark.parametrize(
    ("country", "standing", "page"),
    [
        ("DE", "+492214710218", contact("Telefon: 0221 4710 218")),
        ("DE", "+492214710218", contact("Werkstatt, Telefon: 0221 98 76 54 30")),  # another line
        ("DE", "+492214710218", contact("Telefon: 0221 4710 219")),  # an extension
        ("DE", "+492214710218", contact("Telefax: 0221 4710 281")),
        ("DE", "+492214710218", contact("Fax", "0221 4710 281")),
        ("DE", "+492214710218", contact("Telefon Laden: 0221 4710 218", "Telefon Werkstatt: 0221 4710 281")),  # side by side
        ("DE", "+49221471012", contact("Telefon: 0221 4710 21", "Telefon: 0221 4710 35", "Telefon: 0221 4710 44")),  # a switchboard
        ("DE", "+492214710218", contact("Telefon: 0212 4710218")),  # another town
        ("AT", "+4312345678", contact("Telefon: +49 1 2345687")),  # another country
        ("DE", "+492214710218", contact("Bestellnummer 2214710281", "IBAN DE89 2214 7102 8100 0000", "USt-IdNr. DE 221471028")),
        ("GB", "01568 780412", contact("Order no. 1568780421", "VAT 156 8704 12", lang="en")),
    ],
)
def test_other_numbers_of_a_contact_page_are_not_accused(shop: Shop, country: str, standing: str, page: Page) -> None:
    assert told(shop, standing, page, country).kind is Kind.PASS


def test_a_link_that_dials_another_number_than_it_shows_warns(shop: Shop) -> None:
    page = Page()
    with page.part("footer"):
        page.link("0221 4710 218", "tel:+492214710281")
    shop.walk(country="DE").page(Stage.HOME, page)
    assert outcome(channel_consistency, shop).kind is Kind.WARN


def test_a_frame_that_is_no_landmark_is_known_by_being_everywhere(shop: Shop) -> None:
    pages = [contact(dialled=("+492214710218",)), contact(dialled=("+492214710218",))]
    walk = shop.walk(country="DE").page(Stage.HOME, pages[0]).page(Stage.CART, pages[1])
    walk.site_page("contact", contact(dialled=("+492214710281", "+492214710218")))
    assert outcome(channel_consistency, shop).kind is Kind.WARN
