"""The network rail's judgement: an example and a counter-example for every line of `orders.toml`, and what a guard does with it."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

import pytest

from auditor.journey.guard import Blocked, Guard, Reason, order_reason

SHOP = "https://shop.example"
TABLES: dict[str, dict[str, list[str]]] = tomllib.loads((files("auditor.journey") / "orders.toml").read_text(encoding="utf-8"))
REASONS: dict[str, Reason] = {"payment_host": "payment host", "unwanted": "newsletter or message"}

# In the order of the lines: (a request that the line is about, a neighbour that must go through).
EXAMPLES: dict[tuple[str, str], list[tuple[str, str]]] = {
    ("certain", "addresses"): [
        ("/checkout/place-order", "/address/place-orderer-name"),
        ("/api/confirmOrder", "/api/confirmOrderAddress"),
        ("/orders/7/../order/submit", "/order/submitted-address"),
        ("/checkout/place", "/checkout/places"),
        ("/checkouts/ab12/complete", "/checkouts/ab12/shipping"),
        ("/rest/V1/guest-carts/x/carts/x/payment-information", "/rest/V1/guest-carts/x/shipping-information"),
        ("/rest/V1/guest-carts/x/payment-information", "/rest/V1/guest-carts/x/set-payment-information"),
        ("/?wc-ajax=checkout", "/?wc-ajax=update_order_review"),
        ("/wp-json/wc/store/v1/checkout", "/wp-json/wc/store/v1/cart/add-item"),
        ("/on/demandware.store/CheckoutServices-PlaceOrder", "/on/demandware.store/CheckoutServices-SubmitPaymentMethods"),
        ("/module/ps_wirepayment/validation", "/module/ps_checkout/validate-address"),
        ("/index.php?route=extension/opencart/payment/cod.confirm", "/index.php?route=extension/opencart/shipping/flat.quote"),
        ("/api/payments/authorize", "/api/payments/methods"),
        ("/cart/buy-now", "/cart/buy-nowhere"),
        ("/checkout/one-click", "/checkout/one-page"),
        ("/order-express", "/order-expression"),
        ("/express-order", "/express-shipping"),
        ("/bestellung/absenden", "/bestellung/adresse"),
        ("/fr/commande/valider", "/fr/commande/adresse"),
        ("/es/pedido/confirmar", "/es/pedido/direccion"),
        ("/it/ordine/conferma", "/it/ordine/indirizzo"),
        ("/zamowienie/zloz", "/zamowienie/adres"),
        ("/objednavka/odeslat", "/objednavka/doprava"),
        ("/index.php?cl=order&fnc=execute", "/index.php?cl=order&fnc=executed"),
    ],
    ("certain", "bodies"): [
        ('{"operationName":"SubmitForCompletion"}', '{"operationName":"NegotiateForCompletion"}'),
        ("mutation { checkoutComplete(id: 1) { order { id } } }", "mutation { checkoutCompleted }"),
        ("mutation { placeOrder(input: {}) { order } }", "mutation { setPlaceOrderer(input: {}) }"),
        ("mutation { createOrder(cart: 1) { id } }", "mutation { createOrderFromCartLines }"),
        ("mutation { transactionInitialize(id: 1) }", "mutation { checkoutShippingAddressUpdate(id: 1) }"),
        ("action=place-order&token=1", "action=place-address&token=1"),
        ("woocommerce_checkout_place_order=1", "woocommerce_checkout_update_totals=1"),
        ("csrf=1&submit_order=Kaufen", "csrf=1&submit_address=Weiter"),
        ("id=3&buy-now=1", "id=3&buy-number=1"),
        ("action=buy_now", "action=add"),
    ],
    ("likely", "addresses"): [
        ("/api/v2/orders", "/api/v2/orders/current/address"),
        ("/order/create", "/order/created-at"),
        ("/checkout/confirm", "/checkout/shipping"),
        ("/api/carts/x1/checkout", "/api/carts/x1/checkout-address"),
        ("/cart/create_checkout", "/cart/create_address"),
        ("/cart/complete-checkout", "/cart/complete-address"),
        ("/index.php?route=checkout/confirm.confirm", "/index.php?route=checkout/shipping_method.save"),
        ("/module/payplug/payment", "/module/payplug/paymentlist"),
        ("/payment/process", "/payment/methods"),
    ],
    ("likely", "bodies"): [
        ("csrf=1&intent=complete", "csrf=1&intent=completeAddress"),
        ("mutation { newOrder }", "mutation { newOrders }"),
    ],
    ("harmless", "addresses"): [
        ("/carts/x/set-payment-information", "/carts/x/payment-information"),
        ("/checkout/set-shipping", "/checkout/place"),
        ("/carts/x/shipping-information", "/carts/x/order"),
        ("/carts/x/estimate-shipping-methods", "/carts/x/complete"),
        ("/carts/x/payment-methods", "/carts/x/place"),
        ("/?wc-ajax=update_order_review", "/?wc-ajax=checkout"),
        ("/order-review", "/order/confirm"),
        ("/order-summary", "/order/submit"),
        ("/orderForm/x/items", "/order/place"),
        ("/orders/track", "/orders/create"),
        ("/sort-order", "/place-order"),
        ("/orders/current/line_items", "/orders/current/complete-order"),
    ],
    ("payment_host", "addresses"): [
        ("https://api.stripe.com/v1/payment_intents/x/confirm", "https://api.stripe.com/v1/elements/sessions"),
        ("https://checkoutshopper-live.adyen.com/v1/sessions/payments", "https://checkoutshopper-live.adyen.com/v1/analytics"),
        ("https://payments.braintree-api.com/graphql", "https://assets.braintree-api.com/log"),
        ("https://www.paypal.com/smart/api/order", "https://www.paypal.com/xoplatform/logger"),
        ("https://api.eu.klarna.com/v1/sessions/x/authorize", "https://js.klarna.com/v1/sessions"),
        ("https://pay.google.com/gp/p/ui/pay", "https://maps.google.com/gp"),
        ("https://apple-pay-gateway.apple.com/paymentservices", "https://www.apple.com/paymentservices"),
        ("https://api.mollie.com/v2/payments", "https://api.mollie.com/v2/methods"),
        ("https://web.squareup.com/v2/payments", "https://web.squareup.com/v2/locations"),
    ],
    ("unwanted", "addresses"): [
        ("/newsletter/signup", "/newsletter/cart-reminder-address"),
        ("/account/subscribe", "/account/subscription"),
        ("/contact-us", "/contact-address"),
        ("/kontaktformular", "/kontaktdaten"),
    ],
}
LINES = [(*key, n) for key, pairs in EXAMPLES.items() for n in range(len(pairs))]


def test_every_line_of_the_tables_has_its_examples() -> None:
    lines = {(table, part): len(expressions) for table, parts in TABLES.items() for part, expressions in parts.items()}
    assert {key: len(pairs) for key, pairs in EXAMPLES.items()} == lines


@pytest.mark.parametrize(("table", "part", "n"), LINES, ids=lambda value: str(value))
def test_a_line_is_about_its_example_and_not_about_its_neighbour(table: str, part: str, n: int) -> None:
    line = re.compile(TABLES[table][part][n], re.IGNORECASE)
    example, neighbour = EXAMPLES[(table, part)][n]
    assert line.search(example)
    assert not line.search(neighbour)


def reason(text: str, part: str, *, strict: bool) -> Reason | None:
    """Judge a text as the address or as the body of a request."""
    if part == "bodies":
        return order_reason(f"{SHOP}/graphql", text, strict=strict)
    return order_reason(text if "://" in text else SHOP + text, "", strict=strict)


@pytest.mark.parametrize(("table", "part", "n"), [line for line in LINES if line[0] != "harmless"], ids=lambda value: str(value))
def test_an_example_is_refused_and_its_neighbour_goes_through(table: str, part: str, n: int) -> None:
    example, neighbour = EXAMPLES[(table, part)][n]
    expected = REASONS.get(table, "order in the body" if part == "bodies" else "order address")
    assert reason(example, part, strict=True) == expected
    assert reason(example, part, strict=False) == (None if table == "likely" else expected)
    assert reason(neighbour, part, strict=True) is None


@pytest.mark.parametrize("example", [pair[0] for pair in EXAMPLES[("harmless", "addresses")]])
def test_harmless_steps_are_never_refused(example: str) -> None:
    assert order_reason(SHOP + example, "", strict=True) is None


@pytest.mark.parametrize("example", [pair[1] for pair in EXAMPLES[("harmless", "addresses")]])
def test_the_orders_beside_harmless_steps_are_refused(example: str) -> None:
    assert order_reason(SHOP + example, "", strict=True) == "order address"


def test_a_harmless_address_does_not_excuse_a_body_that_orders() -> None:
    assert order_reason(f"{SHOP}/order-review", "action=place_order") == "order in the body"


@pytest.mark.parametrize(
    ("url", "body"),
    [
        ("/cart/add", "product=7&quantity=1"),
        ("/cart", "quantity%5B7%5D=2&update=1"),
        ("/checkout/address", "first_name=Order&last_name=Place&email=a@example.com"),
        ("/checkout/shipping", "method=standard"),
        ("/search", "q=order+form"),
        ("/collect", '{"event":"view","page":"/checkout"}'),
        ("/login", "next=/checkout"),
        ("/graphql", '{"query":"mutation addToCart { cartLinesAdd { cart { id } } }"}'),
        ("/", "1=step&2=address"),
    ],
)
def test_what_a_shopper_does_on_the_way_goes_through(url: str, body: str) -> None:
    assert order_reason(SHOP + url, body) is None


@pytest.mark.parametrize("body", ["action%3Dplace_order", "x=1&action=place%5Forder", "a=%7B%22action%22%3A%22place_order%22%7D"])
def test_encoded_bodies_are_read_too(body: str) -> None:
    assert order_reason(f"{SHOP}/checkout", body) == "order in the body"


@pytest.mark.parametrize("method", ["POST", "put", "PATCH", "DELETE"])
def test_requests_that_change_something_are_judged(method: str) -> None:
    assert Guard().judge(method, f"{SHOP}/checkout/place-order", "") == "order address"


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_requests_that_only_read_are_not(method: str) -> None:
    guard = Guard(sealed=True)
    assert guard.judge(method, f"{SHOP}/checkout/place-order", "") is None


def test_while_stepping_the_ambiguous_goes_through_and_the_certain_does_not() -> None:
    guard = Guard(stepping=True)
    assert guard.judge("POST", f"{SHOP}/order/create", "") is None
    assert guard.judge("POST", f"{SHOP}/place-order", "") == "order address"
    guard.stepping = False
    assert guard.judge("POST", f"{SHOP}/order/create", "") == "order address"


def test_a_step_is_over_even_where_it_fails() -> None:
    guard = Guard()

    def press() -> None:
        with guard.step():
            assert guard.stepping
            raise LookupError

    with pytest.raises(LookupError):
        press()
    assert not guard.stepping


def test_after_the_journey_only_orders_are_noted_and_nothing_leaves() -> None:
    guard = Guard(sealed=True, over=True)
    assert guard.refuses("POST", f"{SHOP}/api/check-field", "city=Galway")
    assert guard.blocked == []
    assert guard.refuses("POST", f"{SHOP}/checkout/place-order", "")
    assert guard.blocked == [Blocked("POST", f"{SHOP}/checkout/place-order", "order address")]


def test_a_sealed_guard_lets_nothing_out_whatever_the_press_was_for() -> None:
    guard = Guard(sealed=True, stepping=True)
    assert guard.judge("POST", f"{SHOP}/cart/add", "id=1") == "after payment was reached"


def test_what_was_refused_is_kept_with_its_reason() -> None:
    guard = Guard()
    assert guard.refuses("POST", f"{SHOP}/place-order", "")
    assert not guard.refuses("POST", f"{SHOP}/cart/add", "")
    assert guard.blocked == [Blocked("POST", f"{SHOP}/place-order", "order address")]
