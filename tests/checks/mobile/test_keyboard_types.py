import pytest
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


def test_one_wrong_field_of_two_fails(shop: Shop) -> None:
    shop.walk(mobile=True, country="GB").page(Stage.CHECKOUT, form("email", "text"))
    assert outcome(keyboard_types, shop).kind is Kind.FAIL


def test_a_postcode_that_is_the_only_field_is_warned_of(shop: Shop) -> None:
    page = Page("https://shop.example/checkout", lang="de", window=PHONE)
    with page.form():
        page.field("Postleitzahl", "text", id="postcode", attrs={"autocomplete": "postal-code"})
    shop.walk(mobile=True, country="DE").page(Stage.CHECKOUT, page)
    assert outcome(keyboard_types, shop).kind is Kind.WARN


def test_german_postcodes_are_digits(shop: Shop) -> None:
    shop.walk(mobile=True, country="DE").page(Stage.CHECKOUT, form("email", "tel", "de"))
    assert outcome(keyboard_types, shop).kind is Kind.WARN


def test_an_input_mode_is_as_good_as_a_type(shop: Shop) -> None:
    shop.walk(mobile=True, country="DE").page(Stage.CHECKOUT, form("email", "tel", "de", inputmode="numeric"))
    assert outcome(keyboard_types, shop).kind is Kind.PASS


@pytest.mark.parametrize("pattern", ["[0-9]*", "\\d{5}"])
def test_a_pattern_of_digits_is_as_good_too(shop: Shop, pattern: str) -> None:
    shop.walk(mobile=True, country="DE").page(Stage.CHECKOUT, form("email", "tel", "de", pattern=pattern))
    assert outcome(keyboard_types, shop).kind is Kind.PASS


@pytest.mark.parametrize(
    ("countries", "kind"),
    [
        ([("DE", "Deutschland"), ("AT", "Österreich")], Kind.WARN),
        ([("DE", "Deutschland"), ("NL", "Niederlande")], Kind.PASS),
        ([(str(n), name) for n, name in enumerate(("Belgien", "Deutschland", "Frankreich", "Irland", "Italien", "Malta"))], Kind.PASS),
    ],
)
def test_postcodes_of_other_countries_may_need_letters(shop: Shop, countries: list[tuple[str, str]], kind: Kind) -> None:
    page = form("email", "tel", "de")
    options = [[value, words, 2 if number == 0 else 0] for number, (value, words) in enumerate(countries)]
    with page.form():
        page.field("Land", "select-one", tag="select", id="country", options=options, attrs={"autocomplete": "country"})
    shop.walk(mobile=True, country="DE").page(Stage.CHECKOUT, page)
    assert outcome(keyboard_types, shop).kind is kind


@pytest.mark.parametrize(
    ("words", "completion"),
    [("Expiry date (MM/YY)", "cc-exp"), ("Email or mobile phone number", "email"), ("Name on card", "")],
)
def test_fields_that_need_letters_or_signs_too_are_not_concerned(shop: Shop, words: str, completion: str) -> None:
    page = Page("https://shop.example/checkout", window=PHONE)
    with page.form():
        page.field(words, "text", id="asked", attrs={"autocomplete": completion} if completion else {})
    shop.walk(mobile=True, country="GB").page(Stage.CHECKOUT, page)
    assert outcome(keyboard_types, shop).kind is Kind.NOT_APPLICABLE


def test_fields_without_names_are_told_apart(shop: Shop) -> None:
    page = Page("https://shop.example/checkout", window=PHONE)
    with page.form():
        for words, kind in (("E-mail address", "text"), ("Mobile number", "text"), ("Postcode", "text")):
            page.field(words, kind, id=":r1:")
    shop.walk(mobile=True, country="GB").page(Stage.CHECKOUT, page)
    found = outcome(keyboard_types, shop)
    assert (found.kind, len(found.findings)) == (Kind.FAIL, 2)


def test_the_field_is_called_by_what_it_asks_for(shop: Shop) -> None:
    page = Page("https://shop.example/kasse", lang="de", window=PHONE)
    with page.form():
        page.field("Telefonnummer", "text", id="tel", placeholder="9 Ziffern")
    shop.walk(mobile=True, country="DE", language="de").page(Stage.CHECKOUT, page)
    assert outcome(keyboard_types, shop).findings[0].message.startswith("“Telefonnummer” asks for a phone number")


def test_no_such_fields_are_not_concerned(shop: Shop) -> None:
    shop.walk(mobile=True).page(Stage.CHECKOUT, Page(window=PHONE))
    assert outcome(keyboard_types, shop).kind is Kind.NOT_APPLICABLE


def test_no_checkout_is_not_measurable(shop: Shop) -> None:
    shop.walk(mobile=True).page(Stage.HOME).missed(Stage.CHECKOUT, "A login was asked for.")
    assert outcome(keyboard_types, shop).kind is Kind.NOT_MEASURABLE


@pytest.mark.parametrize(("lang", "types", "kind"), [("de", ("text", "text"), Kind.FAIL), ("en", ("email", "tel"), Kind.PASS)])
def test_the_forms_on_pages_of_their_own_count(shop: Shop, lang: str, types: tuple[str, str], kind: Kind) -> None:
    names = Page("https://shop.example/checkout", lang=lang, window=PHONE)
    with names.form():
        names.field("Name")
    shop.walk(mobile=True, country="GB", language=lang).page(Stage.CHECKOUT, names).beside("form-1", form(*types, lang))
    assert outcome(keyboard_types, shop).kind is kind
