"""Says where something was seen: devices and stages in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor_reports.view.figures import listed
from auditor_reports.view.names import STAGES, device_title, stage_title
from auditor_reports.view.voice import tell, tell_several

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from auditor.api import VerdictResult

Place = tuple[str | None, str | None]


def places_of(verdicts: Iterable[VerdictResult]) -> list[Place]:
    """Return the devices and stages of verdicts, each once."""
    return list(dict.fromkeys((v.device, v.stage) for v in verdicts))


def where(places: Sequence[Place], *, most: int = len(STAGES) - 1) -> str:
    """Say where: "Whole shop", "Desktop", "Desktop and Phone: Cart", "Desktop: Cart; Phone: Search".

    More than `most` stages of a device are counted, not named.
    """
    stages: dict[str | None, list[str]] = {}
    for device, stage in places:
        stages.setdefault(device, [])
        if stage is not None:
            stages[device].append(stage)
    alike: dict[tuple[str, ...], list[str | None]] = {}
    for device, seen in stages.items():
        alike.setdefault(tuple(sorted(seen, key=STAGES.index)), []).append(device)
    return "; ".join(_part(devices, seen, most) for seen, devices in alike.items())


def _part(devices: Sequence[str | None], stages: Sequence[str], most: int) -> str:
    named = listed([device_title(device) for device in devices])
    if not stages:
        return named
    if len(stages) <= most:
        return tell("{devices}: {stages}", devices=named, stages=", ".join(stage_title(stage) for stage in stages))
    if len(stages) == len(STAGES):
        return tell("{devices}: all stages", devices=named)
    return tell_several(len(stages), "{devices}: {n} stage", "{devices}: {n} stages", devices=named)
