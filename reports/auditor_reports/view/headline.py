"""The verdict in one sentence that a shop owner understands at once, and the few that explain it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.api import FAILURES, JourneyResult, Result
from auditor_reports.view.figures import counted, listed, percent
from auditor_reports.view.journeys import is_about_shop, where_it_ended, why_it_ended
from auditor_reports.view.names import device_title
from auditor_reports.view.topics import Topic, failures, warnings
from auditor_reports.view.voice import tell

if TYPE_CHECKING:
    from collections.abc import Sequence

LITTLE_COVERAGE = 0.7
_THROUGH = (
    (90, "Shoppers get through to payment, and little stands in their way."),
    (80, "Shoppers get through to payment; a few things hold them up."),
    (65, "Shoppers get through to payment, but the shop makes it harder than it has to be."),
    (50, "Shoppers get through to payment against real obstacles."),
    (0, "Shoppers can get to payment, but serious faults stand in the way."),
)
_KNOWN = {"desktop": "a desktop", "mobile": "a phone"}
_NOBODY = {
    "login_required": "A guest cannot buy here: the shop demands an account.",
    "blocked": "The shop did not let the audit in.",
    "not_a_shop": "No shop was found at this address.",
    "no_product": "No product could be bought.",
    "interrupted": "The audit was interrupted; this is what was seen until then.",
}


@dataclass(frozen=True)
class Headline:
    """The sentence, where and why journeys stopped, and what else to know at once."""

    sentence: str
    stops: tuple[str, ...]
    remarks: tuple[str, ...]


def headline(result: Result, topics: Sequence[Topic]) -> Headline:
    """Say what the audit found."""
    journeys = result.journeys
    arrived = [j for j in journeys if j.ended == "payment_reached"]
    stopped = [j for j in journeys if j.ended != "payment_reached"]
    if not journeys:
        sentence = "The audit did not visit the shop."
    elif not stopped:
        sentence = _through(result)
    elif arrived:
        sentence = _some(arrived, stopped)
    else:
        sentence = _nobody(stopped)
    return Headline(sentence, tuple(_stops(stopped)), (*_problems(topics), *_coverage(result)))


def _through(result: Result) -> str:
    if any(cap.reason.startswith("Shoppers cannot buy,") for cap in result.score.caps):
        return tell("The audit came to the payment step, yet shoppers meet a fault that keeps them from buying.")
    if result.score.total is None:
        return tell("Shoppers get through to payment; too little could be judged for a score.")
    total = result.score.total
    return next(words for least, words in _THROUGH if total >= least)


def _some(arrived: Sequence[JourneyResult], stopped: Sequence[JourneyResult]) -> str:
    if len(arrived) + len(stopped) > len(_KNOWN):
        return tell(
            "Shoppers get through to payment on {arrived} of {arrived2} devices.",
            arrived=len(arrived),
            arrived2=len(arrived) + len(stopped),
        )
    return tell(
        "On {devices} shoppers get through to payment; on {devices2} they do not.", devices=_devices(arrived), devices2=_devices(stopped)
    )


def _nobody(stopped: Sequence[JourneyResult]) -> str:
    ends = {j.ended for j in stopped}
    codes = {j.failure_code for j in stopped}
    if codes == {"unreachable"}:
        return tell("The shop did not answer, so there is nothing to judge.")
    if len(ends) == 1 and (known := _NOBODY.get(next(iter(ends)))):
        return known
    if any(is_about_shop(j) for j in stopped):
        return tell("Shoppers do not get to the payment step.")
    return tell("The audit did not get to the payment step.")


def _stops(stopped: Sequence[JourneyResult]) -> list[str]:
    """Say for each reason on which devices the way ended, where, and whose fault it is."""
    groups: dict[tuple[str, str, bool], list[JourneyResult]] = {}
    for journey in stopped:
        groups.setdefault((where_it_ended(journey), why_it_ended(journey), is_about_shop(journey)), []).append(journey)
    sentences = []
    for (stage, why, about_shop), journeys in groups.items():
        start = tell("On {devices} the way ended at “{stage}”.", devices=_devices(journeys), stage=stage)
        tail = "" if about_shop or not _blames_nobody(journeys[0]) else " This is a limit of the audit and not counted against the shop."
        sentences.append(" ".join(filter(None, (start, why))) + tail)
    return sentences


def _blames_nobody(journey: JourneyResult) -> bool:
    """Whether the failure's own sentence leaves open whose fault it is."""
    return journey.failure_code in FAILURES and journey.failure_code not in {
        "engine_error",
        "order_suspected",
        "interrupted",
    }


def _problems(topics: Sequence[Topic]) -> list[str]:
    failed, warned = failures(topics), warnings(topics)
    if not any(t.having("pass", "warn", "fail") for t in topics):
        return ["No check could be judged."] if topics else ["No check was run."]
    if not failed:
        start = "No check fails"
    else:
        by_severity = [
            counted(count, tell("{severity} problem", severity=severity))
            for severity in ("critical", "major", "minor")
            if (count := sum(t.severity == severity for t in failed))
        ]
        start = tell("{by_severity} {it} found", by_severity=listed(by_severity), it="was" if len(failed) == 1 else "were")
    tail = tell(", and {warnings}", warnings=counted(len(warned), "warning")) if warned else ""
    return [f"{start[0].upper()}{start[1:]}{tail}."]


def _coverage(result: Result) -> list[str]:
    score = result.score
    if score.total is None or score.coverage >= LITTLE_COVERAGE:
        return []
    share = percent(score.coverage)
    return [tell("Only {share} of what applies to this shop could be measured, so read the score with care.", share=share)]


def _devices(journeys: Sequence[JourneyResult]) -> str:
    return listed([_KNOWN.get(j.device) or device_title(j.device) for j in journeys])
