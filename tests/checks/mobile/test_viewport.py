import pytest
from auditor_checks.mobile.viewport import viewport

from auditor.api import Kind, Severity, Stage
from tests.checks.judging import outcome
from tests.checks.pages import PHONE, Page
from tests.checks.recordings import Shop


def asking(content: str) -> Page:
    page = Page(window=PHONE)
    page.meta("viewport", content)
    return page


def test_a_page_as_wide_as_the_phone_passes(shop: Shop) -> None:
    shop.walk(mobile=True).page(Stage.HOME, asking("width=device-width, initial-scale=1, maximum-scale=5"))
    assert outcome(viewport, shop).kind is Kind.PASS


def test_a_scale_alone_is_enough(shop: Shop) -> None:
    shop.walk(mobile=True).page(Stage.HOME, asking("initial-scale=1"))
    assert outcome(viewport, shop).kind is Kind.PASS


def test_no_setting_and_a_fixed_width_fail_critically(shop: Shop) -> None:
    shop.walk(mobile=True).page(Stage.HOME, asking("")).page(Stage.PRODUCT, asking("width=1024"))
    found = outcome(viewport, shop)
    assert (found.kind, found.value, found.severity) == (Kind.FAIL, 2, Severity.CRITICAL)
    assert "1024" in found.findings[1].message


@pytest.mark.parametrize("told", ["user-scalable=no", "maximum-scale=1, user-scalable=0"])
def test_forbidden_zoom_fails(shop: Shop, told: str) -> None:
    shop.walk(mobile=True).page(Stage.HOME, asking(f"width=device-width, {told}"))
    found = outcome(viewport, shop)
    assert (found.kind, "user-scalable" in found.message) == (Kind.FAIL, True)


def test_a_checkout_that_forbids_zooming_warns(shop: Shop) -> None:
    shop.walk(mobile=True).page(Stage.HOME, asking("width=device-width")).page(
        Stage.CHECKOUT, asking("width=device-width, user-scalable=0")
    )
    assert outcome(viewport, shop).kind is Kind.WARN


def test_allowed_zoom_passes(shop: Shop) -> None:
    shop.walk(mobile=True).page(Stage.HOME, asking("width=device-width, user-scalable=yes"))
    assert outcome(viewport, shop).kind is Kind.PASS


def test_a_small_maximum_is_warned_of(shop: Shop) -> None:
    shop.walk(mobile=True).page(Stage.HOME, asking("width=device-width,maximum-scale=1.0"))
    found = outcome(viewport, shop)
    assert (found.kind, "maximum-scale=1.0" in found.message) == (Kind.WARN, True)


def test_no_page_is_not_measurable(shop: Shop) -> None:
    shop.walk(mobile=True).missed(Stage.HOME, "No answer.")
    assert outcome(viewport, shop).kind is Kind.NOT_MEASURABLE
