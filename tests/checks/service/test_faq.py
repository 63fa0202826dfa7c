import pytest
from auditor_checks.service.faq import faq

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.linked import linked, with_footer
from tests.checks.pages import Page
from tests.checks.recordings import Shop

FILLING = "Here we have written down what we are asked most, so that nobody has to wait for an answer, and we add to it " * 2
GERMAN = "Hier steht, was wir am meisten gefragt werden, damit niemand auf eine Antwort warten muss, und es wird mehr " * 2
NO_LINK = "No link to a page “faq” was found."


def test_four_topics_pass(shop: Shop) -> None:
    page = linked(
        FILLING, "How much is delivery?", "How do returns work?", "Which payment methods are there?", "Where can I track my order?"
    )
    shop.walk().page(Stage.HOME).site_page("faq", page)
    assert (outcome(faq, shop).kind, outcome(faq, shop).value) == (Kind.PASS, 4)


def test_german_topics_are_counted(shop: Shop) -> None:
    page = linked(GERMAN, "Was kostet der Versand?", "Wie geht eine Retoure?", lang="de")
    shop.walk(language="de").page(Stage.HOME).site_page("faq", page)
    assert (outcome(faq, shop).kind, outcome(faq, shop).value) == (Kind.WARN, 2)


def test_a_page_about_something_else_fails(shop: Shop) -> None:
    shop.walk().page(Stage.HOME).site_page("faq", linked(FILLING))
    assert outcome(faq, shop).kind is Kind.FAIL


def test_an_empty_page_warns(shop: Shop) -> None:
    shop.walk().page(Stage.HOME).site_page("faq", linked("Help"))
    found = outcome(faq, shop)
    assert (found.kind, found.message) == (Kind.WARN, "The help page has only 1 word.")


@pytest.mark.parametrize(("line", "lang"), [("Write to us", "en"), ("Schrijf ons", "nl")])
def test_a_contact_page_that_is_called_help_is_none(shop: Shop, line: str, lang: str) -> None:
    page = linked(line, lang=lang, place="service")
    shop.walk(language=lang).page(Stage.HOME).site_page("faq", page).site_page("contact", page)
    found = outcome(faq, shop)
    assert (found.kind, "is the contact page" in found.message) == (Kind.FAIL, True)


def test_no_link_fails_only_where_a_whole_footer_was_seen(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, with_footer("Terms", "Privacy", "About us", "Contact")).site_page("faq", NO_LINK)
    assert outcome(faq, shop).kind is Kind.FAIL


def test_no_link_in_a_short_footer_is_not_measurable(shop: Shop) -> None:
    shop.walk().page(Stage.HOME, with_footer("Terms")).site_page("faq", NO_LINK)
    assert outcome(faq, shop).kind is Kind.NOT_MEASURABLE


def test_a_short_footer_with_a_full_menu_is_enough(shop: Shop) -> None:
    page = with_footer("Privacy", "Terms")
    with page.part("nav"):
        for name in ("Cups", "Plates", "Bowls", "Vases"):
            page.link(name, f"/{name}")
    shop.walk().page(Stage.HOME, page).site_page("faq", NO_LINK)
    assert outcome(faq, shop).kind is Kind.FAIL


def test_links_of_any_name_count_that_lead_to_pages_known_by_what_they_say(shop: Shop) -> None:
    page = Page("https://shop.example/faq")
    with page.part("main"):
        page.text(FILLING)
        page.text("Which payment methods are there?")
        page.link("The whole story", "/p/1")
        page.link("Here is how", "/p/2")
    known = {"delivery_info": "https://shop.example/p/1", "returns": "https://shop.example/p/2"}
    shop.walk(site_addresses=known).page(Stage.HOME).site_page("faq", page)
    assert (outcome(faq, shop).kind, outcome(faq, shop).value) == (Kind.PASS, 3)


def test_an_unknown_page_behind_a_link_tells_nothing(shop: Shop) -> None:
    page = linked(FILLING, "Which payment methods are there?")
    shop.walk().page(Stage.HOME).site_page("faq", page)
    assert outcome(faq, shop).kind is Kind.FAIL
