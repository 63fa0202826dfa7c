"""What a benchmark says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.api import say
from auditor_reports.view.cleaning import shortened
from auditor_reports.view.figures import day, listed, percent
from auditor_reports.view.method import setting_title
from auditor_reports.view.names import device_title, ended_words, stage_title
from auditor_reports.view.voice import tell, tell_several, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor.api import Benchmark, BenchmarkCaveat, Shop, Way

LITTLE_COVERAGE = 0.7
_UNRANKED = {
    "payment_not_reached": say("not ranked: payment was not reached on every device"),
    "no_score": say("not ranked: too little could be judged for a score"),
    "devices": say("not ranked: audited on other devices than the others"),
    "scored_differently": say("not ranked: the scores were not made alike"),
}


def headline(benchmark: Benchmark) -> str:
    """Say in one sentence who comes first."""
    ranked = [shop for shop in benchmark.shops if shop.rank is not None]
    first = [shop for shop in ranked if shop.rank == 1]
    if not first:
        return tell("None of the shops can be ranked.")
    if len(first) > 1:
        names = listed([shortened(shop.label, 60) for shop in first])
        return tell("{shops} share the first place with {score} of 100.", shops=names, score=first[0].total or 0)
    if len(ranked) == 1:
        return tell("Only {shop} can be ranked, with {score} of 100.", shop=shortened(first[0].label, 60), score=first[0].total or 0)
    return tell("{shop} comes first with {score} of 100.", shop=shortened(first[0].label, 60), score=first[0].total or 0)


def remarks(benchmark: Benchmark) -> list[str]:
    """Say what else to know at once."""
    found = []
    if out := [shop for shop in benchmark.shops if shop.rank is None]:
        found.append(tell("Outside of the ranking: {shops}.", shops=listed([shortened(shop.label, 60) for shop in out])))
    ranked = [shop for shop in benchmark.shops if shop.rank is not None]
    if len(ranked) > 1 and _close(ranked[0], ranked[1]):
        found.append(tell("The first two lie so close together that other weights could turn them round."))
    everyone = sum(len(problem.shops) == len(benchmark.shops) for problem in benchmark.shared)
    if everyone:
        found.append(tell_several(everyone, "{n:,} problem is common to all shops.", "{n:,} problems are common to all shops."))
    return found


def _close(first: Shop, second: Shop) -> bool:
    return first.rank != second.rank and first.low is not None and second.high is not None and first.low <= second.high


def unranked_words(shop: Shop) -> list[str]:
    """Return why a shop has no place."""
    return [told(_UNRANKED[reason]) for reason in shop.unranked]


def marks_of(shop: Shop) -> list[str]:
    """Return what to know of a shop's score."""
    found = unranked_words(shop)
    if shop.coverage < LITTLE_COVERAGE:
        found.append(tell("only {share} of what applies was measured", share=percent(shop.coverage)))
    return found


def limits_of(shop: Shop) -> list[str]:
    """Return what limits a shop's score."""
    return [tell("limited: {reason}", reason=limit) for limit in shop.limits[:1]]


def ways_of(shop: Shop) -> list[tuple[bool, str]]:
    """Return how far each device came, and whether that was the payment step; those that came there in one line."""
    arrived = [shortened(device_title(way.device), 40) for way in shop.ways if way.ended == "payment_reached"]
    through = [(True, tell("{devices}: payment reached", devices=listed(arrived)))] if arrived else []
    return through + [(False, way_words(way)) for way in shop.ways if way.ended != "payment_reached"]


def way_words(way: Way) -> str:
    """Return how far one device came."""
    device = shortened(device_title(way.device), 40)
    if way.deepest_stage is None:
        return tell("{device}: {ended}", device=device, ended=ended_words(way.ended))
    return tell("{device}: {ended}; came to “{stage}”", device=device, ended=ended_words(way.ended), stage=stage_title(way.deepest_stage))


def doubt_sentences(benchmark: Benchmark) -> list[str]:
    """Say what was not the same in all audits."""
    return [_doubt(doubt) for doubt in benchmark.caveats]


def _doubt(doubt: BenchmarkCaveat) -> str:
    match doubt.about:
        case "scoring_version":
            return tell("The scores were made by different versions of the rules, so there is no ranking.")
        case "profile":
            return tell("The scores were made with different profiles of weights, so there is no ranking.")
        case "weights":
            return tell("The scores were made with different weights, so there is no ranking.")
        case "devices":
            return tell("Not all shops were audited on: {devices}.", devices=listed([device_title(name) for name in doubt.names]))
        case "checks":
            count = len(doubt.names)
            return tell_several(count, "{n:,} check was not run in all audits.", "{n:,} checks were not run in all audits.")
        case "settings":
            return tell("Settings differ: {settings}.", settings=listed([setting_title(name) for name in doubt.names]))
        case "days":
            return tell("The shops were audited between {first} and {last}.", first=day(doubt.names[0]), last=day(doubt.names[-1]))


def names_of(keys: Sequence[int], labels: dict[int, str], most: int = 4) -> str:
    """Name some shops; where there are too many, count the rest."""
    named = [labels[key] for key in keys[:most]]
    rest = len(keys) - most
    return listed([*named, tell_several(rest, "{n:,} more", "{n:,} more")] if rest > 0 else named)
