from dataclasses import asdict

import pytest
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter

from auditor.events import (
    Activity,
    AnyEvent,
    Attempted,
    DeviceEnded,
    DeviceStarted,
    Event,
    Events,
    GateDecided,
    Judged,
    Noted,
    ProbeEnded,
    Proposal,
    ReportWritten,
    RunEnded,
    RunStarted,
    StageEnded,
    StageStarted,
)
from auditor.model.journey import Ended, StepOutcome
from auditor.model.stage import Stage

EVENTS: list[Event] = [
    RunStarted(version="1.0", site="https://shop.example", run="out", devices=("desktop",), max_seconds=600),
    DeviceStarted(device="desktop", seconds=300),
    StageStarted(device="desktop", stage=Stage.HOME),
    StageEnded(device="desktop", stage=Stage.HOME, outcome=StepOutcome.REACHED, seconds=1.5),
    Attempted(
        device="desktop",
        stage=Stage.CART,
        strategy="cart link",
        chosen="link “Main Street 12”",
        rung="trusted",
        verified=True,
        signals=("at Main Street 12",),
        proposed=(Proposal(name="link “Main Street 12”", p=0.9),),
    ),
    Noted(device="desktop", text="The shop opened a new tab on the way."),
    ProbeEnded(device="desktop", probe="not_found", recorded=True),
    Activity(device="desktop", what="linked pages"),
    DeviceEnded(device="desktop", ended=Ended.PAYMENT_REACHED, deepest_stage=Stage.PAYMENT, seconds=20),
    Judged(outcomes={"pass": 3}, score=None, grade=None),
    GateDecided(passed=False, reasons=("It is too slow.",)),
    ReportWritten(format="html", path="out/report.html"),
    RunEnded(exit_code=0),
]


def test_every_event_is_what_the_schema_says() -> None:
    schema = TypeAdapter(AnyEvent).json_schema(mode="serialization")
    check = Draft202012Validator(schema)
    for event in EVENTS:
        line = TypeAdapter(type(event)).dump_python(event, mode="json")
        assert [error.message for error in check.iter_errors(line)] == []
        assert not check.is_valid({**line, "surprise": 1})
    told = {getattr(event, "event", "") for event in EVENTS}
    assert told == set(schema["discriminator"]["mapping"])


def test_all_who_listen_hear_all_in_order() -> None:
    first: list[Event] = []
    second: list[Event] = []
    events = Events(first.append, second.append)
    for event in EVENTS:
        events.tell(event)
    events.say("desktop", "linked pages")
    assert first[:-1] == second[:-1] == EVENTS
    assert isinstance(first[-1], Activity)


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: type(event).__name__)
def test_texts_are_redacted_and_what_an_event_is_about_stays(event: Event) -> None:
    changed = event.redacted(lambda text: text.replace("Main Street 12", "[redacted]"))
    assert "Main Street" not in str(asdict(changed))
    if not isinstance(event, Attempted):
        assert changed == event
