"""Back to a page seen before: still open, by its address, or by the history where it has none of its own."""

from __future__ import annotations

from playwright.async_api import Browser

from auditor.facts.page import PageFacts
from auditor.journey.returning import back_to
from tests.auditor.journey.site import visiting


def shows_mugs(facts: PageFacts) -> bool:
    return "Two mugs" in facts.observation.full_text


async def test_a_page_that_is_still_open_is_not_loaded_again(browser: Browser) -> None:
    async with visiting(browser, {"/mugs": "<h1>Two mugs</h1>"}, "/mugs") as visit:
        assert shows_mugs(await back_to(visit.walker, visit.facts, shows_mugs))
        assert visit.site.asked == ["/mugs"]


async def test_a_page_with_an_address_is_opened_by_it(browser: Browser) -> None:
    async with visiting(browser, {"/mugs": "<h1>Two mugs</h1>", "/p": "<h1>Mug</h1>"}, "/mugs") as visit:
        await visit.walker.tab.goto("https://shop.example/p")
        after = await back_to(visit.walker, visit.facts, shows_mugs)
        assert (after.url, shows_mugs(after)) == ("https://shop.example/mugs", True)


async def test_a_page_without_an_address_of_its_own_comes_back_by_the_history(browser: Browser) -> None:
    page = """<h1 id="h">Welcome</h1><script>const draw = () => h.textContent = history.state || "Welcome"; onpopstate = draw;
    window.to = (what) => { history.pushState(what, ""); draw(); };</script>"""
    async with visiting(browser, page) as visit:
        await visit.walker.tab.page.evaluate("to('Two mugs')")
        seen = await visit.walker.look()
        await visit.walker.tab.page.evaluate("to('One mug')")
        assert shows_mugs(await back_to(visit.walker, seen, shows_mugs))
        assert visit.site.asked == ["/"]


async def test_where_no_way_brings_it_back_the_page_is_returned_as_it_is(browser: Browser) -> None:
    async with visiting(browser, {"/mugs": "<h1>Sold out</h1>"}, "/mugs") as visit:
        after = await back_to(visit.walker, visit.facts, shows_mugs)
        assert after.url.endswith("/mugs")
        assert not shows_mugs(after)
