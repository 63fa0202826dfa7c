import pytest
from auditor_checks.written_reviews import has_written_reviews

from auditor.api import PageRecord, Stage
from tests.checks.product.product_pages import product
from tests.checks.recordings import Shop

ENTRY = '<li class="entry"><span role="img" aria-label="{stars}">★★★★☆</span><p>{told}</p><p>{signed}</p></li>'
ENGLISH = (
    ("4 out of 5 stars", "Holds tea and looks well on the shelf.", "Ann, 3 March 2025"),
    ("5 out of 5", "A gift, and much loved by her.", "Tom, 8 May 2025"),
)
GERMAN = (
    ("4 von 5 Sternen", "Steht gut im Regal und ist dicht.", "Anna, 03.03.2025"),
    ("5 von 5", "Ein Geschenk, das sehr gut ankam.", "Tom, 8. Mai 2025"),
)
TOP = '<main><h1>Stoneware vase</h1><a href="#{to}">{named}</a></main>'


def recorded(shop: Shop, html: str, lang: str) -> PageRecord:
    shop.walk(language=lang).page(Stage.PRODUCT, product(lang=lang, html=f"<html><body>{html}</body></html>"))
    return shop.recording().journeys[0].page(Stage.PRODUCT)


def entries(lang: str, *, entry: str = ENTRY, signed: bool = True) -> str:
    told = GERMAN if lang == "de" else ENGLISH
    return "".join(entry.format(stars=stars, told=text, signed=who if signed else "") for stars, text, who in told)


@pytest.mark.parametrize(("lang", "named"), [("en", "2 reviews"), ("de", "2 Bewertungen")])
def test_a_list_that_the_page_leads_to_is_of_the_product(shop: Shop, lang: str, named: str) -> None:
    section = f'<section id="what-they-say"><h2>Said</h2><ul>{entries(lang)}</ul></section>'
    assert has_written_reviews(recorded(shop, TOP.format(to="what-they-say", named=named) + section, lang))


@pytest.mark.parametrize(("lang", "named"), [("en", "Reviews"), ("de", "Bewertungen")])
def test_a_closed_tab_holds_reviews_too(shop: Shop, lang: str, named: str) -> None:
    tab = f'<main><h1>Stoneware vase</h1></main><button role="tab" aria-controls="t2">{named}</button>'
    assert has_written_reviews(recorded(shop, f'{tab}<div id="t2" hidden><ol>{entries(lang)}</ol></div>', lang))


def test_a_form_for_one_more_belongs_to_them(shop: Shop) -> None:
    form = '<form action="/bewertung"><textarea name="text"></textarea></form>'
    assert has_written_reviews(recorded(shop, f"<main><h1>Stoneware vase</h1></main><div><ul>{entries('de')}</ul>{form}</div>", "de"))


@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize(
    "around",
    [
        '<main><h1>Stoneware vase</h1></main><section id="shop"><ul>{entries}</ul></section>',
        '<a href="#content">2 reviews</a><div id="content"><h1>Stoneware vase</h1><ul>{entries}</ul></div>',
        '<a href="#content">Bewertungen</a><div id="content"><h2>Stoneware vase</h2><ul>{entries}</ul></div>',
        '<main><h1>Stoneware vase</h1></main><div><ul>{entries}</ul><form action="/ask"><textarea name="message"></textarea></form></div>',
        '<a href="#reviews">Reviews</a><footer><div id="reviews"><ul>{entries}</ul></div></footer>',
        '<a href="#faq">Questions</a><div id="faq"><ul>{entries}</ul></div>',
    ],
)
def test_what_customers_say_of_the_shop_is_none_of_the_product(shop: Shop, lang: str, around: str) -> None:
    assert not has_written_reviews(recorded(shop, around.format(entries=entries(lang)), lang))


@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize(
    "entry",
    [
        '<li><a href="/bowl"><img alt="Bowl"></a><p>{stars} {told}</p><time>{signed}</time></li>',  # products of a list with their stars
        "<li><p>{told}</p><p>{signed}</p></li>",  # questions, news
        '<li aria-label="{stars}">★★★★★ 12</li>',  # how many gave how many
    ],
)
def test_products_news_and_rows_of_stars_are_no_reviews(shop: Shop, lang: str, entry: str) -> None:
    section = f'<section id="reviews"><ul>{entries(lang, entry=entry)}</ul></section>'
    assert not has_written_reviews(recorded(shop, TOP.format(to="reviews", named="Reviews") + section, lang))


def test_without_names_they_are_reviews_where_the_page_leads_to_them(shop: Shop) -> None:
    section = f'<section id="said"><ul>{entries("en", signed=False)}</ul></section>'
    assert has_written_reviews(recorded(shop, TOP.format(to="said", named="2 reviews") + section, "en"))


def test_without_names_a_form_beside_them_is_not_enough(shop: Shop) -> None:
    form = '<form action="/review"><textarea name="text"></textarea></form>'
    page = f"<main><h1>Stoneware vase</h1></main><div><ul>{entries('en', signed=False)}</ul>{form}</div>"
    assert not has_written_reviews(recorded(shop, page, "en"))


def test_an_address_that_is_none_leads_away(shop: Shop) -> None:
    entry = '<li class="entry"><a href="http://[shop_url]/x">★★★★★</a><p>{told}</p><p>{signed}</p><i>{stars}</i></li>'
    section = f'<section id="reviews"><ul>{entries("en", entry=entry)}</ul></section>'
    assert not has_written_reviews(recorded(shop, TOP.format(to="reviews", named="Reviews") + section, "en"))
