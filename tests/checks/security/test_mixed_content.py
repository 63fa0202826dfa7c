import pytest
from auditor_checks.security.mixed_content import mixed_content

from auditor.api import Kind, Severity, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop, request


def holding(markup: str, url: str = "https://shop.example/") -> Page:
    page = Page(url)
    page.html = f"<html><body>{markup}</body></html>"
    return page


def test_safe_addresses_pass(shop: Shop) -> None:
    page = holding('<img src="/a.png"><script src="https://cdn.example/a.js"></script><a href="http://other.example/">link</a>')
    shop.walk().page(Stage.HOME, page, network=[request("https://cdn.example/a.js")])
    assert outcome(mixed_content, shop).kind is Kind.PASS


def test_script_without_encryption_fails(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, holding('<script src="http://cdn.example/a.js"></script>'), network=[])
    found = outcome(mixed_content, shop)
    assert (found.kind, found.value, found.severity) == (Kind.FAIL, 1, Severity.MAJOR)
    assert found.findings[0].selector == 'script[src="http://cdn.example/a.js"]'


def test_in_the_checkout_it_is_critical(shop: Shop) -> None:
    shop.walk().page(Stage.PAYMENT, holding('<iframe src="http://seal.example/"></iframe>'), network=[])
    assert outcome(mixed_content, shop).severity is Severity.CRITICAL


def test_request_of_a_script_is_seen_too(shop: Shop) -> None:
    sent = [request("http://api.example/stock?id=1", kind="fetch"), request("http://shop.example/", main=True)]
    shop.walk().page(Stage.HOME, holding(""), network=sent)
    found = outcome(mixed_content, shop)
    assert (found.kind, found.value, found.findings[0].key) == (Kind.FAIL, 1, "http://api.example/stock")


def test_pictures_only_warn_and_are_counted_once(shop: Shop) -> None:
    page = holding('<img src="http://pics.example/a.png">')
    shop.walk().page(Stage.HOME, page, network=[]).page(Stage.CART, page, network=[])
    found = outcome(mixed_content, shop)
    assert (found.kind, found.value) == (Kind.WARN, 1)


def test_shop_without_encryption_is_judged_elsewhere(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, holding('<img src="http://pics.example/a.png">', "http://shop.example/"), network=[])
    assert outcome(mixed_content, shop).kind is Kind.NOT_APPLICABLE


@pytest.mark.parametrize("tag", ["img", "script"])
def test_what_is_not_listed_is_counted(shop: Shop, tag: str) -> None:
    shop.walk().page(Stage.HOME, holding("".join(f'<{tag} src="http://pics.example/{n}"></{tag}>' for n in range(13))), network=[])
    found = outcome(mixed_content, shop)
    assert (found.value, len(found.findings), found.unlisted) == (13, 10, 3)


def test_what_a_policy_lets_the_browser_fetch_encrypted_is_not_missing(shop: Shop) -> None:
    page = holding('<script src="http://cdn.example/a.js"></script>')
    shop.walk().page(Stage.HOME, page, network=[], headers={"Content-Security-Policy": "upgrade-insecure-requests"})
    assert outcome(mixed_content, shop).kind is Kind.PASS
