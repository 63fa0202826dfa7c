import pytest
from auditor_checks.accessibility.names_labels import names_labels

from auditor.api import Kind, Severity, Stage
from tests.checks.accessibility.scans import scan
from tests.checks.judging import outcome
from tests.checks.recordings import Shop


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
    shop.walk().page(stage, axe=scan(rules))
    found = outcome(names_labels, shop, stage)
    assert (found.kind, found.severity) == (kind, severity)


def test_page_that_was_not_scanned_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.HOME)
    assert outcome(names_labels, shop, Stage.HOME).kind is Kind.NOT_MEASURABLE
