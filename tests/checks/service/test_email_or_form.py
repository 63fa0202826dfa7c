from auditor_checks.service.email_or_form import email_or_form

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.linked import linked, with_footer
from tests.checks.pages import Page
from tests.checks.recordings import Shop


def contact(*lines: str, required: int = 1, form: bool = True) -> Page:
    page = linked(*lines, place="contact")
    if form:
        with page.part("main"), page.form():
            for number in range(required):
                page.field(f"Field {number}", required=True)
            page.field("Your message", "textarea", tag="textarea")
    return page


def test_address_and_form_pass(shop: Shop) -> None:
    shop.walk().page(Stage.HOME).site_page("contact", contact("Write to hello@shop.example"))
    assert (outcome(email_or_form, shop).kind, outcome(email_or_form, shop).value) == (Kind.PASS, 2)


def test_one_of_both_warns(shop: Shop) -> None:
    shop.walk().page(Stage.HOME).site_page("contact", contact())
    assert (outcome(email_or_form, shop).kind, outcome(email_or_form, shop).value) == (Kind.WARN, 1)


def test_a_form_that_demands_much_warns(shop: Shop) -> None:
    shop.walk().page(Stage.HOME).site_page("contact", contact("hello@shop.example", required=6))
    assert "6 fields" in outcome(email_or_form, shop).message


def test_neither_fails(shop: Shop) -> None:
    shop.walk().page(Stage.HOME).site_page("contact", contact("Come and see us.", form=False))
    assert outcome(email_or_form, shop).kind is Kind.FAIL


def test_the_shopper_s_address_in_the_checkout_is_not_the_shop_s(shop: Shop) -> None:
    shop.walk().page(Stage.ADDRESS, linked("tester@shop.example")).site_page("contact", contact(form=False))
    assert outcome(email_or_form, shop).kind is Kind.FAIL


def test_without_a_contact_page_it_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.HOME).site_page("contact", "No link to a page “contact” was found.")
    assert outcome(email_or_form, shop).kind is Kind.NOT_MEASURABLE


def test_an_address_in_the_legal_notice_counts(shop: Shop) -> None:
    walk = shop.walk().page(Stage.HOME).site_page("contact", contact())
    walk.site_page("imprint", linked("hello@shop.example", place="imprint"))
    assert outcome(email_or_form, shop).kind is Kind.PASS


def test_no_contact_page_and_no_address_fails(shop: Shop) -> None:
    page = with_footer("Terms", "Privacy", "About us", "Delivery")
    shop.walk().page(Stage.HOME, page).site_page("contact", "No link to a page “contact” was found.")
    assert outcome(email_or_form, shop).kind is Kind.FAIL


def test_a_help_centre_may_hold_the_form(shop: Shop) -> None:
    page = with_footer("Help", "Terms", "Privacy", "Delivery")
    shop.walk().page(Stage.HOME, page).site_page("contact", "No link to a page “contact” was found.")
    assert outcome(email_or_form, shop).kind is Kind.NOT_MEASURABLE
