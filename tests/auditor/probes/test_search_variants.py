import pytest

from auditor.model.journey import Step, StepOutcome
from auditor.model.stage import Stage
from auditor.probes.search_variants import probe_search_variants
from tests.auditor.probes.conftest import Visit

HEADER = """<header><form action="/search" role="search"><input type="search" name="q" aria-label="Search" id="q">
<ul id="list"></ul></form></header>"""
SUGGEST = """<script>
document.getElementById("q").addEventListener("input", () => {
  document.getElementById("list").innerHTML = '<li><a href="/vase">Stoneware vase</a></li><li><a href="/bowl">Stone bowl</a></li>';
});
</script>"""
PRODUCT = """<main><h1>Stoneware vase</h1><p>€49.00</p><form><button type="submit">Add to cart</button></form></main>"""
RESULTS = """<main><h1>Search results</h1><ul><li><a href="/vase">Stoneware vase</a> €49.00</li></ul>
<p><a href="/faq">Questions and answers</a></p><p id="help"></p></main>
<script>if (location.search.includes("returns")) document.getElementById("help").innerHTML = '<a href="/returns">Returns</a>'</script>"""
NOTHING = "<main><h1>No results</h1><p>We found nothing.</p></main>"


def searched(query: str = "Stoneware vase") -> Step:
    url = "https://shop.example/search?q=" + query.replace(" ", "+")
    return Step(Stage.SEARCH, StepOutcome.REACHED, url=url, action=f"searched for “{query}”")


async def test_what_other_words_find_is_noted(visit: Visit) -> None:
    walker, facts = await visit({"/vase": PRODUCT, "/search": HEADER + RESULTS + SUGGEST}, "/vase")
    walker.steps.append(searched())
    found, after = await probe_search_variants(walker, facts)
    assert (found["typo"]["query"], found["typo"]["found"]) == ("Stneware", True)
    assert found["help"]["links"] == ["https://shop.example/returns"]
    assert (found["suggestions"]["typed"], found["suggestions"]["shown"]) == ("Ston", 2)
    assert after is facts
    assert walker.tab.page.url == "https://shop.example/vase"


async def test_a_page_of_help_among_the_results_counts_though_the_bottom_of_every_page_links_it_too(visit: Visit) -> None:
    bottom = '<div><a href="/returns">Returns</a></div>'
    walker, facts = await visit({"/vase": PRODUCT, "/search": HEADER + RESULTS + bottom}, "/vase")
    walker.steps.append(searched())
    found, _ = await probe_search_variants(walker, facts)
    assert found["help"]["links"] == ["https://shop.example/returns"]


async def test_a_search_that_no_longer_finds_the_right_word_is_not_blamed_for_the_wrong_one(visit: Visit) -> None:
    walker, facts = await visit({"/vase": PRODUCT, "/search": HEADER + NOTHING}, "/vase")
    walker.steps.append(searched())
    found, _ = await probe_search_variants(walker, facts)
    assert found["typo"] == {"unsure": True}


async def test_a_shop_without_search_is_left_alone(visit: Visit) -> None:
    walker, facts = await visit({"/vase": PRODUCT}, "/vase")
    found, _ = await probe_search_variants(walker, facts)
    assert found == "The shop has no search that led to results."


async def test_a_hint_for_who_finds_nothing_does_not_take_the_answer_away(visit: Visit) -> None:
    script = """<script>
const q = new URLSearchParams(location.search).get("q");
document.querySelector("main").innerHTML = q === "returns" ? '<a href="/returns">Returns</a>'
  : q.includes("Stoneware") ? '<a href="/vase">Stoneware vase</a>' : '<p>No results.</p><a href="/returns">Returns</a>';
</script>"""
    walker, facts = await visit({"/vase": PRODUCT, "/search": f"{HEADER}<main></main>{script}"}, "/vase")
    walker.steps.append(searched())
    found, _ = await probe_search_variants(walker, facts)
    assert (found["typo"]["found"], found["help"]["links"]) == (False, ["https://shop.example/returns"])


@pytest.mark.parametrize(
    ("answer", "links"),
    [
        ('<p>No results found.</p><a href="/contact">Contact us</a>', []),
        ('<p>No results found.</p><a href="/returns">Returns</a>', ["https://shop.example/returns"]),
    ],
)
async def test_what_a_page_without_results_links_for_any_word_answers_none(visit: Visit, answer: str, links: list[str]) -> None:
    script = f"""<script>
const q = new URLSearchParams(location.search).get("q");
document.querySelector("main").innerHTML = q.includes("Cup") ? '<a href="/vase">Cup</a>'
  : q === "returns" ? `{answer}` : '<p>No results found.</p><a href="/contact">Contact us</a>';
</script>"""
    product = PRODUCT.replace("Stoneware vase", "Cup")
    walker, facts = await visit({"/vase": product, "/search": f"{HEADER}<main></main>{script}"}, "/vase")
    walker.steps.append(searched("Cup"))
    found, _ = await probe_search_variants(walker, facts)
    assert found["help"]["links"] == links


HIDDEN_FIELD = """<header><details><summary aria-label="{name}">⌕</summary><form action="/search" role="search">
<input type="search" name="q" id="q" aria-label="{name}"><ul id="list"></ul></form></details></header>"""
OWN_FIELD = '<form action="/search" role="search"><input type="search" name="q" id="q2" aria-label="{name}"><button>{name}</button></form>'


@pytest.mark.parametrize("name", ["Search", "Suche"])
@pytest.mark.parametrize(("script", "shown"), [(SUGGEST, 2), ("", 0)])
async def test_the_header_s_search_is_opened_where_that_of_the_results_suggests_nothing(
    visit: Visit, name: str, script: str, shown: int
) -> None:
    results = HIDDEN_FIELD.format(name=name) + RESULTS.replace("<h1>", OWN_FIELD.format(name=name) + "<h1>") + script
    walker, facts = await visit({"/vase": PRODUCT, "/search": results}, "/vase")
    walker.steps.append(searched())
    found, _ = await probe_search_variants(walker, facts)
    assert (found["suggestions"]["typed"], found["suggestions"]["shown"]) == ("Ston", shown)


@pytest.mark.parametrize(
    ("answer", "links"),
    [
        ('<a href="/pages/back">Returning an item</a>', ["https://shop.example/pages/back"]),
        ('<li><a href="/p/9">Returnable bottle</a> \u20ac9.00</li>', []),
        ('<a href="/pages/wool">Where wool comes from</a>', []),
    ],
)
async def test_a_page_found_by_the_word_asked_for_is_help_whatever_its_ending(visit: Visit, answer: str, links: list[str]) -> None:
    results = RESULTS.replace('<a href="/returns">Returns</a>', answer)
    walker, facts = await visit({"/vase": PRODUCT, "/search": HEADER + results}, "/vase")
    walker.steps.append(searched())
    found, _ = await probe_search_variants(walker, facts)
    assert found["help"]["links"] == links
