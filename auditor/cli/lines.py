"""What happened, each in a line for stderr: what a pipeline's log keeps."""

from __future__ import annotations

from auditor.cli.showing import on_one_line
from auditor.events import Activity, DeviceEnded, Event, GateDecided, Judged, ReportWritten, RunStarted, StageEnded
from auditor.model.journey import Ended, StepOutcome

_ENDS = {
    Ended.PAYMENT_REACHED: "reached the payment step",
    Ended.LOGIN_REQUIRED: "stopped: an account is required",
    Ended.BLOCKED: "stopped: blocked",
    Ended.NOT_A_SHOP: "stopped: this is no shop",
    Ended.NO_PRODUCT: "stopped: no product to buy",
    Ended.FAILED: "stopped",
    Ended.INTERRUPTED: "interrupted",
}


def line_of(event: Event) -> str | None:
    """Return an event as a line, None for one that is not worth a line."""
    told = _told(event)
    return None if told is None else on_one_line(told)


def _told(event: Event) -> str | None:
    match event:
        case RunStarted():
            return f"{event.site} → {event.run}"
        case StageEnded():
            return f"{event.device}: {stage_line(event)}"
        case Activity():
            return f"{event.device}: {event.what}"
        case DeviceEnded():
            return f"{event.device}: {end_line(event)}"
        case Judged():
            return f"judged: {_score(event)}, {event.outcomes.get('fail', 0)} failed, {event.outcomes.get('warn', 0)} warnings"
        case GateDecided():
            return f"gate: {'passed' if event.passed else 'not passed'}"
        case ReportWritten():
            return f"{event.format}: {event.path}"
        case _:
            return None


def stage_line(event: StageEnded) -> str:
    """Say how an attempt at a stage came out, and why where it was not reached."""
    outcome = event.outcome.value.replace("_", " ")
    why = f": {event.reason}" if event.reason and event.outcome is not StepOutcome.REACHED else ""
    return f"{event.stage.value} {outcome} ({event.seconds:.1f} s){why}"


def end_line(event: DeviceEnded) -> str:
    """Say how a journey ended."""
    ended = _ENDS[event.ended]
    return ended if event.ended is Ended.PAYMENT_REACHED or not event.message else f"{ended}: {event.message}"


def _score(event: Judged) -> str:
    return "no score" if event.score is None else f"score {event.score}, grade {event.grade}" if event.grade else f"score {event.score}"
