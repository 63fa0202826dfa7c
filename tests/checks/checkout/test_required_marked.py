from auditor_checks.checkout.required_marked import required_marked

from auditor.api import Kind, Stage
from tests.checks.checkout.forms import GERMAN, form
from tests.checks.judging import outcome
from tests.checks.recordings import Shop


def test_asterisks_and_words_pass(shop: Shop) -> None:
    shop.walk().page(Stage.ADDRESS, form(more={"Phone (optional)": {}}))
    assert outcome(required_marked, shop).kind is Kind.PASS


def test_a_rest_without_a_mark_warns_and_is_named(shop: Shop) -> None:
    shop.walk(language="de").page(Stage.ADDRESS, form(GERMAN, lang="de", more={"Telefon": {}}))
    found = outcome(required_marked, shop)
    assert (found.kind, len(found.findings)) == (Kind.WARN, 1)
    assert "Telefon" in found.message


def test_no_mark_at_all_fails(shop: Shop) -> None:
    shop.walk().page(Stage.ADDRESS, form(mark=""))
    assert outcome(required_marked, shop).kind is Kind.FAIL


def test_asterisks_of_a_style_sheet_are_guessed_from_the_class(shop: Shop) -> None:
    shop.walk().page(Stage.ADDRESS, form(mark="", more={"Phone": {"css_class": "field is-required"}}))
    assert outcome(required_marked, shop).kind is Kind.WARN


def test_without_the_form_nothing_is_measured(shop: Shop) -> None:
    shop.walk().missed(Stage.ADDRESS, "An account is demanded.")
    assert outcome(required_marked, shop).kind is Kind.NOT_MEASURABLE
