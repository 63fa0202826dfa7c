import pytest
from auditor_checks.relationship.feedback import feedback

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop, request


def page(*links: str, lang: str = "en") -> Page:
    made = Page(lang=lang)
    with made.part("footer"):
        for words in links:
            made.link(words, "/page")
    return made


ASKING = [
    ("Give feedback", "en"),
    ("Ihre Meinung", "de"),
    ("Donnez votre avis", "fr"),
    ("Donner mon avis", "fr"),
    ("Anna palautetta", "fi"),
]


@pytest.mark.parametrize(("words", "lang"), ASKING)
def test_a_link_for_feedback_passes(words: str, lang: str, shop: Shop) -> None:
    shop.walk(language=lang).page(Stage.HOME, page(words, lang=lang), network=[])
    assert outcome(feedback, shop).kind is Kind.PASS


def test_a_service_passes(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, page(), network=[request("https://static.hotjar.com/c/x.js")])
    assert outcome(feedback, shop).kind is Kind.PASS


def test_a_contact_page_alone_is_warned_of(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, page("Contact us"), network=[])
    assert outcome(feedback, shop).kind is Kind.WARN


def test_reviews_alone_are_warned_of(shop: Shop) -> None:
    product = page()
    product.text("Customer reviews", tag="h2")
    shop.walk().page(Stage.PRODUCT, product, network=[])
    found = outcome(feedback, shop)
    assert (found.kind, found.value) == (Kind.WARN, "reviews")


def test_no_way_at_all_fails(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, page("Terms"), network=[])
    assert outcome(feedback, shop).kind is Kind.FAIL


def test_a_language_without_words_is_not_measurable(shop: Shop) -> None:
    shop.walk(language="hr").page(Stage.HOME, page("Uvjeti kupnje", lang="hr"), network=[])
    assert outcome(feedback, shop).kind is Kind.NOT_MEASURABLE


@pytest.mark.parametrize(("words", "lang"), [("Close suggestions", "en"), ("Palautukset", "fi")])
def test_what_only_sounds_like_it_does_not_pass(words: str, lang: str, shop: Shop) -> None:
    shop.walk(language=lang).page(Stage.HOME, page(words, lang=lang), network=[])
    assert outcome(feedback, shop).kind is Kind.FAIL


@pytest.mark.parametrize(("words", "lang"), [("Rate your experience", "en"), ("Donnez votre avis", "fr")])
def test_an_opinion_of_the_product_is_none_of_the_shop(words: str, lang: str, shop: Shop) -> None:
    product = Page(lang=lang)
    with product.part("main"):
        product.link(words, "/review")
    shop.walk(language=lang).page(Stage.PRODUCT, product, network=[])
    assert outcome(feedback, shop).kind is not Kind.PASS
