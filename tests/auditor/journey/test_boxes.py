"""What was ticked for the shopper is unticked, what a step demands is ticked."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser

from auditor.journey.boxes import set_boxes, tick_required
from tests.auditor.journey.site import ADDRESS, visiting

BOXES = """<form>{}<button>Continue</button></form>"""


def boxes(*labels: str, checked: bool = False) -> str:
    """A form of boxes with the ids x0, x1 ..."""
    on = "checked" if checked else ""
    rows = (f'<p><input type="checkbox" id="x{i}" {on}><label for="x{i}">{label}</label></p>' for i, label in enumerate(labels))
    return BOXES.format("".join(rows))


async def test_a_box_ticked_in_advance_stays_only_where_it_is_needed(browser: Browser) -> None:
    unwanted = ("Send me news and offers by email", "Create an account for faster checkout", "Insure my parcel for £1.99")
    needed = ("My billing address is the same as my delivery address", "I agree to the terms and conditions")
    async with visiting(browser, boxes(*unwanted, *needed, checked=True)) as visit:
        await set_boxes(visit.walker, visit.facts)
        assert [await visit.ticked(f"x{i}") for i in range(5)] == [False, False, False, True, True]


async def test_a_box_that_opens_more_fields_when_unticked_is_ticked_again(browser: Browser) -> None:
    page = ADDRESS.format("""<p><input type="checkbox" id="x" checked><label for="x">Bring it here too</label></p><div id="more"></div>
    <script>x.onchange = () => more.innerHTML = x.checked ? '' : `<label>Street <input name=s2></label>
    <label>Town <input name=c2></label>`;
    </script>""")
    async with visiting(browser, page) as visit:
        facts = await set_boxes(visit.walker, visit.facts)
        assert await visit.ticked("x")
        assert len(facts.checkout.fields) == 7


DEMANDED = ("I accept the terms and conditions", "I have read the privacy policy", "I am over 18 *")

UNWANTED = ("Subscribe to our newsletter", "Create an account", "Ship to a different address")

PLAIN = "Leave the parcel with a neighbour"


@pytest.mark.parametrize("eager", [False, True])
async def test_only_what_the_step_demands_is_ticked(browser: Browser, eager: bool) -> None:
    async with visiting(browser, boxes(*DEMANDED, *UNWANTED, PLAIN)) as visit:
        assert await tick_required(visit.walker, visit.facts, eager=eager)
        assert [await visit.ticked(f"x{i}") for i in range(7)] == [True, True, True, False, False, False, eager]
        assert not await tick_required(visit.walker, await visit.walker.look(), eager=eager)
