"""A checkout that lets payment be chosen before it asks who buys: the choice is recorded, and no wallet is opened."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser

from auditor.journey.early_payment import choose_before_address, pays_first
from auditor.journey.progress import Progress
from auditor.journey.walker import StepDraft
from auditor.model.journey import StepOutcome
from auditor.model.stage import Stage
from tests.auditor.journey.site import visiting

PAYMENT = """<h1>Payment method</h1><form action="/address"><p><input type="radio" name="p" id="pp"><label for="pp">PayPal</label></p>
<p><input type="radio" name="p" id="card"><label for="card">Credit card</label></p>
<p><input type="radio" name="p" id="bill"><label for="bill">Invoice</label></p><p>Total £12.95</p>{}</form>"""
ADDRESS = '<label>Street <input name="street"></label><label>City <input name="city"></label>'


@pytest.mark.parametrize(
    ("page", "introduced", "first"),
    [
        (PAYMENT.format("<button>Continue</button>"), False, True),
        (PAYMENT.format("<button>Continue</button>"), True, False),
        (PAYMENT.format(ADDRESS + "<button>Continue</button>"), False, False),
        (PAYMENT.format("<button>Pay now</button>"), False, False),
        ("<h1>Payment</h1><button>Continue</button>", False, False),
    ],
    ids=["nobody has said who buys", "the shop knows", "asks for the address too", "no way on but to pay", "nothing to choose"],
)
async def test_payment_comes_first_only_where_nothing_can_be_ordered_yet(
    browser: Browser, page: str, introduced: bool, first: bool
) -> None:
    async with visiting(browser, page, "/checkout") as visit:
        visit.walker.introduced = introduced
        assert pays_first(visit.walker, visit.facts) is first


async def test_payment_is_recorded_as_reached_and_a_plain_way_is_picked(browser: Browser) -> None:
    async with visiting(browser, PAYMENT.format("<button>Continue</button>"), "/checkout") as visit:
        progress = Progress()
        await choose_before_address(visit.walker, StepDraft(Stage.ADDRESS), visit.facts, progress)
        assert progress.paid_first
        assert [(s.stage, s.outcome) for s in visit.walker.steps] == [(Stage.PAYMENT, StepOutcome.REACHED)]
        assert [await visit.ticked(i) for i in ("pp", "card", "bill")] == [False, True, False]
        assert not visit.walker.guard.sealed  # the address is still to come
        await choose_before_address(visit.walker, StepDraft(Stage.ADDRESS), await visit.walker.look(), progress)
        assert len(visit.walker.steps) == 1
