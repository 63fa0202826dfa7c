from auditor.probes.search_no_results import NONSENSE, probe_search_no_results
from tests.auditor.probes.conftest import Visit

LIST = """<header>
<form action="/search" role="search"><input type="search" name="q" aria-label="Search"><button>Search</button></form></header>
<main><h1>Chairs</h1></main>"""
HELPFUL = f"""<header><a href="/contact">Contact</a></header><main><h1>Search</h1><p>No results found for “{NONSENSE}”.</p>
<p>Check the spelling, try fewer or more general words, or look through the categories that are listed here. Our service team
knows the whole range and finds almost everything that customers look for.</p>
<input type="search" value="{NONSENSE}" aria-label="Search again"> <a href="mailto:help@shop.example">Write to us</a></main>"""
BARE = "<main><h1>Search</h1><p>No results found.</p></main>"


async def test_what_an_empty_search_offers_is_noted(visit: Visit) -> None:
    walker, facts = await visit({"/chairs": LIST, "/search": HELPFUL}, "/chairs")
    found, after = await probe_search_no_results(walker, facts)
    assert found["url"] == f"https://shop.example/search?q={NONSENSE}"
    assert (found["answered"], found["says_nothing_found"], found["search_again"]) == (True, True, True)
    assert (found["contact"], found["tips"], found["suggested_products"]) == (True, True, 0)
    assert after.url == "https://shop.example/chairs"
    assert walker.tab.page.url == after.url


async def test_a_bare_answer_offers_nothing(visit: Visit) -> None:
    walker, facts = await visit({"/chairs": LIST, "/search": BARE}, "/chairs")
    found, _ = await probe_search_no_results(walker, facts)
    assert (found["says_nothing_found"], found["search_again"], found["contact"], found["tips"]) == (True, False, False, False)


async def test_a_shop_without_search_says_so(visit: Visit) -> None:
    walker, facts = await visit({"/chairs": "<main><h1>Chairs</h1></main>"}, "/chairs")
    found, after = await probe_search_no_results(walker, facts)
    assert (found, after.url) == ("The shop has no search.", facts.url)


async def test_a_category_counts_though_the_menu_holds_the_same_link(visit: Visit) -> None:
    menu = '<nav><a href="/categories/chairs">Chairs</a> <a href="/categories/lamps">Lamps</a></nav>'
    main = '<main><h1>Search</h1><p>No results found.</p><ul><li><a href="/categories/lamps">Lamps</a></li></ul></main>'
    walker, facts = await visit({"/chairs": LIST, "/search": f"<header>{menu}</header>{main}"}, "/chairs")
    found, _ = await probe_search_no_results(walker, facts)
    assert found["category_links"] == 1


STRIP = """<div class="letter"><p>One letter a month: what to sow, what to prune, and a first look at the plants of the new season. Leave
whenever you like, with the link at the foot of every letter that we send. Somebody is in the office from eight to five on every
working day of the week.</p><a href="/contact">Contact us</a></div>"""


async def test_what_every_page_shows_is_no_help_of_this_one(visit: Visit) -> None:
    walker, facts = await visit({"/chairs": LIST + STRIP, "/search": BARE + STRIP}, "/chairs")
    found, _ = await probe_search_no_results(walker, facts)
    assert (found["says_nothing_found"], found["contact"], found["tips"]) == (True, False, False)


async def test_a_way_to_ask_of_its_own_counts_though_another_page_has_one_elsewhere(visit: Visit) -> None:
    helpful = '<main><h1>Search</h1><p>No results found.</p><ul class="help"><li><a href="/contact">Contact us</a></li></ul></main>'
    walker, facts = await visit({"/chairs": LIST + STRIP, "/search": helpful + STRIP}, "/chairs")
    found, _ = await probe_search_no_results(walker, facts)
    assert (found["contact"], found["tips"]) == (True, False)
