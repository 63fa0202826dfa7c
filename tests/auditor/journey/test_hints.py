"""Hints on live shops: each is followed, verified, and named where it does not fit; no order in any shape, whatever they point at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser

from auditor.browser.devices import DESKTOP, MOBILE
from auditor.demo.server import serve
from auditor.demo.shape import Shape
from auditor.journey import stages
from auditor.journey.product import note_product
from auditor.journey.walk import walk
from auditor.journey.walker import Stop
from auditor.model.device import Device
from auditor.model.journey import Ended, Journey, StepOutcome
from auditor.model.stage import Stage
from tests.auditor.journey.shopping import STRAIGHT, shopping, walked
from tests.shops.corner import PASSWORD, POSTCODE, STREET, USER, Corner, corner

BLUE = {"product": "/p/blue", "stages": STRAIGHT}


@pytest.fixture
def shop() -> Iterator[Corner]:
    with corner(Corner()) as running:
        yield running
        assert (running.orders, running.accounts) == (0, 0)


def outcomes(journey: Journey) -> dict[str, str]:
    return {step.stage.value: step.outcome.value for step in journey.steps}


def told(stages_told: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {**BLUE, **more, "stages": {**STRAIGHT, **stages_told}}


# -- followed ----------------------------------------------------------------------------------------------------------------------


async def test_every_stage_does_as_it_is_told_and_says_so(browser: Browser, shop: Corner) -> None:
    hints = {
        "product": "Green stoneware mug",
        "stages": {
            "category": {"url": "/mugs"},
            "search": {"skip": True},
            "cart": {"selector": "button.add", "url": "/cart"},
            "checkout": {"selector": "a.onward"},
            "address": {"text": "Continue to delivery"},
            "shipping": {"text": "Express delivery"},
            "payment": {"selector": "button.on"},
        },
    }
    shop.main["/cart"] = (
        '<h1>Your cart</h1><table><tr><td>Green stoneware mug</td><td><input name="quantity" value="1" aria-label="Quantity"></td>'
        '<td>£19.00</td></tr></table><p>Total £19.00</p><a class="onward" href="/checkout">On to the till</a>'
    )
    journey, walker = await walked(browser, shop.url, hints)
    assert journey.ended is Ended.PAYMENT_REACHED, journey.message
    assert outcomes(journey) == {stage.value: "skipped" if stage is Stage.SEARCH else "reached" for stage in Stage}
    actions = {step.stage: step.action for step in journey.steps}
    assert all("configured" in actions[Stage(stage)] for stage in [*hints["stages"], "product"] if stage != "search"), actions
    assert walker.product.title == "Green stoneware mug"
    assert ("/delivery", "d=2") in shop.sent
    traced = {attempt.stage for attempt in walker.attempts if attempt.strategy.startswith("configured")}
    assert traced == {Stage.CATEGORY, Stage.CART, Stage.CHECKOUT, Stage.ADDRESS, Stage.SHIPPING, Stage.PAYMENT}


async def test_a_button_that_nobody_would_find_is_pressed_where_it_is_told(browser: Browser, shop: Corner) -> None:
    shop.main["/p/blue"] = """<h1>Blue stoneware mug</h1><p class="price">£18.00</p><div id="shop"><x-buy></x-buy></div>
    <script>
      document.querySelector("x-buy").attachShadow({ mode: "open" }).innerHTML = "<i class='zap'>⚡⚡⚡</i>";
      document.getElementById("shop").addEventListener("click", (event) => {
        const form = Object.assign(document.createElement("form"), { method: "post", action: "/add" });
        if (event.composedPath()[0].className === "zap") document.body.append(form), form.submit();
      });
    </script>"""
    journey, _ = await walked(browser, shop.url, told({"cart": {"selector": "x-buy .zap"}, "checkout": {"url": "/checkout"}}))
    assert journey.ended is Ended.PAYMENT_REACHED, journey.message
    assert outcomes(journey) == {stage.value: "skipped" if stage.value in STRAIGHT else "reached" for stage in Stage}


async def test_a_hint_that_was_not_needed_is_named(browser: Browser, shop: Corner) -> None:
    journey, _ = await walked(browser, shop.url, told({"cart": {"url": "/cart"}}))
    assert journey.ended is Ended.PAYMENT_REACHED, journey.message
    assert "[journey.stages.cart] url was not used on this way." in journey.notes  # the shop goes to its cart by itself


async def test_the_term_to_search_for_is_searched_for(browser: Browser) -> None:
    with serve() as running:
        async with shopping(browser, running.url, {"search": "lamp", "stages": {"category": {"skip": True}}}) as walker:
            home = await stages.home(walker)
            results = await stages.search(walker, home, None)
            assert results is not None
            assert all("lamp" in card.title.lower() for card in results.cards)
            assert walker.steps[-1].action == "searched for “lamp”, as configured ([journey] search)"


# -- named where it does not fit ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hints", "stage", "said"),
    [
        ({"stages": {"category": {"selector": "#nope"}}}, "category", "[journey.stages.category] selector “#nope” matches nothing on"),
        ({"stages": {"category": {"selector": "##"}}}, "category", "[journey.stages.category] selector “##” is no selector"),
        ({"stages": {"category": {"url": "/nope"}}}, "category", "leads to an error page (HTTP status 404)"),
        ({"stages": {"category": {"url": "/login"}}}, "category", "which shows no sign of a list of products"),
        ({"stages": {"category": {"text": "Log in"}}}, "category", "[journey.stages.category] text “Log in” led to"),
        ({"stages": {"home": {"url": "/nope"}}}, "home", "/nope could not be opened: HTTP status 404"),
        ({"stages": {"home": {"text": "Nobody"}}}, "home", "[journey.stages.home] text “Nobody” matches nothing on"),
        ({"product": "/p/nope", "stages": STRAIGHT}, "product", "[journey] product"),
        ({"product": "/about", "stages": STRAIGHT}, "product", "[journey] product"),
        ({"product": "/login", "stages": STRAIGHT}, "product", "which shows no product with a price and a way to buy it"),
        ({"product": "Turquoise teapot", "stages": STRAIGHT}, "product", "[journey] product “Turquoise teapot” was not found"),
        ({"search": "mug"}, "search", "[journey] search “mug” cannot be used: there is no search field"),
        (told({"cart": {"selector": "h1"}}), "cart", "[journey.stages.cart] selector “h1” put nothing into the cart"),
        (told({"cart": {"url": "/mugs", "selector": "h1"}}), "cart", "put nothing into the cart"),
        (told({"checkout": {"text": "About us"}}), "checkout", "[journey.stages.checkout] text “About us” led to"),
        (told({"checkout": {"url": "/mugs"}}), "checkout", "which shows no sign of a checkout"),
        (told({"address": {"selector": "#nope"}}), "address", "[journey.stages.address] selector “#nope” matches nothing on the pages"),
    ],
)
async def test_a_hint_that_does_not_fit_is_a_failed_step_that_names_it(
    browser: Browser, shop: Corner, hints: dict[str, Any], stage: str, said: str
) -> None:
    journey, _ = await walked(browser, shop.url, hints)
    step = journey.steps[-1]
    assert (journey.ended, journey.failure_code) == (Ended.FAILED, "setting_failed"), journey.message
    assert (step.stage.value, step.outcome) == (stage, StepOutcome.FAILED)
    assert said in (step.reason or "")
    assert said in journey.message
    assert all(other.outcome is not StepOutcome.FAILED for other in journey.steps[:-1])


async def test_a_search_that_finds_nothing_is_no_search(browser: Browser) -> None:
    with serve() as running:
        journey, _ = await walked(browser, running.url, {"search": "zzzzzz", "stages": {"category": {"skip": True}}})
    assert journey.failure_code == "setting_failed"
    assert (journey.steps[-1].reason or "").startswith("[journey] search “zzzzzz” shows no products on")


async def test_a_configured_product_that_is_sold_out_is_not_replaced(browser: Browser, shop: Corner) -> None:
    shop.main["/p/blue"] = '<h1>Blue stoneware mug</h1><p class="price">£18.00</p><p>Sold out</p><button disabled>Sold out</button>'
    journey, _ = await walked(browser, shop.url, BLUE)
    assert (journey.ended, journey.failure_code) == (Ended.NO_PRODUCT, "no_in_stock_product")
    assert "/p/blue cannot be bought" in (journey.steps[-1].reason or "")


@pytest.mark.parametrize("hint", [{"selector": "#order"}, {"text": "Place order"}])
async def test_a_hint_at_the_final_button_is_never_pressed_and_says_so(browser: Browser, shop: Corner, hint: dict[str, str]) -> None:
    journey, walker = await walked(browser, shop.url, told({"payment": hint}))
    step = journey.steps[-1]
    assert (step.stage, step.outcome) == (Stage.PAYMENT, StepOutcome.FAILED)
    assert "points at button “Place order”, which is never pressed: " in (step.reason or "")
    assert walker.attempts[-1].rung == "vetoed"
    assert all(path != "/order" for path, _ in shop.sent)


# -- accounts ----------------------------------------------------------------------------------------------------------------------

ACCOUNT = {"login": {"user": USER, "url": "/login"}}


@pytest.mark.parametrize("knows", ["nothing", "form", "book", "summary"])
async def test_a_customer_gets_to_the_payment_whatever_the_shop_knows(browser: Browser, knows: Any) -> None:
    with corner(Corner(knows=knows)) as shop:
        journey, walker = await walked(browser, shop.url, {**BLUE, **ACCOUNT}, password=PASSWORD)
        assert journey.ended is Ended.PAYMENT_REACHED, journey.message
        assert (shop.logins, shop.accounts, shop.orders) == (1, 0, 0)
    assert {s.stage for s in journey.steps if s.outcome is StepOutcome.REACHED} == set(Stage) - {Stage.CATEGORY, Stage.SEARCH}
    address = journey.step(Stage.ADDRESS)
    assert address is not None
    assert address.action == ("filled 5 fields" if knows == "nothing" else "the shop knows the address")
    witness: Any = walker.witness
    assert {USER, PASSWORD} <= witness.secrets
    assert (STREET in witness.secrets, POSTCODE in witness.secrets) == (knows == "form", knows == "form")
    assert witness.pages[Stage.ADDRESS].endswith("/checkout")


@pytest.mark.parametrize(("wall", "steps", "device"), [(True, False, DESKTOP), (False, True, MOBILE)])
async def test_the_login_is_found_and_passed(browser: Browser, wall: bool, steps: bool, device: Device) -> None:
    with corner(Corner(wall=wall, steps=steps)) as shop:
        async with shopping(browser, shop.url, {"login": {"user": USER}}, password=PASSWORD, device=device) as walker:
            home = await stages.home(walker)
        assert shop.logins == 1
    assert len(home.cards) == 3
    assert walker.steps[0].action.endswith(", configured login")
    assert "Logged in as configured before the journey went on." in walker.notes


@pytest.mark.parametrize(
    ("login", "said"),
    [
        ({"user": "nobody@corner.example", "url": "/login"}, "was still there after user and password had been sent"),
        ({"user": USER, "url": "/mugs"}, "/mugs shows no form with a user and a password."),
        ({"user": USER, "url": "http://127.0.0.1:1/"}, "could not be opened: "),
    ],
)
async def test_a_login_that_fails_is_named(browser: Browser, shop: Corner, login: dict[str, str], said: str) -> None:
    journey, _ = await walked(browser, shop.url, {"login": login}, password=PASSWORD)
    assert (journey.ended, journey.failure_code) == (Ended.FAILED, "login_failed")
    assert said in (journey.steps[0].reason or "")
    assert [path for path, _ in shop.sent] == (["/login"] if "nobody" in login["user"] else [])  # one wrong password locks nobody out


# -- hooks -------------------------------------------------------------------------------------------------------------------------


def hooks(folder: Path, text: str) -> str:
    (folder / "hooks.py").write_text(text)
    return str(folder / "hooks.py")


async def test_hooks_run_before_after_and_instead(browser: Browser, shop: Corner, tmp_path: Path) -> None:
    file = hooks(
        tmp_path,
        """
async def before_home(page):
    assert page.url == "about:blank"
async def category(page):
    await page.get_by_role("link", name="Bowls").click()
async def before_search(page):
    raise AssertionError("left out, so there is nothing before it")
async def product(page):
    async with page.expect_popup() as opened:  # a new tab is followed
        await page.evaluate("open('/p/white')")
    await (await opened.value).wait_for_load_state()
async def after_product(page):
    assert page.url.endswith("/p/white")
    await page.reload()
async def cart(page):
    await page.locator(".add").click()
async def checkout(page):
    await page.goto(page.url.replace("/cart", "/checkout"))
async def address(page):
    for name in ("name", "email", "street", "postcode", "city"):
        await page.locator(f"#{name}").fill("x@example.com" if name == "email" else "Some 12")
    await page.get_by_role("button", name="Continue").click()
async def shipping(page):
    await page.get_by_label("Express").check()
    await page.get_by_role("button", name="Continue").click()
async def payment(page):
    await page.get_by_label("Invoice").check()
async def after_payment(page):
    await page.evaluate("document.title = 'seen'")
""",
    )
    shop.main["/cart"] = (
        '<h1>Your cart</h1><table><tr><td>White stoneware mug</td><td><input name="quantity" value="1" aria-label="Quantity"></td>'
        "<td>£17.00</td></tr></table><p>Total £17.00</p><a href='/checkout'>Checkout</a>"
    )
    journey, walker = await walked(browser, shop.url, {"hooks": file, "stages": {"search": {"skip": True}}})
    assert journey.ended is Ended.PAYMENT_REACHED, journey.message
    assert {s.action for s in journey.steps if s.stage not in {Stage.HOME, Stage.SEARCH}} == {
        f"configured hook {stage}" for stage in Stage if stage not in {Stage.HOME, Stage.SEARCH}
    }
    assert walker.product.title == "White stoneware mug"
    ran = [a.chosen.removeprefix("hook ") for a in walker.attempts if a.strategy == "configured hook"]
    assert ran[:5] == ["before_home", "category", "product", "after_product", "cart"]
    assert ran[-2:] == ["payment", "after_payment"]
    assert "The hook before_search was not used on this way." in journey.notes
    assert ("/delivery", "d=2") in shop.sent


@pytest.mark.parametrize(
    ("text", "stage", "said"),
    [
        (
            "async def before_category(page):\n    await page.locator('#no').click(timeout=9)",
            "category",
            "The hook before_category failed (",
        ),
        ("async def after_home(page):\n    raise ValueError('not my shop')", "home", "line 2): ValueError: not my shop"),
        ("async def category(page):\n    exit(1)", "category", "line 2): SystemExit: 1"),
        ("async def category(page):\n    await page.close()", "category", "closed the page."),
        ("async def category(page):\n    await page.goto(page.url + 'login')", "category", "which shows no sign of a list of products."),
        ("async def home(page):\n    await page.goto('about:blank')", "home", "opened no shop but about:blank."),
    ],
)
async def test_a_hook_that_fails_ends_its_step_with_file_and_line(
    browser: Browser, shop: Corner, tmp_path: Path, text: str, stage: str, said: str
) -> None:
    journey, _ = await walked(browser, shop.url, {"hooks": hooks(tmp_path, text)})
    step = next(s for s in journey.steps if s.stage.value == stage)
    assert journey.ended is not Ended.PAYMENT_REACHED
    assert step.outcome is not StepOutcome.REACHED
    assert said in (step.reason or "")
    assert journey.steps[-1] is step
    assert str(tmp_path / "hooks.py") in journey.message


@pytest.mark.parametrize("danger", ["none", "channel_action", "channel_iframe"])
async def test_a_hook_cannot_order_in_any_shape(browser: Browser, tmp_path: Path, danger: str) -> None:
    final = """
async def {name}(page):
    frame = page.frame_locator("iframe.pay-frame")
    await (frame.locator("button") if await page.locator("iframe.pay-frame").count() else page.locator(".button--buy").last).click()
    await page.wait_for_timeout(800)
"""
    file = hooks(tmp_path, final.format(name="payment") + final.format(name="after_payment"))
    hints = {"product": "/product/strand-stoneware-vase", "hooks": file, "stages": STRAIGHT}
    with serve(Shape.parse(f"danger={danger}")) as running:
        journey, walker = await walked(browser, running.url, hints)
        assert running.ledger.orders == 0
    assert (journey.ended, walker.guard.blocked) == (Ended.PAYMENT_REACHED, [])  # nothing was even tried
    said = "which was stopped: payment is on this page: any press may be the last one."
    for name in ("payment", "after_payment"):
        assert any(note.startswith(f"The hook {name} wanted to press “") and note.endswith(said) for note in journey.notes), journey.notes


async def test_a_hook_may_fill_a_one_page_checkout(browser: Browser, tmp_path: Path) -> None:
    """What the page sends by itself while it is filled goes out, although payment is on it."""
    file = hooks(
        tmp_path,
        """
async def address(page):
    for name, value in (("email", "a@example.com"), ("first_name", "Audit"), ("last_name", "Tester"), ("address1", "1 Main Street"),
                        ("postcode", "D02 X285"), ("city", "Dublin")):
        await page.locator(f"#{name}").fill(value)
    await page.keyboard.press("Tab")
    await page.locator("input[name=method]").first.wait_for()
""",
    )
    hints = {"product": "/product/strand-stoneware-vase", "hooks": file, "stages": STRAIGHT}
    with serve(Shape.parse("checkout=onepage")) as running:
        async with shopping(browser, running.url, hints) as walker:
            await walk(walker)
        assert running.ledger.orders == 0
    steps = {step.stage: step for step in walker.steps}
    assert steps[Stage.ADDRESS].outcome is StepOutcome.REACHED, steps[Stage.ADDRESS].reason
    assert not any("stopped" in note for note in walker.notes)


async def test_a_stop_of_a_hook_keeps_what_was_reached(browser: Browser, shop: Corner, tmp_path: Path) -> None:
    file = hooks(tmp_path, "async def after_checkout(page):\n    raise RuntimeError('enough')")
    async with shopping(browser, shop.url, told({}, hooks=file)) as walker:
        home = await stages.home(walker)
        facts, card = await stages.product(walker, [home], None)
        note_product(walker, facts, card)
        cart, _ = await stages.cart(walker, facts)
        assert cart is not None
        with pytest.raises(Stop, match="enough"):
            await stages.checkout(walker, cart)
    assert [(s.stage, s.outcome) for s in walker.steps][-2:] == [(Stage.CART, StepOutcome.REACHED), (Stage.CHECKOUT, StepOutcome.FAILED)]
