import pytest

from auditor.api import Ended, Journey, Stage, Step, StepOutcome
from auditor.model.journey import Typed
from auditor.score.effort import (
    DESKTOP,
    LABEL,
    MOBILE,
    Work,
    checkout_steps,
    effort_index,
    field_seconds,
    fills_itself,
    klm_seconds,
    total,
    work_of,
)

# a page with 8 fields, 80 characters, one choice, one button, Tab between fields, and 2 s of waiting
FORM = Work(characters=80, fields=8, forms=1, choices=1, presses=1, pages=1, wait_seconds=2.0)
MARKED = Work(80, 8, 1, marked_characters=80, marked_fields=8, marked_forms=1, fills=1, choices=1, presses=1, pages=1, wait_seconds=2.0)
REACHED = StepOutcome.REACHED


def test_worked_example_of_a_desktop_form() -> None:
    # 22.40 keys + 2.24 Tabs + 10.80 thoughts + 2.65 choice + 1.35 page + 0.80 hands + 1.30 button + 2.00 waiting
    assert klm_seconds(FORM, DESKTOP) == pytest.approx(43.54)


def test_the_same_form_on_a_phone() -> None:
    # 26.40 keys + 2.64 for the next field + 10.80 thoughts + 1.95 choice + 1.35 page + 0.40 keyboard + 0.60 tap + 2.00 waiting
    assert klm_seconds(FORM, MOBILE) == pytest.approx(46.14)


def test_a_browser_that_fills_in_the_form_saves_the_typing() -> None:
    # one thought, one point, one press for all fields: 2.65 + 2.65 choice + 1.35 page + 1.30 button + 2.00 waiting
    assert klm_seconds(MARKED, DESKTOP, assisted=True) == pytest.approx(9.95)
    assert klm_seconds(MARKED, DESKTOP) == pytest.approx(43.54)


def test_fields_that_are_not_marked_are_typed_by_everybody() -> None:
    assert klm_seconds(FORM, DESKTOP, assisted=True) == klm_seconds(FORM, DESKTOP)


def test_where_nothing_is_typed_help_changes_nothing() -> None:
    work = Work(presses=3, pages=2)
    assert klm_seconds(work, DESKTOP, assisted=True) == klm_seconds(work, DESKTOP) == pytest.approx(3 * 1.30 + 2 * 1.35)


@pytest.mark.parametrize(
    ("work", "desktop", "mobile"),
    [
        (Work(windows=2.0), 1.0, 0.6),
        (Work(dialogs=1), 1.35, 1.35),
        (Work(reviews=1), 1.35, 1.35),
        (Work(presses=1), 1.30, 0.60),
        (Work(wait_seconds=3.5), 3.5, 3.5),
    ],
)
def test_each_operator_has_its_time(work: Work, desktop: float, mobile: float) -> None:
    assert (klm_seconds(work, DESKTOP), klm_seconds(work, MOBILE)) == pytest.approx((desktop, mobile))


def test_a_field_costs_its_characters_a_tab_and_a_thought() -> None:
    assert field_seconds(10, DESKTOP) == pytest.approx(2.80 + 0.28 + 1.35)


@pytest.mark.parametrize(("seconds", "index"), [(0, 100), (20, 100), (60, 100), (61, 98), (90, 67), (120, 50), (180, 33), (6000, 1)])
def test_index_is_anchored_at_the_minutes_after_which_shoppers_leave(seconds: float, index: int) -> None:
    assert effort_index(seconds) == index


def test_a_step_tells_its_work() -> None:
    typed = (Typed("Name", 11, "name"), Typed("Postcode", 5, "postal-code"), Typed("Floor", 1))
    counted = {"clicks": 2, "fields": 3, "characters": 17, "choices": 1, "page_loads": 1, "dialogs": 1}
    step = Step(Stage.ADDRESS, REACHED, wait_seconds=1.2, scrolled=0.5, typed=typed, **counted)  # type: ignore[arg-type]
    assert work_of(step) == Work(
        characters=17, fields=3, forms=1, marked_characters=16, marked_fields=2, marked_forms=0, fills=1, choices=1, presses=2, pages=1,
        dialogs=1, windows=0.5, wait_seconds=1.0,
    )  # fmt: skip  # 0.1 s per click is not noticed


def test_a_form_that_fills_itself_needs_no_keyboard() -> None:
    step = Step(Stage.ADDRESS, REACHED, fields=1, characters=11, typed=(Typed("Name", 11, "name"),))
    assert (work_of(step).forms, work_of(step).marked_forms) == (1, 1)


def test_the_last_look_before_paying_is_a_thought() -> None:
    assert (work_of(Step(Stage.PAYMENT, REACHED)).reviews, work_of(Step(Stage.CART, REACHED)).reviews) == (1, 0)


def test_the_whole_is_the_sum_of_its_steps() -> None:
    steps = [Step(Stage.CART, REACHED, clicks=2, page_loads=1), Step(Stage.ADDRESS, REACHED, clicks=1, fields=7, characters=61, choices=1)]
    assert total(steps) == Work(characters=61, fields=7, forms=1, choices=1, presses=3, pages=1)
    assert klm_seconds(total(steps), DESKTOP) == pytest.approx(sum(klm_seconds(work_of(s), DESKTOP) for s in steps))


@pytest.mark.parametrize(
    ("token", "fills"),
    [("postal-code", True), ("email", True), ("", False), ("off", False), ("nope", False), ("one-time-code", False), ("[redacted]", False)],
)
def test_a_browser_fills_in_what_is_marked_for_it(token: str, fills: bool) -> None:
    assert fills_itself(Typed("Field", 3, token)) is fills


def test_only_reached_steps_from_the_cart_on_are_buying() -> None:
    bought = [Step(Stage.CART, REACHED), Step(Stage.ADDRESS, REACHED), Step(Stage.PAYMENT, REACHED)]
    steps = (Step(Stage.HOME, REACHED), Step(Stage.PRODUCT, REACHED), *bought, Step(Stage.SHIPPING, StepOutcome.SKIPPED))
    assert checkout_steps(Journey("desktop", Ended.PAYMENT_REACHED, steps)) == bought


def test_the_label_says_that_nobody_was_asked() -> None:
    assert "It is not a Customer Effort Score: no customer was asked." in LABEL
