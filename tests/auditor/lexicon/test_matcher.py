"""How well a text names a concept."""

from __future__ import annotations

import pytest

from auditor.lexicon import Lexicon

WORDS = [
    ("en", "add_to_cart", "Add to cart"),
    ("de", "add_to_cart", "In den Warenkorb"),
    ("fr", "add_to_cart", "Ajouter au panier"),
    ("es", "add_to_cart", "Añadir a la cesta"),
    ("it", "add_to_cart", "Aggiungi al carrello"),
    ("pt", "add_to_cart", "Adicionar ao carrinho"),
    ("nl", "add_to_cart", "In winkelwagen"),
    ("pl", "add_to_cart", "Dodaj do koszyka"),
    ("sv", "add_to_cart", "Lägg i varukorgen"),
    ("da", "add_to_cart", "Læg i kurv"),
    ("nb", "add_to_cart", "Legg i handlekurven"),
    ("fi", "add_to_cart", "Lisää ostoskoriin"),
    ("cs", "add_to_cart", "Přidat do košíku"),
    ("ja", "add_to_cart", "カートに入れる"),
    ("en", "checkout", "Proceed to checkout"),
    ("de", "checkout", "Zur Kasse"),
    ("nl", "checkout", "Naar de kassa"),
    ("ja", "checkout", "ご購入手続きへ"),
    ("en", "guest", "Continue as guest"),
    ("de", "guest", "Als Gast bestellen"),
    ("fr", "guest", "Commander en tant qu'invité"),
    ("es", "guest", "Comprar como invitado"),
    ("en", "place_order", "Place order"),
    ("de", "place_order", "Zahlungspflichtig bestellen"),
    ("cs", "place_order", "Objednat s povinností platby"),
    ("ja", "place_order", "注文を確定する"),
]


@pytest.mark.parametrize(("language", "concept", "text"), WORDS)
def test_the_usual_words_of_a_language(language: str, concept: str, text: str) -> None:
    assert Lexicon(language).score(concept, text) == 1.0
    assert Lexicon(language).score(concept, f"  {text.upper()} ") == 1.0


def test_the_pages_language_counts_most_then_english_then_the_rest() -> None:
    german = Lexicon("de")
    own, english, other = german.match("cart", "Warenkorb"), german.match("cart", "Basket"), german.match("cart", "Carrello")
    assert (own.language, english.language, other.language) == ("de", "en", "it")
    assert 1.0 == own.score > english.score > other.score > 0
    assert Lexicon("it").score("cart", "Carrello") == 1.0


def test_a_lexicon_can_be_restricted_to_languages() -> None:
    lexicon = Lexicon("de", only=("de",))
    assert lexicon.score("cart", "Warenkorb") == 1.0
    assert lexicon.score("cart", "Basket") == 0.0
    assert lexicon.score("cart", "🛒") == 1.0


def test_an_unknown_language_is_read_as_english() -> None:
    assert Lexicon("tlh").language == "en"
    assert Lexicon("no").language == "nb"


@pytest.mark.parametrize(
    ("language", "concept", "better", "worse"),
    [
        ("en", "cart", "Cart", "Cart (3 items)"),
        ("en", "cart", "Your cart", "Everything you need to know about your cart before you come to see us in town"),
        ("de", "shipping_method", "Versandart", "Bitte wählen Sie eine Versandart aus"),
        ("fr", "total", "Total", "Total de votre commande TTC"),
        ("ja", "add_to_cart", "カートに入れる", "この商品をカートに入れる"),
    ],
)
def test_the_more_else_a_text_says_the_less_it_names(language: str, concept: str, better: str, worse: str) -> None:
    lexicon = Lexicon(language)
    assert lexicon.score(concept, better) > lexicon.score(concept, worse) > 0


@pytest.mark.parametrize(
    ("language", "concept", "text"),
    [
        ("en", "add_to_cart", "Add this item to your cart"),
        ("de", "checkout", "Weiter zur sicheren Kasse"),
        ("es", "add_to_cart", "Añadir ahora a la cesta"),
    ],
)
def test_words_of_a_phrase_with_small_gaps(language: str, concept: str, text: str) -> None:
    assert 0.4 < Lexicon(language).score(concept, text) < 1


@pytest.mark.parametrize(
    ("language", "concept", "text"),
    [
        ("en", "continue", "Continue shopping"),
        ("en", "cart", "Cartoon prints"),
        ("en", "cart", "Sleeping bag"),
        ("en", "place_order", "How to place an order"),
        ("en", "total", "Subtotal"),
        ("en", "close", "Closed on Mondays"),
        ("en", "field_street", "E-mail address"),
        ("en", "field_house_number", "Phone number"),
        ("de", "continue", "Weiter einkaufen"),
        ("de", "total", "Zwischensumme"),
        ("fr", "continue", "Continuer mes achats"),
        ("fr", "close", "Passer la commande"),
        ("fr", "cart", "Carte cadeau"),
        ("fr", "field_city", "Passer commande"),
        ("es", "continue", "Seguir comprando"),
    ],
)
def test_what_only_looks_like_a_concept_is_not_it(language: str, concept: str, text: str) -> None:
    assert not Lexicon(language).has(concept, text, at_least=0.5)  # a word of a foreign language may stand in it by chance


@pytest.mark.parametrize("text", ["Confirm payment", "Submit payment", "Order with obligation to pay"])
def test_a_phrase_of_the_concept_is_meant_though_a_word_of_it_speaks_against_it(text: str) -> None:
    lexicon = Lexicon("en")
    assert lexicon.score("place_order", text) == 1.0
    assert lexicon.score("place_order", "Choose a payment method") == 0.0


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Passer la commande"),
        ("es", "Realizar pedido"),
        ("pl", "Zamawiam"),
        ("et", "Vormista tellimus"),
        ("nl", "Bestelling plaatsen"),
    ],
)
def test_phrases_that_shops_use_for_going_to_the_checkout_and_for_ordering_name_both(language: str, text: str) -> None:
    """Words cannot decide here; the state of the page must (see the journey's veto)."""
    lexicon = Lexicon(language)
    assert lexicon.score("checkout", text) == lexicon.score("place_order", text) == 1.0


@pytest.mark.parametrize(
    ("language", "concept", "text", "said"),
    [
        ("en", "cart_empty", "Oh no, your cart is empty. Why not have a look around?", True),
        ("en", "added_to_cart", "The blanket has been added to your cart", True),
        ("en", "added_to_cart", "New additions", False),
        ("de", "cart_empty", "Ihr Warenkorb ist leer.", True),
        ("de", "cart_empty", "Ihr Warenkorb", False),
        ("fr", "cart_empty", "Votre panier est vide", True),
        ("ja", "cart_empty", "現在、カートに商品はありません", True),
        ("sv", "payment_choice", "Betala med Klarna", True),
        ("en", "cart", "", False),
        ("en", "cart_empty", "This field is empty", False),
    ],
)
def test_prose_mentions_a_concept(language: str, concept: str, text: str, said: bool) -> None:
    assert Lexicon(language).mentions(concept, text) is said


def test_holding_a_phrase_is_not_cancelled_by_what_else_is_said() -> None:
    lexicon = Lexicon("en")
    assert lexicon.holds("cart", "Put it into the cart")
    assert lexicon.holds("cart", "Add to cart")
    assert not lexicon.mentions("cart", "Add to cart")
    assert not lexicon.holds("cart", "Cartoon")


@pytest.mark.parametrize(
    ("language", "text", "denied"),
    [
        ("en", "We couldn't find it", True),
        ("en", "0 hits", True),
        ("en", "10 hits", False),
        ("en", "A note about notes", False),
        ("de", "Leider nichts", True),
        ("pt", "no site", False),
        ("ja", "見つかりませんでした", True),
    ],
)
def test_a_text_denies_in_the_words_of_its_own_language(language: str, text: str, *, denied: bool) -> None:
    assert Lexicon(language).denies(text) is denied


def test_the_best_of_several_concepts() -> None:
    lexicon = Lexicon("de")
    concept, match = lexicon.best(("cart", "checkout", "login"), "Zur Kasse gehen")
    assert concept == "checkout"
    assert match.language == "de"
    assert lexicon.best(("cart", "checkout"), "Impressum") == ("", lexicon.match("cart", "Impressum"))


def test_the_best_of_several_texts_counts() -> None:
    lexicon = Lexicon("en")
    assert lexicon.score("cart", "", "icon", "Basket") == 1.0
    assert lexicon.has("cart", "icon", "Basket", at_least=1.0)
    assert lexicon.score("cart") == 0.0


@pytest.mark.parametrize(
    ("text", "found"), [("お問い合わせ", False), ("カート", True), ("買い物カゴを見る", True), ("カードで払う", False)]
)
def test_japanese_is_matched_without_spaces(text: str, found: bool) -> None:
    assert (Lexicon("ja").score("cart", text) > 0.5) is found


def test_the_phrases_of_a_page_are_its_own_then_english_then_those_of_every_language() -> None:
    phrases = Lexicon("de").phrases("cart")
    assert phrases.index("warenkorb") < phrases.index("cart") < phrases.index("🛒")
