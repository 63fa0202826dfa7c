"""A search with a typing error, on shops whose search is a few lines of script."""

from collections.abc import Sequence
from typing import Any

import pytest

from auditor.probes.search_no_results import NONSENSE
from auditor.probes.typing_error import Search, misspelt, with_longer_name, with_query, with_typo
from tests.auditor.probes.conftest import Visit

EN = ("en", "Results for “{q}”", "Nothing on our shelves is called “{q}”.", "Popular now")
DE = ("de", "Ergebnisse für „{q}“", "Zu „{q}“ passt bei uns leider nichts.", "Beliebt")
FR = ("fr", "Résultats pour « {q} »", "Rien au comptoir sous « {q} »", "On vous propose plutôt")
SILENT = ("en", "Search: {q}", "Search: {q}", "Popular now")
GOODS = ("Stoneware vase", "Linen apron", "Oak board", "Wool blanket")
PRODUCT = "<main><h1>Stoneware vase</h1><p>€49.00</p><form><button type='submit'>Add to cart</button></form></main>"
EXACT = "name.includes(word)"
TOLERANT = "name.includes(word) || name.includes(word.slice(3))"
ANY, ALL = "some", "every"


def shop(said: Sequence[str], fits: str, *, needed: str = ALL, recommended: Sequence[str] = GOODS, always: bool = False) -> str:
    """A page of results: products whose names hold the words, else what is recommended; `always` below results too."""
    lang, results, nothing, popular = said
    return f"""<!doctype html><html lang="{lang}">
<header><form action="/search" role="search"><input type="search" name="q" aria-label="Search"></form></header>
<main id="main"></main><script>
const q = new URLSearchParams(location.search).get("q");
const tile = (name) => `<li><a href="/${{name.toLowerCase().replace(" ", "-")}}"><svg width="200" height="200"></svg>
<h3>${{name}}</h3></a><p>€49.00</p></li>`;
const fits = (name, word) => {fits};
const hits = {list(GOODS)}.filter((n) => q.toLowerCase().split(" ").{needed}((word) => fits(n.toLowerCase(), word)));
const popular = `<h2>{popular}</h2><ul class="popular">${{{list(recommended)}.map(tile).join("")}}</ul>`;
document.getElementById("main").innerHTML = hits.length
  ? `<h1>{results.replace("{q}", "${q}")}</h1><ul class="hits">${{hits.map(tile).join("")}}</ul>` + ({str(always).lower()} ? popular : "")
  : `<h1>{nothing.replace("{q}", "${q}")}</h1>` + popular;
</script>"""


async def typo(visit: Visit, results: str, query: str = "Stoneware vase") -> dict[str, Any]:
    walker, facts = await visit({"/stoneware-vase": PRODUCT, "/search": results}, "/stoneware-vase")
    url = "https://shop.example/search?q=" + query.replace(" ", "+")
    search = Search(walker.tab, url, query, facts, query)
    found, _ = await with_typo(search, await search.ask(NONSENSE))
    return found or {}


@pytest.mark.parametrize("said", [EN, DE, FR, SILENT], ids=["en", "de", "fr", "silent"])
async def test_the_product_among_what_is_recommended_is_not_found(visit: Visit, said: Sequence[str]) -> None:
    found = await typo(visit, shop(said, EXACT))
    assert (found["query"], found["right"], found["found"], found["products"]) == ("Stneware", "Stoneware", False, 0)
    assert (found["shown"], found["says_nothing_found"]) == (4, said is not SILENT)


@pytest.mark.parametrize("said", [EN, DE, SILENT], ids=["en", "de", "silent"])
@pytest.mark.parametrize("always", [False, True])
async def test_a_tolerant_search_finds_what_is_recommended_too(visit: Visit, said: Sequence[str], *, always: bool) -> None:
    assert (await typo(visit, shop(said, TOLERANT, always=always)))["found"]


async def test_a_name_that_is_found_by_its_other_words_does_not_count(visit: Visit) -> None:
    found = await typo(visit, shop(EN, EXACT, needed=ANY, recommended=GOODS[1:]))
    assert (found["query"], found["found"], found["products"], found["says_nothing_found"]) == ("Stneware", False, 0, True)


async def test_where_the_word_alone_finds_nothing_the_whole_name_is_misspelt(visit: Visit) -> None:
    found = await typo(visit, shop(EN, 'word !== "stoneware" && name.includes("vase")', needed=ANY))
    assert (found["query"], found["right"], found["found"]) == ("Stneware vase", "Stoneware vase", True)


async def test_a_search_that_shows_everything_for_every_word_is_not_accused(visit: Visit) -> None:
    found = await typo(visit, shop(SILENT, "true"))
    assert (found["found"], found["products"]) == (True, 4)


async def test_a_search_that_ranks_everything_anew_finds(visit: Visit) -> None:
    ranked = (
        shop(SILENT, "true").replace("]; document", "]").replace("const popular", 'if (q === "zqxjvkw") hits.reverse();\nconst popular')
    )
    assert (await typo(visit, ranked))["found"]


async def test_a_link_to_the_right_word_is_an_offer_but_not_where_it_stands_for_any_word(visit: Visit) -> None:
    offer = shop(EN, EXACT).replace("+ popular;", '+ popular + (q === "zqxjvkw" ? "" : \'<a href="/search?q=stoneware">Stoneware</a>\');')
    assert (await typo(visit, offer))["corrected"]


async def test_popular_searches_are_no_offer(visit: Visit) -> None:
    popular = shop(EN, EXACT).replace("+ popular;", "+ popular + '<a href=\"/search?q=stoneware\">Stoneware</a>';")
    assert not (await typo(visit, popular))["corrected"]


@pytest.mark.parametrize(
    ("query", "typo"), [("Blue stoneware", "Blue stneware"), ("Blue vase", ""), ("ABC-123456", ""), ("有田焼湯呑茶碗", "")]
)
def test_one_letter_of_a_long_word_goes_missing(query: str, typo: str) -> None:
    assert misspelt(query) == typo


@pytest.mark.parametrize(
    ("url", "changed"),
    [
        ("https://shop.example/s?q=Blue+vase&lang=en", "https://shop.example/s?q=red+cup&lang=en"),
        ("https://shop.example/search/blue%20vase", "https://shop.example/search/red%20cup"),
        ("https://shop.example/search#results", ""),
    ],
)
def test_the_query_is_exchanged_where_it_stands_in_the_address(url: str, changed: str) -> None:
    assert with_query(url, "Blue vase", "red cup") == changed


SHORT = "<main><h1>Oak bowl</h1><p>€49.00</p><form><button type='submit'>Add to cart</button></form></main>"


@pytest.mark.parametrize("said", [EN, DE], ids=["en", "de"])
@pytest.mark.parametrize(("fits", "found"), [(EXACT, False), (TOLERANT, True)])
async def test_where_no_word_is_long_enough_another_product_is_searched_for(
    visit: Visit, said: Sequence[str], fits: str, *, found: bool
) -> None:
    results = shop(said, fits)
    walker, facts = await visit({"/oak-bowl": SHORT, "/stoneware-vase": PRODUCT, "/search": results}, "/oak-bowl")
    search = Search(walker.tab, "https://shop.example/search?q=Oak+bowl", "Oak bowl", facts, "Oak bowl")
    nothing = await search.ask(NONSENSE)
    assert nothing is not None
    other = await with_longer_name(search, nothing.cards)
    assert other is not None
    told, _ = await with_typo(other, nothing)
    assert told is not None
    assert (other.title, told["query"], told["found"]) == ("Stoneware vase", "Stneware", found)


@pytest.mark.parametrize(
    ("page", "goods"),
    [
        ("<main><h1>Gone</h1><p>This is sold no more.</p></main>", GOODS),  # its page shows something else
        (PRODUCT, ("Oak board", "Wool rug", "Tin cup")),  # no name is longer
    ],
)
async def test_without_another_product_none_is_searched_for(visit: Visit, page: str, goods: Sequence[str]) -> None:
    results = shop(EN, EXACT, recommended=goods)
    walker, facts = await visit({"/oak-bowl": SHORT, "/stoneware-vase": page, "/search": results}, "/oak-bowl")
    search = Search(walker.tab, "https://shop.example/search?q=Oak+bowl", "Oak bowl", facts, "Oak bowl")
    nothing = await search.ask(NONSENSE)
    assert nothing is not None
    assert await with_longer_name(search, nothing.cards) is None
