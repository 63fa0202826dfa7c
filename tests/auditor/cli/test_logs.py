import logging

import pytest

from auditor.cli.logs import logged
from auditor.events import (
    Attempted,
    DeviceEnded,
    DeviceStarted,
    Event,
    GateDecided,
    Noted,
    ProbeEnded,
    Proposal,
    StageEnded,
    StageStarted,
)
from auditor.model.journey import Ended, StepOutcome
from auditor.model.stage import Stage


def attempt(*, verified: bool, rung: str = "trusted", note: str = "", signals: tuple[str, ...] = ()) -> Attempted:
    return Attempted(
        device="desktop",
        stage=Stage.CART,
        strategy="cart link",
        chosen="link “Cart”",
        rung=rung,
        verified=verified,
        signals=signals,
        note=note,
        seconds=0.5,
        proposed=(Proposal(name="link “Cart”", p=0.93),),
    )


def heard(capsys: pytest.CaptureFixture[str], verbose: int, *events: Event) -> list[str]:
    with logged(verbose) as tell:
        for event in events:
            tell(event)
    out, err = capsys.readouterr()
    assert out == ""
    return [line.split(" ", 1)[1] for line in err.splitlines()]


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (attempt(verified=True, signals=("the cart counts 1",)), "cart link: link “Cart” (trusted, 0.5 s) worked: the cart counts 1"),
        (attempt(verified=False), "did not work: no sign of the wanted effect"),
        (attempt(verified=False, rung="vetoed", note="it orders"), "vetoed: it orders"),
        (ProbeEnded(device="desktop", probe="not_found", recorded=True), "probe not_found: recorded"),
        (ProbeEnded(device="desktop", probe="not_found", recorded=False, reason="Too slow."), "probe not_found: Too slow."),
        (Noted(device="desktop", text="A new tab."), "A new tab."),
        (GateDecided(passed=False, reasons=("Too slow.",)), "gate: Too slow."),
    ],
)
def test_decisions_are_logged_with_their_reason(capsys: pytest.CaptureFixture[str], event: Event, said: str) -> None:
    (line,) = heard(capsys, 1, event)
    assert line.endswith(said)


def test_each_line_names_device_and_stage(capsys: pytest.CaptureFixture[str]) -> None:
    note = Noted(device="desktop", text="Said.")
    start, end = DeviceStarted(device="desktop", seconds=300), DeviceEnded(device="desktop", ended=Ended.FAILED, seconds=1)
    lines = heard(capsys, 1, start, StageStarted(device="desktop", stage=Stage.CART), note, end, note)
    assert lines == ["INFO desktop auditor: sets out with 300 s", "INFO desktop/cart auditor: Said.", "INFO auditor: Said."]


def test_long_waiting_is_told_and_short_waiting_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    def ended(waited: float) -> StageEnded:
        return StageEnded(device="d", stage=Stage.HOME, outcome=StepOutcome.REACHED, seconds=5, wait_seconds=waited)

    assert [line.partition(": ")[2] for line in heard(capsys, 1, ended(0.5), ended(3))] == ["waited 3.0 s of 5.0 s for the shop"]


def test_twice_tells_what_was_considered_and_lets_libraries_speak(capsys: pytest.CaptureFixture[str]) -> None:
    with logged(2) as tell:
        tell(attempt(verified=True))
        logging.getLogger("a_library").debug("connected")
    err = capsys.readouterr().err
    assert "considered link “Cart” 0.93" in err
    assert "a_library: connected" in err
    assert len(heard(capsys, 1, attempt(verified=True))) == 1


def test_a_shops_words_break_no_line(capsys: pytest.CaptureFixture[str]) -> None:
    (line,) = heard(capsys, 1, Noted(device="desktop", text="one\n::error::two\x1b[2J"))
    assert line.endswith("one ::error::two [2J")


def test_logging_is_left_as_it_was(capsys: pytest.CaptureFixture[str]) -> None:
    logger = logging.getLogger("auditor")
    before = (logger.level, list(logger.handlers))
    heard(capsys, 1)
    assert (logger.level, list(logger.handlers)) == before
