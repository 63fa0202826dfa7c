"""The veto for step hooks: what may be the last press is stopped in the page, whatever it would have sent; the rest goes on."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import pytest
from playwright.async_api import Browser, Error

from auditor.journey.guard import PRESS_PATH, Guard
from auditor.journey.hook_rail import HookRail, rail_of
from auditor.journey.walker import Walker
from auditor.model.stage import Stage
from tests.auditor.journey.shopping import shopping
from tests.auditor.listening import Listener, eventually, listening

SEND = "fetch(location.pathname, {method: 'POST', body: 'x'})"
BUTTON = f'<button type="button" id="on" onclick="{SEND}">Continue</button>'
WAYS = f"""<fieldset><legend>Payment method</legend><label><input type="radio" name="p" onchange="{SEND}"> Credit card</label>
<label><input type="radio" name="p" onchange="{SEND}"> Invoice</label></fieldset>"""
PAYMENT = f"<!doctype html><h1>Payment</h1>{WAYS}<p>Total £18.00</p>"
FORM = f"{PAYMENT}<form method='post' action='/form'><input name='note'><button id='on'>Continue</button></form>"
PRESS, SUBMIT = "document.getElementById('on').click()", "document.forms[0].{}()"
PAGES = {
    "/address": f"<!doctype html><h1>Address</h1><input name='city'>{BUTTON}",
    "/address-form": "<!doctype html><h1>Address</h1><form method='post' action='/form'><input name='city'><button id='on'>Go</button>",
    "/payment": PAYMENT + BUTTON,
    "/review": f"<!doctype html><h1>Order review</h1><p>Payment: Invoice</p><p>Total £18.00</p>{BUTTON}",
    "/form": FORM,
    "/tile": f"{PAYMENT}<div id='on'>Continue</div><script>document.getElementById('on').addEventListener('click', () => {SEND})</script>",
    "/shaded": f"{PAYMENT}<x-pay id='on'></x-pay><script>document.getElementById('on').attachShadow({{mode: 'closed'}}).innerHTML = "
    f"\"<button>Continue</button>\"; document.getElementById('on').addEventListener('click', () => {SEND})</script>",
    "/leaving": f"{PAYMENT}<button id='on' onclick=\"navigator.sendBeacon('/leaving', 'x'); location.href = '/address'\">Continue</button>",
    "/framed": f"{PAYMENT}<iframe src='/address' width=300 height=200></iframe>",
    "/becoming": f"""<!doctype html><h1>Delivery</h1><main></main><button id="on">Continue</button><script>
      document.getElementById("on").onclick = async () => {{
        await fetch("/delivery", {{ method: "POST" }});
        document.querySelector("main").innerHTML = {WAYS!r} + "<p>Total £18.00</p>";
        await fetch("/session", {{ method: "POST" }});
      }};
    </script>""",
    "/product": f'<!doctype html><h1>Mug</h1><p>£18.00</p><button id="on" onclick="{SEND}">Buy now</button>',
    "/express": f'<!doctype html><h1>Mug</h1><p>£18.00</p><button id="on" onclick="{SEND}">PayPal Express</button>',
}


@pytest.fixture
def server() -> Iterator[Listener]:
    with listening(PAGES) as running:
        PAGES["/elsewhere"] = f"{PAYMENT}<iframe src='{running.other}/address' width=300 height=200></iframe>"
        running.pages.update(PAGES)
        yield running


@asynccontextmanager
async def hooked(browser: Browser, server: Listener, path: str, stage: Stage) -> AsyncIterator[tuple[Walker, HookRail]]:
    """A page while a hook of a stage runs."""
    async with shopping(browser, server.url, {}) as walker:
        rail = await rail_of(walker)
        await rail.start(stage)
        await walker.tab.page.goto(f"{server.url}{path}")
        yield walker, rail


def arrived(server: Listener) -> list[str]:
    return [path for _, path, _ in server.arrived]


@pytest.mark.parametrize(
    ("path", "act", "stage"),
    [
        ("/payment", PRESS, Stage.PAYMENT),
        ("/payment", PRESS, Stage.HOME),
        ("/review", PRESS, Stage.PAYMENT),
        ("/tile", PRESS, Stage.PAYMENT),
        ("/shaded", PRESS, Stage.PAYMENT),
        ("/leaving", PRESS, Stage.PAYMENT),
        ("/form", PRESS, Stage.PAYMENT),
        ("/form", SUBMIT.format("requestSubmit"), Stage.PAYMENT),
        ("/form", SUBMIT.format("submit"), Stage.PAYMENT),
        ("/product", PRESS, Stage.PRODUCT),
        ("/express", PRESS, Stage.CART),
    ],
)
async def test_what_may_be_the_last_press_sends_nothing(browser: Browser, server: Listener, path: str, act: str, stage: Stage) -> None:
    async with hooked(browser, server, path, stage) as (walker, rail):
        await walker.tab.page.evaluate(act)
        await walker.tab.settle()
        assert len(rail.stopped) == 1
        assert arrived(server) == []
        assert walker.tab.page.url == f"{server.url}{path}"


@pytest.mark.parametrize("path", ["/framed", "/elsewhere"])
async def test_a_press_in_a_frame_is_judged_by_the_page_around_it(browser: Browser, server: Listener, path: str) -> None:
    async with hooked(browser, server, path, Stage.PAYMENT) as (walker, rail):
        await walker.tab.page.frame_locator("iframe").locator("#on").click(timeout=10_000)
        await walker.tab.settle()
        assert [press.why for press in rail.stopped] == ["payment is on this page: any press may be the last one"]
        assert arrived(server) == []


@pytest.mark.parametrize(
    ("path", "act", "wanted"),
    [
        ("/address", PRESS, ["/address"]),
        ("/address-form", PRESS, ["/form"]),
        ("/address-form", SUBMIT.format("requestSubmit"), ["/form"]),
        ("/address-form", SUBMIT.format("submit"), ["/form"]),
        ("/payment", "document.querySelectorAll('input')[1].click()", ["/payment"]),  # the page tells its server what is chosen
        ("/payment", "document.querySelectorAll('label')[1].click()", ["/payment"]),
        ("/becoming", PRESS, ["/delivery", "/session"]),  # payment came after the press
    ],
)
async def test_steps_before_go_on(browser: Browser, server: Listener, path: str, act: str, wanted: list[str]) -> None:
    async with hooked(browser, server, path, Stage.SHIPPING) as (walker, rail):
        await walker.tab.page.evaluate(act)
        assert await eventually(lambda: arrived(server) == wanted), arrived(server)
        assert rail.stopped == []
        assert not any(PRESS_PATH in exchange.request.url for exchange in walker.tab.traffic.exchanges)


async def test_the_keyboard_presses_too(browser: Browser, server: Listener) -> None:
    async with hooked(browser, server, "/form", Stage.PAYMENT) as (walker, rail):
        await walker.tab.page.locator("[name=note]").fill("x")
        await walker.tab.page.keyboard.press("Enter")
        await walker.tab.settle()
        assert (len(rail.stopped), arrived(server)) == (1, [])


async def test_after_the_hook_nobody_is_asked_and_nothing_of_it_reaches_the_shop(browser: Browser, server: Listener) -> None:
    async with hooked(browser, server, "/payment", Stage.PAYMENT) as (walker, rail):
        rail.stage = None
        await walker.tab.page.evaluate(PRESS)
        assert await eventually(lambda: arrived(server) == ["/payment"]), arrived(server)
        await walker.tab.page.goto(f"{server.url}/address")
        await walker.tab.page.evaluate(PRESS)
        assert await eventually(lambda: arrived(server) == ["/payment", "/address"]), arrived(server)


async def test_who_cannot_ask_does_not_press(browser: Browser, server: Listener) -> None:
    server.pages["/strict"] = PAGES["/address"].replace(
        "<h1>", "<meta http-equiv='content-security-policy' content=\"connect-src 'none'\"><h1>"
    )
    async with hooked(browser, server, "/strict", Stage.ADDRESS) as (walker, _):
        await walker.tab.page.evaluate(f"document.getElementById('on').onclick = () => {{ document.title = 'pressed' }}; {PRESS}")
        assert await walker.tab.page.title() != "pressed"


async def test_a_question_without_a_press_is_answered_with_no(browser: Browser, server: Listener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("auditor.journey.hook_rail._WAIT_SECONDS", 0.05)
    async with shopping(browser, server.url, {}) as walker:
        rail = await rail_of(walker)
        assert await rail.answer("1") == "off"
        await rail.start(Stage.CART)
        assert await rail.answer("1") == "no"
        assert await rail_of(walker) is rail
        with pytest.raises(Error):
            await rail.install()  # once per context


async def test_a_guard_without_hooks_answers_off() -> None:
    assert await Guard().answer("1") == "off"
