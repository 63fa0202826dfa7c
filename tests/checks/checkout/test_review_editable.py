from auditor_checks.checkout.review_editable import review_editable

from auditor.api import Kind, Stage
from tests.checks.checkout.forms import form, payment
from tests.checks.judging import outcome
from tests.checks.recordings import Shop


def test_a_link_that_changes_passes(shop: Shop) -> None:
    page = payment(lang="de")
    page.link("Ändern", "/checkout")
    shop.walk(language="de").page(Stage.PAYMENT, page)
    assert outcome(review_editable, shop).kind is Kind.PASS


def test_a_link_to_an_earlier_step_passes_whatever_it_is_called(shop: Shop) -> None:
    page = payment()
    page.link("1. Your details", "/checkout")
    shop.walk().page(Stage.ADDRESS, form()).page(Stage.PAYMENT, page)
    assert outcome(review_editable, shop).kind is Kind.PASS


def test_the_form_on_the_same_page_passes(shop: Shop) -> None:
    shop.walk().page(Stage.PAYMENT, form())
    assert outcome(review_editable, shop).kind is Kind.PASS


def test_no_way_back_warns(shop: Shop) -> None:
    shop.walk().page(Stage.ADDRESS, form()).page(Stage.PAYMENT, payment())
    assert outcome(review_editable, shop).kind is Kind.WARN


def test_without_the_payment_step_nothing_is_measured(shop: Shop) -> None:
    shop.walk().page(Stage.ADDRESS, form()).missed(Stage.PAYMENT, "The address was refused.")
    assert outcome(review_editable, shop).kind is Kind.NOT_MEASURABLE


def test_a_route_behind_the_hash_is_a_page_of_its_own(shop: Shop) -> None:
    first, last = form(), payment(url="https://shop.example/#/payment")
    first.url = "https://shop.example/#/checkout"
    first._frame["url"] = first.url
    last.link("‹ Details", "#/checkout")
    shop.walk().page(Stage.ADDRESS, first).page(Stage.PAYMENT, last)
    assert outcome(review_editable, shop).kind is Kind.PASS


def test_the_heading_of_a_step_that_opens_leads_back(shop: Shop) -> None:
    first, last = form(), payment()
    first.text("Krok 2: Dane płatności", tag="h4")
    last.link("Krok 2: Dane płatności", "#collapse-payment-address")
    shop.walk(language="pl").page(Stage.ADDRESS, first).page(Stage.PAYMENT, last)
    assert outcome(review_editable, shop).kind is Kind.PASS


def test_what_opens_something_else_leads_nowhere(shop: Shop) -> None:
    first, last = form(), payment()
    first.text("Chat with us")
    last.button("Chat with us", attrs={"aria-expanded": "false"})
    shop.walk().page(Stage.ADDRESS, first).page(Stage.PAYMENT, last)
    assert outcome(review_editable, shop).kind is Kind.WARN
