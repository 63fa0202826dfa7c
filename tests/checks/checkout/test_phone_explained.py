import pytest
from auditor_checks.checkout.phone_explained import phone_explained

from auditor.api import Kind, Stage
from tests.checks.checkout.forms import ENGLISH, GERMAN, form
from tests.checks.judging import outcome
from tests.checks.recordings import Shop

PHONE = {"type": "tel", "attrs": {"name": "phone", "autocomplete": "tel"}}


@pytest.mark.parametrize(("words", "lang", "label"), [(ENGLISH, "en", "Phone"), (GERMAN, "de", "Telefon")])
def test_a_demanded_number_without_a_reason_fails(shop: Shop, words: dict[str, tuple[str, str]], lang: str, label: str) -> None:
    shop.walk(language=lang).page(Stage.ADDRESS, form(words, lang=lang, more={label: {**PHONE, "required": True}}))
    found = outcome(phone_explained, shop)
    assert found.kind is Kind.FAIL
    assert label in found.message


def test_a_reason_below_the_field_passes(shop: Shop) -> None:
    page = form(more={"Phone": {**PHONE, "required": True, "box": (40, 700, 300, 24)}})
    page.text("Only for questions about your delivery", box=(40, 730, 300, 20))
    shop.walk().page(Stage.ADDRESS, page)
    assert outcome(phone_explained, shop).kind is Kind.PASS


@pytest.mark.parametrize("more", [{}, {"Phone": PHONE}, {"Phone (optional)": {**PHONE, "required": True}}])
def test_a_number_that_need_not_be_given_passes(shop: Shop, more: dict[str, dict[str, object]]) -> None:
    shop.walk().page(Stage.ADDRESS, form(more=more))
    assert outcome(phone_explained, shop).kind is Kind.PASS


def test_an_asterisk_behind_the_field_demands(shop: Shop) -> None:
    page = form(more={"Phone": {**PHONE, "box": (300, 700, 300, 24)}})
    page.text("*", box=(606, 702, 8, 16))
    shop.walk().page(Stage.ADDRESS, page)
    assert outcome(phone_explained, shop).kind is Kind.FAIL


def test_a_class_of_the_row_demands(shop: Shop) -> None:
    page = form(more={"Phone": PHONE})
    page.html = '<html><body><div class="form-group required"><label>Phone</label><input name="phone"></div></body></html>'
    shop.walk().page(Stage.ADDRESS, page)
    assert outcome(phone_explained, shop).kind is Kind.FAIL


def test_a_number_without_which_the_empty_form_is_refused_is_demanded(shop: Shop) -> None:
    walk = shop.walk().page(Stage.ADDRESS, form(more={"Phone": PHONE}))
    walk.probe("empty_submit", {"pressed": True, "refused": ["city"]})
    assert outcome(phone_explained, shop).kind is Kind.PASS
    walk.probe("empty_submit", {"pressed": True, "refused": ["city", "phone"]})
    assert outcome(phone_explained, shop).kind is Kind.FAIL


def test_the_message_that_it_is_missing_is_no_reason(shop: Shop) -> None:
    page = form(more={"T\u00e9l\u00e9phone": {**PHONE, "required": True, "box": (40, 700, 300, 24)}})
    page.text("Indiquez un num\u00e9ro de t\u00e9l\u00e9phone.", box=(40, 730, 300, 20), live="alert")
    shop.walk().page(Stage.ADDRESS, page)
    assert outcome(phone_explained, shop).kind is Kind.FAIL
