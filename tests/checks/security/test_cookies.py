from typing import Any

import pytest
from auditor_checks.security.cookies import cookies

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop, cookie


def test_protected_session_passes(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, cookies=[cookie("PHPSESSID"), cookie("theme", http_only=False)])
    found = outcome(cookies, shop)
    assert (found.kind, found.value) == (Kind.PASS, 0)


@pytest.mark.parametrize(
    ("name", "flags", "lacking"),
    [
        ("sessionid", {"secure": False}, "Secure"),
        ("connect.sid", {"http_only": False}, "HttpOnly"),
        ("auth_token", {"secure": False, "http_only": False}, "Secure and HttpOnly"),
    ],
)
def test_session_without_its_flags_fails(shop: Shop, name: str, flags: dict[str, Any], lacking: str) -> None:
    shop.walk().page(Stage.HOME, cookies=[cookie(name, **flags)])
    found = outcome(cookies, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 1)
    assert [(f.key, f.message) for f in found.findings] == [(name, f"The cookie {name} lacks {lacking}.")]


@pytest.mark.parametrize(
    "weak",
    [
        cookie("sessionid", same_site=""),
        cookie("theme", secure=False),
        cookie("cart_id", http_only=False),
        cookie("csrftoken", same_site=""),
    ],
)
def test_smaller_faults_warn(shop: Shop, weak: dict[str, Any]) -> None:
    shop.walk().page(Stage.HOME, cookies=[weak])
    found = outcome(cookies, shop)
    assert (found.kind, found.findings[0].key) == (Kind.WARN, weak["name"])


def test_same_site_that_only_the_browser_filled_in_warns(shop: Shop) -> None:
    headers = {"Set-Cookie": "sessionid=[redacted]; Path=/; Secure; HttpOnly"}
    shop.walk().page(Stage.HOME, cookies=[cookie("sessionid")], headers=headers)
    found = outcome(cookies, shop)
    assert found.kind is Kind.WARN
    assert "SameSite" in found.message


def test_scripts_may_read_a_guard_against_forged_requests(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, cookies=[cookie("csrftoken", http_only=False), cookie("XSRF-TOKEN", http_only=False)])
    assert outcome(cookies, shop).kind is Kind.PASS


def test_secure_is_not_demanded_on_this_machine(shop: Shop) -> None:
    page = Page("http://127.0.0.1:8000/")
    local = [cookie("sessionid", secure=False, domain="127.0.0.1")]
    shop.walk().page(Stage.HOME, page, cookies=local)
    assert outcome(cookies, shop).kind is Kind.PASS


def test_but_http_only_is(shop: Shop) -> None:
    page = Page("http://127.0.0.1:8000/")
    local = [cookie("sessionid", secure=False, http_only=False, domain="127.0.0.1")]
    shop.walk().page(Stage.HOME, page, cookies=local)
    assert outcome(cookies, shop).kind is Kind.FAIL


def test_the_last_page_counts_and_the_weakest_copy(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, cookies=[]).page(Stage.CART, cookies=[cookie("sessionid")])
    shop.walk(mobile=True).page(Stage.HOME, cookies=[cookie("sessionid", http_only=False)])
    found = outcome(cookies, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 1)


@pytest.mark.parametrize("others", [[], [cookie("sid", secure=False, domain=".payments.example")]])
def test_shop_without_cookies_of_its_own_is_left_out(shop: Shop, others: list[dict[str, Any]]) -> None:
    shop.walk().page(Stage.HOME, cookies=others)
    assert outcome(cookies, shop).kind is Kind.NOT_APPLICABLE


def test_unrecorded_cookies_are_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.HOME)
    found = outcome(cookies, shop)
    assert found.kind is Kind.NOT_MEASURABLE
    assert "cookies.json" in found.message


@pytest.mark.parametrize("name", ["_hjSession_3210", "_uetsid", "intercom-session-x1", "CookieConsentSession", "lang_session"])
def test_cookies_of_tools_and_settings_are_no_sessions(shop: Shop, name: str) -> None:
    shop.walk().page(Stage.HOME, cookies=[cookie("PHPSESSID"), cookie(name, http_only=False)])
    assert outcome(cookies, shop).kind is Kind.PASS


def test_the_only_long_value_that_the_shop_sends_is_its_session(shop: Shop) -> None:
    headers = {"Set-Cookie": "besucher=[redacted]; Path=/; Secure; SameSite=Lax"}
    shop.walk().page(Stage.HOME, cookies=[cookie("besucher", http_only=False)], headers=headers)
    found = outcome(cookies, shop)
    assert (found.kind, found.findings[0].key) == (Kind.FAIL, "besucher")


def test_a_long_value_that_only_a_script_can_have_set_is_not(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, cookies=[cookie("besucher", http_only=False)], headers={})
    assert outcome(cookies, shop).kind is Kind.PASS


@pytest.mark.parametrize("name", ["woocommerce_items_in_cart", "sbjs_session", "mage-cache-sessid", "pys_session_limit", "author"])
def test_what_scripts_of_shop_systems_keep_is_no_session(shop: Shop, name: str) -> None:
    shop.walk().page(Stage.HOME, cookies=[cookie("PHPSESSID"), cookie(name, http_only=False)])
    assert outcome(cookies, shop).kind is Kind.PASS


def test_a_short_value_is_no_key(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, cookies=[{**cookie("session_seen", http_only=False), "length": 1}])
    assert outcome(cookies, shop).kind is not Kind.FAIL


@pytest.mark.parametrize("name", ["_tt_session", "pin_session", "scandi_session"])
def test_a_session_is_no_tools_cookie_for_the_first_letters_of_its_name(shop: Shop, name: str) -> None:
    shop.walk().page(Stage.HOME, cookies=[cookie(name, http_only=False)])
    assert outcome(cookies, shop).kind is Kind.FAIL


@pytest.mark.parametrize("name", ["_ttp", "_tt_enable_cookie", "_scid", "_pin_unauth"])
def test_cookies_of_advertisers_are_no_sessions(shop: Shop, name: str) -> None:
    shop.walk().page(Stage.HOME, cookies=[cookie(name, http_only=False)])
    assert outcome(cookies, shop).kind is Kind.PASS
