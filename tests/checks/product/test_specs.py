import pytest
from auditor_checks.product.specs import specs

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.product.product_pages import product
from tests.checks.recordings import Shop

TABLE = "<html><body><main><h1>Vase</h1><table>" + "<tr><th>Height</th><td>tall</td></tr>" * 4 + "</table></main></body></html>"


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (["Height: 22 cm", "Weight: 800 g"], Kind.PASS),
        (["Material: Steinzeug", "Farbe: Sand", "Maße: 12 × 22 cm"], Kind.PASS),
        (["It holds 0,35 l", "and weighs 800 g"], Kind.WARN),
        (["Standard delivery: €4.90", "A fine vase."], Kind.FAIL),
    ],
)
def test_facts_are_counted(shop: Shop, lines: list[str], kind: Kind) -> None:
    shop.walk().page(Stage.PRODUCT, product(*lines))
    assert outcome(specs, shop).kind is kind


def test_rows_of_a_table_count(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, product(html=TABLE))
    assert (outcome(specs, shop).kind, outcome(specs, shop).value) == (Kind.PASS, 4)


@pytest.mark.parametrize(("line", "lang"), [("-10 % sur votre première commande", "fr"), ("inkl. 19 % MwSt.", "de")])
def test_discount_and_tax_are_no_facts(shop: Shop, line: str, lang: str) -> None:
    shop.walk(language=lang).page(Stage.PRODUCT, product(line, lang=lang))
    assert outcome(specs, shop).value == 0


@pytest.mark.parametrize("line", ["100% wool", "100 % Baumwolle", "70 % de cacao"])
def test_shares_are_quoted_as_written(shop: Shop, line: str) -> None:
    shop.walk().page(Stage.PRODUCT, product(line))
    found = outcome(specs, shop)
    assert found.message == f"The page lists only 1 measure or property of the product, such as “{line}”."


def test_the_name_of_the_product_is_none_of_its_properties(shop: Shop) -> None:
    shop.walk(language="da").page(Stage.PRODUCT, product("Søgning: Stoneware vase", lang="da"))
    assert outcome(specs, shop).value == 0


@pytest.mark.parametrize(
    ("line", "lang"), [("100 gram", "nl"), ("5 litrów", "pl"), ("2,5 mètres", "fr"), ("3 Liter", "de"), ("2 kilos", "es"), ("250 мл", "ru")]
)
def test_units_may_be_written_out(shop: Shop, line: str, lang: str) -> None:
    shop.walk(language=lang).page(Stage.PRODUCT, product(line, lang=lang))
    assert outcome(specs, shop).value == 1


@pytest.mark.parametrize("line", ["2 gramophones", "3 metropolitans", "5 literary prizes"])
def test_words_that_begin_like_a_unit_are_none(shop: Shop, line: str) -> None:
    shop.walk().page(Stage.PRODUCT, product(line))
    assert outcome(specs, shop).value == 0


@pytest.mark.parametrize(("line", "lang"), [("Szállítás 390 Ft", "hu"), ("1 390 Ft", "hu"), ("12 l. 49 kr.", "da")])
def test_a_price_is_no_measure(shop: Shop, line: str, lang: str) -> None:
    shop.walk(language=lang).page(Stage.PRODUCT, product(line, lang=lang))
    assert outcome(specs, shop).value == int("l." in line)
