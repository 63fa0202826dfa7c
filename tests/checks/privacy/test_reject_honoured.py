from typing import Any

import pytest
from auditor_checks.privacy.reject_honoured import reject_honoured

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.recordings import SITE, Shop, Walk, cookie, request

REFUSED = {"seen": True, "choice": "rejected", "by": "own"}
PIXEL = "https://www.facebook.com/tr?id=1"


def visited(shop: Shop, *later: dict[str, Any], names: tuple[str, ...] = (), before: tuple[str, ...] = (), **facts: Any) -> Walk:
    walk = shop.walk(**{"country": "IE", "consent": REFUSED, **facts})
    walk.page(Stage.HOME, network=[], cookies=[cookie(n) for n in before])
    return walk.page(Stage.CATEGORY, network=list(later), cookies=[cookie(n) for n in (*before, *names)])


def test_nothing_after_refusing_passes(shop: Shop) -> None:
    visited(shop, request(SITE, main=True), names=("PHPSESSID",))
    assert outcome(reject_honoured, shop).kind is Kind.PASS


def test_request_to_a_tracker_after_refusing_fails(shop: Shop) -> None:
    visited(shop, request(SITE, main=True), request(PIXEL))
    found = outcome(reject_honoured, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 1)
    assert found.message == "Indication: Active although tracking was refused: Meta."


def test_requests_before_the_page_loaded_may_be_older_than_the_answer(shop: Shop) -> None:
    visited(shop, request(PIXEL), request(SITE, main=True))
    assert outcome(reject_honoured, shop).kind is Kind.PASS


def test_only_cookies_that_were_not_there_on_arrival_count(shop: Shop) -> None:
    visited(shop, request(SITE, main=True), before=("_ga",))
    assert outcome(reject_honoured, shop).kind is Kind.PASS


def test_new_cookie_of_a_tracker_fails(shop: Shop) -> None:
    visited(shop, request(SITE, main=True), names=("_fbp",))
    assert outcome(reject_honoured, shop).kind is Kind.FAIL


def test_cookieless_pings_only_warn(shop: Shop) -> None:
    visited(shop, request(SITE, main=True), request("https://www.googletagmanager.com/gtm.js?id=GTM-1"))
    assert outcome(reject_honoured, shop).kind is Kind.WARN


def test_outside_of_the_union_it_warns(shop: Shop) -> None:
    visited(shop, request(SITE, main=True), request(PIXEL), country="US")
    assert outcome(reject_honoured, shop).kind is Kind.WARN


def test_banner_that_was_accepted_proves_nothing(shop: Shop) -> None:
    visited(shop, request(SITE, main=True), request(PIXEL), consent={"seen": True, "choice": "accepted", "by": "own"})
    assert outcome(reject_honoured, shop).kind is Kind.NOT_APPLICABLE


def test_no_banner_and_no_tracker_passes(shop: Shop) -> None:
    visited(shop, consent={})
    assert outcome(reject_honoured, shop).kind is Kind.PASS


@pytest.mark.parametrize(
    "url",
    [
        "https://metrics.shop.example/g/collect?v=2&tid=G-ABC123DEF4&cid=534297193.1700000000",
        "https://data.other.example/tr/?id=482910377715624&ev=PageView",
    ],
)
def test_a_trackers_measuring_counts_on_any_host(shop: Shop, url: str) -> None:
    visited(shop, request(SITE, main=True), request(url))
    assert outcome(reject_honoured, shop).kind is Kind.FAIL


@pytest.mark.parametrize(
    "url",
    [
        "https://shop.example/api/collect?v=2&id=17",  # "click and collect"
        "https://shop.example/tr/?id=482910377715624",  # the Turkish shop
        "https://shop.example/points/collect?cid=12.5&tid=G-ABC",
    ],
)
def test_addresses_that_only_look_alike_do_not(shop: Shop, url: str) -> None:
    visited(shop, request(SITE, main=True), request(url))
    assert outcome(reject_honoured, shop).kind is Kind.PASS


def test_a_cookieless_ping_on_a_host_of_the_shops_own_only_warns(shop: Shop) -> None:
    ping = "https://metrics.shop.example/g/collect?v=2&tid=G-ABC123DEF4&cid=534297193.1700000000&gcs=G100"
    visited(shop, request(SITE, main=True), request(ping))
    assert outcome(reject_honoured, shop).kind is Kind.WARN
