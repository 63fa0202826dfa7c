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


def test_no_link_warns(shop: Shop) -> None:
    shop.walk(country="DE").page(Stage.HOME).site_page("accessibility", "No link to a page “accessibility” was found.")
    assert outcome(statement, shop).value == "none"


def test_outside_the_eu_it_does_not_apply(shop: Shop) -> None:
    shop.walk(country="US").page(Stage.HOME)
    assert outcome(statement, shop).kind is Kind.NOT_APPLICABLE
