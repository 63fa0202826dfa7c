import pytest
from auditor_checks.security.hsts import hsts

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop

NAME = "Strict-Transport-Security"


@pytest.mark.parametrize(
    ("header", "kind", "days"),
    [
        ("max-age=31536000; includeSubDomains", Kind.PASS, 365),
        ('max-age="15552000"', Kind.PASS, 180),
        ("max-age=15551999", Kind.WARN, 179),
        ("max-age=0", Kind.FAIL, 0),
        ("", Kind.FAIL, 0),
    ],
)
def test_days_that_browsers_remember(shop: Shop, header: str, kind: Kind, days: int) -> None:
    shop.walk().page(Stage.HOME, headers={NAME: header})
    found = outcome(hsts, shop)
    assert (found.kind, found.value) == (kind, days)


@pytest.mark.parametrize("address", ["http://shop.example/", "http://127.0.0.1:8000/"])
def test_pages_without_encryption_cannot_send_it(shop: Shop, address: str) -> None:
    shop.walk().page(Stage.HOME, Page(address), headers={})
    assert outcome(hsts, shop).kind is Kind.NOT_APPLICABLE


def test_without_headers_it_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.HOME)
    assert outcome(hsts, shop).kind is Kind.NOT_MEASURABLE
