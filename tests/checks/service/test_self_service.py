import pytest
from auditor_checks.service.self_service import self_service

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.linked import linked, with_footer
from tests.checks.recordings import Shop


@pytest.mark.parametrize(
    ("labels", "lang", "kind", "value"),
    [
        (("Track your order", "Returns", "Change or cancel an order"), "en", Kind.PASS, 3),
        (("Sendungsverfolgung", "Retoure anmelden", "Rechnung"), "de", Kind.PASS, 3),
        (("Returns", "My account"), "en", Kind.WARN, 1),
        (("About us",), "en", Kind.WARN, 0),
    ],
)
def test_links_are_counted(shop: Shop, labels: tuple[str, ...], lang: str, kind: Kind, value: int) -> None:
    shop.walk(language=lang).page(Stage.HOME, with_footer(*labels, lang=lang))
    found = outcome(self_service, shop)
    assert (found.kind, found.value) == (kind, value)


def test_links_of_the_help_page_count(shop: Shop) -> None:
    page = linked(links=("Track your order", "Returns", "Invoices"))
    shop.walk().page(Stage.HOME).site_page("faq", page)
    assert outcome(self_service, shop).value == 3


def test_a_way_to_pay_is_no_copy_of_an_invoice(shop: Shop) -> None:
    shop.walk(language="sv").page(Stage.HOME, with_footer("Om oss", lang="sv")).page(Stage.PAYMENT, with_footer("Faktura", lang="sv"))
    assert outcome(self_service, shop).value == 0


def test_questions_that_unfold_an_answer_are_no_links(shop: Shop) -> None:
    page = linked(links=("Returns",))
    page.button("Where is my order?")
    page.button("Wo finde ich meine Rechnung?")
    page.link("Can I cancel my order?", "/cancel")
    shop.walk().page(Stage.HOME).site_page("faq", page)
    assert outcome(self_service, shop).value == 2
