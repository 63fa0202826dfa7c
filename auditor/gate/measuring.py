"""Reads what budgets limit from a recording and from the effort of its journeys."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from statistics import median
from typing import TypeVar

from auditor.model.stage import Stage
from auditor.record.recording import JourneyRecord, Missing, PageRecord, Recording
from auditor.result.model import EffortResult, StageEffort
from auditor.score.effort import CHECKOUT

_VITALS = {"lcp_ms": "LCP", "fcp_ms": "FCP", "ttfb_ms": "TTFB", "inp_ms": "INP", "cls": "CLS"}
_GROWING = frozenset({"lcp_ms", "cls"})
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Measurement:
    """A number of one device, of a page or, without a stage, of its whole way.

    `runs` are the values of repeated loads, of which `value` is the median. `final` is false where more may have come later,
    or the slowest loads never came, so that the number proves too much but never enough.
    """

    metric: str
    device: str
    stage: str | None
    value: float
    runs: tuple[float, ...] = ()
    final: bool = True


def measurements_of(recording: Recording, efforts: Mapping[str, EffortResult]) -> tuple[Measurement, ...]:
    """Return all that was measured, in a stable order; what is not in the recording was not measured."""
    pages = (one for journey in recording.journeys for page in journey.pages for one in _of_page(journey, page))
    journeys = (one for journey in recording.journeys for one in _of_journey(journey, efforts[journey.journey.device]))
    return (*pages, *journeys)


def _of_page(journey: JourneyRecord, page: PageRecord) -> Iterator[Measurement]:
    device, stage = journey.journey.device, page.stage.value if page.stage else None
    timings = _recorded(lambda: page.timings)
    if timings is not None and not timings.soft:
        for metric, name in _VITALS.items():
            if (vital := timings.vitals.get(name)) is not None:
                final = not timings.lost and (timings.complete or metric not in _GROWING)
                yield Measurement(metric, device, stage, vital.value, vital.runs, final=final)
        if timings.load_ms is not None:
            load_ms = median(timings.load_runs or [timings.load_ms])
            yield Measurement("load_ms", device, stage, load_ms, timings.load_runs, final=not timings.lost)
    requests = _recorded(lambda: page.network) or ()
    starts = [place for place, request in enumerate(requests) if request.main_document]
    if starts:
        own = requests[starts[-1] :]
        yield Measurement("page_weight_bytes", device, stage, sum(request.bytes for request in own))
        yield Measurement("requests", device, stage, len(own))


def _of_journey(journey: JourneyRecord, effort: EffortResult) -> Iterator[Measurement]:
    device, unread = journey.journey.device, _unread(journey)
    for metric, value in {**_work(effort), "checkout_seconds": effort.checkout_seconds}.items():
        if metric != "field_count" or not unread:
            yield Measurement(metric, device, None, value)
    for stage in effort.stages:
        for metric, value in _work(stage).items():
            if metric != "field_count" or stage.stage not in unread:
                yield Measurement(metric, device, stage.stage, value)


def _unread(journey: JourneyRecord) -> set[str]:
    """Return the stages of the checkout that were reached, but whose page does not tell how many fields it shows."""
    return {stage.value for stage in CHECKOUT if journey.reached(stage) and not _tells(journey, stage)}


def _tells(journey: JourneyRecord, stage: Stage) -> bool:
    return _recorded(lambda: journey.page(stage).observation) is not None


def _work(effort: EffortResult | StageEffort) -> Mapping[str, float]:
    return {
        "journey_seconds": effort.klm_seconds,
        "wait_seconds": effort.wait_seconds,
        "field_count": effort.fields_considered,
        "fields_typed": effort.fields,
        "characters": effort.characters,
        "clicks": effort.clicks,
        "choices": effort.choices,
        "page_loads": effort.page_loads,
        "dialogs": effort.dialogs,
        "errors": effort.errors,
    }


def _recorded(read: Callable[[], _T]) -> _T | None:
    try:
        return read()
    except Missing:
        return None
