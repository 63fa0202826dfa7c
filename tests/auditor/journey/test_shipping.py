"""Stage shipping: a delivery is chosen by the shopper or by the shop, or the shop does not deliver."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser

from auditor.journey.progress import Progress
from auditor.journey.shipping import reach_shipping, stated_delivery
from auditor.journey.walker import Stop
from auditor.model.journey import StepOutcome
from auditor.model.stage import Stage
from tests.auditor.journey.site import visiting
from tests.auditor.pages import Pages

RADIOS = """<h1>Delivery method</h1><form action="/payment"><p><input type="radio" name="d" value="1" id="a">
<label for="a">Royal Mail £3.95</label></p>
<p><input type="radio" name="d" value="2" id="b"><label for="b">DPD Express £7.95</label></p>
<button>Continue to payment</button></form>"""
PAYMENT = """<h1>Payment</h1>{}<form><p><input type="radio" name="p" id="x"><label for="x">Credit card</label></p>
<p><input type="radio" name="p" id="y"><label for="y">Invoice</label></p><button id="final">Pay now</button></form><p>Total £12.95</p>"""


async def test_a_delivery_is_chosen_and_payment_follows(browser: Browser) -> None:
    async with visiting(browser, {"/delivery": RADIOS, "/payment": PAYMENT.format("")}, "/delivery") as visit:
        visit.walker.introduced = True
        after = await reach_shipping(visit.walker, visit.facts, Progress())
        step = visit.walker.steps[-1]
        assert (step.stage, step.outcome) == (Stage.SHIPPING, StepOutcome.REACHED)
        assert "Royal Mail" in step.action
        assert step.url.endswith("/delivery")  # the page on which it was chosen
        assert after.url.endswith("/payment?d=1")


@pytest.mark.parametrize(
    ("said", "outcome"),
    [("<p>Standard delivery: £3.95</p>", StepOutcome.REACHED), ("", StepOutcome.SKIPPED)],
    ids=["the shop chose", "nothing is said"],
)
async def test_without_a_choice_it_is_what_the_shop_says(browser: Browser, said: str, outcome: StepOutcome) -> None:
    async with visiting(browser, PAYMENT.format(said), "/payment") as visit:
        visit.walker.introduced = True
        await reach_shipping(visit.walker, visit.facts, Progress())
        assert visit.walker.steps[-1].outcome is outcome


async def test_a_shop_that_does_not_deliver_ends_the_journey(browser: Browser) -> None:
    page = PAYMENT.format("<p>Sorry, we do not deliver to your address.</p>")
    async with visiting(browser, page, "/payment") as visit:
        with pytest.raises(Stop) as stopped:
            await reach_shipping(visit.walker, visit.facts, Progress())
        assert stopped.value.failure.code == "no_shipping_to_region"


@pytest.mark.parametrize(
    ("page", "stated"),
    [
        ("<p>Standard delivery £3.95</p>", "Standard delivery £3.95"),
        ("<table><tr><td>Shipping</td><td>£3.95</td></tr></table>", "Shipping"),
        ("<footer>Standard delivery £3.95</footer>", ""),
        ("<p>Standard delivery takes three days.</p>", ""),
        ("<p>Blue mug £9.00</p>", ""),
    ],
)
async def test_a_delivery_the_shop_has_set_is_named_with_its_price(pages: Pages, page: str, stated: str) -> None:
    assert stated_delivery(await pages.facts(f"<h1>Payment</h1>{page}")) == stated
