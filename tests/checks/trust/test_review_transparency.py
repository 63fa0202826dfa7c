import pytest
from auditor_checks.trust.review_transparency import review_transparency

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.pages import Page
from tests.checks.recordings import Shop

RATED = '{"@type": "Product", "name": "Mug", "aggregateRating": {"ratingValue": 4.6, "reviewCount": "203"}}'


def product(text: str = "Great mug!", *, rated: bool = True, shown: str = "203 reviews", html: str = "", lang: str = "en") -> Page:
    page = Page("https://shop.example/mug", lang=lang)
    page.html = f"<html><body>{html}</body></html>"
    page.text(text)
    page.text(shown)
    if rated:
        page.describe(RATED)
    return page


@pytest.mark.parametrize("text", ["Verified purchase", "Verifizierter Kauf", "Achat vérifié", "購入者のレビュー"])
def test_a_word_about_buyers_passes(shop: Shop, text: str) -> None:
    shop.walk(country="IE").page(Stage.PRODUCT, product(text))
    assert outcome(review_transparency, shop).kind is Kind.PASS


def test_the_terms_may_say_it(shop: Shop) -> None:
    shop.walk(country="DE").page(Stage.PRODUCT, product()).site_page("terms", product("Wir prüfen die Echtheit der Bewertungen."))
    assert outcome(review_transparency, shop).kind is Kind.PASS


def test_platform_without_a_word_warns(shop: Shop) -> None:
    shop.walk(country="IE").page(Stage.PRODUCT, product(html='<script src="https://widget.trustpilot.com/a.js"></script>'))
    assert outcome(review_transparency, shop).kind is Kind.WARN


def test_reviews_without_a_word_fail(shop: Shop) -> None:
    shop.walk(country="IE").page(Stage.PRODUCT, product())
    found = outcome(review_transparency, shop)
    assert found.kind is Kind.FAIL
    assert found.message.startswith("Indication: ")


def test_no_reviews_are_left_out(shop: Shop) -> None:
    shop.walk(country="IE").page(Stage.PRODUCT, product(rated=False))
    assert outcome(review_transparency, shop).kind is Kind.NOT_APPLICABLE


def test_reviews_that_only_the_markup_speaks_of_are_not_shown(shop: Shop) -> None:
    shop.walk(country="IE").page(Stage.PRODUCT, product(shown="Made of stoneware."))
    assert outcome(review_transparency, shop).kind is Kind.NOT_APPLICABLE


def test_outside_of_the_union_it_is_left_out(shop: Shop) -> None:
    shop.walk(country="US").page(Stage.PRODUCT, product())
    assert outcome(review_transparency, shop).kind is Kind.NOT_APPLICABLE


def test_without_a_product_it_is_not_measurable(shop: Shop) -> None:
    shop.walk(country="IE").missed(Stage.PRODUCT, "No product was found.")
    assert outcome(review_transparency, shop).kind is Kind.NOT_MEASURABLE


@pytest.mark.parametrize(
    "text",
    [
        "We ask for a review ten days after delivery, only from people who bought it here. All are published.",
        "Nous demandons un avis par e-mail, uniquement à celles et ceux qui ont acheté le produit chez nous.",
        "Eine Bewertung kann nur abgeben, wer das Produkt bei uns gekauft hat.",
    ],
)
def test_plain_words_about_buyers_pass(shop: Shop, text: str) -> None:
    shop.walk(country="FR").page(Stage.PRODUCT, product(text))
    assert outcome(review_transparency, shop).kind is Kind.PASS


@pytest.mark.parametrize(
    ("country", "named", "told"),
    [("IE", "2 reviews", "Holds tea and looks well, I like it."), ("DE", "2 Bewertungen", "Steht gut im Regal und ist dicht.")],
)
def test_listed_reviews_need_no_structured_data(shop: Shop, country: str, named: str, told: str) -> None:
    entry = f"<li>★★★★☆ <p>{told}</p><time>03.03.2025</time></li>"
    html = f'<main><h1>Mug</h1><a href="#said">{named}</a></main><section id="said"><ul>{entry * 2}</ul></section>'
    page = product(told, rated=False, shown=named, html=html, lang="de" if country == "DE" else "en")
    shop.walk(country=country).page(Stage.PRODUCT, page)
    assert outcome(review_transparency, shop).kind is Kind.FAIL


@pytest.mark.parametrize(("count", "kind"), [("8", Kind.FAIL), ("0", Kind.NOT_APPLICABLE)])
def test_a_rating_in_microdata_is_one_where_somebody_gave_it(shop: Shop, count: str, kind: Kind) -> None:
    scope = 'itemscope itemtype="https://schema.org/'
    rating = f'<div itemprop="aggregateRating" {scope}AggregateRating"><b itemprop="reviewCount">{count}</b></div>'
    html = f'<div {scope}Product"><h1 itemprop="name">Mug</h1>{rating}</div>'
    shop.walk(country="IE").page(Stage.PRODUCT, product(rated=False, html=html))
    assert outcome(review_transparency, shop).kind is kind


@pytest.mark.parametrize("label", ["How reviews work", "Hinweise zu Bewertungen", "À propos des avis"])
def test_rules_on_a_page_that_was_not_read_are_not_missing(shop: Shop, label: str) -> None:
    page = product()
    page.link(label, "/about-reviews")
    shop.walk(country="DE").page(Stage.PRODUCT, page)
    assert outcome(review_transparency, shop).kind is Kind.NOT_MEASURABLE


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("pl", "Recenzję może napisać tylko ktoś, kto ma ten produkt w historii zakupów – porównujemy numer zamówienia z adresem e-mail."),
        ("sv", "Bara den som har köpt varan hos oss kan lämna ett betyg."),
        ("en", "Reviews can be left with the order number only."),
        ("fr", "D'où viennent ces avis ? Un lien personnel part après chaque envoi : seuls ceux qui ont acheté l'article écrivent ici."),
    ],
)
def test_who_may_write_is_told_in_many_words(shop: Shop, lang: str, text: str) -> None:
    shop.walk(country="IE", language=lang).page(Stage.PRODUCT, product(text, lang=lang))
    assert outcome(review_transparency, shop).kind is Kind.PASS


@pytest.mark.parametrize(("lang", "text"), [("fr", "Votre avis : je recommande !"), ("en", "Review your order")])
def test_other_words_are_none_of_buying(shop: Shop, lang: str, text: str) -> None:
    shop.walk(country="IE", language=lang).page(Stage.PRODUCT, product(text, lang=lang))
    assert outcome(review_transparency, shop).kind is Kind.FAIL


def test_an_explanation_in_unknown_words_only_warns(shop: Shop) -> None:
    text = "Every review on this page was given to us by somebody our team has met in one of the stores."
    shop.walk(country="IE").page(Stage.PRODUCT, product(text))
    found = outcome(review_transparency, shop)
    assert found.kind is Kind.WARN
    assert "given to us by somebody" in found.message
