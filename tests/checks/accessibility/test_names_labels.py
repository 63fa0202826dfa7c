import pytest
from auditor_checks.accessibility.names_labels import names_labels

from auditor.api import Kind, Severity, Stage
from tests.checks.accessibility.scans import scan
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop


def asking() -> Page:
    page = Page()
    with page.part("main"), page.form():
        page.field("", id="street")
    return page


@pytest.mark.parametrize(
    ("stage", "rules", "kind", "severity"),
    [
        (Stage.HOME, {"color-contrast": 9}, Kind.PASS, None),
        (Stage.HOME, {"link-name": 2}, Kind.WARN, None),
        (Stage.HOME, {"link-name": 2, "button-name": 1}, Kind.FAIL, None),
        (Stage.ADDRESS, {"label": 1}, Kind.FAIL, Severity.CRITICAL),
        (Stage.ADDRESS, {"link-name": 1}, Kind.WARN, None),
    ],
)
def test_controls_without_a_name(shop: Shop, stage: Stage, rules: dict[str, int], kind: Kind, severity: Severity | None) -> None:
    shop.walk().page(stage, asking(), axe=scan(rules, html='<input id="street" name="street">'))
    found = outcome(names_labels, shop, stage)
    assert (found.kind, found.severity) == (kind, severity)


def test_a_field_nobody_sees_is_not_critical(shop: Shop) -> None:
    shop.walk().page(Stage.ADDRESS, asking(), axe=scan({"label": 1}, html='<input name="trap">'))
    assert outcome(names_labels, shop, Stage.ADDRESS).kind is Kind.WARN


def test_page_that_was_not_scanned_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.HOME)
    assert outcome(names_labels, shop, Stage.HOME).kind is Kind.NOT_MEASURABLE
