import pytest
from auditor_checks.security.misc_headers import misc_headers

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import SITE, Shop

SAFE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Server": "nginx",
}


def test_three_safe_defaults_pass(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, headers=SAFE)
    found = outcome(misc_headers, shop)
    assert (found.kind, found.value) == (Kind.PASS, 3)


@pytest.mark.parametrize(
    ("headers", "named"),
    [
        ({"X-Content-Type-Options": ""}, "nosniff"),
        ({"Referrer-Policy": "no-referrer, unsafe-url"}, "unsafe-url"),
        ({"Server": "Apache/2.4.6 (CentOS)"}, "Apache/2.4.6"),
        ({"X-Powered-By": "PHP/5.4.16"}, "PHP/5.4.16"),
    ],
)
def test_one_missing_warns_and_is_named(shop: Shop, headers: dict[str, str], named: str) -> None:
    shop.walk().page(Stage.HOME, headers=SAFE | headers)
    found = outcome(misc_headers, shop)
    assert (found.kind, found.value, found.findings[0].url) == (Kind.WARN, 2, SITE)
    assert named in found.findings[0].message


def test_two_missing_fail(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, headers={"Server": "nginx/1.18.0"})
    found = outcome(misc_headers, shop)
    assert (found.kind, found.value, len(found.findings)) == (Kind.FAIL, 1, 2)


def test_policy_in_the_page_itself_counts(shop: Shop) -> None:
    page = Page()
    page.meta("referrer", "unsafe-url")
    shop.walk().page(Stage.HOME, page, headers={"X-Content-Type-Options": "nosniff"})
    assert outcome(misc_headers, shop).kind is Kind.WARN


def test_the_second_device_stands_in(shop: Shop) -> None:
    shop.walk().missed(Stage.HOME, "The address did not answer.")
    shop.walk(mobile=True).page(Stage.HOME, headers=SAFE)
    assert outcome(misc_headers, shop).kind is Kind.PASS


def test_unrecorded_headers_are_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.HOME)
    found = outcome(misc_headers, shop)
    assert found.kind is Kind.NOT_MEASURABLE
    assert "headers.json" in found.message
