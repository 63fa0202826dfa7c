from auditor_checks.checkout.no_prechecked_extras import no_prechecked_extras

from auditor.api import Kind, Stage
from tests.checks.checkout.forms import cart
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop


def with_box(label: str, *, ticked: bool, lang: str = "en") -> Page:
    page = cart(lang=lang)
    with page.part("main"):
        page.checkbox(label, ticked=ticked)
    return page


def test_an_empty_box_passes(shop: Shop) -> None:
    shop.walk().page(Stage.CART, with_box("Gift wrapping, €2.50", ticked=False))
    assert outcome(no_prechecked_extras, shop).kind is Kind.PASS


def test_a_ticked_extra_fails_and_is_quoted(shop: Shop) -> None:
    shop.walk().page(Stage.CART, with_box("Gift wrapping, €2.50", ticked=True))
    found = outcome(no_prechecked_extras, shop)
    assert (found.kind, found.value) == (Kind.FAIL, 1)
    assert "Gift wrapping" in found.message


def test_a_ticked_insurance_fails_in_german(shop: Shop) -> None:
    shop.walk(language="de").page(Stage.CART, with_box("Transportversicherung für 1,99 €", ticked=True, lang="de"))
    assert outcome(no_prechecked_extras, shop).kind is Kind.FAIL


def test_a_ticked_box_that_costs_nothing_passes(shop: Shop) -> None:
    shop.walk().page(Stage.CART, with_box("Send me a receipt on paper", ticked=True))
    assert outcome(no_prechecked_extras, shop).kind is Kind.PASS


def test_a_subscription_chosen_beside_the_single_purchase_fails(shop: Shop) -> None:
    page = Page("https://shop.example/tea")
    with page.form("/cart/add"):
        page.field("One-time purchase", "radio", attrs={"name": "plan"})
        page.field("Subscribe and save 10 %", "radio", attrs={"name": "plan"}, checked=True, default_checked=True)
    shop.walk().page(Stage.PRODUCT, page).page(Stage.CART, cart())
    assert outcome(no_prechecked_extras, shop).kind is Kind.FAIL


def test_a_product_page_alone_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT).missed(Stage.CART, "Nothing could be added.")
    assert outcome(no_prechecked_extras, shop).kind is Kind.NOT_MEASURABLE
