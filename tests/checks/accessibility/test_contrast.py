import pytest
from auditor_checks.accessibility.contrast import contrast

from auditor.api import Kind, Stage
from tests.checks.accessibility.scans import scan
from tests.checks.judging import outcome
from tests.checks.product.product_pages import product
from tests.checks.recordings import Shop


@pytest.mark.parametrize(("number", "kind"), [(0, Kind.PASS), (3, Kind.WARN), (4, Kind.FAIL)])
def test_places_are_counted(shop: Shop, number: int, kind: Kind) -> None:
    rules = {"color-contrast": number, "label": 2} if number else {"label": 2}
    shop.walk().page(Stage.HOME, axe=scan(rules, summary="insufficient color contrast of 2.5 (…)"))
    found = outcome(contrast, shop, Stage.HOME)
    assert (found.kind, found.value) == (kind, number)
    assert ("2.5 to 1" in found.message) is (number > 0)


def test_a_pale_buy_button_fails_alone(shop: Shop) -> None:
    axe = scan({"color-contrast": 1}, html='<button class="buy">Add to cart</button>')
    shop.walk().page(Stage.PRODUCT, product(), axe=axe)
    assert outcome(contrast, shop, Stage.PRODUCT).kind is Kind.FAIL


def test_page_that_was_not_scanned_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.HOME)
    assert outcome(contrast, shop, Stage.HOME).kind is Kind.NOT_MEASURABLE
