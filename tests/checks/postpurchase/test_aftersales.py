import pytest
from auditor_checks.postpurchase.aftersales import aftersales

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.linked import linked
from tests.checks.recordings import Shop


def test_a_page_with_a_contact_passes(shop: Shop) -> None:
    shop.walk().page(Stage.HOME).site_page("warranty", linked("We repair.", links=("Contact",)))
    assert outcome(aftersales, shop).kind is Kind.PASS


def test_a_page_without_contact_warns(shop: Shop) -> None:
    shop.walk().page(Stage.HOME).site_page("warranty", linked("We repair."))
    assert outcome(aftersales, shop).value == "page"


def test_a_mention_in_the_terms_warns(shop: Shop) -> None:
    shop.walk(language="de").page(Stage.HOME).site_page("terms", linked("Es gilt die gesetzliche Gewährleistung.", lang="de"))
    assert outcome(aftersales, shop).value == "mention"


def test_terms_without_a_word_of_it_warn(shop: Shop) -> None:
    shop.walk().page(Stage.HOME).site_page("terms", linked("Irish law applies."))
    assert outcome(aftersales, shop).value == "none"


def test_without_any_page_it_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.HOME)
    assert outcome(aftersales, shop).kind is Kind.NOT_MEASURABLE


def test_without_any_page_that_could_speak_of_it_it_warns(shop: Shop) -> None:
    walk = shop.walk().page(Stage.HOME)
    for name in ("warranty", "terms", "faq", "returns"):
        walk.site_page(name, f"No link to a page “{name}” was found.")
    assert outcome(aftersales, shop).kind is Kind.WARN


FILLING = {"en": "These terms hold for all that is bought here. " * 15, "de": "Diese Bedingungen gelten für alle Käufe hier. " * 15}


def judged(shop: Shop, lang: str, terms: str, *, others: str = "No link to a page was found.") -> Kind:
    walk = shop.walk(language=lang).page(Stage.HOME).site_page("warranty", "No link to a page “warranty” was found.")
    walk.site_page("terms", linked(terms, lang=lang))
    for name in ("faq", "returns"):
        walk.site_page(name, others)
    return outcome(aftersales, shop).kind


@pytest.mark.parametrize("lang", ["en", "de"])
def test_terms_read_in_full_without_a_word_of_it_fail(shop: Shop, lang: str) -> None:
    assert judged(shop, lang, FILLING[lang]) is Kind.FAIL


@pytest.mark.parametrize(
    ("lang", "word"),
    [("en", "Two years of warranty."), ("en", "We repair or replace what is faulty."), ("de", "Bei Mängeln bessern wir nach.")],
)
def test_a_word_of_it_in_the_terms_warns(shop: Shop, lang: str, word: str) -> None:
    assert judged(shop, lang, FILLING[lang] + word) is Kind.WARN


def test_a_help_page_that_was_not_read_may_speak_of_it(shop: Shop) -> None:
    assert judged(shop, "en", FILLING["en"], others="The link “Help” leads to HTTP status 500.") is Kind.WARN
