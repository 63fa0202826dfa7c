"""Which language a page is written in."""

from __future__ import annotations

import pytest

from auditor.lexicon import LANGUAGES, detect_language
from auditor.lexicon.language import language_code

MAIN = ("en", "es", "de", "fr", "it", "pt", "nl", "pl", "sv", "da", "nb", "fi", "cs", "ja")
SAYING = {
    "en": "Free shipping on all orders over 50. Add your favourites to the basket and pay with the card of your choice.",
    "de": "Kostenloser Versand ab 50 Euro. Legen Sie Ihre Lieblingsstücke in den Warenkorb und zahlen Sie mit der Karte Ihrer Wahl.",
    "fr": "Livraison offerte dès 50 euros. Ajoutez vos articles au panier et payez avec la carte de votre choix.",
    "es": "Envío gratis en todos los pedidos. Añade tus productos favoritos a la cesta y paga con la tarjeta que prefieras.",
    "it": "Spedizione gratuita per tutti gli ordini. Aggiungi i tuoi prodotti al carrello e paga con la carta che preferisci.",
    "pt": "Envio grátis em todas as encomendas. Adicione os seus produtos ao carrinho e pague com o cartão que preferir.",
    "nl": "Gratis verzending voor alle bestellingen. Leg je favorieten in de winkelwagen en betaal met de kaart van je keuze.",
    "pl": "Darmowa dostawa dla wszystkich zamówień. Dodaj swoje ulubione produkty do koszyka i zapłać kartą, którą wybierzesz.",
    "sv": "Fri frakt på alla beställningar. Lägg dina favoriter i varukorgen och betala med det kort du vill.",
    "da": "Gratis fragt på alle ordrer. Læg dine favoritter i kurven og betal med det kort, du vælger.",
    "nb": "Gratis frakt på alle bestillinger. Legg favorittene dine i handlekurven og betal med det kortet du ønsker.",
    "fi": "Ilmainen toimitus kaikille tilauksille. Lisää suosikkisi ostoskoriin ja maksa kortilla, jonka valitset.",
    "cs": "Doprava zdarma pro všechny objednávky. Přidejte své oblíbené produkty do košíku a zaplaťte kartou, kterou si vyberete.",
    "ja": "全品送料無料。お気に入りの商品をカートに入れて、お好きなカードでお支払いください。",
}


def test_the_main_languages_are_there() -> None:
    assert set(MAIN) <= set(LANGUAGES)
    assert set(SAYING) == set(MAIN)


@pytest.mark.parametrize("declared", ["", "en", "de", "own"])
@pytest.mark.parametrize("language", MAIN)
def test_the_words_tell_the_language_whatever_the_template_declares(language: str, declared: str) -> None:
    assert detect_language([SAYING[language]], language if declared == "own" else declared) == language


@pytest.mark.parametrize(
    ("texts", "declared", "usual", "language"),
    [
        ([], "", "", "en"),
        ([], "sv-SE", "", "sv"),
        (["Wool blanket"], "", "", "en"),
        (["Merino"], "nb", "", "nb"),
        (["Merino"], "", "fi", "fi"),
        (["OK"], "xx", "", "en"),
        (["1 299,00"], "de_AT", "", "de"),
        ([SAYING["fr"]], "", "de", "fr"),
        (["Merino", "Fjell", "49"], "en", "cs", "cs"),
    ],
)
def test_pages_that_say_little(texts: list[str], declared: str, usual: str, language: str) -> None:
    assert detect_language(texts, declared, usual) == language


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("cs", ["Používáme cookies", "Přijmout vše", "Odmítnout vše"]),
        ("sk", ["Používame cookies", "Prijať všetko", "Odmietnuť všetko"]),
        ("sl", ["Uporabljamo piškotke", "Sprejmi vse", "Zavrni vse"]),
        ("pt", ["Utilizamos cookies", "Aceitar tudo", "Rejeitar tudo"]),
        ("nb", ["Vi bruker informasjonskapsler", "Godta alle", "Avvis alle"]),
    ],
)
def test_a_few_words_do_not_overrule_what_is_declared(language: str, texts: list[str]) -> None:
    assert detect_language(texts, language) == language


@pytest.mark.parametrize(
    ("tag", "code"),
    [("pt-BR", "pt"), ("de_AT", "de"), ("no", "nb"), ("nn-NO", "nb"), ("DK", "da"), ("JA", "ja"), (" fr ", "fr"), ("tlh", ""), ("", "")],
)
def test_language_tags_are_reduced_to_what_there_is_data_for(tag: str, code: str) -> None:
    assert language_code(tag) == code
