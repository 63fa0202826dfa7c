"""What an audit tells while it runs: one stream that progress, logs and `--events` listen to.

Each event is a line of the events file. Its JSON Schema is `auditor schema events`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import ConfigDict, Field

from auditor.model.journey import Ended, StepOutcome
from auditor.model.stage import Stage

VERSION: Literal["1"] = "1"
"""Version of the events; it changes when a reader of them would have to."""


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    if type(value) in {Stage, Ended, StepOutcome}:
        return value
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Proposal):
        return replace(value, name=change(value.name))
    if isinstance(value, Mapping):
        return {key: _changed(item, change) for key, item in value.items()}
    return tuple(_changed(item, change) for item in value) if isinstance(value, (list, tuple)) else value


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened just now."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid", json_schema_serialization_defaults_required=True)

    time: Annotated[str, Field(description="when, in ISO 8601 with UTC", json_schema_extra={"format": "date-time"})] = field(
        default_factory=_now
    )

    def redacted(self, redact: Callable[[str], str]) -> Self:
        """Return the event with its texts redacted."""
        told = [f.name for f in fields(self) if f.name not in {"event", "time", "device"}]
        return replace(self, **{name: _changed(getattr(self, name), redact) for name in told})


@dataclass(frozen=True, kw_only=True)
class RunStarted(Event):
    """An audit begins."""

    event: Literal["run_started"] = "run_started"
    schema_version: Literal["1"] = VERSION
    version: Annotated[str, Field(description="of the auditor")]
    site: str
    run: Annotated[str, Field(description="the run folder")]
    devices: Sequence[str]
    max_seconds: Annotated[float, Field(description="limit of the recording")]


@dataclass(frozen=True, kw_only=True)
class DeviceStarted(Event):
    """A device sets out; `seconds` is what it is given."""

    event: Literal["device_started"] = "device_started"
    device: str
    seconds: float


@dataclass(frozen=True, kw_only=True)
class StageStarted(Event):
    """A stage is looked for. A stage can be attempted more than once."""

    event: Literal["stage_started"] = "stage_started"
    device: str
    stage: Stage


@dataclass(frozen=True, kw_only=True)
class StageEnded(Event):
    """An attempt at a stage is over."""

    event: Literal["stage_ended"] = "stage_ended"
    device: str
    stage: Stage
    outcome: StepOutcome
    reason: Annotated[str | None, Field(description="why it was not reached")] = None
    action: Annotated[str, Field(description="what led there")] = ""
    url: str = ""
    seconds: float
    wait_seconds: Annotated[float, Field(description="the part spent waiting for the shop")] = 0.0


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A control that was proposed, with its probability."""

    name: str
    p: float


@dataclass(frozen=True, kw_only=True)
class Attempted(Event):
    """One try at one control: a line of trace.jsonl as it happens."""

    event: Literal["attempt"] = "attempt"
    device: str
    stage: Stage
    strategy: Annotated[str, Field(description="the way that led to it")]
    chosen: Annotated[str, Field(description="the control")]
    rung: Annotated[str, Field(description="the kind of press that had an effect, or vetoed, configured, hook")]
    verified: bool
    signals: Sequence[str] = ()
    note: str = ""
    seconds: float = 0.0
    proposed: Sequence[Proposal] = ()


@dataclass(frozen=True, kw_only=True)
class Noted(Event):
    """Something that a reader of the report should know."""

    event: Literal["note"] = "note"
    device: str
    text: str


@dataclass(frozen=True, kw_only=True)
class ProbeEnded(Event):
    """A probe was tried."""

    event: Literal["probe"] = "probe"
    device: str
    probe: str
    recorded: bool
    reason: Annotated[str | None, Field(description="why nothing was recorded")] = None


@dataclass(frozen=True, kw_only=True)
class Activity(Event):
    """Something besides the stages is being done."""

    event: Literal["activity"] = "activity"
    device: str
    what: str


@dataclass(frozen=True, kw_only=True)
class DeviceEnded(Event):
    """A device is through, or was never sent."""

    event: Literal["device_ended"] = "device_ended"
    device: str
    ended: Ended
    failure_code: str | None = None
    message: str = ""
    deepest_stage: Stage | None = None
    seconds: float


@dataclass(frozen=True, kw_only=True)
class Judged(Event):
    """result.json was written."""

    event: Literal["judged"] = "judged"
    outcomes: Annotated[Mapping[str, int], Field(description="verdicts per outcome")]
    score: int | None
    grade: str | None


@dataclass(frozen=True, kw_only=True)
class GateDecided(Event):
    """The gate has decided."""

    event: Literal["gate"] = "gate"
    passed: bool
    reasons: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True)
class ReportWritten(Event):
    """A report was written."""

    event: Literal["report_written"] = "report_written"
    format: str
    path: str


@dataclass(frozen=True, kw_only=True)
class RunEnded(Event):
    """The command ends; always the last line, unless the process was killed."""

    event: Literal["run_ended"] = "run_ended"
    exit_code: int
    error: Annotated[str | None, Field(description="what stderr says")] = None


AnyEvent = Annotated[
    RunStarted
    | DeviceStarted
    | StageStarted
    | StageEnded
    | Attempted
    | Noted
    | ProbeEnded
    | Activity
    | DeviceEnded
    | Judged
    | GateDecided
    | ReportWritten
    | RunEnded,
    Field(discriminator="event"),
]

Tell = Callable[[Event], None]


class Events:
    """Passes each event on to all who listen, in the order in which they came."""

    def __init__(self, *listeners: Tell) -> None:
        self._listeners = listeners

    def tell(self, event: Event) -> None:
        """Pass an event on."""
        for listener in self._listeners:
            listener(event)

    def say(self, device: str, what: str) -> None:
        """Tell what is being done besides the stages."""
        self.tell(Activity(device=device, what=what))
