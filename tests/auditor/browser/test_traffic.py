"""The log of a page's requests: what is under way, and what came of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from auditor.browser.tab import Tab
from tests.auditor.listening import Listener, eventually, listening
from tests.auditor.pages import Pages, document


@pytest.fixture
def server() -> Iterator[Listener]:
    with listening({"/": document("<h1>Shop</h1>"), "/slow": document("<h1>Slow</h1>")}) as listener:
        listener.held.add("/slow")
        yield listener


@pytest_asyncio.fixture(loop_scope="session")
async def tab(pages: Pages, server: Listener) -> AsyncIterator[Tab]:
    async with pages.tab() as opened:
        await opened.goto(server.url)
        yield opened


async def test_an_exchange_is_kept_with_its_answer(tab: Tab) -> None:
    position = tab.traffic.mark()
    await tab.page.evaluate("fetch('/cart/add', {method: 'POST', body: 'id=7'}).then((r) => r.text())")
    assert await eventually(lambda: all(e.finished for e in tab.traffic.since(position)))
    (exchange,) = tab.traffic.since(position)
    assert (exchange.request.method, exchange.kind, exchange.failure) == ("POST", "fetch", "")
    assert exchange.response is not None
    assert exchange.response.status == 200
    assert exchange.finished is not None
    assert exchange.started <= exchange.finished <= tab.traffic.last_activity


@pytest.mark.parametrize(
    ("script", "pending"),
    [
        ("void fetch('/slow')", True),
        ("(() => { const x = new XMLHttpRequest(); x.open('GET', '/slow'); x.send() })()", True),
        ("void (new Image().src = '/slow')", False),
        ("void navigator.sendBeacon('/slow', 'x')", False),
    ],
)
async def test_a_page_waits_for_answers_but_not_for_pictures(tab: Tab, server: Listener, script: str, pending: bool) -> None:
    position = tab.traffic.mark()
    await tab.page.evaluate(script)
    assert await eventually(lambda: tab.traffic.since(position))
    assert bool(tab.traffic.pending) is pending
    assert not tab.traffic.navigating
    server.release.set()
    assert await eventually(lambda: not tab.traffic.pending)


async def test_a_page_on_its_way_is_a_navigation_one_in_a_frame_is_not(tab: Tab, server: Listener) -> None:
    frame = "(() => { const f = document.createElement('iframe'); f.src = '/slow'; document.body.append(f) })()"
    await tab.page.evaluate(frame)
    assert await eventually(lambda: tab.traffic.pending)
    assert not tab.traffic.navigating
    loads = tab.traffic.page_loads
    await tab.page.evaluate("void setTimeout(() => { location.href = '/slow?2' }, 0)")
    assert await eventually(lambda: tab.traffic.navigating)
    server.release.set()
    assert await eventually(lambda: not tab.traffic.navigating)
    assert tab.traffic.page_loads == loads + 1


async def test_a_request_that_fails_says_so(tab: Tab) -> None:
    await tab.page.route("**/blocked", lambda route: route.abort("blockedbyclient"))
    position = tab.traffic.mark()
    await tab.page.evaluate("fetch('/blocked').catch(() => 0)")
    assert await eventually(lambda: tab.traffic.since(position)[0].finished)
    assert "BLOCKED" in tab.traffic.since(position)[0].failure
    assert tab.traffic.since(position)[0].response is None


async def test_waiting_for_a_change_ends_with_the_next_request(tab: Tab) -> None:
    waiting = asyncio.create_task(tab.traffic.wait_for_change(30))
    await asyncio.sleep(0)
    await tab.page.evaluate("void fetch('/x')")
    assert await asyncio.wait_for(waiting, 20)


async def test_waiting_for_a_change_that_does_not_come(tab: Tab) -> None:
    assert await eventually(lambda: not tab.traffic.pending)
    assert await tab.traffic.wait_for_change(0.05) is False


async def test_every_page_load_counts(tab: Tab, server: Listener) -> None:
    loads = tab.traffic.page_loads
    await tab.goto(server.url + "/?1")
    await tab.page.evaluate("history.pushState(0, '', '/no-load')")
    await tab.goto(server.url + "/?2")
    assert tab.traffic.page_loads == loads + 2


async def test_a_redirect_is_a_part_of_one_page_load(tab: Tab, server: Listener) -> None:
    await tab.page.route("**/old", lambda route: route.fulfill(status=302, headers={"location": "/new"}))
    loads = tab.traffic.page_loads
    landed = await tab.goto(server.url + "/old")
    assert (landed.url, tab.traffic.page_loads) == (server.url + "/new", loads + 1)
