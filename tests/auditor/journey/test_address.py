"""Stage address: given as a guest on any number of pages, and done only when the checkout shows what comes after it."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.async_api import Browser

from auditor.journey.address import address_done, reach_address
from auditor.journey.progress import Progress
from auditor.journey.walker import Stop
from auditor.model.journey import StepOutcome, is_confirmed
from tests.auditor.journey.site import visiting
from tests.auditor.pages import Pages

LOGIN = """<form action="/login" method="post"><label>Email <input type="email" name="e"></label>
<label>Password <input type="password" name="p"></label><button>Log in</button></form>"""
FORM = """<h1>Your address</h1><form action="/delivery" method="post"><label>First name <input name="firstname"></label>
<label>Last name <input name="lastname"></label><label>Street <input name="street" required value="{}"></label>
<label>City <input name="city"></label><label>Postcode <input name="postcode"></label><button>Continue to delivery</button></form>"""
DELIVERY = """<h1>Delivery method</h1><form><p><input type="radio" name="d" id="a"><label for="a">Royal Mail £3.95</label></p>
<p><input type="radio" name="d" id="b"><label for="b">DPD Express £7.95</label></p><button>Continue</button></form>"""
GIVEN = {"street": "96 Euston Road", "city": "London", "postcode": "NW1 2DB"}


async def test_the_address_is_given_as_a_guest_and_the_checkout_goes_on(browser: Browser) -> None:
    start = f"<h1>Checkout</h1>{LOGIN}<a href='/address'>Continue as guest</a>"
    async with visiting(browser, {"/checkout": start, "/address": FORM.format(""), "/delivery": DELIVERY}, "/checkout") as visit:
        after = await reach_address(visit.walker, visit.facts, progress := Progress())
        assert after.url.endswith("/delivery")
        assert [(path, "street=96 Euston Road" in body) for path, body in visit.site.sent] == [("/delivery", True)]
        step = visit.walker.steps[-1]
        assert (step.outcome, step.action) == (StepOutcome.REACHED, "filled 5 fields")
        assert step.url.endswith("/address")  # the page on which it was given
        assert progress.address["postcode"] == "NW1 2DB"


async def test_an_account_that_is_demanded_ends_the_journey(browser: Browser) -> None:
    async with visiting(browser, {"/checkout": f"<h1>Checkout</h1>{LOGIN}"}, "/checkout") as visit:
        with pytest.raises(Stop) as stopped:
            await reach_address(visit.walker, visit.facts, Progress())
        assert stopped.value.failure.code == "account_required"
        assert visit.walker.steps[-1].outcome is StepOutcome.BLOCKED
        assert visit.site.sent == []


async def test_an_order_confirmation_stops_everything(browser: Browser) -> None:
    page = "<h1>Thank you for your order</h1><p>Your order number is 100234. A confirmation was sent to you.</p>"
    async with visiting(browser, page, "/checkout/success") as visit:
        with pytest.raises(Stop) as stopped:
            await reach_address(visit.walker, visit.facts, Progress())
        assert stopped.value.failure.code == "order_suspected"


async def test_a_step_named_like_a_confirmation_stops_nothing(browser: Browser) -> None:
    steps = "<h2>1 Adresa</h2>{}<h2>2 Způsob platby</h2>{}<h2>3 Potvrzení objednávky</h2>"
    form = """<form action="/platba"><label>Jméno <input name="name"></label><label>Ulice <input name="street"></label>
    <label>Město <input name="city"></label><label>PSČ <input name="postcode"></label><button>Pokračovat</button></form>"""
    ways = """<fieldset><legend>Způsob platby</legend><label><input type="radio" name="p"> Dobírka</label>
    <label><input type="radio" name="p"> Bankovní převod</label></fieldset>"""
    pages = {"/pokladna": steps.format(form, ""), "/platba": steps.format("", ways)}
    async with visiting(browser, pages, "/pokladna", lang="cs", country="CZ") as visit:
        facts = await reach_address(visit.walker, visit.facts, Progress())
        assert facts.checkout.offers_payment
        assert not visit.walker.is_thanked(facts)


@pytest.mark.parametrize(
    ("page", "told", "done"),
    [
        (DELIVERY, {"address": GIVEN}, True),
        (DELIVERY, {}, False),
        (FORM.format(""), {"address": GIVEN}, False),
        (FORM.format("96 Euston Road"), {"address": GIVEN}, False),
        (FORM.format("96 Euston Road") + DELIVERY, {"address": GIVEN}, True),
        (FORM.format("96 Euston Road") + DELIVERY, {"address": GIVEN, "early_shipping": True}, True),
        (FORM.format("") + DELIVERY, {"address": GIVEN, "early_shipping": True}, False),
        (DELIVERY, {"known": True}, True),
        (FORM.format(""), {"known": True}, False),
        ("<h1>Checkout</h1><p>Deliver to: 96 Euston Road, London</p>", {"address": GIVEN}, True),
        ("<h1>Checkout</h1><p>Please wait a moment</p>", {"address": GIVEN}, False),
    ],
    ids=[
        "delivery comes",
        "nothing was given",
        "still asked",
        "filled and nothing follows",
        "delivery beside the form",
        "delivery was there before and the form is complete",
        "delivery was there before and the form is not",
        "the shop knows it",
        "the shop asks all the same",
        "summed up and asked no longer",
        "only asked no longer",
    ],
)
async def test_the_address_is_done_when_what_comes_after_it_is_shown(pages: Pages, page: str, told: dict[str, Any], done: bool) -> None:
    facts = await pages.facts(page, url="https://shop.example/checkout")
    assert is_confirmed(address_done(facts, Progress(**told))) is done


async def test_payment_without_any_address_counts_where_none_is_asked(pages: Pages) -> None:
    page = """<h1>Payment</h1><p><input type="radio" name="p" id="x"><label for="x">Credit card</label></p>
    <p><input type="radio" name="p" id="y"><label for="y">Invoice</label></p><p>Total £5.00</p>"""
    facts = await pages.facts(page, url="https://shop.example/checkout")
    assert [s.name for s in address_done(facts, Progress())] == ["payment is offered without an address"]


LAST = """<h1>Checkout</h1><form action="/next"><label>Name <input name="name"></label><label>Street <input name="street"></label>
<label>City <input name="city"></label><label>Postcode <input name="postcode"></label><button>{}</button></form>"""
REVIEW = "<h1>Order review</h1><p>96 Euston Road, London NW1 2DB</p><p>Total £9.00</p><button>Place order</button>"


@pytest.mark.parametrize(("text", "sent"), [("Continue to order summary", True), ("Continue", False), ("Finish", False)])
async def test_where_payment_came_first_the_address_is_sent_only_to_a_summary(browser: Browser, text: str, sent: bool) -> None:
    async with visiting(browser, {"/checkout": LAST.format(text), "/next": REVIEW}, "/checkout") as visit:
        progress = Progress(paid_first=True, shipping="Parcel")
        await reach_address(visit.walker, visit.facts, progress)
        assert visit.walker.steps[-1].outcome is StepOutcome.REACHED
        assert ("/next" in visit.site.asked) is sent


async def test_an_address_whose_button_is_not_ready_is_opened_later(browser: Browser) -> None:
    lines = '<label>Street <input id="street" name="street" required></label><label>City <input name="city" required></label>'
    page = f"""<h1>Checkout</h1><form action="/next"><label>Name <input name="name"></label><label>Postcode <input name="postcode"></label>
    <button type="button" id="more">Enter address manually</button><div id="rest" hidden>{lines}</div><button>Continue</button></form>
    <script>let presses = 0; more.onclick = () => {{ if (++presses > 3) rest.hidden = false; }}</script>"""
    async with visiting(browser, {"/checkout": page, "/next": DELIVERY}, "/checkout") as visit:
        facts = await reach_address(visit.walker, visit.facts, Progress())
        assert facts.checkout.shipping
        assert any("/next" in path for path in visit.site.asked)
