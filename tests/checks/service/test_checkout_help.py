from auditor_checks.service.checkout_help import checkout_help

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.linked import with_footer
from tests.checks.pages import Page
from tests.checks.recordings import Shop


def test_help_on_every_step_passes(shop: Shop) -> None:
    shop.walk().page(Stage.CHECKOUT, with_footer("Contact")).page(Stage.PAYMENT, with_footer("Hilfe", lang="de"))
    assert (outcome(checkout_help, shop).kind, outcome(checkout_help, shop).value) == (Kind.PASS, 1)


def test_help_on_some_steps_warns(shop: Shop) -> None:
    shop.walk().page(Stage.CHECKOUT, with_footer("Contact")).page(Stage.PAYMENT, Page("https://shop.example/pay"))
    found = outcome(checkout_help, shop)
    assert (found.kind, [f.key for f in found.findings]) == (Kind.WARN, ["payment"])


def test_no_help_at_all_fails(shop: Shop) -> None:
    shop.walk().page(Stage.CHECKOUT).page(Stage.PAYMENT)
    assert outcome(checkout_help, shop).kind is Kind.FAIL


def test_a_checkout_that_was_not_reached_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.HOME).missed(Stage.CHECKOUT, "There is none.")
    assert outcome(checkout_help, shop).kind is Kind.NOT_MEASURABLE


def test_terms_linked_in_the_step_count(shop: Shop) -> None:
    page = Page("https://shop.example/pay")
    with page.part("main"):
        page.link("terms and conditions", "/terms")
    shop.walk().page(Stage.PAYMENT, page)
    assert outcome(checkout_help, shop).kind is Kind.PASS
