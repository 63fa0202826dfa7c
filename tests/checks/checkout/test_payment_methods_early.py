import pytest
from auditor_checks.checkout.payment_methods_early import payment_methods_early

from auditor.api import Kind, Stage
from tests.checks.checkout.forms import cart
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop


def product(html: str = "", text: str = "", lang: str = "en") -> Page:
    page = Page("https://shop.example/vase", lang=lang)
    page.html = f"<html><body>{html}</body></html>"
    page.text(text or "Stoneware vase")
    return page


def test_a_logo_by_its_file_passes(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, product('<img alt="" src="/logos/pay-visa.svg">'))
    assert outcome(payment_methods_early, shop).kind is Kind.PASS


def test_a_sentence_passes_in_german(shop: Shop) -> None:
    shop.walk(language="de").page(Stage.PRODUCT, product(text="Zahlungsarten: Rechnung, Vorkasse, Nachnahme", lang="de"))
    assert outcome(payment_methods_early, shop).kind is Kind.PASS


def test_a_page_of_its_own_warns(shop: Shop) -> None:
    page = product()
    with page.part("footer"):
        page.link("Payment methods", "/payment")
    shop.walk().page(Stage.PRODUCT, page)
    assert outcome(payment_methods_early, shop).kind is Kind.WARN


def test_nameless_pictures_at_the_end_warn(shop: Shop) -> None:
    page = product()
    page.text("The end", box=(40, 1900, 200, 20))
    for place in range(4):
        page.picture(box=(40 + 60 * place, 1800, 48, 30))
    shop.walk().page(Stage.PRODUCT, page)
    assert outcome(payment_methods_early, shop).kind is Kind.WARN


def test_nothing_anywhere_fails(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, product()).page(Stage.CART, cart())
    assert outcome(payment_methods_early, shop).kind is Kind.FAIL


def test_a_home_page_alone_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.HOME).missed(Stage.PRODUCT, "Nothing is sold.")
    assert outcome(payment_methods_early, shop).kind is Kind.NOT_MEASURABLE


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("sv", "Visa alla produkter", Kind.FAIL),
        ("de", "Sofort lieferbar", Kind.FAIL),
        ("nl", "Het ideale cadeau, ideal voor thuis", Kind.FAIL),
        ("sv", "Visa, Mastercard, Klarna", Kind.PASS),
        ("nl", "iDEAL", Kind.PASS),
        ("pt", "R$ 90,00 no Pix", Kind.PASS),
    ],
)
def test_a_brand_that_is_a_word_too_counts_as_a_brand_only(shop: Shop, lang: str, text: str, kind: Kind) -> None:
    shop.walk(language=lang).page(Stage.PRODUCT, product(text=text, lang=lang))
    assert outcome(payment_methods_early, shop).kind is kind
