from auditor_checks.relationship.loyalty import loyalty

from auditor.api import Kind, Outcome, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop

FULL = (
    "You earn one point for every euro.",
    "100 points are a voucher worth €5.",
    "Create an account to join.",
    "Points expire after two years.",
)
DEUTSCH = (
    "Sie sammeln einen Punkt pro Euro Ihres Einkaufs.",
    "100 Punkte sind ein Gutschein über 5 €.",
    "Melden Sie sich im Kundenkonto an.",
    "Punkte verfallen nach zwei Jahren.",
)


def judged(shop: Shop, *lines: str, lang: str = "en") -> Outcome:
    page = Page("https://shop.example/club", lang=lang)
    with page.part("main"):
        page.text("A club for those who like our things, and for those who will. " * 2)
        for line in lines:
            page.text(line)
    shop.walk(language=lang).page(Stage.HOME).site_page("loyalty", page)
    return outcome(loyalty, shop)


def test_a_programme_that_is_explained_passes(shop: Shop) -> None:
    found = judged(shop, *FULL)
    assert (found.kind, found.value) == (Kind.PASS, 4)


def test_german_is_understood(shop: Shop) -> None:
    assert judged(shop, *DEUTSCH, lang="de").kind is Kind.PASS


def test_a_programme_that_is_not_explained_is_warned_of(shop: Shop) -> None:
    found = judged(shop, FULL[2])
    assert (found.kind, len(found.findings)) == (Kind.WARN, 3)


def test_no_programme_is_no_offence(shop: Shop) -> None:
    shop.walk().page(Stage.HOME).site_page("loyalty", "No link to a page “loyalty” was found.")
    assert outcome(loyalty, shop).kind is Kind.INFO


def test_a_dead_link_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.HOME).site_page("loyalty", "The link “Club” leads to HTTP status 500.")
    assert outcome(loyalty, shop).kind is Kind.NOT_MEASURABLE
