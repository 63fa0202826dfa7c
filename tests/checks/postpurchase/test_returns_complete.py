from auditor_checks.postpurchase.returns_complete import returns_complete

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.linked import linked
from tests.checks.recordings import Shop

FILLING = "We want everybody to be glad about what has been bought here, today and in many years. " * 4
ENGLISH = (
    "You have 60 days to change your mind.",
    "Returns are free of charge.",
    "Put the label on the parcel.",
    "We refund you by the same means of payment.",
    "Embroidered pieces are excluded.",
)
GERMAN = (
    "Sie haben das Recht, binnen vierzehn Tagen zu widerrufen.",
    "Sie tragen die Kosten der Rücksendung.",
    "Senden Sie das Paket an unsere Anschrift.",
    "Wir erstatten den Kaufpreis.",
)


def judged(shop: Shop, *lines: str, lang: str = "en", country: str = "") -> tuple[Kind, object]:
    page = linked(FILLING, *lines, lang=lang)
    page.text("Widerruf" if lang == "de" else "Returns", tag="h1")
    shop.walk(language=lang, country=country).page(Stage.HOME).site_page("returns", page)
    found = outcome(returns_complete, shop)
    return found.kind, found.value


def test_all_facts_pass(shop: Shop) -> None:
    assert judged(shop, *ENGLISH) == (Kind.PASS, 5)


def test_german_facts_pass(shop: Shop) -> None:
    assert judged(shop, *GERMAN, lang="de", country="DE") == (Kind.PASS, 4)


def test_three_facts_warn(shop: Shop) -> None:
    assert judged(shop, *ENGLISH[:3]) == (Kind.WARN, 3)


def test_two_facts_fail(shop: Shop) -> None:
    assert judged(shop, *ENGLISH[:2]) == (Kind.FAIL, 2)


def test_in_the_eu_the_period_is_needed(shop: Shop) -> None:
    assert judged(shop, *ENGLISH[1:], country="IE") == (Kind.WARN, 4)


def test_a_page_about_something_else_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.HOME).site_page("returns", linked(FILLING))
    assert outcome(returns_complete, shop).kind is Kind.NOT_MEASURABLE


def test_a_portal_without_text_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.HOME).site_page("returns", linked("Returns"))
    assert outcome(returns_complete, shop).kind is Kind.NOT_MEASURABLE


def test_an_unknown_language_is_not_measurable(shop: Shop) -> None:
    greek = "Το βάζο είναι από πηλό και για το σπίτι σας με την εγγύηση " * 8
    assert judged(shop, greek, lang="el")[0] is Kind.NOT_MEASURABLE
