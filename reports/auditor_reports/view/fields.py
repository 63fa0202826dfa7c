"""How many fields the checkout shows, stage by stage, beside what shops usually ask for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor_reports.view.figures import number
from auditor_reports.view.names import device_title, stage_title
from auditor_reports.view.voice import tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor.api import Result, Source, VerdictResult
    from auditor_reports.view.topics import Topic

CHECK = "checkout-field-count"
ACHIEVABLE, AVERAGE = 8, 11.3  # Baymard Institute, 2024: the source of the check
_ROOM = 1.1
_STAGES = ("cart", "checkout", "address", "shipping", "payment")


@dataclass(frozen=True)
class FieldCount:
    """A number of fields, and how far it reaches on a scale of 100."""

    title: str
    fields: float
    length: float


@dataclass(frozen=True)
class DeviceFields:
    """One device: the whole checkout, each field counted once, and what the pages of its stages show."""

    device: str
    whole: FieldCount | None
    outcome: str
    target: str
    stages: Sequence[FieldCount]


@dataclass(frozen=True)
class FieldChart:
    """The counts of all devices on one scale; `achievable` and `average` stand on it too."""

    devices: Sequence[DeviceFields]
    achievable: FieldCount
    average: FieldCount
    source: Source | None


def field_chart(result: Result, topics: Sequence[Topic]) -> FieldChart | None:
    """Return the counts, None where no device came to a field."""
    topic = next((topic for topic in topics if topic.id == CHECK), None)
    judged = {v.device: v for v in topic.verdicts if isinstance(v.value, int | float)} if topic else {}
    shown = {
        journey.device: [(s.stage, s.fields_considered) for s in effort.stages if s.stage in _STAGES and s.fields_considered]
        for journey in result.journeys
        if (effort := result.effort.get(journey.device))
    }
    counts = [n for stages in shown.values() for _, n in stages] + [round(float(v.value or 0)) for v in judged.values()]
    if not any(shown.values()):
        return None
    scale = 100 / (max(*counts, AVERAGE) * _ROOM)
    devices = [_device(device, stages, judged.get(device), scale) for device, stages in shown.items() if stages]
    source = next(iter(topic.check.sources), None) if topic and topic.check else None
    return FieldChart(
        devices,
        FieldCount(tell("{number} are achievable", number=number(ACHIEVABLE)), ACHIEVABLE, round(ACHIEVABLE * scale, 1)),
        FieldCount(tell("{number} on average", number=number(AVERAGE)), AVERAGE, round(AVERAGE * scale, 1)),
        source,
    )


def _device(device: str, stages: Sequence[tuple[str, int]], verdict: VerdictResult | None, scale: float) -> DeviceFields:
    def count(title: str, fields: int) -> FieldCount:
        return FieldCount(title, fields, round(fields * scale, 1))

    whole = count("", round(float(verdict.value or 0))) if verdict else None
    told = [count(stage_title(stage), fields) for stage, fields in stages]
    return DeviceFields(device_title(device), whole, verdict.outcome if verdict else "", verdict.threshold if verdict else "", told)
