"""What a walk comes to: when a step counts, one step per stage, how it ended."""

from __future__ import annotations

import errno
from types import SimpleNamespace
from typing import Any, cast

import pytest

from auditor.browser.devices import DESKTOP
from auditor.journey.walk import one_per_stage, walk
from auditor.journey.walker import Walker
from auditor.model.journey import Ended, Journey, Signal, Step, StepOutcome, Typed, is_confirmed
from auditor.model.stage import Stage

SOFT, OTHER, SAME, HARD = Signal("a", "address"), Signal("b", "page"), Signal("c", "address"), Signal("d", "cart", hard=True)


@pytest.mark.parametrize(
    ("signals", "confirmed"),
    [
        ([], False),
        ([SOFT], False),
        ([SOFT, SAME], False),
        ([SOFT, OTHER], True),
        ([HARD], True),
        ([SOFT, HARD], True),
    ],
)
def test_a_step_counts_on_one_hard_signal_or_two_families_of_soft_ones(signals: list[Signal], confirmed: bool) -> None:
    assert is_confirmed(signals) is confirmed
    assert is_confirmed(iter(signals)) is confirmed


def step(stage: Stage, outcome: StepOutcome, **facts: Any) -> Step:
    return Step(stage, outcome, **{"url": f"/{outcome.value}", "attempts": 1, "seconds": 1.0, **facts})


REACHED, FAILED, NOT_FOUND = StepOutcome.REACHED, StepOutcome.FAILED, StepOutcome.NOT_FOUND


@pytest.mark.parametrize(
    ("outcomes", "kept"),
    [
        ([REACHED], REACHED),
        ([FAILED, REACHED], REACHED),
        ([REACHED, FAILED], REACHED),
        ([FAILED, NOT_FOUND], NOT_FOUND),
        ([NOT_FOUND, REACHED, FAILED], REACHED),
    ],
)
def test_of_several_attempts_the_reached_one_counts_else_the_last(outcomes: list[StepOutcome], kept: StepOutcome) -> None:
    (merged,) = one_per_stage([step(Stage.PRODUCT, o) for o in outcomes])
    assert (merged.outcome, merged.url) == (kept, f"/{kept.value}")
    assert (merged.attempts, merged.seconds) == (len(outcomes), float(len(outcomes)))


def test_the_last_of_two_reached_ones_counts() -> None:
    (merged,) = one_per_stage([step(Stage.CART, REACHED, url="/a"), step(Stage.CART, REACHED, url="/b")])
    assert merged.url == "/b"


def test_the_effort_of_all_attempts_adds_up() -> None:
    one = step(Stage.ADDRESS, FAILED, clicks=1, fields=2, characters=3, choices=4, page_loads=5, wait_seconds=0.25)
    two = step(Stage.ADDRESS, REACHED, clicks=10, fields=20, characters=30, choices=40, page_loads=50, wait_seconds=0.5)
    (merged,) = one_per_stage([one, two])
    assert (merged.clicks, merged.fields, merged.characters, merged.choices, merged.page_loads) == (11, 22, 33, 44, 55)
    assert merged.wait_seconds == 0.75


def test_dialogs_errors_scrolling_and_typed_fields_add_up_too() -> None:
    name, city = Typed("Name", 11, "name"), Typed("City", 6)
    one = step(Stage.ADDRESS, FAILED, dialogs=1, errors=2, scrolled=0.25, typed=(name,))
    two = step(Stage.ADDRESS, REACHED, dialogs=3, errors=4, scrolled=0.5, typed=(city,))
    (merged,) = one_per_stage([one, two])
    assert (merged.dialogs, merged.errors, merged.scrolled, merged.typed) == (4, 6, 0.75, (name, city))


def test_stages_stand_in_the_order_of_the_journey() -> None:
    stages = [Stage.CART, Stage.HOME, Stage.PRODUCT, Stage.CART, Stage.CATEGORY]
    assert [s.stage for s in one_per_stage([step(s, REACHED) for s in stages])] == [Stage.HOME, Stage.CATEGORY, Stage.PRODUCT, Stage.CART]


def test_the_deepest_stage_is_the_last_one_that_was_verified() -> None:
    steps = (step(Stage.HOME, REACHED), step(Stage.CATEGORY, FAILED), step(Stage.PRODUCT, REACHED), step(Stage.CART, NOT_FOUND))
    journey = Journey("desktop", Ended.FAILED, steps)
    assert journey.deepest is Stage.PRODUCT
    assert journey.step(Stage.CART) == steps[3]
    assert journey.step(Stage.PAYMENT) is None
    assert Journey("desktop", Ended.BLOCKED).deepest is None


async def test_a_fault_of_ours_ends_the_journey_and_costs_nothing_that_was_seen(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(walker: Walker) -> None:
        walker.steps.append(step(Stage.HOME, StepOutcome.REACHED))
        raise ZeroDivisionError("a fault")

    monkeypatch.setattr("auditor.journey.walk._through_the_shop", broken)
    journey = await walk(standing())
    assert (journey.ended, journey.failure_code, journey.deepest) == (Ended.FAILED, "engine_error", Stage.HOME)
    assert journey.message.endswith("ZeroDivisionError: a fault")
    assert "The journey of the desktop broke" in caplog.text


async def test_a_full_disk_is_no_affair_of_one_journey(monkeypatch: pytest.MonkeyPatch) -> None:
    async def full(_: Walker) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("auditor.journey.walk._through_the_shop", full)
    with pytest.raises(OSError, match="No space left"):
        await walk(standing())


def standing() -> Walker:
    """A walker with what a walk needs that comes to nothing."""
    plan = SimpleNamespace(max_seconds=60.0)
    return cast(Walker, SimpleNamespace(plan=plan, tab=SimpleNamespace(device=DESKTOP), steps=[], notes=[], seen=[]))
