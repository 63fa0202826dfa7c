import pytest

from auditor.noise.machine import Doubt, Machine, is_time
from auditor.words.message import own


@pytest.mark.parametrize(
    ("before", "after", "made_by", "doubted"),
    [
        (1500, 1400, "chromium 140", False),
        (1500, 499, "chromium 140", True),
        (450, None, "chrome 140", True),
        (450, 440, "firefox 140", False),  # another engine's figures are another scale
        (900, 440, "firefox 140", True),
        (1000, 2000, "chromium 140", False),
        (1000, 2001, "chromium 140", True),
        (None, 1200, "chromium 140", False),
        (None, None, "chromium 140", False),
    ],
)
def test_a_machine_is_in_doubt_where_it_was_slow_or_uneven(before: float | None, after: float | None, made_by: str, doubted: bool) -> None:
    assert (Machine(before, after, made_by).doubt is not None) is doubted


def test_the_doubt_names_the_figures() -> None:
    slow = "The machine was too slow to time pages: its figure is 480, and the least is 500."
    assert Machine(1500, 480, "chromium").doubt == Doubt(own(slow))
    uneven = "The machine was too uneven to time pages: its figure was 600 before the audit and 1,500 after it."
    assert Machine(600, 1500, "chromium").doubt == Doubt(own(uneven), 1.25)


@pytest.mark.parametrize(("value", "spoilt"), [(1.0, False), (4.0, False), (4.1, True), (5.0, True), (5.1, False)])
def test_an_uneven_machine_spoils_what_is_above_its_limit_by_less_than_it_may_have_added(value: float, spoilt: bool) -> None:
    doubt = Machine(600, 1500, "chromium").doubt
    assert doubt is not None
    assert doubt.spoils(value, 4.0) is spoilt


def test_a_slow_machine_spoils_every_time() -> None:
    doubt = Machine(300, 310, "chromium").doubt
    assert doubt is not None
    assert doubt.spoils(0.1, 4.0)
    assert doubt.spoils(400.0, 4.0)


@pytest.mark.parametrize(
    ("category", "unit", "timed"), [("speed", "s", True), ("speed", "ms", True), ("speed", "MB", False), ("trust", "s", False)]
)
def test_times_are_what_speed_checks_measure_in_seconds(category: str, unit: str, timed: bool) -> None:
    assert is_time(category, unit) is timed
