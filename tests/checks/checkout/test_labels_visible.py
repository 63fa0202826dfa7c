from auditor_checks.checkout.labels_visible import labels_visible

from auditor.api import Kind, Stage
from tests.checks.checkout.forms import GERMAN, form
from tests.checks.judging import outcome
from tests.checks.recordings import Shop


def test_labels_above_the_fields_pass(shop: Shop) -> None:
    shop.walk(language="de").page(Stage.ADDRESS, form(GERMAN, lang="de"))
    assert outcome(labels_visible, shop).kind is Kind.PASS


def test_placeholders_alone_fail_and_are_named(shop: Shop) -> None:
    shop.walk().page(Stage.ADDRESS, form(labels=False))
    found = outcome(labels_visible, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 0.0)
    assert "First name" in found.message


def test_without_the_form_nothing_is_measured(shop: Shop) -> None:
    shop.walk().missed(Stage.ADDRESS, "An account is demanded.")
    assert outcome(labels_visible, shop).kind is Kind.NOT_MEASURABLE
