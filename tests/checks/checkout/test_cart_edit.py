import pytest
from auditor_checks.checkout.cart_edit import cart_edit
from auditor_checks.checkout.cart_item_details import cart_item_details
from auditor_checks.checkout.cart_total_transparent import cart_total_transparent

from auditor.api import Check, Kind, Stage
from tests.checks.checkout.forms import CART, VASE, cart
from tests.checks.judging import outcome, outcomes
from tests.checks.pages import Page
from tests.checks.recordings import Shop


def test_quantity_and_removal_pass_in_two_languages(shop: Shop) -> None:
    shop.walk().page(Stage.CART, cart())
    shop.walk(mobile=True, language="de").page(Stage.CART, cart(lang="de"))
    assert {found.kind for found in outcomes(cart_edit, shop)} == {Kind.PASS}


def test_a_cart_that_cannot_be_changed_fails(shop: Shop) -> None:
    page = Page(CART)
    with page.part("main"):
        page.text("Stoneware vase")
        page.text("€49.00")
        page.button("Checkout")
    shop.walk().page(Stage.CART, page)
    found = outcome(cart_edit, shop)
    assert (found.kind, found.message) == (Kind.FAIL, "No way to change the quantity or to remove an item was found in the cart.")
    assert [f.key for f in found.findings] == ["change the quantity or to remove an item"]


def test_only_one_of_both_warns(shop: Shop) -> None:
    page = Page(CART)
    with page.part("main"):
        page.text("Stoneware vase")
        page.button("Remove")
    shop.walk().page(Stage.CART, page)
    found = outcome(cart_edit, shop)
    assert (found.kind, found.message) == (Kind.WARN, "No way to change the quantity was found in the cart.")


def test_buttons_without_a_name_are_not_measurable(shop: Shop) -> None:
    page = Page(CART)
    with page.part("main"):
        page.text("Stoneware vase")
        page.button("")
    shop.walk().page(Stage.CART, page)
    assert outcome(cart_edit, shop).kind is Kind.NOT_MEASURABLE


def test_signs_with_a_name_for_screen_readers_change_the_quantity(shop: Shop) -> None:
    page = Page(CART, lang="da")
    with page.part("main"):
        page.text("Stoneware vase")
        page.button("+", name="Flere")
        page.button("−", name="Færre")
        page.button("Fjern")
    shop.walk(language="da").page(Stage.CART, page)
    assert outcome(cart_edit, shop).kind is Kind.PASS


def test_a_cross_in_the_line_removes(shop: Shop) -> None:
    page = Page(CART)
    with page.part("main"):
        page.text("Stoneware vase", box=(40, 100, 200, 24))
        page.text("€49.00", box=(400, 100, 80, 24))
        page.field("Quantity", "number", value="1", box=(500, 100, 60, 24))
        page.button("✕", box=(600, 100, 24, 24))
    shop.walk(product=VASE).page(Stage.CART, page)
    assert outcome(cart_edit, shop).kind is Kind.PASS


def test_a_minus_may_remove_and_is_said_so(shop: Shop) -> None:
    page = Page(CART)
    with page.part("main"):
        page.text("Stoneware vase")
        page.button("+")
        page.button("−")
    shop.walk().page(Stage.CART, page)
    found = outcome(cart_edit, shop)
    assert (found.kind, "only one that lowers the quantity" in found.message) == (Kind.WARN, True)


def test_a_short_cart_over_the_page_is_not_judged(shop: Shop) -> None:
    for mobile, lang, words in ((False, "en", ("View cart", "Checkout")), (True, "de", ("Warenkorb anzeigen", "Zur Kasse"))):
        page = Page("https://shop.example/vase", lang=lang)
        with page.layer("minicart"):
            page.text("Stoneware vase")
            page.text("€49.00")
            page.link(words[0], "/cart")
            page.button(words[1])
        shop.walk(mobile=mobile, language=lang).page(Stage.CART, page)
    assert {found.kind for found in outcomes(cart_edit, shop)} == {Kind.NOT_MEASURABLE}


def test_a_picture_that_leads_where_the_title_does_is_no_button(shop: Shop) -> None:
    page = Page(CART)
    with page.part("main"):
        page.link("", "/vase")
        page.link("Stoneware vase", "/vase")
    shop.walk().page(Stage.CART, page)
    assert outcome(cart_edit, shop).kind is Kind.FAIL


def test_a_button_without_a_name_may_do_anything(shop: Shop) -> None:
    page = Page(CART)
    with page.part("main"):
        page.link("Stoneware vase", "/vase")
        page.button("")
    shop.walk().page(Stage.CART, page)
    assert outcome(cart_edit, shop).kind is Kind.NOT_MEASURABLE


def confirming(way: str, lang: str = "en", place: str = "/added") -> Page:
    """A page that says what was added and leads on."""
    page = Page(f"https://shop.example{place}", lang=lang)
    with page.part("main"):
        page.text("Stoneware vase")
        page.text("€49.00")
        page.button("Checkout")
        page.link(way, "/cart")
    return page


@pytest.mark.parametrize(("way", "lang"), [("Go to cart", "en"), ("Zum Warenkorb", "de"), ("Voir le panier", "fr")])
@pytest.mark.parametrize("check", [cart_edit, cart_item_details, cart_total_transparent])
def test_a_page_that_only_confirms_what_was_added_is_not_the_cart(shop: Shop, check: Check, way: str, lang: str) -> None:
    shop.walk(language=lang, product={"title": "Stoneware vase"}).page(Stage.CART, confirming(way, lang))
    found = outcome(check, shop)
    assert (found.kind, found.message.partition(";")[0]) == (
        Kind.NOT_MEASURABLE,
        "Only the page that confirms what was added was seen",
    )


def test_a_link_to_the_cart_itself_confirms_nothing(shop: Shop) -> None:
    shop.walk().page(Stage.CART, confirming("Go to cart", place="/cart"))
    assert outcome(cart_edit, shop).kind is Kind.FAIL


UPDATING = (("en", "Update cart", "Remove"), ("nl", "Winkelwagen bijwerken", "Verwijderen"), ("fr", "Mettre à jour le panier", "Supprimer"))


def updating(lang: str, button: str, remove: str, *, beside: bool = True) -> Page:
    page = Page(CART, lang=lang)
    with page.part("main"):
        with page.form("/cart"):
            page.text("Stoneware vase")
            page.field("Quantity", "number", value="1", attrs={"name": "quantity"})
            if beside:
                page.button(button)
        with page.form("/remove"):
            page.button(remove)
        if not beside:
            with page.form("/profile"):
                page.button(button)
    return page


@pytest.mark.parametrize(("lang", "button", "remove"), UPDATING)
@pytest.mark.parametrize(("beside", "kind"), [(True, Kind.WARN), (False, Kind.PASS)])
def test_a_quantity_that_needs_another_press_warns(shop: Shop, lang: str, button: str, remove: str, *, beside: bool, kind: Kind) -> None:
    shop.walk(language=lang).page(Stage.CART, updating(lang, button, remove, beside=beside))
    assert outcome(cart_edit, shop).kind is kind


@pytest.mark.parametrize(("lang", "view"), [("en", "View cart"), ("de", "Warenkorb ansehen")])
def test_a_short_cart_is_judged_by_the_page_it_leads_to(shop: Shop, lang: str, view: str) -> None:
    drawer = Page("https://shop.example/vase", lang=lang)
    with drawer.layer("cart-drawer"):
        drawer.text("Stoneware vase")
        drawer.text("€49.00")
        drawer.link(view, "/cart")
    whole = Page(CART, lang=lang)
    with whole.part("main"):
        whole.text("Stoneware vase")
        whole.text("€49.00")
        whole.text("Subtotal €49.00" if lang == "en" else "Zwischensumme €49.00")
    walk = shop.walk(language=lang, product=VASE).page(Stage.CART, drawer)
    assert outcome(cart_edit, shop).kind is Kind.NOT_MEASURABLE
    walk.beside("cart-page", whole)
    assert outcome(cart_edit, shop).kind is Kind.FAIL
    assert outcome(cart_total_transparent, shop).kind is Kind.FAIL
