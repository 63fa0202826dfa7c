import pytest

from auditor.cli.lines import line_of
from auditor.events import DeviceEnded, Event, Judged, StageEnded, StageStarted
from auditor.model.journey import Ended, StepOutcome
from auditor.model.stage import Stage
from tests.auditor.test_events import EVENTS


@pytest.mark.parametrize(
    ("event", "line"),
    [
        (
            StageEnded(device="desktop", stage=Stage.CART, outcome=StepOutcome.REACHED, seconds=2, reason="odd"),
            "desktop: cart reached (2.0 s)",
        ),
        (
            StageEnded(device="desktop", stage=Stage.SEARCH, outcome=StepOutcome.NOT_FOUND, seconds=2, reason="No field."),
            "desktop: search not found (2.0 s): No field.",
        ),
        (DeviceEnded(device="mobile", ended=Ended.PAYMENT_REACHED, message="Done.", seconds=1), "mobile: reached the payment step"),
        (DeviceEnded(device="mobile", ended=Ended.BLOCKED, message="A wall.", seconds=1), "mobile: stopped: blocked: A wall."),
        (Judged(outcomes={"fail": 2}, score=84, grade="B"), "judged: score 84, grade B, 2 failed, 0 warnings"),
        (Judged(outcomes={}, score=None, grade=None), "judged: no score, 0 failed, 0 warnings"),
        (StageStarted(device="desktop", stage=Stage.CART), None),
    ],
)
def test_an_event_is_a_line_or_none(event: Event, line: str | None) -> None:
    assert line_of(event) == line


def test_what_a_shop_wrote_stays_on_its_line_and_steers_no_terminal() -> None:
    hostile = "\x1b[2J\n::error::gone\r\u202e\u2028x"
    told = line_of(StageEnded(device="desktop", stage=Stage.HOME, outcome=StepOutcome.FAILED, seconds=0, reason=hostile))
    assert told == "desktop: home failed (0.0 s): [2J ::error::gone x"


def test_every_event_can_be_told() -> None:
    assert all(line is None or "\n" not in line for line in map(line_of, EVENTS))
