from auditor_checks.mobile.keyboard_types import keyboard_types

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import PHONE, Page
from tests.checks.recordings import Shop


def form(email: str, phone: str, lang: str = "en", **postcode: str) -> Page:
    page = Page("https://shop.example/checkout", lang=lang, window=PHONE)
    words = {"en": ("E-mail address", "Phone number", "Postcode"), "de": ("E-Mail-Adresse", "Telefonnummer", "Postleitzahl")}[lang]
    with page.form():
        page.field(words[0], email, id="email")
        page.field(words[1], phone, id="phone")
        page.field(words[2], "text", id="postcode", attrs={"autocomplete": "postal-code", **postcode})
    return page


def test_fitting_types_pass(shop: Shop) -> None:
    shop.walk(mobile=True, country="GB").page(Stage.CHECKOUT, form("email", "tel"))
    found = outcome(keyboard_types, shop)
    assert (found.kind, found.value) == (Kind.PASS, 1)


def test_letters_for_phone_and_address_fail(shop: Shop) -> None:
    shop.walk(mobile=True, country="GB").page(Stage.CHECKOUT, form("text", "text"))
    found = outcome(keyboard_types, shop)
    assert (found.kind, [f.selector for f in found.findings]) == (Kind.FAIL, ["input#email", "input#phone"])


def test_one_wrong_field_is_warned_of(shop: Shop) -> None:
    shop.walk(mobile=True, country="GB").page(Stage.CHECKOUT, form("email", "text"))
    assert outcome(keyboard_types, shop).kind is Kind.WARN


def test_german_postcodes_are_digits(shop: Shop) -> None:
    shop.walk(mobile=True, country="DE").page(Stage.CHECKOUT, form("email", "tel", "de"))
    assert outcome(keyboard_types, shop).kind is Kind.WARN


def test_an_input_mode_is_as_good_as_a_type(shop: Shop) -> None:
    shop.walk(mobile=True, country="DE").page(Stage.CHECKOUT, form("email", "tel", "de", inputmode="numeric"))
    assert outcome(keyboard_types, shop).kind is Kind.PASS


def test_no_such_fields_are_not_concerned(shop: Shop) -> None:
    shop.walk(mobile=True).page(Stage.CHECKOUT, Page(window=PHONE))
    assert outcome(keyboard_types, shop).kind is Kind.NOT_APPLICABLE


def test_no_checkout_is_not_measurable(shop: Shop) -> None:
    shop.walk(mobile=True).page(Stage.HOME).missed(Stage.CHECKOUT, "A login was asked for.")
    assert outcome(keyboard_types, shop).kind is Kind.NOT_MEASURABLE
