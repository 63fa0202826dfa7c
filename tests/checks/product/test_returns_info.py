import pytest
from auditor_checks.product.returns_info import returns_info

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.product.product_pages import product
from tests.checks.recordings import Shop


@pytest.mark.parametrize(
    ("line", "lang", "kind"),
    [
        ("60 days to return, free of charge.", "en", Kind.PASS),
        ("Free returns within two weeks", "en", Kind.PASS),
        ("30 Tage Rückgaberecht", "de", Kind.PASS),
        ("Retours gratuits sous 14 jours", "fr", Kind.PASS),
        ("Easy returns", "en", Kind.WARN),
        ("Dispatched within 3 days", "en", Kind.FAIL),
    ],
)
def test_what_the_page_tells_of_returns(shop: Shop, line: str, lang: str, kind: Kind) -> None:
    shop.walk(language=lang).page(Stage.PRODUCT, product(line, lang=lang, footer=["Returns: 60 days"]))
    assert outcome(returns_info, shop).kind is kind


@pytest.mark.parametrize(("words", "lang"), [("Shipping & Returns", "en"), ("Versand und Rückgabe", "de")])
def test_the_menu_at_the_top_mentions_returns(shop: Shop, words: str, lang: str) -> None:
    page = product(lang=lang)
    with page.part("header"), page.part("nav"):
        page.link(words, "/returns", box=(700, 20, 100, 20))
    shop.walk(language=lang).page(Stage.PRODUCT, page)
    assert outcome(returns_info, shop).kind is Kind.WARN


def test_a_menu_in_the_footer_does_not(shop: Shop) -> None:
    page = product()
    with page.part("footer"), page.part("nav"):
        page.link("Returns", "/returns", box=(700, 600, 100, 20))
    shop.walk().page(Stage.PRODUCT, page)
    assert outcome(returns_info, shop).kind is Kind.FAIL


@pytest.mark.parametrize(
    ("line", "lang", "kind"),
    [
        ("Et si la taille ne va pas, vous pouvez nous le retourner pendant 30 jours après réception.", "fr", Kind.PASS),
        ("Vous avez deux semaines pour nous le renvoyer.", "fr", Kind.PASS),
        ("Passt es nicht, können Sie es innerhalb von 30 Tagen zurückschicken.", "de", Kind.PASS),
        ("Si no te convence, lo devuelves en 30 días.", "es", Kind.PASS),
        ("Vous avez trente jours pour nous le renvoyer.", "fr", Kind.PASS),
        ("Tienes un mes desde que te llega para cambiarlo o devolverlo.", "es", Kind.PASS),
        ("Hai trenta giorni dalla consegna per mandarcelo indietro.", "it", Kind.PASS),
        ("Sie haben 30 Tage Zeit, es sich anders zu überlegen.", "de", Kind.PASS),
        ("Dreißig Tage lang nehmen wir es zurück: einfach zurückschicken.", "de", Kind.PASS),
        ("Il contient trente pour cent de laine.", "fr", Kind.FAIL),
        ("In dreißig Tagen von Hand gewebt.", "de", Kind.FAIL),
        ("Trenta giorni di lavoro per ogni vaso.", "it", Kind.FAIL),
        ("Unser Team kehrt in 3 Tagen aus dem Urlaub heim.", "de", Kind.FAIL),
        ("Nous vous rappelons sous 2 jours.", "fr", Kind.FAIL),
        ("30 jours pour en avoir le cœur net", "fr", Kind.WARN),
        ("Take 60 days to make up your mind", "en", Kind.WARN),
        ("24 Monate Garantie", "de", Kind.FAIL),
    ],
)
def test_a_sentence_tells_it_without_the_word_for_returns(shop: Shop, line: str, lang: str, kind: Kind) -> None:
    shop.walk(language=lang).page(Stage.PRODUCT, product(line, lang=lang))
    assert outcome(returns_info, shop).kind is kind


@pytest.mark.parametrize(
    ("panel", "kind"),
    [
        ('<div id="fold" hidden>Washed by hand, dried in the shade.</div>', Kind.FAIL),
        ('<div id="fold" hidden>Send it back within 30 days.</div>', Kind.PASS),
        ('<div id="fold" hidden>Loading …</div>', Kind.WARN),
        ("", Kind.WARN),
    ],
)
def test_a_closed_part_spares_the_failure_only_where_its_content_is_not_in_the_page(shop: Shop, panel: str, kind: Kind) -> None:
    page = product(html=f"<html><body><main><h1>Vase</h1>{panel}</main></body></html>")
    with page.part("main"):
        page.button("Good to know", attrs={"aria-expanded": "false", "aria-controls": "fold"})
    shop.walk().page(Stage.PRODUCT, page)
    assert outcome(returns_info, shop).kind is kind


@pytest.mark.parametrize(("line", "kind"), [("Pour les sachets fermés, 30 jours, voici comment", Kind.PASS), ("voici comment", Kind.WARN)])
def test_a_link_of_any_name_to_the_page_about_returns_speaks_of_them(shop: Shop, line: str, kind: Kind) -> None:
    page = product(line, lang="fr")
    page.link("voici comment", "/content/6-retours")
    with page.part("footer"):
        page.link("Retours", "/content/6-retours#haut")
    shop.walk(language="fr").page(Stage.PRODUCT, page)
    assert outcome(returns_info, shop).kind is kind


def test_a_link_that_only_opens_a_window_makes_no_other_such_link_speak_of_returns(shop: Shop) -> None:
    page = product("Delivered to you in 2 days")
    page.link("Returns", "#")
    page.link("2", "#")
    shop.walk().page(Stage.PRODUCT, page)
    assert outcome(returns_info, shop).kind is Kind.WARN
