from auditor_checks.checkout.autocomplete import autocomplete

from auditor.api import Kind, Severity, Stage
from tests.checks.checkout.forms import ENGLISH, GERMAN, form
from tests.checks.judging import outcome
from tests.checks.recordings import Shop


def test_marked_fields_pass(shop: Shop) -> None:
    shop.walk().page(Stage.ADDRESS, form())
    assert outcome(autocomplete, shop).kind is Kind.PASS


def test_unmarked_fields_fail_and_are_named(shop: Shop) -> None:
    shop.walk(language="de").page(Stage.ADDRESS, form(GERMAN, lang="de", tokens=False))
    found = outcome(autocomplete, shop)
    assert (found.kind, found.value, len(found.findings)) == (Kind.FAIL, 0.0, 6)
    assert found.message.startswith("None of 6 fields tells the browser what it asks for.")
    assert "Vorname" in found.findings[1].message
    assert found.severity is Severity.MINOR


def test_fields_that_are_switched_off_weigh_more(shop: Shop) -> None:
    shop.walk().page(Stage.ADDRESS, form({name: (label, "off") for name, (label, _) in ENGLISH.items()}))
    found = outcome(autocomplete, shop)
    assert (found.kind, found.severity or autocomplete.severity) == (Kind.FAIL, Severity.MAJOR)


def test_some_unmarked_fields_warn(shop: Shop) -> None:
    some = {**ENGLISH, "street": ("Street and house number", "off"), "city": ("City", "")}
    shop.walk().page(Stage.ADDRESS, form(some))
    found = outcome(autocomplete, shop)
    assert (found.kind, len(found.findings)) == (Kind.WARN, 2)
    assert "forbids" in found.findings[0].message


def test_without_the_form_nothing_is_measured(shop: Shop) -> None:
    shop.walk().missed(Stage.ADDRESS, "An account is demanded.")
    assert outcome(autocomplete, shop).kind is Kind.NOT_MEASURABLE


def test_a_list_that_the_shop_draws_can_carry_no_token(shop: Shop) -> None:
    page = form()
    with page.part("main"):
        page.field("Country", tag="span", role="combobox", attrs={})
    shop.walk().page(Stage.ADDRESS, page)
    found = outcome(autocomplete, shop)
    assert (found.kind, found.message) == (Kind.PASS, "All 6 fields tell the browser what they ask for.")
