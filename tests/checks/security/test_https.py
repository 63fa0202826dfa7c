from auditor_checks.security.https import https

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop

FINISHED = 1_795_601_000  # some minutes after the hand-made recordings end: 24 November 2026
SAFE = {"url": "http://shop.example/", "status": 200, "ends": "https://shop.example/", "secure": True, "error": ""}
DAY = 86_400


def test_encrypted_pages_and_a_redirect_pass(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, headers={}, tls={"validTo": FINISHED + 60 * DAY}).probe("plain_http", SAFE)
    assert outcome(https, shop).kind is Kind.PASS


def test_page_without_encryption_fails_and_is_named(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, headers={}).page(Stage.CART, Page("http://shop.example/cart?id=1"), headers={})
    found = outcome(https, shop)
    assert (found.kind, [f.key for f in found.findings]) == (Kind.FAIL, ["cart"])
    assert "http://shop.example/cart" in found.message


def test_form_that_sends_without_encryption_fails_once(shop: Shop) -> None:
    page = Page()
    with page.form("http://news.example/subscribe"):
        page.field("Email")
    shop.walk().page(Stage.HOME, page, headers={}).page(Stage.CART, page, headers={})
    found = outcome(https, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 1)
    assert "news.example" in found.message


def test_a_page_that_asks_for_personal_data_without_encryption_keeps_everybody_from_buying(shop: Shop) -> None:
    page = Page("http://shop.example/address")
    with page.form("/send"):
        page.field("Email", "email")
    shop.walk().page(Stage.HOME, headers={}).page(Stage.ADDRESS, page, headers={})
    assert outcome(https, shop).blocker is True


def test_one_that_only_shows_something_does_not(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, headers={}).page(Stage.CART, Page("http://shop.example/cart"), headers={})
    assert outcome(https, shop).blocker is False


def test_a_shop_on_this_machine_needs_no_encryption(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, Page("http://127.0.0.1:8000/"), headers={})
    assert outcome(https, shop).kind is Kind.PASS


def test_address_that_stays_unencrypted_warns(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, headers={}).probe("plain_http", SAFE | {"ends": "http://shop.example/", "secure": False})
    found = outcome(https, shop)
    assert (found.kind, found.findings[0].key) == (Kind.WARN, "redirect")


def test_closed_http_port_is_no_fault(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, headers={}).probe("plain_http", SAFE | {"status": 0, "ends": "", "secure": False})
    assert outcome(https, shop).kind is Kind.PASS


def test_certificate_that_ends_soon_warns(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, headers={}, tls={"validTo": FINISHED + 5 * DAY})
    found = outcome(https, shop)
    assert found.kind is Kind.WARN
    assert "days" in found.message


def test_refused_certificate_fails_though_nothing_was_reached(shop: Shop) -> None:
    shop.walk().missed(Stage.HOME, "The address did not answer: net::ERR_CERT_DATE_INVALID")
    assert outcome(https, shop).kind is Kind.FAIL


def test_unreachable_shop_is_not_measurable(shop: Shop) -> None:
    shop.walk().missed(Stage.HOME, "The address did not answer.")
    assert outcome(https, shop).kind is Kind.NOT_MEASURABLE
