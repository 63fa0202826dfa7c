import pytest
from auditor_checks.checkout.payment_reassurance import payment_reassurance

from auditor.api import Kind, Stage
from tests.checks.checkout.forms import payment
from tests.checks.judging import outcome
from tests.checks.recordings import Shop


@pytest.mark.parametrize(
    ("lang", "said", "address", "kind"),
    [
        ("en", "Encrypted connection", "https://shop.example/payment", Kind.PASS),
        ("de", "Sichere Verbindung mit SSL", "https://shop.example/payment", Kind.PASS),
        ("en", "Stoneware vase", "https://shop.example/payment", Kind.WARN),
        ("en", "Stoneware vase", "http://shop.example/payment", Kind.FAIL),
    ],
)
def test_the_signs_of_security_are_counted(shop: Shop, lang: str, said: str, address: str, kind: Kind) -> None:
    page = payment("Credit card", "Invoice", url=address, lang=lang)
    page.text(said)
    shop.walk(language=lang).page(Stage.PAYMENT, page)
    assert outcome(payment_reassurance, shop).kind is kind


def test_without_the_payment_step_nothing_is_measured(shop: Shop) -> None:
    shop.walk().missed(Stage.PAYMENT, "The address was refused.")
    assert outcome(payment_reassurance, shop).kind is Kind.NOT_MEASURABLE
