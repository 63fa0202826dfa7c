"""What became of the journeys, of what they cost the shopper, and the pictures of their stages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.compare.bands import effort_bands, journey_band
from auditor.compare.model import EffortChange, EffortFigure, JourneyChange, JourneySide, Movement, Pictures
from auditor.compare.values import value_change
from auditor.model.stage import Stage
from auditor.result.model import JourneyResult, Result

_STAGES = [stage.value for stage in Stage]


def journey_changes(before: Result, after: Result) -> list[JourneyChange]:
    """Compare how the journeys ended and how long they took."""
    return [_journey(device, *sides) for device, sides in _paired(before, after).items()]


def effort_changes(before: Result, after: Result) -> list[EffortChange]:
    """Compare the interaction effort; of two journeys to different stages no figure is better or worse."""
    found = []
    for device, (one, other) in _paired(before, after).items():
        if one is None or other is None or device not in before.effort or device not in after.effort:
            continue
        comparable = one.deepest_stage == other.deepest_stage
        figures = []
        for name, band in effort_bands().items():
            value = value_change(getattr(before.effort[device], name), getattr(after.effort[device], name), band)
            known = value if comparable else value.model_copy(update={"change": "unknown"})
            figures.append(EffortFigure(name=name, unit=band.unit, **known.model_dump()))
        found.append(EffortChange(device=device, comparable=comparable, figures=figures))
    return found


def pictures_of(before: Result, after: Result) -> list[Pictures]:
    """Return the screenshots of the stages that one side at least has a picture of, in order."""
    found = []
    for device, sides in _paired(before, after).items():
        shown = [dict(_screenshots(journey)) for journey in sides]
        for stage in _STAGES:
            one, other = (shots.get(stage) for shots in shown)
            if one or other:
                found.append(Pictures(device=device, stage=stage, before=one, after=other))
    return found


def _screenshots(journey: JourneyResult | None) -> Iterator[tuple[str, str]]:
    if journey:
        yield from ((step.stage, step.screenshot) for step in journey.steps if step.screenshot)


def _paired(before: Result, after: Result) -> dict[str, tuple[JourneyResult | None, JourneyResult | None]]:
    sides = [{j.device: j for j in result.journeys} for result in (before, after)]
    return {device: (sides[0].get(device), sides[1].get(device)) for device in [*sides[0], *(d for d in sides[1] if d not in sides[0])]}


def _journey(device: str, before: JourneyResult | None, after: JourneyResult | None) -> JourneyChange:
    return JourneyChange(
        device=device,
        before=_side(before),
        after=_side(after),
        change=_movement(before, after),
        seconds=value_change(before.seconds, after.seconds, journey_band()) if _alike(before, after) and before and after else None,
    )


def _alike(*journeys: JourneyResult | None) -> bool:
    return len({journey.deepest_stage if journey else None for journey in journeys}) == 1


def _movement(before: JourneyResult | None, after: JourneyResult | None) -> Movement:
    if before is None or after is None:
        return "unknown"
    depths: Sequence[int] = [_STAGES.index(j.deepest_stage) if j.deepest_stage else -1 for j in (before, after)]
    return "unchanged" if depths[0] == depths[1] else "better" if depths[1] > depths[0] else "worse"


def _side(journey: JourneyResult | None) -> JourneySide | None:
    if journey is None:
        return None
    return JourneySide(
        ended=journey.ended,
        deepest_stage=journey.deepest_stage,
        failure_code=journey.failure_code,
        message=journey.message,
        seconds=journey.seconds,
    )
