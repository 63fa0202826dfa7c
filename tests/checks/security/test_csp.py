import pytest
from auditor_checks.security.csp import csp

from auditor.api import Kind, Severity, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop

NAME = "Content-Security-Policy"


@pytest.mark.parametrize(
    ("policy", "kind"),
    [
        ("default-src 'self'", Kind.PASS),
        ("script-src 'nonce-abc' 'strict-dynamic' https: 'unsafe-inline'", Kind.PASS),
        ("default-src *; script-src 'self' https://js.stripe.com", Kind.PASS),
        ("script-src *, script-src 'self'", Kind.PASS),
        ("script-src 'self' 'unsafe-inline'", Kind.WARN),
        ("script-src https:", Kind.WARN),
        ("script-src 'self' 'unsafe-eval'", Kind.WARN),
        ("frame-ancestors 'none'; upgrade-insecure-requests", Kind.FAIL),
        ("", Kind.FAIL),
    ],
)
def test_policies_of_the_payment_page(shop: Shop, policy: str, kind: Kind) -> None:
    shop.walk().page(Stage.HOME, headers={}).page(Stage.PAYMENT, headers={NAME: policy})
    assert outcome(csp, shop).kind is kind


def test_none_is_major_at_payment_and_minor_before(shop: Shop) -> None:
    walk = shop.walk().page(Stage.HOME, headers={})
    assert outcome(csp, shop).severity is Severity.MINOR
    walk.page(Stage.PAYMENT, headers={})
    assert outcome(csp, shop).severity is Severity.MAJOR


def test_policy_in_the_markup_counts(shop: Shop) -> None:
    page = Page()
    page.html = "<html><head><meta http-equiv=Content-Security-Policy content=\"script-src 'self'\"></head></html>"
    shop.walk().page(Stage.HOME, page, headers={})
    assert outcome(csp, shop).kind is Kind.PASS


def test_policy_that_only_reports_warns(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, headers={f"{NAME}-Report-Only": "script-src 'self'"})
    found = outcome(csp, shop)
    assert (found.kind, found.value) == (Kind.WARN, "report only")


def test_page_drawn_by_script_is_governed_by_the_document_before(shop: Shop) -> None:
    shop.walk().page(Stage.CHECKOUT, headers={NAME: "script-src 'self'"}).page(Stage.PAYMENT)
    found = outcome(csp, shop)
    assert found.kind is Kind.PASS
    assert "checkout page" in found.message
