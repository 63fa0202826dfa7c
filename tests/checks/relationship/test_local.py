from auditor_checks.relationship.local import local

from auditor.api import Kind, Outcome, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop

ENGLISH = "This is the shop for all things you need, and we are glad that you are here with us. " * 3
DEUTSCH = "Das ist der Laden für alle Dinge, die Sie brauchen, und wir freuen uns, dass Sie da sind. " * 3


def judged(shop: Shop, words: str, lang: str, price: str, *, currency: str = "EUR", country: str = "DE", written: str = "de") -> Outcome:
    page = Page(lang=lang)
    page.text(words)
    for place in range(5):
        page.text(price.replace("9", str(place), 1))
    shop.walk(country=country, language=written, product={"currency": currency}).page(Stage.HOME, page)
    return outcome(local, shop)


def test_what_fits_passes(shop: Shop) -> None:
    assert judged(shop, DEUTSCH, "de", "19,95 €").kind is Kind.PASS


def test_a_foreign_currency_is_warned_of(shop: Shop) -> None:
    found = judged(shop, DEUTSCH, "de", "19,95 €", currency="GBP")
    assert (found.kind, "GBP" in found.message) == (Kind.WARN, True)


def test_a_wrong_language_and_foreign_numbers_fail(shop: Shop) -> None:
    found = judged(shop, DEUTSCH, "en", "€19.95")
    assert (found.kind, {f.key for f in found.findings}) == (Kind.FAIL, {"language", "numbers"})


def test_english_numbers_are_right_in_ireland(shop: Shop) -> None:
    assert judged(shop, ENGLISH, "en", "€19.95", country="IE", written="en").kind is Kind.PASS


def test_a_dollar_is_the_currency_of_many(shop: Shop) -> None:
    assert judged(shop, ENGLISH, "en", "$19.95", currency="USD", country="AU", written="en").kind is Kind.PASS


def test_nothing_to_compare_is_no_verdict(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, Page(lang=""))
    assert outcome(local, shop).kind is Kind.INFO


def test_how_a_foreign_language_writes_numbers_is_left_open(shop: Shop) -> None:
    assert judged(shop, ENGLISH, "en", "€19.95", country="DE", written="en").kind is Kind.PASS
