import pytest
from auditor_checks.checkout.payment_methods_variety import payment_methods_variety

from auditor.api import Kind, Stage
from tests.checks.checkout.forms import PAYMENT, payment
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop


@pytest.mark.parametrize(
    ("lang", "methods", "kind"),
    [
        ("en", ("Credit card", "PayPal", "Invoice"), Kind.PASS),
        ("de", ("Kreditkarte", "Rechnung", "Lastschrift"), Kind.PASS),
        ("en", ("Credit card", "PayPal"), Kind.WARN),
        ("en", ("Credit card",), Kind.FAIL),
    ],
)
def test_the_ways_to_pay_are_counted(shop: Shop, lang: str, methods: tuple[str, ...], kind: Kind) -> None:
    shop.walk(language=lang).page(Stage.PAYMENT, payment(*methods, lang=lang))
    found = outcome(payment_methods_variety, shop)
    assert (found.kind, found.value) == (kind, len(methods))


def test_ways_inside_a_frame_are_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.PAYMENT, Page(PAYMENT))
    assert outcome(payment_methods_variety, shop).kind is Kind.NOT_MEASURABLE
