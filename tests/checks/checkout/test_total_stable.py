import pytest
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


# -- what was ticked in advance ---------------------------------------------------------------------------


def checkout(label: str, total: str, *, ticked: bool, lang: str = "en") -> Page:
    """A checkout on one page with a paid box beside its sum; the page was sent with the box ticked."""
    page = payment(lang=lang, total=total)
    page.field(label, "checkbox", checked=ticked, default_checked=True)
    return page


@pytest.mark.parametrize(
    ("lang", "delivery", "label"),
    [
        ("en", "Delivery", "Parcel protection, €2.49"),
        ("de", "Versandkosten", "Paketschutz (+ 2,49 €)"),
    ],
)
def test_a_box_that_came_ticked_and_was_taken_out_fails(shop: Shop, lang: str, delivery: str, label: str) -> None:
    first, last = checkout(label, "€56.39", ticked=True, lang=lang), checkout(label, "€53.90", ticked=False, lang=lang)
    walk = shop.walk(product=VASE, language=lang).page(Stage.CART, cart(lang=lang, delivery=delivery))
    walk.page(Stage.CHECKOUT, first).page(Stage.PAYMENT, last)
    found = outcome(total_stable, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 2.49)
    assert label in found.message


def test_so_it_does_where_the_cart_shows_no_total(shop: Shop) -> None:
    label = "Parcel protection, €2.49"
    drawer = Page("https://shop.example/vase")
    with drawer.layer("cart-drawer"):
        drawer.text("Stoneware vase €49.00")
        drawer.button("Checkout")
    walk = shop.walk(product=VASE).page(Stage.CART, drawer).page(Stage.CHECKOUT, checkout(label, "€56.39", ticked=True))
    walk.page(Stage.PAYMENT, checkout(label, "€53.90", ticked=False))
    assert outcome(total_stable, shop).kind is Kind.FAIL


def test_after_a_short_cart_it_warns(shop: Shop) -> None:
    """The page of the cart that was not opened may have told it."""
    label = "Parcel protection, €2.49"
    drawer = Page("https://shop.example/vase")
    with drawer.layer("cart-drawer"):
        drawer.text("Stoneware vase €49.00")
        drawer.link("View cart", "/cart")
    walk = shop.walk(product=VASE).page(Stage.CART, drawer).page(Stage.CHECKOUT, checkout(label, "€56.39", ticked=True))
    walk.page(Stage.PAYMENT, checkout(label, "€53.90", ticked=False))
    assert outcome(total_stable, shop).kind is Kind.WARN


def test_a_box_that_the_total_does_not_count_passes(shop: Shop) -> None:
    """Its price is asked for, say, only if the shopper pays on account."""
    label = "Parcel protection, €2.49"
    walk = shop.walk(product=VASE).page(Stage.CART, cart()).page(Stage.CHECKOUT, checkout(label, "€53.90", ticked=True))
    walk.page(Stage.PAYMENT, checkout(label, "€53.90", ticked=False))
    assert outcome(total_stable, shop).kind is Kind.PASS


def test_a_box_that_the_cart_had_named_passes(shop: Shop) -> None:
    label, basket = "Paketschutz (+ 2,49 €)", cart(lang="de", delivery="Versandkosten")
    basket.checkbox(label, ticked=True)
    basket.text("Paketschutz 2,49 €", box=(700, 600, 200, 20))
    walk = shop.walk(product=VASE, language="de").page(Stage.CART, basket)
    walk.page(Stage.CHECKOUT, checkout(label, "€56.39", ticked=True, lang="de"))
    walk.page(Stage.PAYMENT, checkout(label, "€53.90", ticked=False, lang="de"))
    assert outcome(total_stable, shop).kind is Kind.PASS


def test_a_box_that_the_cart_had_told_of_in_a_sentence_passes(shop: Shop) -> None:
    label, basket = "Parcel protection, €2.49", cart()
    basket.text("In the checkout we add parcel protection for €2.49 to your order, which you are free to take out there.")
    walk = shop.walk(product=VASE).page(Stage.CART, basket).page(Stage.CHECKOUT, checkout(label, "€56.39", ticked=True))
    walk.page(Stage.PAYMENT, checkout(label, "€53.90", ticked=False))
    assert outcome(total_stable, shop).kind is Kind.PASS


# -- what the cart had named beside its sum ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "label", "row"), [("en", "Safe arrival, €2.49", "Safe arrival"), ("de", "Bruchschutz für 2,49 €", "Bruchschutz")]
)
def test_what_the_cart_offered_and_the_payment_step_counts_is_no_surprise(shop: Shop, lang: str, label: str, row: str) -> None:
    basket, last = cart(lang=lang, delivery="", total="€49.00"), payment(lang=lang, total="€56.39")
    basket.text(label, box=(40, 600, 300, 20))
    last.text(row, box=(700, 600, 100, 20))
    last.text("€2.49", box=(900, 600, 80, 20))
    shop.walk(product=VASE, language=lang).page(Stage.CART, basket).page(Stage.PAYMENT, last)
    assert outcome(total_stable, shop).kind is Kind.PASS


def test_another_cost_of_the_same_amount_is_not_explained_by_it(shop: Shop) -> None:
    basket, last = cart(delivery="", total="€49.00"), payment(total="€56.39")
    basket.text("Greeting card, €2.49", box=(40, 600, 300, 20))
    last.text("Packing", box=(700, 600, 100, 20))
    last.text("€2.49", box=(900, 600, 80, 20))
    shop.walk(product=VASE).page(Stage.CART, basket).page(Stage.PAYMENT, last)
    assert outcome(total_stable, shop).kind is Kind.WARN


def test_lines_that_are_folded_away_may_explain_the_total(shop: Shop) -> None:
    last = payment(total="")
    last.button("Order summary €61.00", attrs={"aria-expanded": "false"})
    shop.walk(product=VASE).page(Stage.CART, cart()).page(Stage.PAYMENT, last)
    assert outcome(total_stable, shop).kind is Kind.NOT_MEASURABLE


@pytest.mark.parametrize(
    ("lang", "label", "kind"),
    [
        ("de", "Mehrwegbeutel", Kind.FAIL),
        ("en", "Green contribution", Kind.FAIL),
        ("en", "Sales tax", Kind.PASS),
        ("de", "MwSt. 19 %", Kind.PASS),
    ],
)
def test_a_line_that_is_the_whole_growth_fails_whatever_it_is_called(shop: Shop, lang: str, label: str, kind: Kind) -> None:
    delivery = "Delivery" if lang == "en" else "Versandkosten"
    page = with_fee(label, "€56.89", lang)
    shop.walk(product=VASE, language=lang).page(Stage.CART, cart(lang=lang, delivery=delivery)).page(Stage.PAYMENT, page)
    assert outcome(total_stable, shop).kind is kind


def test_a_box_that_offers_more_for_the_same_amount_is_not_what_was_added(shop: Shop) -> None:
    page = payment(total="€56.89")
    page.checkbox("Gift packaging + €2.99", ticked=False)
    page.text("Gift packaging + €2.99")
    shop.walk(product=VASE).page(Stage.CART, cart()).page(Stage.PAYMENT, page)
    assert outcome(total_stable, shop).kind is Kind.WARN


def test_delivery_by_another_name_is_no_late_cost(shop: Shop) -> None:
    """Where nothing else tells of the delivery, the new line may be it."""
    page = Page("https://shop.example/payment")
    with page.part("main"), page.form("/order"):
        page.field("Credit card", "radio", attrs={"name": "payment"}, value="card")
        page.text("Correo 48h", box=(700, 300, 100, 20))
        page.text("€4.90", box=(900, 300, 80, 20))
        page.text("Total", box=(700, 380, 100, 20))
        page.text("€53.90", box=(900, 380, 80, 20))
        page.button("Pay now")
    shop.walk(product=VASE).page(Stage.CART, cart(delivery="", total="€49.00")).page(Stage.PAYMENT, page)
    assert outcome(total_stable, shop).kind in {Kind.WARN, Kind.PASS}
