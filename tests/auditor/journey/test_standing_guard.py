"""The network rail in a real browser: whatever way an order takes, none arrives at the server."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from types import SimpleNamespace
from typing import cast

import pytest
from playwright.async_api import Browser, BrowserContext, Page

from auditor.browser.devices import DESKTOP
from auditor.browser.tab import Tab
from auditor.journey.guard import Guard, standing_guard
from tests.auditor.listening import Listener, eventually, listening

ORDER = "/checkout/place-order"
POST = f"fetch('{ORDER}', {{method: 'POST', body: 'x'}})"
SUBMIT = (
    "const f = document.createElement('form'); f.method = 'post'; f.action = '%s'; f.target = '%s'; document.body.append(f); f.submit()"
)
EMBED = "const f = document.createElement('iframe'); f.src = %s; document.body.append(f)"
PAGES = {
    "/": "<!doctype html><title>Shop</title><body><h1>Checkout</h1>",
    "/frame": f"<!doctype html><body><script>{POST}</script>",
    "/frame-form": f"<!doctype html><body><script>{SUBMIT % (ORDER, '')}</script>",
    "/worker.js": POST,
    "/shared.js": f"onconnect = () => {POST}",
    "/service.js": f"oninstall = () => skipWaiting(); onmessage = () => {POST}",
}
CHANNELS = {
    "form post": SUBMIT % (ORDER, ""),
    "form post into a new tab": SUBMIT % (ORDER, "_blank"),
    "fetch": POST,
    "fetch that outlives the page": f"fetch('{ORDER}', {{method: 'POST', keepalive: true, body: 'x'}})",
    "XHR": f"const x = new XMLHttpRequest(); x.open('PUT', '{ORDER}'); x.send('x')",
    "GraphQL": "fetch('/graphql', {method: 'POST', body: JSON.stringify({query: 'mutation { placeOrder(input: {}) { id } }'})})",
    "upload": f"const d = new FormData(); d.append('a', new Blob(['x'])); fetch('{ORDER}', {{method: 'POST', body: d}})",
    "beacon": f"navigator.sendBeacon('{ORDER}', 'x')",
    "beacon when leaving": f"addEventListener('pagehide', () => navigator.sendBeacon('{ORDER}', 'x')); location.href = '/next'",
    "frame": EMBED % "'/frame'",
    "frame of another site": EMBED % "OTHER + '/frame'",
    "form in a frame of another site": EMBED % "OTHER + '/frame-form'",
    "to another site": f"fetch(OTHER + '{ORDER}', {{method: 'POST', mode: 'no-cors'}})",
    "worker": "new Worker('/worker.js')",
    "shared worker": "new SharedWorker('/shared.js')",
    "service worker": "navigator.serviceWorker.register('/service.js').then(() => navigator.serviceWorker.ready)"
    ".then((r) => r.active.postMessage('go'))",
}
IN_THE_PAGE = ("form post", "fetch", "XHR", "GraphQL", "beacon", "frame", "form in a frame of another site")


@pytest.fixture
def server() -> Iterator[Listener]:
    with listening(PAGES) as listener:
        yield listener


@asynccontextmanager
async def visiting(browser: Browser, guard: Guard | None = None) -> AsyncIterator[BrowserContext]:
    """A fresh context, guarded if a guard is given."""
    context = await browser.new_context()
    try:
        if guard is None:
            yield context
            await context.close()
        else:
            async with standing_guard(browser, context, guard):
                yield context
                await context.close()
    finally:
        await context.close()


async def sent(context: BrowserContext, server: Listener, channel: str) -> Page:
    """A page that sends an order in its way. It is left open: Chromium may never answer when one is closed while it navigates."""
    page = await context.new_page()
    await page.goto(server.url)
    await page.evaluate(f"(() => {{ const OTHER = '{server.other}'; {CHANNELS[channel]} }})()")
    return page


async def test_no_order_arrives_whatever_way_it_takes(browser: Browser, server: Listener) -> None:
    guard = Guard()
    reasons = {}
    async with visiting(browser, guard) as context:
        for channel in CHANNELS:
            guard.blocked.clear()
            await sent(context, server, channel)
            assert await eventually(lambda: guard.blocked), channel
            reasons[channel] = guard.blocked[0].reason
    assert server.arrived == []
    assert reasons == {channel: "order in the body" if channel == "GraphQL" else "order address" for channel in CHANNELS}


async def test_without_a_guard_every_one_of_them_would_have_arrived(browser: Browser, server: Listener) -> None:
    async with visiting(browser) as context:
        for channel in CHANNELS:
            server.arrived.clear()
            await sent(context, server, channel)
            assert await eventually(lambda: server.arrived), channel


async def test_where_there_are_no_devtools_routing_does_the_same(browser: Browser, server: Listener) -> None:
    guard = Guard()
    elsewhere = cast(Browser, SimpleNamespace(browser_type=SimpleNamespace(name="firefox")))
    context = await browser.new_context()
    async with standing_guard(elsewhere, context, guard):
        for channel in IN_THE_PAGE:
            guard.blocked.clear()
            await sent(context, server, channel)
            assert await eventually(lambda: guard.blocked), channel
        await context.close()
    assert server.arrived == []


async def test_what_is_no_order_goes_through_and_is_answered(browser: Browser, server: Listener) -> None:
    guard = Guard()
    async with visiting(browser, guard) as context:
        page = await context.new_page()
        await page.goto(server.url)
        answered = await page.evaluate("fetch('/cart/add', {method: 'POST', body: 'id=7'}).then((r) => r.ok)")
    assert answered
    assert server.arrived == [("POST", "/cart/add", "id=7")]
    assert guard.blocked == []


async def test_a_refused_page_load_leaves_the_page_where_it_is(browser: Browser, server: Listener) -> None:
    guard = Guard()
    async with visiting(browser, guard) as context:
        page = await sent(context, server, "form post")
        assert await eventually(lambda: guard.blocked)
        facts = await Tab(page, DESKTOP).look()
        assert (facts.url, facts.observation.headings[0].text) == (server.url + "/", "Checkout")
        assert await page.evaluate("fetch('/').then((r) => r.ok)")


async def test_the_status_is_still_that_of_the_page(browser: Browser, server: Listener) -> None:
    guard = Guard()
    async with visiting(browser, guard) as context:
        tab = Tab(await context.new_page(), DESKTOP)
        await tab.goto(server.url)
        await tab.page.evaluate(f"(() => {{ {CHANNELS['form post']} }})()")
        assert await eventually(lambda: guard.blocked and not tab.traffic.navigating)
        assert tab.status == 200


SERVER_ACTION = "fetch(location.href, {method: 'POST', headers: {'next-action': 'a1'}, body: '[]'}).then(() => 'sent', () => 'refused')"


async def test_a_server_action_to_the_pages_own_address_is_refused_once_payment_is_reached(browser: Browser, server: Listener) -> None:
    guard = Guard()
    async with visiting(browser, guard) as context:
        page = await context.new_page()
        await page.goto(server.url)
        assert await page.evaluate(SERVER_ACTION) == "sent"
        guard.sealed = True
        assert await page.evaluate(SERVER_ACTION) == "refused"
    assert len(server.arrived) == 1
    assert [b.reason for b in guard.blocked] == ["after payment was reached"]


async def test_a_sealed_guard_still_lets_pages_load(browser: Browser, server: Listener) -> None:
    guard = Guard(sealed=True)
    async with visiting(browser, guard) as context:
        page = await context.new_page()
        await page.goto(server.url)
        assert await page.title() == "Shop"


async def test_a_sealed_guard_does_not_judge_the_next_devices_requests(browser: Browser, server: Listener) -> None:
    guard = Guard(sealed=True)
    async with visiting(browser, guard) as context:
        await (await context.new_page()).goto(server.url)
    async with visiting(browser) as context:
        page = await context.new_page()
        await page.goto(server.url)
        assert await page.evaluate(SERVER_ACTION) == "sent"
    assert len(server.arrived) == 1
    assert guard.blocked == []


async def test_the_cache_stays_on_under_guard(browser: Browser, server: Listener) -> None:
    """Timings would be false otherwise: the guard must not switch the browser's cache off."""
    async with visiting(browser, Guard()) as context:
        page = await context.new_page()
        await page.goto(server.url)
        await page.evaluate("fetch('/style', {cache: 'force-cache'}).then((r) => r.text())")
        await page.evaluate("fetch('/style', {cache: 'force-cache'}).then((r) => r.text())")
        sizes = await page.evaluate("performance.getEntriesByName(location.origin + '/style').map((e) => e.transferSize)")
    assert sizes[0] > 0
    assert sizes[1] == 0
