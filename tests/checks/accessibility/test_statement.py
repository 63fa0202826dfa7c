import pytest
from auditor_checks.accessibility.statement import statement

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.linked import linked
from tests.checks.recordings import Shop


@pytest.mark.parametrize(
    ("lines", "lang", "kind"),
    [
        (["We follow WCAG 2.2, level AA.", "Write to hello@shop.example."], "en", Kind.PASS),
        (["Wir folgen der EN 301 549.", "Schreiben Sie an hallo@shop.example."], "de", Kind.PASS),
        (["Everyone should be able to buy here."], "en", Kind.WARN),
    ],
)
def test_standard_and_contact(shop: Shop, lines: list[str], lang: str, kind: Kind) -> None:
    shop.walk(country="DE", language=lang).page(Stage.HOME).site_page("accessibility", linked(*lines, lang=lang))
    assert outcome(statement, shop).kind is kind


FILLING = {"en": "These terms hold for all that is bought here. " * 15, "de": "Diese Bedingungen gelten für alle Käufe hier. " * 15}


def without_link(shop: Shop, lang: str, *terms: str) -> Kind:
    walk = (
        shop.walk(country="DE", language=lang).page(Stage.HOME).site_page("accessibility", "No link to a page “accessibility” was found.")
    )
    if terms:
        walk.site_page("terms", linked(*terms, lang=lang))
    found = outcome(statement, shop)
    assert found.value == "none"
    return found.kind


@pytest.mark.parametrize("lang", ["en", "de"])
def test_no_link_and_nothing_in_the_terms_fails(shop: Shop, lang: str) -> None:
    assert without_link(shop, lang, FILLING[lang]) is Kind.FAIL


@pytest.mark.parametrize(
    ("lang", "terms"),
    [
        ("en", ()),  # the terms may hold it
        ("en", ("Our terms are in the file below.",)),
        ("en", (FILLING["en"], "Accessibility: write to us if something does not work.")),
        ("de", (FILLING["de"], "Unser Shop ist teilweise barrierefrei nach EN 301 549.")),
        ("fi", (FILLING["en"], "Verkkokaupan saavutettavuus.")),
    ],
)
def test_no_link_warns_where_the_terms_may_hold_it(shop: Shop, lang: str, terms: tuple[str, ...]) -> None:
    assert without_link(shop, lang, *terms) is Kind.WARN


def test_outside_the_eu_it_does_not_apply(shop: Shop) -> None:
    shop.walk(country="US").page(Stage.HOME)
    assert outcome(statement, shop).kind is Kind.NOT_APPLICABLE
