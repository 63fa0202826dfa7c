from typing import Any

import pytest
from auditor_checks.privacy.no_tracking_before_consent import no_tracking_before_consent

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop, cookie, request

PING = "https://region1.google-analytics.com/g/collect?v=2&gcs={}&tid=G-1"


def arrived(shop: Shop, *urls: str, names: tuple[str, ...] = (), stored: tuple[str, ...] = (), country: str = "IE") -> None:
    network: list[dict[str, Any]] = [request(url) for url in urls]
    held = [cookie(name) for name in names]
    shop.walk(country=country).page(Stage.HOME, network=network, cookies=held, stored=list(stored))


def test_necessary_cookies_and_own_requests_pass(shop: Shop) -> None:
    arrived(
        shop, "https://shop.example/app.js", names=("PHPSESSID", "cart", "_gallery", "fr", "IDE", "mf_cart"), stored=("theme", "mp_cart")
    )
    found = outcome(no_tracking_before_consent, shop)
    assert (found.kind, found.value) == (Kind.PASS, 0)


@pytest.mark.parametrize(
    ("name", "vendor"),
    [
        ("_ga", "Google Analytics"),
        ("_ga_AB12", "Google Analytics"),
        ("_fbp", "Meta"),
        ("_hjSession_1", "Hotjar"),
    ],
)
def test_cookies_of_trackers_fail(shop: Shop, name: str, vendor: str) -> None:
    arrived(shop, names=(name,))
    found = outcome(no_tracking_before_consent, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 1)
    assert [f.key for f in found.findings] == [f"{vendor} cookie {name}"]
    assert "Indication" in found.message


@pytest.mark.parametrize(
    ("url", "vendor"),
    [
        ("https://connect.facebook.net/en_US/fbevents.js", "Meta"),
        ("https://www.facebook.com/tr?id=1", "Meta"),
        ("https://bat.bing.com/bat.js", "Microsoft Advertising"),
        ("https://www.clarity.ms/tag/x", "Microsoft Clarity"),
        (PING.format("G111"), "Google Analytics"),
    ],
)
def test_requests_to_trackers_fail_with_their_address(shop: Shop, url: str, vendor: str) -> None:
    arrived(shop, url)
    found = outcome(no_tracking_before_consent, shop)
    assert found.kind is Kind.FAIL
    assert vendor in found.message
    assert found.findings[0].url == url.partition("?")[0]


def test_stored_names_of_trackers_fail(shop: Shop) -> None:
    arrived(shop, stored=("_uetsid",))
    assert outcome(no_tracking_before_consent, shop).kind is Kind.FAIL


@pytest.mark.parametrize(
    "url",
    [
        "https://www.facebook.com/shop",
        "https://notclarity.ms/x",
        "https://plausible.io/api/event",
        "https://matomo.shop.example/matomo.php",
    ],
)
def test_likenesses_and_counters_that_store_nothing_pass(shop: Shop, url: str) -> None:
    arrived(shop, url)
    assert outcome(no_tracking_before_consent, shop).kind is Kind.PASS


@pytest.mark.parametrize("url", [PING.format("G100"), "https://www.googletagmanager.com/gtm.js?id=GTM-1"])
def test_pings_of_a_refusal_and_tag_managers_alone_warn(shop: Shop, url: str) -> None:
    arrived(shop, url)
    found = outcome(no_tracking_before_consent, shop)
    assert (found.kind, found.value) == (Kind.WARN, 0)


def test_tag_manager_beside_a_tracker_fails_for_the_tracker(shop: Shop) -> None:
    arrived(shop, "https://www.googletagmanager.com/gtm.js?id=GTM-1", names=("_fbp",))
    found = outcome(no_tracking_before_consent, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 1)


@pytest.mark.parametrize(("country", "kind"), [("GB", Kind.FAIL), ("US", Kind.WARN), ("", Kind.WARN)])
def test_outside_of_the_union_and_the_kingdom_it_warns(shop: Shop, country: str, kind: Kind) -> None:
    arrived(shop, names=("_ga",), country=country)
    assert outcome(no_tracking_before_consent, shop).kind is kind


def test_page_without_recorded_requests_is_not_measurable(shop: Shop) -> None:
    shop.walk(country="IE").page(Stage.HOME, cookies=[])
    found = outcome(no_tracking_before_consent, shop)
    assert found.kind is Kind.NOT_MEASURABLE
    assert "network.json" in found.message


def test_short_names_count_at_the_vendor_s_own_domain(shop: Shop) -> None:
    shop.walk(country="IE").page(Stage.HOME, network=[], cookies=[cookie("fr", domain=".facebook.com")])
    assert outcome(no_tracking_before_consent, shop).kind is Kind.FAIL


TAG = "https://www.googletagmanager.com/gtag/js?id={}"
STARTED = "<script>gtag('js', new Date()); gtag('config', 'G-1');</script>"


@pytest.mark.parametrize(
    ("tag", "source", "status", "kind"),
    [
        ("G-1", STARTED, 0, Kind.FAIL),
        ("AW-1", STARTED, 0, Kind.FAIL),
        ("G-1", STARTED, 200, Kind.WARN),
        ("G-1", f"<script>gtag('consent', 'default', {{}});</script>{STARTED}", 0, Kind.WARN),
        ("G-1", "", 0, Kind.WARN),
    ],
)
def test_tag_that_could_not_be_fetched_counts_where_the_page_starts_it_without_asking(
    shop: Shop, tag: str, source: str, status: int, kind: Kind
) -> None:
    page = Page()
    page.html = f"<html><head>{source}</head><body></body></html>"
    asked = {**request(TAG.format(tag)), "status": status}
    shop.walk(country="IE").page(Stage.HOME, page, network=[asked], cookies=[])
    assert outcome(no_tracking_before_consent, shop).kind is kind
