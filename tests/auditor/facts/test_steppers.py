"""Counts of pieces and what changes them."""

from __future__ import annotations

import pytest

from auditor.facts.steppers import is_count, is_step
from auditor.observe import Control
from auditor.observe.values import Option
from tests.auditor.pages import Pages, by_id


@pytest.mark.parametrize(
    ("control", "counts"),
    [
        (Control(1, "input", type="number", value="1"), True),
        (Control(1, "input", type="text", value=" 12 "), True),
        (Control(1, "input", type="number", value="0"), False),
        (Control(1, "input", type="text", value="12345"), False),
        (Control(1, "input", type="text", value="one"), False),
        (Control(1, "select", options=(Option("1", "1", False, True),)), True),
        (Control(1, "select", options=(Option("1", "Germany", False, True),)), False),
        (Control(1, "input", type="radio", value="1"), False),
        (Control(1, "button", text="1"), False),
    ],
)
def test_fields_that_hold_a_quantity(control: Control, counts: bool) -> None:
    assert is_count(control) is counts


@pytest.mark.parametrize(
    ("html", "steps"),
    [
        ('<button id="b">+</button>', True),
        ('<button aria-label="Less">-</button><input value="1" style="width:40px"><button id="b" aria-label="Add one">▲</button>', True),
        ('<input value="1" style="width:40px"><button id="b">Add</button>', False),  # no other button on the other side
        ('<button>-</button><input value="1" style="width:40px"><button id="b" style="width:140px">Add to cart</button>', False),
        ('<button id="b">Add to cart</button>', False),
    ],
)
async def test_buttons_that_change_a_count(pages: Pages, html: str, steps: bool) -> None:
    facts = await pages.facts(f"<main>{html}</main>")
    assert is_step(facts.observation, by_id(facts.observation, "b")) is steps
