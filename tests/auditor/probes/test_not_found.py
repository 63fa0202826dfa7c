from auditor.probes.not_found import WRONG_ADDRESS, probe_not_found
from tests.auditor.probes.conftest import Visit

HOME = "<main><h1>Welcome</h1></main>"
HELPFUL = """<header><form role="search"><input type="search" name="q" aria-label="Search"></form></header>
<main><h1>Page not found</h1><p>It may have moved.</p><a href="/">Home</a></main>"""


async def test_the_answer_to_a_wrong_address_is_noted(visit: Visit) -> None:
    walker, facts = await visit({"/": HOME, "404": HELPFUL})
    found, after = await probe_not_found(walker, facts)
    assert (found["status"], found["url"]) == (404, f"https://shop.example{WRONG_ADDRESS}")
    assert (found["search"], found["home_link"], found["words"] >= 7) == (True, True, True)
    assert after is facts


async def test_the_journey_is_not_disturbed(visit: Visit) -> None:
    walker, facts = await visit({"/": HOME, "404": HELPFUL})
    open_pages = len(walker.context.pages)
    await probe_not_found(walker, facts)
    assert walker.tab.page.url == "https://shop.example/"
    assert len(walker.context.pages) == open_pages
    assert not await walker.follow_new_tab()


async def test_a_wrong_address_that_looks_right_is_seen_by_its_status(visit: Visit) -> None:
    walker, facts = await visit({"/": HOME, WRONG_ADDRESS: HOME})
    found, _ = await probe_not_found(walker, facts)
    assert (found["status"], found["search"]) == (200, False)


async def test_no_answer_at_all_is_told_with_the_error(visit: Visit) -> None:
    walker, facts = await visit({"/": HOME, WRONG_ADDRESS: None})
    found, _ = await probe_not_found(walker, facts)
    assert (found["status"], found["words"]) == (0, 0)
    assert "ERR_FAILED" in found["error"]
