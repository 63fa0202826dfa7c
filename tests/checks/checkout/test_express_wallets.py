from auditor_checks.checkout.express_wallets import express_wallets

from auditor.api import Kind, Severity, Stage
from tests.checks.checkout.forms import cart, payment
from tests.checks.judging import outcome, outcomes
from tests.checks.recordings import Shop, request


def test_a_button_in_the_cart_passes(shop: Shop) -> None:
    page = cart()
    page.button("PayPal Express")
    shop.walk().page(Stage.CART, page, network=[])
    assert outcome(express_wallets, shop).kind is Kind.PASS


def test_a_wallet_among_the_ways_to_pay_warns(shop: Shop) -> None:
    shop.walk().page(Stage.CART, cart(), network=[]).page(Stage.PAYMENT, payment("Credit card", "PayPal", "Invoice"))
    assert outcome(express_wallets, shop).kind is Kind.WARN


def test_no_wallet_fails_and_weighs_more_on_phones(shop: Shop) -> None:
    page = payment("Kreditkarte", "Rechnung", "Vorkasse", lang="de")
    shop.walk(mobile=True, language="de").page(Stage.CART, cart(lang="de"), network=[]).page(Stage.PAYMENT, page)
    found = outcome(express_wallets, shop)
    assert (found.kind, found.severity or express_wallets.severity) == (Kind.FAIL, Severity.MAJOR)


def test_on_desktops_it_is_minor(shop: Shop) -> None:
    shop.walk().page(Stage.CART, cart(), network=[]).page(Stage.PAYMENT, payment("Credit card", "Invoice", "Cheque"))
    assert outcome(express_wallets, shop).severity is Severity.MINOR


def test_a_script_without_a_button_is_not_measurable(shop: Shop) -> None:
    loaded = [request("https://www.paypal.com/sdk/js?client-id=x")]
    shop.walk().page(Stage.CART, cart(), network=loaded)
    assert outcome(express_wallets, shop).kind is Kind.NOT_MEASURABLE


def test_a_link_that_begins_to_pay_is_a_button(shop: Shop) -> None:
    for mobile, href in ((False, "/checkout/express?with=paypal"), (True, "/paypal/express/start")):
        page = cart()
        page.link("PayPal", href, box=(40, 500, 200, 48), role="button")
        shop.walk(mobile=mobile).page(Stage.CART, page, network=[])
    assert {found.kind for found in outcomes(express_wallets, shop)} == {Kind.PASS}


def test_a_link_to_a_page_about_a_wallet_is_none(shop: Shop) -> None:
    for mobile, href in ((False, "/info/paypal"), (True, "https://www.paypal.com/express")):
        page = cart()
        page.link("PayPal", href, box=(40, 500, 200, 48), role="button")
        shop.walk(mobile=mobile).page(Stage.CART, page, network=[]).page(Stage.PAYMENT, payment("Credit card", "Invoice"))
    assert {found.kind for found in outcomes(express_wallets, shop)} == {Kind.FAIL}
