import pytest
from auditor_checks.checkout.field_count import field_count

from auditor.api import Kind, Stage
from tests.checks.checkout.forms import form, payment
from tests.checks.judging import outcome, outcomes
from tests.checks.pages import Page
from tests.checks.recordings import Shop


def questions(number: int) -> dict[str, dict[str, object]]:
    return {f"Question {n}": {} for n in range(number)}


@pytest.mark.parametrize(("more", "kind"), [(0, Kind.PASS), (6, Kind.PASS), (7, Kind.WARN), (9, Kind.WARN), (10, Kind.FAIL)])
def test_fields_are_counted_once_over_all_pages(shop: Shop, more: int, kind: Kind) -> None:
    page = form(more=questions(more))
    shop.walk().page(Stage.CHECKOUT, page).page(Stage.ADDRESS, page).page(Stage.PAYMENT, payment())
    found = outcome(field_count, shop)
    assert (found.kind, found.value) == (kind, 6 + more)


def test_a_short_form_is_not_measurable_before_the_way_has_ended(shop: Shop) -> None:
    shop.walk().page(Stage.ADDRESS, form()).missed(Stage.PAYMENT, "The address was refused.")
    assert outcome(field_count, shop).kind is Kind.NOT_MEASURABLE


def test_a_long_form_is_long_whatever_follows(shop: Shop) -> None:
    shop.walk().page(Stage.ADDRESS, form(more=questions(12)))
    assert outcome(field_count, shop).kind is Kind.FAIL


def test_a_region_that_becomes_a_list_is_one_question(shop: Shop) -> None:
    region = {"Region": {"attrs": {"name": "region", "autocomplete": "address-level1"}}}
    again = {"Region": {"attrs": {"name": "region_code", "autocomplete": "address-level1"}}}
    shop.walk().page(Stage.CHECKOUT, form(more=region)).page(Stage.ADDRESS, form(more=again)).page(Stage.PAYMENT, payment())
    assert outcome(field_count, shop).value == 7


def test_only_what_can_be_left_out_is_called_so(shop: Shop) -> None:
    """Where a page marks nothing, a field without a mark may well be needed."""
    page = form(mark="", more={**questions(9), "Company": {"attrs": {"autocomplete": "organization"}}})
    shop.walk().page(Stage.ADDRESS, page).page(Stage.PAYMENT, payment())
    assert [f.key for f in outcome(field_count, shop).findings] == ["company"]


def account(page: Page, *, again: bool) -> Page:
    """Add an account's password to the guest's form, and a box that leaves it out."""
    with page.form("/checkout"):
        page.field("Email", attrs={"name": "email"})
        page.field("Town", attrs={"name": "city", "autocomplete": "address-level2"})
        if again:
            page.field("Password", "password", attrs={"name": "new_password"})
    return page


def test_a_password_in_the_guests_form_is_to_be_considered_and_that_of_a_login_is_not(shop: Shop) -> None:
    page = account(form(), again=True)
    with page.form("/login"):
        page.field("E-mail address", "email", attrs={"name": "login"})
        page.field("Password", "password", attrs={"name": "password"})
    shop.walk().page(Stage.CHECKOUT, page).page(Stage.ADDRESS, account(form(), again=False)).page(Stage.PAYMENT, payment())
    found = outcome(field_count, shop)
    assert found.value == outcome_without_password(shop) + 1


def outcome_without_password(shop: Shop) -> float:
    shop.walk(mobile=True).page(Stage.ADDRESS, account(form(), again=False)).page(Stage.PAYMENT, payment())
    value = outcomes(field_count, shop)[1].value
    assert isinstance(value, int)
    return value


@pytest.mark.parametrize(
    ("lang", "terms", "news"),
    [
        ("en", "I agree to the terms and conditions *", "Send me the newsletter"),
        ("de", "Ich akzeptiere die AGB *", "Newsletter bestellen (freiwillig)"),
    ],
)
def test_a_box_that_must_be_ticked_counts_and_one_that_need_not_does_not(shop: Shop, lang: str, terms: str, news: str) -> None:
    last = payment(lang=lang)
    with last.part("main"):
        last.checkbox(terms, ticked=False)
        last.checkbox(news, ticked=False)
    shop.walk(language=lang).page(Stage.ADDRESS, form()).page(Stage.PAYMENT, last)
    assert outcome(field_count, shop).value == 7


@pytest.mark.parametrize(("answered", "count"), [(False, 7), (True, 6)])
def test_a_question_with_radio_buttons_counts_where_nobody_has_answered_it(shop: Shop, answered: bool, count: int) -> None:
    page = form()
    with page.form("/more"):
        for place, title in enumerate(("Mrs", "Mr")):
            chosen = answered and place == 0
            page.field(title, "radio", attrs={"name": "title"}, value=title, required=True, checked=chosen, default_checked=chosen)
    shop.walk().page(Stage.ADDRESS, page).page(Stage.PAYMENT, payment())
    assert outcome(field_count, shop).value == count
