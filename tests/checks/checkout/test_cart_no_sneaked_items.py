import pytest
from auditor_checks.checkout.cart_no_sneaked_items import cart_no_sneaked_items

from auditor.api import Kind, Stage
from tests.checks.checkout.forms import CART, VASE, cart
from tests.checks.judging import outcome, outcomes
from tests.checks.pages import Page
from tests.checks.recordings import Shop


def two_lines(other: str, price: str, remove: str = "Remove", lang: str = "en") -> Page:
    page = Page(CART, lang=lang)
    with page.part("main"), page.part("ul"):
        for title, amount in (("Stoneware vase", "€49.00"), (other, price)):
            with page.part("li.line"):
                page.text(title)
                page.text(amount)
                page.button(remove)
    return page


def test_only_the_added_product_passes(shop: Shop) -> None:
    shop.walk(product=VASE).page(Stage.CART, cart())
    assert outcome(cart_no_sneaked_items, shop).kind is Kind.PASS


def test_another_line_with_a_price_fails_and_is_named(shop: Shop) -> None:
    shop.walk(product=VASE).page(Stage.CART, two_lines("Parcel protection", "€1.99")).trace()
    found = outcome(cart_no_sneaked_items, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 1)
    assert "Parcel protection" in found.findings[0].message


def test_so_it_does_in_german(shop: Shop) -> None:
    shop.walk(product=VASE, language="de").page(Stage.CART, two_lines("Transportversicherung", "1,99 €", "Entfernen", "de")).trace()
    assert outcome(cart_no_sneaked_items, shop).kind is Kind.FAIL


def test_a_free_gift_and_a_deposit_are_nothing_sneaked(shop: Shop) -> None:
    shop.walk(product=VASE).page(Stage.CART, two_lines("Sample of our tea", "€0.00"))
    shop.walk(mobile=True, product=VASE, language="de").page(Stage.CART, two_lines("Pfand", "0,25 €", "Entfernen", "de"))
    assert Kind.FAIL not in {found.kind for found in outcomes(cart_no_sneaked_items, shop)}


def test_a_gift_whose_price_is_crossed_out_is_nothing_sneaked(shop: Shop) -> None:
    shop.walk(product=VASE).page(Stage.CART, two_lines("Free gift: cleaning cloth", "€9.90"))
    assert outcome(cart_no_sneaked_items, shop).kind is not Kind.FAIL


def test_a_cart_without_the_product_is_not_measurable(shop: Shop) -> None:
    shop.walk(product={**VASE, "title": "Wool blanket"}).page(Stage.CART, cart())
    assert outcome(cart_no_sneaked_items, shop).kind is Kind.NOT_MEASURABLE


def test_what_the_journey_may_have_added_itself_is_not_judged(shop: Shop) -> None:
    pressed = [
        {"stage": "cart", "strategy": "buy button", "chosen": "button “Add to cart”", "url_before": f"https://shop.example/{place}"}
        for place in ("blanket", "vase")
    ]
    shop.walk(product=VASE).page(Stage.CART, two_lines("Wool blanket", "€89.00")).trace(*pressed)
    assert outcome(cart_no_sneaked_items, shop).kind is Kind.NOT_MEASURABLE


def drawer(*named: tuple[str, str], lang: str = "en", choice: str = "Blue") -> Page:
    """A cart that lies over the product's page: the product, then rows of amounts, none of which can be removed there."""
    page = Page(str(VASE["url"]), lang=lang)
    with page.layer("cart-drawer", (900, 0, 466, 900)):
        page.text("Cart" if lang == "en" else "Warenkorb", tag="h2", box=(920, 20, 200, 30))
        page.text("Stoneware vase", box=(920, 70, 200, 24))
        page.text(choice, box=(920, 100, 100, 20))
        page.text("€49.00", box=(1240, 70, 80, 24))
        for place, (label, amount) in enumerate(named):
            page.text(label, box=(920, 180 + 50 * place, 200, 20))
            page.text(amount, box=(1240, 180 + 50 * place, 80, 20))
        page.link("Checkout" if lang == "en" else "Zur Kasse", "/checkout", box=(920, 700, 400, 40))
    return page


def test_what_the_subtotal_holds_beside_the_product_fails_though_nothing_removes_it(shop: Shop) -> None:
    shop.walk(product=VASE).page(Stage.CART, drawer(("Care-free cover", "€1.99"), ("Subtotal", "€50.99"))).trace()
    found = outcome(cart_no_sneaked_items, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 1)
    assert "Care-free cover" in found.message


def test_so_it_does_in_german_and_with_a_total_below(shop: Shop) -> None:
    page = drawer(("Bruchschutz", "1,99 €"), ("Zwischensumme", "50,99 €"), ("Versand", "4,90 €"), ("Gesamtsumme", "55,89 €"), lang="de")
    shop.walk(product=VASE, language="de").page(Stage.CART, page).trace()
    assert outcome(cart_no_sneaked_items, shop).kind is Kind.FAIL


def test_a_total_alone_only_warns(shop: Shop) -> None:
    shop.walk(product=VASE).page(Stage.CART, drawer(("Care-free cover", "€1.99"), ("Delivery", "€4.90"), ("Total", "€55.89"))).trace()
    assert outcome(cart_no_sneaked_items, shop).kind is Kind.WARN


@pytest.mark.parametrize(
    ("label", "lang", "total"),
    [
        ("Delivery", "en", "Subtotal"),
        ("Versandkosten", "de", "Zwischensumme"),
        ("VAT", "en", "Subtotal"),
        ("Einwegpfand", "de", "Zwischensumme"),
        ("Small order fee", "en", "Subtotal"),
        ("Mindermengenzuschlag", "de", "Zwischensumme"),
        ("Lid: oak", "en", "Subtotal"),  # chosen on the product's page
        ("Parcel to your door", "en", "Total"),  # may be the delivery, by a name nobody knows
    ],
)
def test_what_a_sum_may_hold_is_nothing_sneaked(shop: Shop, label: str, lang: str, total: str) -> None:
    page = drawer((label, "€1.99"), (total, "€50.99"), lang=lang, choice="Lid: oak")
    shop.walk(product={**VASE, "choices": ["Lid: oak"]}, language=lang).page(Stage.CART, page).trace()
    assert outcome(cart_no_sneaked_items, shop).kind not in {Kind.FAIL, Kind.WARN}


@pytest.mark.parametrize(
    "named",
    [
        (("You save", "€10.00"), ("Subtotal", "€59.00"), ("Total", "€49.00")),  # before and after a discount
        (("Before", "€59.00"), ("You save", "€10.00"), ("Subtotal", "€59.00")),
        (("Voucher", "-€10.00"), ("Subtotal", "€59.00")),
        (("Wool blanket", "€89.00"), ("Subtotal", "€49.00")),  # recommended, not in the sum
    ],
)
def test_amounts_that_the_sum_does_not_hold_are_nothing_sneaked(shop: Shop, named: tuple[tuple[str, str], ...]) -> None:
    shop.walk(product=VASE).page(Stage.CART, drawer(*named)).trace()
    assert outcome(cart_no_sneaked_items, shop).kind not in {Kind.FAIL, Kind.WARN}


def test_a_box_that_was_ticked_in_advance_and_another_delivery_are_judged_elsewhere(shop: Shop) -> None:
    page = drawer(("Parcel cover", "€1.99"), ("Subtotal", "€50.99"))
    page.checkbox("Parcel cover (+€1.99)", ticked=True)
    shop.walk(product=VASE).page(Stage.CART, page).trace()
    page = drawer(("Delivery", "€4.90"), ("Monday, 30 November", "€4.90"), ("Total", "€53.90"))
    shop.walk(mobile=True, product=VASE).page(Stage.CART, page).trace()
    assert not {Kind.FAIL, Kind.WARN} & {found.kind for found in outcomes(cart_no_sneaked_items, shop)}


@pytest.mark.parametrize(
    ("lang", "label", "kind"),
    [
        ("fr", "Ecotaxe", Kind.PASS),
        ("fr", "Participation DEEE", Kind.PASS),
        ("fr", "Eco-contribution", Kind.PASS),
        ("en", "CRV", Kind.PASS),
        ("de", "UrhG-Abgabe", Kind.PASS),
        ("es", "Tasas", Kind.PASS),
        ("en", "You save", Kind.PASS),
        ("de", "Sie sparen", Kind.PASS),
        ("en", "Gift wrapping", Kind.WARN),
        ("de", "Geschenkverpackung", Kind.WARN),
        ("en", "Felt coasters", Kind.WARN),
        ("fr", "Garantie casse", Kind.FAIL),
        ("es", "Protección contra robo", Kind.FAIL),
        ("de", "Versandschutz", Kind.FAIL),
        ("en", "Donation to plant trees", Kind.FAIL),
        ("de", "Absicherung gegen Transportschäden", Kind.FAIL),
        ("nl", "Tegen schade onderweg", Kind.FAIL),
        ("de", "Untersetzer aus Filz", Kind.WARN),
    ],
)
def test_only_what_is_sold_besides_is_surely_sneaked(shop: Shop, lang: str, label: str, kind: Kind) -> None:
    subtotal = {"en": "Subtotal", "de": "Zwischensumme", "fr": "Sous-total", "es": "Subtotal", "nl": "Subtotaal"}[lang]
    shop.walk(product=VASE, language=lang).page(Stage.CART, drawer((label, "€1.99"), (subtotal, "€50.99"), lang=lang)).trace()
    assert outcome(cart_no_sneaked_items, shop).kind is kind
