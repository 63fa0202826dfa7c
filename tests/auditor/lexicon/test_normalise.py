"""One spelling for matching."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.lexicon import normalise
from auditor.lexicon.normalise import is_unspaced


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("  Add\tto  CART! ", "add to cart"),
        ("Zahlungspflichtig bestellen »", "zahlungspflichtig bestellen"),
        ("Straße", "strasse"),
        ("Größe", "grosse"),
        ("Prénom & nom*", "prenom nom"),
        ("l'étape suivante", "l etape suivante"),
        ("Dirección", "direccion"),
        ("Læg i kurv", "laeg i kurv"),
        ("Kjøp nå", "kjop na"),
        ("Złóż zamówienie", "zloz zamowienie"),
        ("Přejít k pokladně", "prejit k pokladne"),
        ("Sipariş", "siparis"),
        ("ＣＡＲＴ", "cart"),
        ("ｶｰﾄに入れる", "カートに入れる"),
        ("バッグ", "バッグ"),
        ("Καλάθι", "καλαθι"),
        ("add_to-cart", "add to cart"),
        ("×", "×"),
        ("☰ Menu", "☰ menu"),
        ("🛒", "🛒"),
        ("...", ""),
        ("", ""),
    ],
)
def test_folding(written: str, folded: str) -> None:
    assert normalise(written) == folded


@settings(deadline=None)
@given(st.text(max_size=40))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@pytest.mark.parametrize(
    ("text", "unspaced"), [("カート", True), ("かご", True), ("购物车", True), ("ตะกร้า", True), ("cart", False), ("장바구니", False)]
)
def test_scripts_without_spaces_between_words(text: str, unspaced: bool) -> None:
    assert is_unspaced(text) is unspaced
