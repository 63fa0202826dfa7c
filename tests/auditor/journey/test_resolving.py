"""From a configured selector or text to the control on the page."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser

from auditor.facts.page import PageFacts
from auditor.journey.overrides import Override
from auditor.journey.resolving import BadSelector, await_control, control_named, find_control
from auditor.journey.walker import Walker
from tests.auditor.journey.shopping import shopping
from tests.auditor.pages import Pages, document

PAGE = """
<button id="first" hidden>Add</button><button id="second">Add</button><button id="third">Add</button>
<div class="wrapped"><button id="inner"><span class="icon">+</span> Take it</button></div>
<div class="lone"><p>Yours for £5</p><button id="only">Mine</button></div>
<div class="plain" data-x="1">Put it into the bag</div>
<label class="choice" for="box">Express</label><input type="radio" id="box">
<x-buy></x-buy>
<iframe srcdoc="<button id='framed' style='width:200px;height:80px'>From elsewhere</button>" width="400" height="200"></iframe>
<script>
  document.querySelector("x-buy").attachShadow({ mode: "open" }).innerHTML = "<section><button id='shaded'>In the shade</button></section>";
</script>"""


async def looked_at(walker: Walker, body: str) -> PageFacts:
    await walker.tab.page.set_content(document(body))
    await walker.tab.settle()
    return await walker.look()


@pytest.mark.parametrize(
    ("selector", "found"),
    [
        ("#second", "second"),
        ("button", "second"),  # the first that can be seen
        ("#first", "first"),
        (".icon", "inner"),  # a part of a control stands for it
        (".lone", "only"),  # so does what holds just one
        ("label.choice", "box"),
        ("x-buy button", "shaded"),
        ("section #shaded", "shaded"),
        ("#framed", "framed"),
    ],
)
async def test_a_selector_leads_to_the_observed_control(browser: Browser, selector: str, found: str) -> None:
    async with shopping(browser, "about:blank", {}) as walker:
        facts = await looked_at(walker, PAGE)
        control = await find_control(walker, facts, Override(selector=selector))
        assert control is not None
        assert control.id == found
        assert control.n in facts.observation.by_node


async def test_a_plain_element_becomes_a_control_that_can_be_pressed(browser: Browser) -> None:
    async with shopping(browser, "about:blank", {}) as walker:
        facts = await looked_at(walker, f"<body onclick=\"document.title = event.target.dataset.x ? 'pressed' : ''\">{PAGE}")
        control = await find_control(walker, facts, Override(selector=".plain"))
        assert control is not None
        assert (control.tag, control.text, control.visible) == ("div", "Put it into the bag", True)
        await walker.tab.press(facts.observation, control)
        assert await walker.tab.page.title() == "pressed"


async def test_what_matches_nothing_is_nothing_and_what_is_no_selector_says_so(browser: Browser) -> None:
    async with shopping(browser, "about:blank", {}) as walker:
        facts = await looked_at(walker, PAGE)
        assert await find_control(walker, facts, Override(selector="#nowhere")) is None
        with pytest.raises(BadSelector):
            await find_control(walker, facts, Override(selector="##"))


async def test_a_page_that_is_still_drawing_gets_a_moment(browser: Browser) -> None:
    late = "<script>setTimeout(() => document.body.insertAdjacentHTML('beforeend', '<button id=late>Here</button>'), 900)</script>"
    async with shopping(browser, "about:blank", {}) as walker:
        await walker.tab.page.set_content(document(late))
        facts, control = await await_control(walker, await walker.look(), Override(selector="#late"))
        assert control is not None
        assert control.n in facts.observation.by_node


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Add", "second"),
        ("take it", "inner"),
        ("Express", "box"),
        ("in the shade", "shaded"),
        ("From", "framed"),  # a part of what stands on it
        ("nothing like it", ""),
    ],
)
async def test_a_text_leads_to_what_bears_it(pages: Pages, text: str, found: str) -> None:
    control = control_named(await pages.facts(PAGE), text)
    assert (control.id if control else "") == found


async def test_a_text_that_stands_on_no_control_leads_to_the_element_itself(pages: Pages) -> None:
    control = control_named(await pages.facts(PAGE), "Put it into the bag")
    assert control is not None
    assert (control.tag, control.custom) == ("div", "configured")


async def test_all_of_a_text_is_preferred_to_a_part_of_it(pages: Pages) -> None:
    facts = await pages.facts("<button id=a>Save and continue</button><button id=b>Continue</button><button id=c>Continue later</button>")
    control = control_named(facts, "Continue")
    assert control is not None
    assert control.id == "b"
