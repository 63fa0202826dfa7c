import pytest
from auditor_checks.service.hours_response import hours_response

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop


@pytest.mark.parametrize(
    ("line", "lang", "kind"),
    [
        ("Monday to Friday, 9:00–17:00", "en", Kind.PASS),
        ("We reply within 24 hours", "en", Kind.PASS),
        ("Mo–Fr 9 bis 17 Uhr", "de", Kind.PASS),
        ("Nous répondons sous 48 h", "fr", Kind.PASS),
        ("Asiakaspalvelu arkisin klo 9–16.", "fi", Kind.PASS),
        ("Kundtjänst: vardagar 9-16", "sv", Kind.PASS),
        ("Ring us on +353 91 555 014", "en", Kind.WARN),
        ("Livraison 24-48h", "fr", Kind.WARN),
        ("Fri frakt · 30 dagars öppet köp", "sv", Kind.WARN),
        ("Lieferung Mo–Fr in 2-3 Werktagen", "de", Kind.WARN),
    ],
)
def test_what_the_contact_page_tells(shop: Shop, line: str, lang: str, kind: Kind) -> None:
    page = Page("https://shop.example/contact", lang=lang)
    page.text(line)
    shop.walk(language=lang).page(Stage.HOME).site_page("contact", page)
    assert outcome(hours_response, shop).kind is kind


def test_without_a_contact_page_it_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.HOME)
    assert outcome(hours_response, shop).kind is Kind.NOT_MEASURABLE
