import pytest
from auditor_checks.postpurchase.returns_self_service import returns_self_service

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.linked import linked
from tests.checks.recordings import Shop


@pytest.mark.parametrize(
    ("label", "lang", "kind"),
    [
        ("Start your return", "en", Kind.PASS),
        ("Retoure anmelden", "de", Kind.PASS),
        ("Contact", "en", Kind.WARN),
    ],
)
def test_links_of_the_returns_page(shop: Shop, label: str, lang: str, kind: Kind) -> None:
    shop.walk(language=lang).page(Stage.HOME).site_page("returns", linked(lang=lang, links=(label,)))
    assert outcome(returns_self_service, shop).kind is kind


def test_a_form_that_asks_for_the_order_counts(shop: Shop) -> None:
    page = linked()
    with page.part("main"), page.form():
        page.field("Order number")
    shop.walk().page(Stage.HOME).site_page("returns", page)
    assert outcome(returns_self_service, shop).kind is Kind.PASS
