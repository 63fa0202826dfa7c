import pytest
from auditor_checks.checkout.order_summary import order_summary

from auditor.api import Kind, Stage
from tests.checks.checkout.forms import VASE, cart, form, payment, rows
from tests.checks.judging import outcome
from tests.checks.recordings import Shop


def test_items_and_total_on_every_step_pass(shop: Shop) -> None:
    address = form()
    address.text("Stoneware vase")
    rows(address, "Delivery", "€4.90", "€53.90")
    shop.walk(product=VASE).page(Stage.CART, cart()).page(Stage.ADDRESS, address).page(Stage.PAYMENT, payment())
    assert outcome(order_summary, shop).kind is Kind.PASS


def test_a_bare_address_step_warns_and_is_named(shop: Shop) -> None:
    shop.walk(product=VASE).page(Stage.CART, cart()).page(Stage.ADDRESS, form()).page(Stage.PAYMENT, payment())
    found = outcome(order_summary, shop)
    assert (found.kind, [f.key for f in found.findings]) == (Kind.WARN, ["address"])


def test_a_bare_payment_step_with_the_last_button_fails(shop: Shop) -> None:
    shop.walk(product=VASE).page(Stage.CART, cart()).page(Stage.PAYMENT, payment(total="", product=""))
    assert outcome(order_summary, shop).kind is Kind.FAIL


def test_a_bare_payment_step_warns_where_a_review_follows(shop: Shop) -> None:
    shop.walk(product=VASE).page(Stage.CART, cart()).page(Stage.PAYMENT, payment(total="", product="", button="Continue"))
    assert outcome(order_summary, shop).kind is Kind.WARN


def test_so_it_does_in_german(shop: Shop) -> None:
    last = payment(lang="de", total="", product="", button="Zahlungspflichtig bestellen")
    shop.walk(product=VASE, language="de").page(Stage.CART, cart(lang="de", delivery="Versandkosten")).page(Stage.PAYMENT, last)
    assert outcome(order_summary, shop).kind is Kind.FAIL


def test_an_unknown_product_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.CART, cart()).page(Stage.PAYMENT, payment())
    assert outcome(order_summary, shop).kind is Kind.NOT_MEASURABLE


def test_a_line_that_opens_shows_the_total(shop: Shop) -> None:
    last = payment(total="", product="")
    last.button("Order summary €53.90", attrs={"aria-controls": "summary"})
    shop.walk(product=VASE, mobile=True).page(Stage.CART, cart()).page(Stage.PAYMENT, last)
    assert outcome(order_summary, shop).kind is Kind.PASS


def test_a_summary_that_is_folded_is_no_failure(shop: Shop) -> None:
    last = payment(total="", product="")
    last.html = "<html><body><details><p>Stoneware vase</p></details></body></html>"
    shop.walk(product=VASE).page(Stage.CART, cart()).page(Stage.PAYMENT, last)
    assert outcome(order_summary, shop).kind is Kind.WARN


@pytest.mark.parametrize(
    ("lang", "button", "facts", "kind"),
    [
        ("en", "Continue", {}, Kind.WARN),
        ("en", "Review your order", {}, Kind.WARN),
        ("de", "Weiter zur Bestellübersicht", {}, Kind.WARN),
        ("de", "Weiter zur Bestellübersicht", {"id": "place-order"}, Kind.WARN),  # what it says goes before what its markup calls it
        ("fr", "Continuer vers le récapitulatif de commande", {}, Kind.WARN),
        ("en", "Place order", {}, Kind.FAIL),
        ("de", "Prüfen und zahlungspflichtig bestellen", {}, Kind.FAIL),
        ("en", "Pay now", {}, Kind.FAIL),
    ],
)
@pytest.mark.parametrize("shown_before", [True, False])
def test_bare_steps_fail_where_the_last_one_orders_or_no_other_shows_anything(
    shop: Shop, lang: str, button: str, facts: dict[str, str], kind: Kind, *, shown_before: bool
) -> None:
    last = payment(lang=lang, total="", product="", button="")
    with last.part("main"):
        last.button(button, **facts)
    address = form(lang=lang)
    if shown_before:
        address.text("Stoneware vase")
    walk = shop.walk(product=VASE, language=lang).page(Stage.CART, cart(lang=lang))
    walk.page(Stage.ADDRESS, address).page(Stage.SHIPPING, form(lang=lang)).page(Stage.PAYMENT, last)
    assert outcome(order_summary, shop).kind is (kind if shown_before else Kind.FAIL)
