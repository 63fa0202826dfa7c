import pytest
from auditor_checks.product.safety_info_eu import safety_info_eu

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.product.product_pages import product
from tests.checks.recordings import Shop


@pytest.mark.parametrize(
    ("lines", "lang", "value"),
    [
        (["Manufacturer: Nordlys Ltd, 14 Harbour Row, Galway, H91 A2X4, Ireland. hello@nordlys.example"], "en", "full"),
        (["Hersteller", "Nordlys GmbH, Hafenstraße 1", "20457 Hamburg", "info@nordlys.example"], "de", "full"),
        (["Mis sur le marché par Nordlys SARL, 8 route du Port, 49300 Cholet, France – contact@nordlys.example"], "fr", "full"),
        (
            ["Nordlys BV", "Havenweg 18, 9403 VN Assen", "veilig@nordlys.example", "Conform productveiligheid."],
            "nl",
            "full",
        ),
        (["Fabricant: Nordlys SARL"], "fr", "partly"),
        (["Mis en page par Nordlys", "Une question ? bonjour@nordlys.example"], "fr", "none"),
    ],
)
def test_what_is_told_of_the_maker(shop: Shop, lines: list[str], lang: str, value: str) -> None:
    shop.walk(country="DE", language=lang).page(Stage.PRODUCT, product(*lines, lang=lang))
    found = outcome(safety_info_eu, shop)
    assert (found.kind, found.value) == (Kind.PASS if value == "full" else Kind.WARN, value)


@pytest.mark.parametrize("lines", [["A vase."], ["Arabica coffee from Guatemala."]])
def test_naming_nobody_warns_since_goods_may_be_exempt(shop: Shop, lines: list[str]) -> None:
    shop.walk(country="DE").page(Stage.PRODUCT, product(*lines))
    assert outcome(safety_info_eu, shop).kind is Kind.WARN


def test_elsewhere_it_does_not_apply(shop: Shop) -> None:
    shop.walk(country="US").page(Stage.PRODUCT, product())
    assert outcome(safety_info_eu, shop).kind is Kind.NOT_APPLICABLE


def test_an_unknown_language_is_not_measurable(shop: Shop) -> None:
    shop.walk(country="GR", language="el").page(Stage.PRODUCT, product("Το βάζο είναι από πηλό και για το σπίτι σας", lang="el"))
    assert outcome(safety_info_eu, shop).kind is Kind.NOT_MEASURABLE
