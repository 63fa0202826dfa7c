import pytest
from auditor_checks.product.returns_info import returns_info

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.product.product_pages import product
from tests.checks.recordings import Shop


@pytest.mark.parametrize(
    ("line", "lang", "kind"),
    [
        ("60 days to return, free of charge.", "en", Kind.PASS),
        ("Free returns within two weeks", "en", Kind.PASS),
        ("30 Tage Rückgaberecht", "de", Kind.PASS),
        ("Retours gratuits sous 14 jours", "fr", Kind.PASS),
        ("Easy returns", "en", Kind.WARN),
        ("Dispatched within 3 days", "en", Kind.FAIL),
    ],
)
def test_what_the_page_tells_of_returns(shop: Shop, line: str, lang: str, kind: Kind) -> None:
    shop.walk(language=lang).page(Stage.PRODUCT, product(line, lang=lang, footer=["Returns: 60 days"]))
    assert outcome(returns_info, shop).kind is kind
