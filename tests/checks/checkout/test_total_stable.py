from auditor_checks.checkout.total_stable import total_stable

from auditor.api import Kind, Stage
from tests.checks.checkout.forms import VASE, cart, payment
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop


def with_fee(label: str, total: str, lang: str = "en") -> Page:
    page = payment(lang=lang, total=total)
    page.text(label, box=(700, 600, 100, 20))
    page.text("€2.99", box=(900, 600, 80, 20))
    return page


def test_the_same_total_passes(shop: Shop) -> None:
    shop.walk(product=VASE).page(Stage.CART, cart()).page(Stage.PAYMENT, payment())
    assert outcome(total_stable, shop).kind is Kind.PASS


def test_a_total_that_grows_by_the_delivery_passes(shop: Shop) -> None:
    shop.walk(product=VASE).page(Stage.CART, cart(delivery="", total="€49.00")).page(Stage.PAYMENT, payment())
    assert outcome(total_stable, shop).kind is Kind.PASS


def test_a_fee_that_comes_up_at_the_end_fails_and_is_named(shop: Shop) -> None:
    shop.walk(product=VASE).page(Stage.CART, cart()).page(Stage.PAYMENT, with_fee("Service fee", "€56.89"))
    found = outcome(total_stable, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 2.99)
    assert "Service fee" in found.message


def test_so_it_does_in_german(shop: Shop) -> None:
    page = with_fee("Bearbeitungsgebühr", "€56.89", "de")
    shop.walk(product=VASE, language="de").page(Stage.CART, cart(lang="de", delivery="Versandkosten")).page(Stage.PAYMENT, page)
    assert outcome(total_stable, shop).kind is Kind.FAIL


def test_growth_without_an_explanation_warns(shop: Shop) -> None:
    shop.walk(product=VASE).page(Stage.CART, cart()).page(Stage.PAYMENT, payment(total="€61.00"))
    assert outcome(total_stable, shop).kind is Kind.WARN


def test_a_payment_step_without_a_total_is_not_measurable(shop: Shop) -> None:
    shop.walk(product=VASE).page(Stage.CART, cart()).page(Stage.PAYMENT, payment(total=""))
    assert outcome(total_stable, shop).kind is Kind.NOT_MEASURABLE


def test_the_amount_on_the_last_button_is_the_total_where_nothing_else_is(shop: Shop) -> None:
    page = payment(total="", button="Pay now · €53.90")
    shop.walk(product=VASE).page(Stage.CART, cart()).page(Stage.PAYMENT, page)
    found = outcome(total_stable, shop)
    assert found.kind is Kind.PASS
    assert "Pay now" in found.message


def test_an_amount_that_has_nothing_to_do_with_the_product_does_not_hide_the_total(shop: Shop) -> None:
    page = Page("https://shop.example/cart")
    with page.part("main"), page.part("li.line"):
        page.text("Add €80.00 for free delivery", box=(40, 60, 300, 24))
        page.link("Stoneware vase", "/vase", box=(40, 100, 300, 24))
        page.text("Total", box=(700, 300, 100, 20))
        page.text("€49.00", box=(900, 300, 80, 20))
    shop.walk(product=VASE).page(Stage.CART, page).page(Stage.PAYMENT, payment())
    assert outcome(total_stable, shop).kind is Kind.PASS


def test_a_line_that_opens_shows_the_total(shop: Shop) -> None:
    last = payment(total="")
    last.button("Summary €53.90", attrs={"aria-expanded": "false"})
    shop.walk(product=VASE).page(Stage.CART, cart()).page(Stage.PAYMENT, last)
    assert outcome(total_stable, shop).kind is Kind.PASS


def test_a_label_of_two_signs_is_a_word(shop: Shop) -> None:
    """送料 is the delivery."""
    first = cart(delivery="", total="€49.00")
    last = Page("https://shop.example/payment", lang="ja")
    for place, (label, amount) in enumerate((("送料", "€8.00"), ("合計", "€57.00"))):
        last.text(label, box=(700, 300 + 40 * place, 40, 20))
        last.text(amount, box=(900, 300 + 40 * place, 80, 20))
    shop.walk(product=VASE, language="ja").page(Stage.CART, first).page(Stage.PAYMENT, last)
    assert outcome(total_stable, shop).kind is Kind.PASS
