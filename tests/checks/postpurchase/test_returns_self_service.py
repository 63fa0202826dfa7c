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


@pytest.mark.parametrize(("label", "lang"), [("Odstąpienie od umowy", "pl"), ("Start your return", "en")])
def test_a_link_to_the_page_itself_begins_nothing(shop: Shop, label: str, lang: str) -> None:
    page = linked(lang=lang, place=label.casefold().replace(" ", "-"), links=(label,))
    shop.walk(language=lang).page(Stage.HOME).site_page("returns", page)
    assert outcome(returns_self_service, shop).kind is Kind.WARN


@pytest.mark.parametrize(
    ("label", "lang", "kind"),
    [
        ("Formulaire de rétractation à imprimer", "fr", Kind.WARN),
        ("Withdrawal form (PDF)", "en", Kind.WARN),
        ("Print your return label", "en", Kind.PASS),
        ("Retourenlabel drucken", "de", Kind.PASS),
    ],
)
def test_a_form_on_paper_begins_nothing_and_a_label_does(shop: Shop, label: str, lang: str, kind: Kind) -> None:
    shop.walk(language=lang).page(Stage.HOME).site_page("returns", linked(lang=lang, links=(label,)))
    assert outcome(returns_self_service, shop).kind is kind
