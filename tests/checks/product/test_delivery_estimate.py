import pytest
from auditor_checks.product.delivery_estimate import delivery_estimate

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.product.product_pages import product
from tests.checks.recordings import Shop


@pytest.mark.parametrize(
    ("line", "lang", "kind"),
    [
        ("Arrives Tue 1 Dec – Thu 3 Dec", "en", Kind.PASS),
        ("Lieferung voraussichtlich 03.12. bis 05.12.", "de", Kind.PASS),
        ("Lieferung am Mittwoch", "de", Kind.PASS),
        ("Delivery in 2–4 working days", "en", Kind.WARN),
        ("Standard delivery €4.90", "en", Kind.WARN),
        ("A vase for a single branch.", "en", Kind.FAIL),
    ],
)
def test_what_the_page_tells_of_the_arrival(shop: Shop, line: str, lang: str, kind: Kind) -> None:
    shop.walk(language=lang).page(Stage.PRODUCT, product(line, lang=lang))
    assert outcome(delivery_estimate, shop).kind is kind
