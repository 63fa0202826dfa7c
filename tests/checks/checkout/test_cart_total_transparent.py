import pytest
from auditor_checks.checkout.cart_total_transparent import cart_total_transparent

from auditor.api import Kind, Stage
from tests.checks.checkout.forms import CART, CHECKOUT, PAYMENT, VASE, cart, payment, rows
from tests.checks.judging import outcome, outcomes
from tests.checks.pages import Page
from tests.checks.recordings import Shop


def test_a_row_with_the_cost_of_delivery_passes(shop: Shop) -> None:
    shop.walk().page(Stage.CART, cart())
    assert outcome(cart_total_transparent, shop).kind is Kind.PASS


def test_free_delivery_passes_in_german(shop: Shop) -> None:
    shop.walk(language="de").page(Stage.CART, cart(lang="de", delivery="Versandkosten", price="kostenlos", total="€49.00"))
    assert outcome(cart_total_transparent, shop).kind is Kind.PASS


def test_an_estimate_by_postcode_passes(shop: Shop) -> None:
    page = cart(delivery="", total="€49.00")
    page.field("Postcode", attrs={"autocomplete": "postal-code"})
    shop.walk().page(Stage.CART, page)
    assert outcome(cart_total_transparent, shop).kind is Kind.PASS


LATER = (
    ("en", "Shipping costs are calculated at the next step", "Shipping"),
    ("de", "Die Versandkosten werden im nächsten Schritt berechnet.", "Versandkosten"),
)


@pytest.mark.parametrize(("lang", "words", "_link"), LATER)
def test_delivery_that_is_worked_out_later_fails(shop: Shop, lang: str, words: str, _link: str) -> None:
    page = cart(lang=lang, delivery="", total="€49.00")
    page.text(words)
    shop.walk(language=lang).page(Stage.CART, page)
    assert outcome(cart_total_transparent, shop).kind is Kind.FAIL


@pytest.mark.parametrize(("lang", "words", "link"), LATER)
def test_a_link_to_what_it_costs_makes_it_a_warning(shop: Shop, lang: str, words: str, link: str) -> None:
    page = cart(lang=lang, delivery="", total="€49.00")
    page.text(words)
    page.link(link, "/delivery")
    shop.walk(language=lang).page(Stage.CART, page)
    assert outcome(cart_total_transparent, shop).kind is Kind.WARN


def test_a_word_without_an_amount_warns(shop: Shop) -> None:
    page = cart(delivery="", total="€49.00")
    page.text("Plus delivery")
    shop.walk().page(Stage.CART, page)
    assert outcome(cart_total_transparent, shop).kind is Kind.WARN


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Delivery €4.90, or free from €80", Kind.PASS),
        ("Only €31.00 more for free delivery from €80.00", Kind.WARN),
        ("Your €49.00 are below the €80.00 for free delivery", Kind.WARN),
    ],
)
def test_what_delivery_costs_until_it_is_free(shop: Shop, words: str, kind: Kind) -> None:
    page = cart(delivery="", total="€49.00")
    page.text(words)
    shop.walk().page(Stage.CART, page)
    assert outcome(cart_total_transparent, shop).kind is kind


@pytest.mark.parametrize(
    ("lang", "label", "kind"),
    [("en", "Service fee", Kind.FAIL), ("de", "Mehrwegbeutel", Kind.FAIL), ("de", "Versandkosten Insel", Kind.PASS)],
)
def test_what_the_payment_step_adds_was_left_out_of_the_cart(shop: Shop, lang: str, label: str, kind: Kind) -> None:
    last = payment(lang=lang, total="€55.40")
    last.text(label, box=(700, 600, 100, 20))
    last.text("€1.50", box=(900, 600, 80, 20))
    delivery = "Delivery" if lang == "en" else "Versandkosten"
    shop.walk(language=lang, product=VASE).page(Stage.CART, cart(lang=lang, delivery=delivery)).page(Stage.PAYMENT, last)
    found = outcome(cart_total_transparent, shop)
    assert (found.kind, label in found.message) == (kind, kind is Kind.FAIL)


@pytest.mark.parametrize(
    ("lang", "label", "kind"),
    [
        ("fr", "Port (Colissimo, à domicile)", Kind.PASS),
        ("es", "Portes", Kind.PASS),
        ("pl", "Kurier (InPost)", Kind.PASS),
        ("en", "Getting it to you", Kind.WARN),  # part of the total by a name of its own
    ],
)
def test_delivery_by_another_name_is_told(shop: Shop, lang: str, label: str, kind: Kind) -> None:
    shop.walk(language=lang).page(Stage.CART, cart(lang=lang, delivery=label, price="€4.90", total="€53.90"))
    assert outcome(cart_total_transparent, shop).kind is kind


def test_nothing_about_delivery_fails(shop: Shop) -> None:
    shop.walk().page(Stage.CART, cart(delivery="", total="€49.00"))
    assert outcome(cart_total_transparent, shop).kind is Kind.FAIL


def test_a_cart_without_amounts_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.CART, Page(CART))
    assert outcome(cart_total_transparent, shop).kind is Kind.NOT_MEASURABLE


def test_a_subtotal_without_delivery_is_no_answer_in_two_languages(shop: Shop) -> None:
    shop.walk().page(Stage.CART, cart(delivery="Subtotal (excl. delivery)", price="€49.00"))
    danish = cart(lang="da", delivery="Subtotal (ekskl. levering)", price="€49.00")
    shop.walk(mobile=True, language="da").page(Stage.CART, danish)
    assert {found.kind for found in outcomes(cart_total_transparent, shop)} == {Kind.WARN}


def test_a_zero_that_the_payment_step_contradicts_warns(shop: Shop) -> None:
    payment = Page(PAYMENT)
    with payment.part("main"):
        rows(payment, "Delivery", "€4.90", "€53.90")
    shop.walk().page(Stage.CART, cart(price="€0.00", total="€49.00")).page(Stage.PAYMENT, payment)
    found = outcome(cart_total_transparent, shop)
    assert found.kind is Kind.WARN
    assert found.message == "The cart shows “Delivery €0.00”, but at the payment step it is “Delivery €4.90”."


def test_free_delivery_counts_where_the_cart_comes_to_it(shop: Shop) -> None:
    for mobile, least in ((False, "€40"), (True, "€99")):
        page = cart(delivery="", total="€49.00")
        page.text(f"Free delivery from {least}")
        shop.walk(mobile=mobile).page(Stage.CART, page)
    assert [found.kind for found in outcomes(cart_total_transparent, shop)] == [Kind.PASS, Kind.WARN]


def test_the_name_of_a_step_tells_nothing_of_the_cost(shop: Shop) -> None:
    page = cart(delivery="", total="€49.00")
    page.text("2. Delivery and payment")
    shop.walk().page(Stage.CART, page)
    assert outcome(cart_total_transparent, shop).kind is Kind.FAIL


def test_what_is_not_sent_costs_no_delivery(shop: Shop) -> None:
    walk = shop.walk().page(Stage.CART, cart(delivery="", total="€49.00"))
    walk.page(Stage.CHECKOUT, Page(CHECKOUT)).page(Stage.PAYMENT, Page(PAYMENT))
    assert outcome(cart_total_transparent, shop).kind is Kind.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("lang", "words", "link"),
    [("en", "Plus delivery", "View basket"), ("de", "Versandkosten werden im nächsten Schritt berechnet", "Warenkorb ansehen")],
)
def test_a_page_that_only_confirms_is_no_cart(shop: Shop, lang: str, words: str, link: str) -> None:
    page = Page("https://shop.example/vase", lang=lang)
    with page.part("main"):
        page.text("€49.00")
        page.text(words)
        page.link(link, "/cart")
    shop.walk(language=lang).page(Stage.CART, page)
    assert outcome(cart_total_transparent, shop).kind is Kind.NOT_MEASURABLE


SUMS = {"es": ("Subtotal", "Total"), "it": ("Subtotale", "Totale"), "fr": ("Sous-total", "Total"), "nl": ("Subtotaal", "Totaal")}


def named_in(lang: str, page: Page) -> None:
    """Name the sums of a page in its language."""
    words = dict(zip(("Zwischensumme", "Gesamtsumme"), SUMS.get(lang, ()), strict=False))
    for text in page.observation["frames"][0]["texts"]:
        text["text"] = words.get(text["text"], text["text"])


@pytest.mark.parametrize(
    ("lang", "label", "kind"),
    [
        ("es", "Portes", Kind.PASS),
        ("it", "Trasporto", Kind.PASS),
        ("fr", "Port (Colissimo)", Kind.PASS),
        ("de", "Fracht", Kind.PASS),
        ("en", "Freight", Kind.PASS),
        ("de", "Liefer- und Verpackungskosten", Kind.PASS),
        ("nl", "Verzend- en verpakkingskosten", Kind.PASS),
        ("de", "Verpackungskosten", Kind.FAIL),
        ("nl", "Verpakkingskosten", Kind.FAIL),
        ("en", "Freight surcharge", Kind.FAIL),
    ],
)
def test_carriage_at_the_payment_step_is_no_surprise_but_packing_alone_is(shop: Shop, lang: str, label: str, kind: Kind) -> None:
    in_cart = cart(lang=lang, delivery="", total="€49.00")
    in_cart.text("Delivery from €4.90")
    last = payment(lang=lang, total="€55.40")
    last.text(label, box=(700, 600, 100, 20))
    last.text("€6.40", box=(900, 600, 80, 20))
    for page in (in_cart, last):
        named_in(lang, page)
    shop.walk(language=lang, product=VASE).page(Stage.CART, in_cart).page(Stage.PAYMENT, last)
    found = outcome(cart_total_transparent, shop)
    assert (found.kind, label in found.message) == (kind, kind is Kind.FAIL)


@pytest.mark.parametrize(
    ("lang", "words", "link", "kind"),
    [
        ("en", "Taxes and shipping calculated at checkout", "Shipping information", Kind.WARN),
        ("de", "Die Versandkosten werden im nächsten Schritt berechnet.", "Versand und Lieferung", Kind.WARN),
        ("en", "Taxes and shipping calculated at checkout", "About us", Kind.FAIL),
        ("de", "Die Versandkosten werden im nächsten Schritt berechnet.", "Impressum", Kind.FAIL),
    ],
)
def test_a_page_about_delivery_that_the_footer_links_makes_it_a_warning(shop: Shop, lang: str, words: str, link: str, kind: Kind) -> None:
    page = cart(lang=lang, delivery="", total="€49.00")
    page.text(words)
    with page.part("footer"):
        page.link(link, "/a-page")
    shop.walk(language=lang).page(Stage.CART, page)
    assert outcome(cart_total_transparent, shop).kind is kind


@pytest.mark.parametrize(
    ("lang", "label", "kind"),
    [
        ("en", "Breakage cover", Kind.FAIL),
        ("de", "Bruchschutz", Kind.FAIL),
        ("en", "Carriage to you", Kind.WARN),
        ("de", "Fracht", Kind.WARN),
    ],
)
def test_an_insurance_in_the_total_is_no_delivery(shop: Shop, lang: str, label: str, kind: Kind) -> None:
    shop.walk(language=lang).page(Stage.CART, cart(lang=lang, delivery=label, price="€4.90", total="€53.90"))
    found = outcome(cart_total_transparent, shop).kind
    assert found is kind or (kind is Kind.WARN and found is Kind.PASS)
