from dataclasses import replace

import pytest

from auditor.api import Ended, Journey, Stage, Step, StepOutcome
from auditor.score.effort import DESKTOP, MOBILE, Work, checkout_steps, effort_index, klm_seconds, work_of

# a page with 8 fields, 80 characters, one choice, one button, Tab between fields, and 2 s of waiting
FORM = Work(characters=80, fields=8, choices=1, presses=1, pages=1, hand_moves=2, wait_seconds=2.0)
REACHED = StepOutcome.REACHED


def test_worked_example_of_a_desktop_form() -> None:
    # 22.40 keys + 2.24 Tabs + 10.80 thoughts + 2.65 choice + 1.35 page + 0.80 hands + 1.30 button + 2.00 waiting
    assert klm_seconds(FORM, DESKTOP) == pytest.approx(43.54)


def test_the_same_form_on_a_phone() -> None:
    # 26.40 keys + 2.64 for the next field + 10.80 thoughts + 1.95 choice + 1.35 page + 0.80 hands + 0.60 tap + 2.00 waiting
    assert klm_seconds(FORM, MOBILE) == pytest.approx(46.54)


def test_a_browser_that_fills_the_form_saves_the_typing() -> None:
    # one thought, one point, one press for all fields, then as before: 2.65 + 2.65 + 1.35 + 0.80 + 1.30 + 2.00
    assert klm_seconds(FORM, DESKTOP, assisted=True) == pytest.approx(10.75)


def test_where_nothing_is_typed_help_changes_nothing() -> None:
    work = Work(presses=3, pages=2)
    assert klm_seconds(work, DESKTOP, assisted=True) == klm_seconds(work, DESKTOP) == pytest.approx(3 * 1.30 + 2 * 1.35)


@pytest.mark.parametrize(("seconds", "index"), [(0, 100), (20, 100), (60, 100), (61, 98), (90, 67), (120, 50), (180, 33), (6000, 1)])
def test_index_is_anchored_at_the_minutes_after_which_shoppers_leave(seconds: float, index: int) -> None:
    assert effort_index(seconds) == index


def test_work_is_the_sum_of_the_steps() -> None:
    steps = [
        Step(Stage.CART, REACHED, clicks=2, page_loads=1, wait_seconds=1.2),
        Step(Stage.ADDRESS, REACHED, clicks=1, fields=7, characters=61, choices=1, page_loads=1, wait_seconds=0.05),
    ]
    # 0.1 s per click is not noticed; a form moves the hands to the keyboard and back
    assert replace(work_of(steps), wait_seconds=1) == Work(61, fields=7, choices=1, presses=3, pages=2, hand_moves=2, wait_seconds=1)
    assert work_of(steps).wait_seconds == pytest.approx(1.0)


def test_only_reached_steps_from_the_cart_on_are_buying() -> None:
    bought = [Step(Stage.CART, REACHED), Step(Stage.ADDRESS, REACHED), Step(Stage.PAYMENT, REACHED)]
    steps = (Step(Stage.HOME, REACHED), Step(Stage.PRODUCT, REACHED), *bought, Step(Stage.SHIPPING, StepOutcome.SKIPPED))
    assert checkout_steps(Journey("desktop", Ended.PAYMENT_REACHED, steps)) == bought
