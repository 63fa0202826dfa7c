"""What a walker tells while it walks. Tab and browser are stand-ins."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from auditor.browser.devices import DESKTOP
from auditor.browser.effort import Effort
from auditor.events import Attempted, Event, Noted, Proposal, StageEnded, StageStarted
from auditor.journey.evidence import Attempt
from auditor.journey.guard import Guard
from auditor.journey.plan import JourneyPlan
from auditor.journey.walker import Stop, Walker
from auditor.model.journey import StepOutcome
from auditor.model.stage import Stage


@pytest.fixture
def told() -> list[Event]:
    return []


@pytest.fixture
def walker(told: list[Event]) -> Walker:
    page = SimpleNamespace(is_closed=lambda: True)
    tab = SimpleNamespace(device=DESKTOP, effort=Effort(), traffic=SimpleNamespace(page_loads=0), page=page)
    context = SimpleNamespace(on=lambda *_: None)
    plan = JourneyPlan("https://shop.example")
    return Walker(cast(Any, tab), cast(Any, context), Guard(), plan, cast(Any, None), tell=told.append)


async def test_a_stage_is_told_when_it_begins_and_when_it_is_over(walker: Walker, told: list[Event]) -> None:
    async with walker.step(Stage.SEARCH) as step:
        assert [type(event) for event in told] == [StageStarted]
        step.missed(StepOutcome.SKIPPED, "The shop has no search.")
    ended = told[-1]
    assert isinstance(ended, StageEnded)
    assert (ended.device, ended.stage, ended.outcome, ended.reason) == ("desktop", "search", "skipped", "The shop has no search.")


async def test_a_stage_that_ends_the_journey_is_told_too(walker: Walker, told: list[Event]) -> None:
    with pytest.raises(Stop):
        async with walker.step(Stage.HOME):
            raise Stop("bot_wall")
    ended = told[-1]
    assert isinstance(ended, StageEnded)
    assert (ended.outcome, ended.reason) == (StepOutcome.BLOCKED, walker.steps[-1].reason)


def test_attempts_and_notes_are_kept_and_told(walker: Walker, told: list[Event]) -> None:
    proposed = ({"name": "link “Cart”", "p": 0.9, "why": {}, "href": "/cart"},)
    attempt = Attempt(Stage.CART, "cart link", "link “Cart”", "trusted", True, ("counts 1",), "/", "/cart", 0.5, proposed)
    walker.tried(attempt)
    walker.note("A new tab.")
    walker.note("A new tab.")
    assert (walker.attempts, walker.notes) == ([attempt], ["A new tab."])
    first, second = told
    assert isinstance(first, Attempted)
    assert (first.chosen, first.verified, first.proposed) == ("link “Cart”", True, (Proposal(name="link “Cart”", p=0.9),))
    assert isinstance(second, Noted)


async def test_a_form_is_noted_once_where_it_asks_for_something_new(walker: Walker) -> None:
    noted: list[str] = []

    async def beside(place: str, *_: object) -> None:
        noted.append(place)

    walker.witness = cast(Any, SimpleNamespace(beside=beside))
    for kinds in (("given_name",), ("given_name", "coupon"), ("email", "given_name")):
        fields = [SimpleNamespace(kind=kind) for kind in kinds]
        await walker.note_form(cast(Any, SimpleNamespace(checkout=SimpleNamespace(fields=fields), url="https://shop.example/")))
    assert noted == ["form-1", "form-2"]


@pytest.mark.parametrize(("login", "hidden"), [(object(), ["me@shop.example"]), (None, [])])
async def test_a_page_beside_the_journey_hides_what_the_account_holds(walker: Walker, login: object, hidden: list[str]) -> None:
    order: list[str] = []

    async def beside(place: str, *_: object) -> None:
        order.append(place)

    walker.witness = cast(Any, SimpleNamespace(beside=beside, private=order.extend))
    walker.plan = cast(Any, SimpleNamespace(overrides=SimpleNamespace(login=login)))
    control = SimpleNamespace(value=" me@shop.example ", tag="input")
    facts = SimpleNamespace(checkout=SimpleNamespace(fields=[SimpleNamespace(kind="email", control=control)]))
    await walker.record_beside("cart-page", walker.tab, cast(Any, facts))
    assert order == [*hidden, "cart-page"]
