"""Going on in a checkout: the safest button is pressed, questions are answered, and nothing that orders or pays is touched."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser

from auditor.journey.going_on import LEAST, go_on, reachable
from auditor.journey.progress import Progress
from auditor.journey.walker import StepDraft, Stop
from auditor.model.stage import Stage
from auditor.shopper.identity import identity_for
from tests.auditor.journey.site import NOTING, Visit, visiting
from tests.auditor.pages import Pages

FIELDS = """<label>First name <input name="firstname" value="Audit"></label>
<label>Street <input name="street" value="96 Euston Road"></label>
<label>City <input name="city" value="London"></label>"""
DELIVERY = """<h1>Delivery method</h1><form><p><input type="radio" name="d" id="a" checked><label for="a">Royal Mail £3.95</label></p>
<p><input type="radio" name="d" id="b"><label for="b">DPD Express £7.95</label></p><button>Continue</button></form>"""


def address(buttons: str) -> str:
    """A filled address with the buttons of a page that notes what is pressed."""
    return f'<h1>Your address</h1><form action="/delivery">{FIELDS}{buttons}</form>{NOTING}'


async def going(visit: Visit, stage: Stage = Stage.ADDRESS) -> str:
    """Go on from the page as it was opened; returns where that led to."""
    visit.walker.identity = identity_for("GB")
    visit.walker.introduced = True
    after = await go_on(visit.walker, StepDraft(stage), visit.facts, Progress(), stage)
    return after.url.partition("?")[0].removeprefix("https://shop.example")


@pytest.mark.parametrize(
    "buttons",
    [
        "<button>Continue to delivery</button><button type='button'>Back to cart</button><button type='button'>PayPal</button>",
        "<button style='width:200px;height:44px'>Engage</button><a href='/elsewhere'>Our story</a>",
        (
            "<p><input type='checkbox' id='t' onchange='go.disabled = !t.checked'>"
            "<label for='t'>I accept the terms and conditions</label></p>"
            "<button id='go' disabled>Continue</button>"
        ),
    ],
    ids=["named", "the plain one after the fields", "once the terms are accepted"],
)
async def test_the_button_that_goes_on_is_pressed(browser: Browser, buttons: str) -> None:
    async with visiting(browser, {"/address": address(buttons), "/delivery": DELIVERY}, "/address") as visit:
        assert await going(visit) == "/delivery"
        assert visit.site.asked == ["/address", "/delivery"]


@pytest.mark.parametrize("button", ["Place order", "Buy now", "PayPal Express"])
async def test_what_orders_or_pays_is_not_pressed(browser: Browser, button: str) -> None:
    page = address(f"<button id='final' style='width:200px;height:44px'>{button}</button>")
    async with visiting(browser, {"/address": page, "/delivery": DELIVERY}, "/address") as visit:
        with pytest.raises(Stop, match="No button after the address form led on"):
            await going(visit)
        assert await visit.pressed() == []


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("Please enter a valid telephone number.", "address_rejected"),
        ("Invalid address: we do not deliver to your region.", "no_shipping_to_region"),
    ],
)
async def test_what_the_shop_complains_about_is_the_reason_to_stop(browser: Browser, said: str, code: str) -> None:
    page = address(f"<p class='error' role='alert' style='color:red;margin-top:200px'>{said}</p>")
    async with visiting(browser, {"/address": page}, "/address") as visit:
        with pytest.raises(Stop) as stopped:
            await going(visit)
        assert stopped.value.failure.code == code
        assert said in stopped.value.detail


async def test_a_question_put_as_buttons_is_answered_as_fits_the_shopper(browser: Browser) -> None:
    page = """<h1>Where do you live?</h1><div><button type="button">Germany</button>
    <button type="button" onclick="location='/delivery'">United Kingdom
    </button><button type="button">Spain</button></div>"""
    async with visiting(browser, {"/where": page, "/delivery": DELIVERY}, "/where") as visit:
        assert await going(visit) == "/delivery"


async def test_a_delivery_that_waits_is_chosen_before_going_on(browser: Browser) -> None:
    page = DELIVERY.replace("checked", "").replace("<form>", "<form action='/next'>")
    async with visiting(browser, {"/delivery": page, "/next": "<h1>Payment</h1><p>Soon</p>"}, "/delivery") as visit:
        visit.walker.introduced = True
        progress = Progress()
        after = await go_on(visit.walker, StepDraft(Stage.SHIPPING), visit.facts, progress, Stage.SHIPPING)
        assert "Royal Mail" in progress.shipping
        assert after.url == "https://shop.example/next?d=on"


async def test_a_delivery_that_comes_with_the_refusal_to_go_on_is_chosen(browser: Browser) -> None:
    rows = "<p><input type='radio' name='d' id='a'><label for='a'>Royal Mail £3.95</label></p>"
    rows += "<p><input type='radio' name='d' id='b'><label for='b'>DPD Express £7.95</label></p>"
    page = f"""<h1>Your address</h1><form action="/payment">{FIELDS}<h2>Delivery method</h2><div id="rows"></div>
    <p id="e" role="alert" class="error"></p><button>Continue</button></form><script>document.forms[0].onsubmit = (event) => {{
      if (document.querySelector(":checked")) return;
      event.preventDefault();
      e.textContent = "Please choose a delivery method.";
      if (!rows.innerHTML) rows.innerHTML = `{rows}`;
    }};</script>"""
    async with visiting(browser, {"/address": page, "/payment": "<h1>Payment</h1><p>How would you like to pay?</p>"}, "/address") as visit:
        assert await going(visit) == "/payment"


async def test_while_a_dialog_is_open_only_its_own_buttons_are_in_reach(pages: Pages) -> None:
    dialog = """<div role="dialog" aria-modal="true"
    style="position:fixed;top:100px;left:300px;width:500px;height:300px;background:#fff;z-index:9">
    <p>Is this your address?</p><button>Continue with this address</button></div>"""
    names = [c.control.label_text for c in reachable(await pages.facts(address("<button>Continue</button>") + dialog)) if c.p >= LEAST]
    assert names == ["Continue with this address"]
