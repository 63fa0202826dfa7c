import pytest
from auditor_checks.security.clickjacking import clickjacking

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop


@pytest.mark.parametrize(
    ("headers", "kind"),
    [
        ({"Content-Security-Policy": "frame-ancestors 'self' https://partner.example"}, Kind.PASS),
        ({"X-Frame-Options": "sameorigin"}, Kind.PASS),
        ({"X-Frame-Options": "SAMEORIGIN, SAMEORIGIN"}, Kind.PASS),
        ({"X-Frame-Options": "SAMEORIGIN\nDENY"}, Kind.PASS),
        ({"X-Frame-Options": "ALLOWALL"}, Kind.FAIL),
        ({"X-Frame-Options": "ALLOW-FROM https://partner.example"}, Kind.FAIL),
        ({"Content-Security-Policy": "frame-ancestors *", "X-Frame-Options": "DENY"}, Kind.FAIL),
        ({}, Kind.FAIL),
    ],
)
def test_who_may_embed_the_checkout(shop: Shop, headers: dict[str, str], kind: Kind) -> None:
    shop.walk().page(Stage.HOME, headers={"X-Frame-Options": "DENY"}).page(Stage.CHECKOUT, headers=headers)
    assert outcome(clickjacking, shop).kind is kind


def test_frame_ancestors_in_the_markup_is_ignored_by_browsers(shop: Shop) -> None:
    page = Page()
    page.html = "<html><head><meta http-equiv=Content-Security-Policy content=\"frame-ancestors 'none'\"></head></html>"
    shop.walk().page(Stage.HOME, page, headers={})
    assert outcome(clickjacking, shop).kind is Kind.FAIL


def test_without_headers_it_is_not_measurable(shop: Shop) -> None:
    shop.walk().missed(Stage.HOME, "The address did not answer.")
    assert outcome(clickjacking, shop).kind is Kind.NOT_MEASURABLE
