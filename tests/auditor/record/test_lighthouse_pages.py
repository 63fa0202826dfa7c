"""Which pages of a journey Lighthouse can measure, and which of them the session brings back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, cast

import pytest
from playwright.async_api import Browser, StorageState

from auditor.browser.devices import DESKTOP
from auditor.browser.launch import Visitor
from auditor.config.lighthouse import USUAL
from auditor.model.journey import Ended, Journey, Step, StepOutcome
from auditor.model.stage import Stage
from auditor.record.lighthouse_pages import Target, brought_back, targets_of

SHOP = "https://shop.example"


def journey(**reached: str) -> Journey:
    """A journey that reached stages at paths; what is said of no other stage was not found."""
    steps = [
        Step(stage, StepOutcome.REACHED, f"{SHOP}{reached[stage]}")
        if stage in reached
        else Step(stage, StepOutcome.NOT_FOUND, reason="Nothing leads there.")
        for stage in Stage
    ]
    return Journey("mobile", Ended.FAILED, tuple(steps))


def told(found: list[Target]) -> list[tuple[str, str, str]]:
    return [(target.stage.value, target.url.removeprefix(SHOP), target.same_as) for target in found]


def test_the_pages_that_were_asked_for_are_measured_in_the_order_of_the_way() -> None:
    found = targets_of(
        journey(home="/", product="/mug#top", cart="/cart", checkout="/checkout"), [Stage.CHECKOUT, Stage.PRODUCT, Stage.CART]
    )
    assert told(found) == [("product", "/mug", ""), ("cart", "/cart", ""), ("checkout", "/checkout", "")]


def test_a_stage_that_was_not_reached_says_so() -> None:
    found = targets_of(journey(home="/"), [Stage.HOME, Stage.CART])
    assert [bool(target.why_not) for target in found] == [False, True]
    assert found[1].why_not == "The cart page was not reached on mobile: Nothing leads there."


def test_a_drawer_has_no_page_of_its_own_whether_that_page_was_asked_for_or_not() -> None:
    walked = journey(home="/", product="/mug", cart="/mug/", checkout="/checkout")
    assert told(targets_of(walked, [Stage.CART])) == [("cart", "/mug/", "product")]
    assert told(targets_of(walked, USUAL))[-2:] == [("cart", "/mug/", "product"), ("checkout", "/checkout", "")]


def test_links_to_the_cart_may_lead_to_a_page_of_its_own_after_all() -> None:
    walked = journey(home="/", product="/mug", cart="/mug")
    (found,) = targets_of(walked, [Stage.CART], (f"{SHOP}/", f"{SHOP}/basket"))
    assert (found.same_as, found.others) == ("product", (f"{SHOP}/basket",))


def test_steps_that_share_an_address_are_measured_once() -> None:
    walked = journey(home="/", cart="/checkout", checkout="/checkout", address="/checkout?step=2")
    assert told(targets_of(walked, [Stage.CART, Stage.CHECKOUT, Stage.ADDRESS])) == [
        ("cart", "/checkout", ""),
        ("checkout", "/checkout", "cart"),
        ("address", "/checkout?step=2", ""),
    ]
    assert told(targets_of(walked, [Stage.CHECKOUT])) == [("checkout", "/checkout", "")]


FULL = """<h1>Your cart</h1><table><tr><td><a href="/mug">Stoneware mug</a></td><td><input type="number" value="1"
aria-label="Quantity"></td><td>12.00 EUR</td></tr></table><p>Total 12.00 EUR</p><a href="/checkout">Proceed to checkout</a>"""
EMPTY = "<h1>Your cart</h1><p>Your cart is empty.</p><a href='/'>Continue shopping</a>"
FORM = """<h1>Checkout</h1><form><label>E-mail <input type="email" name="email"></label><label>First name <input name="first_name"></label>
<label>Last name <input name="last_name"></label><label>Street <input name="address1"></label><label>City <input name="city"></label>
<label>Postcode <input name="postcode"></label><button>Continue</button></form>"""


class _Shop(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        known = "sid=full" in (self.headers.get("Cookie") or "")
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/")
            self.end_headers()
            return
        pages = {"/cart": FULL if known else EMPTY, "/checkout": FORM if known else EMPTY, "/": "<h1>Shop</h1><p>Welcome.</p>"}
        body = f"<!doctype html><html lang=en><title>Shop</title><body>{pages.get(self.path, '')}".encode()
        self.send_response(200 if self.path in pages else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        pass


@contextmanager
def shop() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Shop)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def visitor(value: str) -> Visitor:
    cookie = {"name": "sid", "value": value, "domain": "127.0.0.1", "path": "/"}
    return Visitor(storage_state=cast("StorageState", {"cookies": [cookie], "origins": []}))


@pytest.mark.parametrize(
    ("path", "stage", "session", "said"),
    [
        ("/cart", Stage.CART, "full", ""),
        ("/checkout", Stage.CHECKOUT, "full", ""),
        ("/cart", Stage.CART, "lost", "the cart is empty"),
        ("/checkout", Stage.CHECKOUT, "lost", "the cart is empty"),
        ("/moved", Stage.CHECKOUT, "full", "leads elsewhere"),
        ("/", Stage.CHECKOUT, "full", "does not show the checkout"),
    ],
)
async def test_what_the_session_does_not_bring_back_is_not_measured(
    browser: Browser, path: str, stage: Stage, session: str, said: str
) -> None:
    with shop() as url:
        (found,) = await brought_back(browser, DESKTOP, visitor(session), [Target(stage, f"{url}{path}")], "Stoneware mug")
    assert said in found.why_not
    assert bool(found.why_not) is bool(said)


async def test_a_cart_page_that_a_link_leads_to_takes_the_place_of_a_drawer(browser: Browser) -> None:
    with shop() as url:
        drawer = Target(Stage.CART, f"{url}/mug", same_as="product", others=(f"{url}/", f"{url}/cart"))
        (found,) = await brought_back(browser, DESKTOP, visitor("full"), [drawer], "Stoneware mug")
        (none,) = await brought_back(browser, DESKTOP, visitor("lost"), [drawer], "Stoneware mug")
    assert (found.url, found.same_as) == (f"{url}/cart", "")
    assert none == drawer


async def test_pages_that_need_no_session_are_not_opened_again(browser: Browser) -> None:
    targets = [Target(Stage.HOME, "http://127.0.0.1:9/"), Target(Stage.CART, why_not="Not reached.")]
    assert await brought_back(browser, DESKTOP, Visitor(), targets, "") == targets
