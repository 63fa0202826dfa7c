"""What a box says, whether it is seen, and that one which cannot be ticked is left."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser

from auditor.journey.ticking import box_words, is_box, is_shown, tick
from tests.auditor.journey.site import by_id, visiting


@pytest.mark.parametrize(
    ("box", "said", "shown"),
    [
        ('<label><input type="checkbox" id="x"> Statistik</label>', "Statistik", True),
        ('<label>Statistik <input type="checkbox" id="x" style="display:none"></label>', "Statistik", True),
        (
            '<div><span>Mesure d\u2019audience</span><button id="x" role="switch" aria-checked="true" aria-label="Mesure"></button></div>',
            "Mesure",
            False,
        ),
    ],
)
async def test_a_box_says_what_its_label_does(browser: Browser, box: str, said: str, *, shown: bool) -> None:
    async with visiting(browser, box) as visit:
        control = by_id(visit.facts.observation, "x")
        assert is_box(control)
        assert said in " ".join(box_words(visit.facts, control))
        assert is_shown(visit.facts, control) is (shown or control.visible)


async def test_a_box_is_ticked_and_one_that_is_gone_is_left(browser: Browser) -> None:
    async with visiting(browser, '<label><input type="checkbox" id="x"> Terms</label>') as visit:
        control = by_id(visit.facts.observation, "x")
        await tick(visit.walker, visit.facts, control, on=True)
        assert await visit.ticked("x")
        await visit.walker.tab.page.evaluate("document.body.innerHTML = ''")
        await tick(visit.walker, visit.facts, control, on=False)
