import pytest
from auditor_checks.navigation.filters import filters

from auditor.api import Kind, Outcome, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop

GROUPS = "".join(f'<fieldset><legend>{n}</legend><input type="checkbox" name="{n}"></fieldset>' for n in ("size", "colour", "price"))
FORM = f'<html><body><main><form class="filters">{GROUPS}</form></main></body></html>'


def judged(shop: Shop, *words: str, html: str = "", products: int = 18, lang: str = "en") -> Outcome:
    page = Page("https://shop.example/all", lang=lang)
    page.html = html or page.html
    for word in words:
        page.text(word)
    with page.part("main"):
        page.cards(*(f"Modell Nummer {chr(65 + n)}" for n in range(products)))
    shop.walk(language=lang).page(Stage.CATEGORY, page)
    return outcome(filters, shop, Stage.CATEGORY)


@pytest.mark.parametrize(("words", "lang"), [(("Sort by", "18 products"), "en"), (("Sortieren nach", "18 Artikel"), "de")])
def test_filters_sorting_and_a_count_pass(words: tuple[str, ...], lang: str, shop: Shop) -> None:
    assert judged(shop, *words, html=FORM, lang=lang).kind is Kind.PASS


def test_sorting_alone_is_warned_of(shop: Shop) -> None:
    found = judged(shop, "Trier par", lang="fr")
    assert (found.kind, "no filters" in found.message) == (Kind.WARN, True)


@pytest.mark.parametrize(("words", "lang"), [("Trier par", "fr"), ("Sortieren nach", "de")])
def test_sorting_alone_is_too_little_for_a_very_long_list(shop: Shop, words: str, lang: str) -> None:
    assert judged(shop, words, lang=lang, products=24).kind is Kind.FAIL


@pytest.mark.parametrize(
    "aside", ['<aside><a href="/a">A</a><a href="/b">B</a><a href="/c">C</a></aside>', '<div class="sidebar">{}</div>']
)
def test_a_column_of_links_may_narrow_a_very_long_list(shop: Shop, aside: str) -> None:
    links = '<a href="/red">Red</a> <a href="/blue">Blue</a> <a href="/green">Green</a>'
    html = f"<html><body><main>{aside.format(links)}</main></body></html>"
    assert judged(shop, "Sort by", html=html, products=24).kind is Kind.WARN


def test_nothing_to_narrow_a_long_list_fails(shop: Shop) -> None:
    assert judged(shop).kind is Kind.FAIL


def test_a_language_without_words_is_only_warned_of(shop: Shop) -> None:
    assert judged(shop, lang="sk").kind is Kind.WARN


def test_a_short_list_is_not_concerned(shop: Shop) -> None:
    assert judged(shop, products=6).kind is Kind.NOT_APPLICABLE
