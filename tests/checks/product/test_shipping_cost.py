import pytest
from auditor_checks.product.shipping_cost import shipping_cost

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.product.product_pages import product
from tests.checks.recordings import Shop

FOLDED = "<html><body><main><div hidden><table><tr><td>Standard delivery</td><td>€4.90</td></tr></table></div></main></body></html>"


@pytest.mark.parametrize(
    ("lines", "lang", "kind"),
    [
        (["Standard delivery €4.90, free from €75.00."], "en", Kind.PASS),
        (["Kostenloser Versand nach Deutschland."], "de", Kind.PASS),
        (["incl. VAT, plus shipping costs"], "en", Kind.WARN),
        (["Preis inkl. MwSt., zzgl. Versandkosten"], "de", Kind.WARN),
        (["A vase for a single branch."], "en", Kind.FAIL),
        (["Comptez 4,90 € en point relais ; le port est pour nous dès 59 €."], "fr", Kind.PASS),
        (["Ins Paket, an die Packstation: 3,90 €."], "de", Kind.PASS),
        (["Przesyłka od 11,99 zł, a przy zakupach za 249 zł i więcej gratis."], "pl", Kind.PASS),
        (["De zending kost € 4,95."], "nl", Kind.PASS),
        (["Przesyłka dotrze w środę, 2 grudnia."], "pl", Kind.FAIL),
        (["Grawer od 11,99 zł."], "pl", Kind.FAIL),
        (["Montage à domicile 49,50 €."], "fr", Kind.FAIL),
        (["Mit Gravur 9,50 € mehr."], "de", Kind.FAIL),
    ],
)
def test_what_the_lines_tell_of_delivery(shop: Shop, lines: list[str], lang: str, kind: Kind) -> None:
    shop.walk(language=lang).page(Stage.PRODUCT, product(*lines, lang=lang))
    assert outcome(shipping_cost, shop).kind is kind


def test_the_footer_does_not_count(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, product(footer=["Delivery €4.90"]))
    assert outcome(shipping_cost, shop).kind is Kind.FAIL


def test_a_folded_table_counts(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, product(html=FOLDED))
    assert outcome(shipping_cost, shop).kind is Kind.PASS


def test_the_product_s_own_price_is_no_cost_of_delivery(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, product("Total €49.00 plus delivery"))
    assert outcome(shipping_cost, shop).kind is Kind.WARN


def test_a_tab_that_was_not_opened_spares_the_failure(shop: Shop) -> None:
    page = product()
    page.button("More", role="tab", attrs={"aria-selected": "false"})
    shop.walk().page(Stage.PRODUCT, page)
    assert outcome(shipping_cost, shop).kind is Kind.WARN


@pytest.mark.parametrize(("line", "lang"), [("Made by hand. Delivered in 2-3 days.", "en"), ("Leveres inden for 2-3 hverdage.", "da")])
def test_a_time_of_delivery_is_no_cost_and_yet_about_delivery(shop: Shop, line: str, lang: str) -> None:
    shop.walk(language=lang).page(Stage.PRODUCT, product(line, lang=lang))
    found = outcome(shipping_cost, shop)
    assert (found.kind, "says when it is delivered" in found.message) == (Kind.FAIL, True)


FOOT = "<footer><a href='/d'>Delivery</a> <a href='/t'>Terms</a> <a href='/p'>Privacy</a></footer>"


def test_a_footer_inside_the_main_part_is_one(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, product(html=f"<html><body><main><section><h1>Vase</h1></section>{FOOT}</main></body></html>"))
    assert outcome(shipping_cost, shop).kind is Kind.FAIL


def test_the_hidden_cart_tells_nothing_of_the_product(shop: Shop) -> None:
    hidden = "<cart-drawer><p>Taxes and shipping calculated at checkout.</p></cart-drawer>"
    shop.walk().page(Stage.PRODUCT, product(html=f"<html><body><main><h1>Vase</h1></main>{hidden}</body></html>"))
    assert outcome(shipping_cost, shop).kind is Kind.FAIL
