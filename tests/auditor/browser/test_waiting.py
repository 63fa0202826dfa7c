"""Going to a page and waiting for it: every wait ends as soon as the page is ready, and ends at all."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator

import pytest

from auditor.facts.page import PageFacts
from tests.auditor.listening import Listener, eventually, listening
from tests.auditor.pages import Pages, document

LONG = 60.0  # seconds a wait may take at most; none of these does, or the test runs into its own limit
ENOUGH = 30.0
DONE = "document.body.insertAdjacentHTML('beforeend', '<p>done</p>')"


@pytest.fixture
def server() -> Iterator[Listener]:
    pages = {
        "/": document("<h1>Shop</h1>"),
        "/fetching": document(f"<script>fetch('/slow').then(() => {DONE})</script>"),
        "/leaving": document("<script>location.href = '/slow'</script>"),
        "/slow": document("<h1>Slow</h1>"),
        "/framed": document("<iframe src='/slow'></iframe>"),
        "/polling": document("<script>const poll = () => fetch('/again').then(() => setTimeout(poll, 100)); poll()</script>"),
    }
    with listening(pages) as listener:
        listener.held.add("/slow")
        yield listener


def says(text: str, facts: PageFacts) -> bool:
    return text in facts.observation.full_text


def is_done(facts: PageFacts) -> bool:
    return says("done", facts)


async def test_a_landing_says_where_it_ended_and_how(pages: Pages, server: Listener) -> None:
    async with pages.tab() as tab:
        landing = await tab.goto(server.url + "/")
        assert (landing.url, landing.status, landing.error) == (server.url + "/", 200, "")
        assert tab.status == 200
        assert tab.effort.wait_seconds > 0


async def test_an_address_where_nothing_listens_is_a_failed_landing(pages: Pages) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        async with pages.tab() as tab:
            landing = await tab.goto(f"http://127.0.0.1:{free.getsockname()[1]}/")
    assert landing.status == 0
    assert "ERR_CONNECTION_REFUSED" in landing.error


async def test_a_shop_that_does_not_answer_is_not_waited_for_forever(pages: Pages, server: Listener) -> None:
    async with pages.tab() as tab:
        landing = await tab.goto(server.url + "/slow", seconds=0.3)
        assert landing.error == "no answer within 0.3 seconds"


async def test_settling_waits_for_a_fetch_and_what_it_brings(pages: Pages, server: Listener) -> None:
    async with pages.tab() as tab:
        await tab.page.goto(server.url + "/fetching")
        settling = asyncio.create_task(tab.settle(LONG))
        assert await eventually(lambda: tab.traffic.pending)
        assert not settling.done()
        server.release.set()
        await asyncio.wait_for(settling, ENOUGH)
        assert is_done(await tab.look())


async def test_settling_waits_for_the_page_that_is_on_its_way(pages: Pages, server: Listener) -> None:
    async with pages.tab() as tab:
        await tab.page.goto(server.url + "/leaving", wait_until="commit")
        assert await eventually(lambda: tab.traffic.navigating)
        settling = asyncio.create_task(tab.settle(LONG))
        server.release.set()
        await asyncio.wait_for(settling, ENOUGH)
        assert says("Slow", await tab.look())
        assert not tab.traffic.navigating


async def test_settling_ends_at_its_limit_whatever_the_page_does(pages: Pages, server: Listener) -> None:
    async with pages.tab() as tab:
        await tab.page.goto(server.url + "/fetching")
        await asyncio.wait_for(tab.settle(0.4), ENOUGH)
        assert not is_done(await tab.look())


RESTLESS = [
    ("<p id='t'>1</p><script>setInterval(() => document.getElementById('t').firstChild.data++, 5)</script>", "a countdown"),
    ("<style>@keyframes s {to {transform: rotate(360deg)}} i {animation: s 1s infinite}</style><i>spinner</i>", "a spinner"),
    ("<style>@keyframes s {to {margin-left: 90px}} p {animation: s 9s}</style><p>banner</p>", "a long animation"),
]


@pytest.mark.parametrize("html", [r[0] for r in RESTLESS], ids=[r[1] for r in RESTLESS])
async def test_what_never_rests_is_not_waited_for(pages: Pages, html: str) -> None:
    async with pages.tab(html) as tab:
        await asyncio.wait_for(tab.settle(LONG), ENOUGH)


async def test_polling_does_not_hold_the_page_up(pages: Pages, server: Listener) -> None:
    async with pages.tab() as tab:
        await tab.page.goto(server.url + "/polling")
        await asyncio.wait_for(tab.settle(LONG), ENOUGH)


async def test_a_gliding_drawer_is_waited_for(pages: Pages) -> None:
    drawer = (
        "<div id='d' style='position:fixed;right:0;width:300px;height:90%;transform:translateX(100%);transition:transform 400ms'>Cart</div>"
    )
    async with pages.tab(drawer) as tab:
        await tab.page.evaluate("(document.body.offsetWidth, document.getElementById('d').style.transform = 'none')")
        await tab.settle(LONG)
        assert await tab.page.evaluate("document.getAnimations().length") == 0


async def test_until_sees_what_comes_a_moment_later(pages: Pages) -> None:
    async with pages.tab("<p>x</p>") as tab:
        await tab.page.evaluate(f"setTimeout(() => {DONE}, 300)")
        facts, good = await tab.until(is_done, LONG, idle=False)
        assert good
        assert is_done(facts)


async def test_until_gives_up_on_a_page_that_does_nothing(pages: Pages) -> None:
    async with pages.tab("<p>x</p>") as tab:
        facts, good = await asyncio.wait_for(tab.until(is_done, LONG), ENOUGH)
        assert not good
        assert says("x", facts)


async def test_until_waits_out_its_patience_where_it_is_asked_to(pages: Pages) -> None:
    async with pages.tab("<p>x</p>") as tab:
        waited = tab.effort.wait_seconds
        _, good = await tab.until(is_done, 2.5, idle=False)
        assert not good
        assert tab.effort.wait_seconds - waited >= 2.5


async def test_looking_survives_a_page_that_navigates_meanwhile(pages: Pages) -> None:
    async with pages.tab("<p>x</p>") as tab:
        await tab.page.evaluate("setTimeout(() => location.reload(), 0)")
        assert says("x", await tab.look())


async def test_the_status_is_that_of_the_page_that_is_shown(pages: Pages, server: Listener) -> None:
    async with pages.tab() as tab:
        server.release.set()
        await tab.goto(server.url + "/framed")
        assert (await tab.look()).status == 200
        await tab.page.evaluate("fetch('/gone').then((r) => r.text())")
        assert tab.status == 200
