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


ENGLISH, GERMAN = (
    ("About us", "Contact", "Terms", "Privacy", "Delivery", "Blog"),
    ("Über uns", "Kontakt", "AGB", "Datenschutz", "Versand", "Blog"),
)


@pytest.mark.parametrize(
    ("labels", "lang", "kind"),
    [
        (ENGLISH, "en", Kind.FAIL),
        (GERMAN, "de", Kind.FAIL),
        ((*ENGLISH, "Returns"), "en", Kind.WARN),
        ((*ENGLISH, "Sign in"), "en", Kind.WARN),  # what stands there is not seen
        ((*GERMAN, "Mein Konto"), "de", Kind.WARN),
        (ENGLISH[:1], "en", Kind.WARN),  # too little of the frame was seen
    ],
)
def test_nothing_at_all_and_no_account_fails(shop: Shop, labels: tuple[str, ...], lang: str, kind: Kind) -> None:
    shop.walk(language=lang).page(Stage.HOME, with_footer(*labels, lang=lang))
    assert outcome(self_service, shop).kind is kind


def test_an_account_behind_an_icon_counts(shop: Shop) -> None:
    page = with_footer(*ENGLISH)
    with page.part("header"):
        page.link("", "/customer/account/")
    shop.walk().page(Stage.HOME, page)
    assert outcome(self_service, shop).kind is Kind.WARN
