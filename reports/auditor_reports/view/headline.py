"""The verdict in one sentence that a shop owner understands at once, and the few that explain it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.api import FAILURES, JourneyResult, Result, say
from auditor_reports.view.figures import listed, percent
from auditor_reports.view.journeys import is_about_shop, where_it_ended, why_it_ended
from auditor_reports.view.names import device_title
from auditor_reports.view.topics import Topic, failures, warnings
from auditor_reports.view.voice import tell, tell_several, told

if TYPE_CHECKING:
    from collections.abc import Sequence

LITTLE_COVERAGE = 0.7
_THROUGH = (
    (90, say("Shoppers get through to payment, and little stands in their way.")),
    (80, say("Shoppers get through to payment; a few things hold them up.")),
    (65, say("Shoppers get through to payment, but the shop makes it harder than it has to be.")),
    (50, say("Shoppers get through to payment against real obstacles.")),
    (0, say("Shoppers can get to payment, but serious faults stand in the way.")),
)
_BLOCKED = 39  # the limit of the score where a fault keeps shoppers from buying
_KNOWN = {"desktop": say("a desktop"), "mobile": say("a phone")}
_NOBODY = {
    "login_required": say("A guest cannot buy here: the shop demands an account."),
    "blocked": say("The shop did not let the audit in."),
    "not_a_shop": say("No shop was found at this address."),
    "no_product": say("No product could be bought."),
    "interrupted": say("The audit was interrupted; this is what was seen until then."),
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
        sentence = tell("The audit did not visit the shop.")
    elif not stopped:
        sentence = _through(result)
    elif arrived:
        sentence = _some(arrived, stopped)
    else:
        sentence = _nobody(stopped)
    return Headline(sentence, tuple(_stops(stopped)), (*_problems(topics), *_coverage(result)))


def _through(result: Result) -> str:
    if any(cap.limit == _BLOCKED for cap in result.score.caps):
        return tell("The audit came to the payment step, yet shoppers meet a fault that keeps them from buying.")
    if result.score.total is None:
        return tell("Shoppers get through to payment; too little could be judged for a score.")
    total = result.score.total
    return told(next(words for least, words in _THROUGH if total >= least))


def _some(arrived: Sequence[JourneyResult], stopped: Sequence[JourneyResult]) -> str:
    if len(arrived) + len(stopped) > len(_KNOWN):
        return tell(
            "Shoppers get through to payment on {count} of {devices} devices.",
            count=len(arrived),
            devices=len(arrived) + len(stopped),
        )
    return tell(
        "On {arrived} shoppers get through to payment; on {stopped} they do not.", arrived=_devices(arrived), stopped=_devices(stopped)
    )


def _nobody(stopped: Sequence[JourneyResult]) -> str:
    ends = {j.ended for j in stopped}
    codes = {j.failure_code for j in stopped}
    if codes == {"unreachable"}:
        return tell("The shop did not answer, so there is nothing to judge.")
    if len(ends) == 1 and (known := _NOBODY.get(next(iter(ends)))):
        return told(known)
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
        ours = not about_shop and _blames_nobody(journeys[0])
        blame = tell("This is a limit of the audit and not counted against the shop.") if ours else ""
        sentences.append(" ".join(filter(None, (start, why, blame))))
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
        return [tell("No check could be judged.") if topics else tell("No check was run.")]
    problems, warned_of = _counts(failed), tell_several(len(warned), "{n:,} warning", "{n:,} warnings")
    if not failed:
        return [tell("No check fails, and {warnings}.", warnings=warned_of) if warned else tell("No check fails.")]
    if not warned:
        return [tell_several(len(failed), "{problems} was found.", "{problems} were found.", problems=problems)]
    return [
        tell_several(
            len(failed),
            "{problems} was found, and {warnings}.",
            "{problems} were found, and {warnings}.",
            problems=problems,
            warnings=warned_of,
        )
    ]


def _counts(failed: Sequence[Topic]) -> str:
    """Count problems by how much they hurt."""
    count = Counter(topic.severity for topic in failed)
    told_of = {
        "critical": tell_several(count["critical"], "{n:,} critical problem", "{n:,} critical problems"),
        "major": tell_several(count["major"], "{n:,} major problem", "{n:,} major problems"),
        "minor": tell_several(count["minor"], "{n:,} minor problem", "{n:,} minor problems"),
    }
    return listed([words for severity, words in told_of.items() if count[severity]])


def _coverage(result: Result) -> list[str]:
    score = result.score
    if score.total is None or score.coverage >= LITTLE_COVERAGE:
        return []
    share = percent(score.coverage)
    return [tell("Only {share} of what applies to this shop could be measured, so read the score with care.", share=share)]


def _devices(journeys: Sequence[JourneyResult]) -> str:
    return listed([told(_KNOWN[j.device]) if j.device in _KNOWN else device_title(j.device) for j in journeys])
