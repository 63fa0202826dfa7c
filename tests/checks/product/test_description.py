import pytest
from auditor_checks.product.description import description

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.product.product_pages import product
from tests.checks.recordings import Shop

SENTENCE = "It is thrown by hand from stoneware and fired twice in a kiln."  # 13 words


def test_a_long_text_passes(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, product(*[f"{n}. {SENTENCE}" for n in range(7)]))
    assert outcome(description, shop).kind is Kind.PASS


def test_some_text_warns(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, product(*[f"{n}. {SENTENCE}" for n in range(4)]))
    assert outcome(description, shop).kind is Kind.WARN


def test_a_single_sentence_fails(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, product(SENTENCE))
    assert (outcome(description, shop).kind, outcome(description, shop).value) == (Kind.FAIL, 13)


def test_japanese_is_counted_by_its_letters(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, product("手作りの花瓶です。" * 25, lang="ja"))
    assert outcome(description, shop).kind is Kind.PASS


def test_reviews_do_not_describe_but_spare_the_failure(shop: Shop) -> None:
    said = " ".join([SENTENCE] * 8)
    html = f'<html><body><main><h1>Vase</h1><p>{SENTENCE}</p><div class="reviews"><p>{said}</p></div></main></body></html>'
    shop.walk().page(Stage.PRODUCT, product(html=html))
    assert outcome(description, shop).kind is Kind.WARN


def test_a_short_sentence_counts_once(shop: Shop) -> None:
    told = "<p>Schwarztee mit Bergamotte und Kornblumen.</p>" * 2
    html = f"<html><body><main><h1>Tee</h1>{told}</main></body></html>"
    shop.walk(language="de").page(Stage.PRODUCT, product(html=html, lang="de"))
    assert outcome(description, shop).message == "Only 5 words in sentences describe the product."


def test_labels_are_no_sentence(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, product("Add your review", "Size guide"))
    assert outcome(description, shop).message == "Not one sentence on the page describes the product."


@pytest.mark.parametrize(
    "term",
    [
        "Delivery in three to five working days all over Ireland and the United Kingdom.",
        "Devolución gratuita durante treinta días desde la entrega de su pedido en casa.",
        "Envoi offert dès 60,00 € d'achat, sinon 4,90 € en point relais partout chez nous.",
        "Made by Marram Goods of Galway, and you can write to them: safety@marram.example today.",
    ],
)
def test_terms_of_sale_do_not_describe(term: str, shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, product(SENTENCE, *[f"{term} {n}" for n in range(8)], lang=language_of(term)))
    found = outcome(description, shop)
    assert (found.kind, found.value) == (Kind.WARN, 13)


def language_of(term: str) -> str:
    return "es" if term.startswith("Dev") else "fr" if term.startswith("Env") else "en"


@pytest.mark.parametrize(
    ("line", "lang", "words"),
    [
        ("Brass desk lamp, made with care. Ships within two days.", "en", 6),
        ("Håndlavet i små serier af glas. Leveres inden for 2-3 hverdage.", "da", 6),
    ],
)
def test_a_sentence_before_one_on_delivery_describes(shop: Shop, line: str, lang: str, words: int) -> None:
    shop.walk(language=lang).page(Stage.PRODUCT, product(line, lang=lang))
    assert outcome(description, shop).value == words
