"""What an answer to a search says, in the words of shops that say it in their own way."""

from __future__ import annotations

import pytest

from auditor.facts.search_answer import says_nothing_found, standing_for_any, usual_texts
from tests.auditor.pages import Pages

WORD = "zqxjvkw"


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", f"<h1>Nothing came up for “{WORD}”</h1>"),
        ("en", f"<h1>We don't have <em>{WORD}</em> yet</h1>"),
        ("de", f"<h1>Zu „{WORD}“ ist uns leider nichts eingefallen</h1>"),
        ("de", f"<h1>0 Treffer für „{WORD}“</h1>"),
        ("fr", f"<h1>Rien au comptoir sous « {WORD} »</h1>"),
        ("es", f"<h1>No hay ningún producto que coincida con «{WORD}»</h1>"),
        ("it", f"<h1>Per “{WORD}” in bottega non c'è niente</h1>"),
        ("nl", f"<h1>Zoekresultaten voor “{WORD}”</h1><p>We hebben hier geen artikelen voor gevonden.</p>"),
        ("pt", f"<h1>Não temos nada com “{WORD}”</h1>"),
        ("pl", f"<h1>Na „{WORD}” nic nie mamy</h1>"),
        ("sv", f"<h1>”{WORD}” finns inte hos oss</h1>"),
        ("da", f"<h1>Vi har ikke noget, der hedder “{WORD}”</h1>"),
        ("ja", f"<h1>「{WORD}」に一致するものはありません</h1>"),
    ],
)
async def test_a_sentence_that_quotes_the_query_and_denies_says_so(pages: Pages, lang: str, said: str) -> None:
    assert says_nothing_found(await pages.facts(f"<main>{said}</main>", lang=lang), WORD)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", f"<h1>Results for “{WORD}”</h1><p>Not what you were looking for?</p>"),
        ("en", f"<h1>12 products for “{WORD}”, none of them on sale</h1>"),
        ("en", f"<h1>Results for “{WORD}”</h1><p>No minimum order, and no two alike.</p>"),
        ("de", f"<h1>Ergebnisse für „{WORD}“</h1><p>Keine Versandkosten ab 50 €.</p>"),
        ("de", f"<h1>24 Artikel zu „{WORD}“, nicht nach Preis sortiert</h1>"),
        ("pt", f"<h1>Resultados de “{WORD}” no site</h1>"),
        ("nl", f"<h1>Zoekresultaten voor “{WORD}”</h1><p>Geen verzendkosten. Alles gevonden?</p>"),
    ],
)
async def test_a_negation_beside_results_says_nothing(pages: Pages, lang: str, said: str) -> None:
    assert not says_nothing_found(await pages.facts(f"<main>{said}</main>", lang=lang), WORD)


async def test_what_a_page_with_results_says_too_is_no_answer(pages: Pages) -> None:
    def answer(query: str) -> str:
        return f"<main><h1>Results for “{query}”</h1><p>Not quite “{query}”? Ask us</p></main>"

    usual = usual_texts(await pages.facts(answer("vase")), "vase")
    seen = await pages.facts(answer(WORD))
    assert (says_nothing_found(seen, WORD), says_nothing_found(seen, WORD, usual)) == (True, False)


async def test_a_cart_without_items_is_no_answer(pages: Pages) -> None:
    cart = "<header><span>0 products</span></header>"
    seen = await pages.facts(f"{cart}<main><h1>Results for “{WORD}”</h1></main>")
    usual = usual_texts(await pages.facts(f"{cart}<main><h1>Chairs</h1></main>"), WORD)
    assert not says_nothing_found(seen, WORD, usual)


async def test_the_frame_of_the_page_is_not_asked(pages: Pages) -> None:
    assert not says_nothing_found(await pages.facts(f"<footer><p>We do not sell {WORD}</p></footer><main><h1>Results</h1></main>"), WORD)


@pytest.mark.parametrize(
    ("names", "usual", "standing"),
    [
        (["a", "b"], ["a", "b"], ["a", "b"]),
        (["c", "a", "b"], ["a", "b"], ["a", "b"]),
        (["b", "a"], ["a", "b"], []),
        (["a"], ["a", "b"], []),
        (["a"], [], []),
    ],
)
def test_only_what_stands_there_whole_and_in_order_is_recommended(names: list[str], usual: list[str], standing: list[str]) -> None:
    assert standing_for_any(names, usual) == standing
