"""Who comes first, and who cannot be ranked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from auditor.benchmark.model import BenchmarkCaveat, Shop, Unranked, Way
from auditor.benchmark.naming import labels_of
from auditor.model.stage import Stage
from auditor.result.model import Result

_STAGES = [stage.value for stage in Stage]
# What changes neither the journey nor a verdict, or is told by a caveat of its own.
_HARMLESS = {
    *("formats", "lang", "gate", "exit_zero", "max_seconds", "headed", "devices", "journey", "country", "locale"),
    *("profile", "weights", "mobile_share", "mending", "ask_vendor", "survey", "email"),
}


def shops_of(results: Sequence[Result]) -> list[Shop]:
    """Return the shops in the order of the ranking, those outside of it last, the furthest way first.

    A shop whose payment was not reached on every device was not looked at whole: its score is shown, its place is not.
    """
    alike = len({_basis(result) for result in results}) == 1
    usual = Counter(frozenset(result.score.devices) for result in results).most_common(1)[0][0]
    reasons = [list(_unranked(result, usual, alike=alike)) for result in results]
    totals = [result.score.total for result, why in zip(results, reasons, strict=True) if not why and result.score.total is not None]
    shops = [
        _shop(key, label, result, why, totals)
        for key, (label, result, why) in enumerate(zip(labels_of(results), results, reasons, strict=True), start=1)
    ]
    return sorted(shops, key=_order)


def caveats_of(results: Sequence[Result]) -> Iterator[BenchmarkCaveat]:
    """Name what was not the same in all audits."""
    for about, values in (
        ("scoring_version", {r.score.scoring_version for r in results}),
        ("profile", {r.score.profile for r in results}),
    ):
        if len(values) > 1:
            yield BenchmarkCaveat.model_validate({"about": about, "names": sorted(values)})
    if len({(r.score.scoring_version, r.score.profile) for r in results}) == 1 < len({r.score.weights_hash for r in results}):
        yield BenchmarkCaveat(about="weights")
    if alone := _not_in_all([set(r.score.devices) for r in results]):
        yield BenchmarkCaveat(about="devices", names=alone)
    if missing := _not_in_all([{v.check for v in r.verdicts} for r in results]):
        yield BenchmarkCaveat(about="checks", names=missing)
    if settings := [name for name in sorted(results[0].config) if name not in _HARMLESS and _differs(name, results)]:
        yield BenchmarkCaveat(about="settings", names=settings)
    days = sorted({r.started_at[:10] for r in results})
    if len(days) > 1:
        yield BenchmarkCaveat(about="days", names=[days[0], days[-1]])


def _not_in_all(sets: Sequence[set[str]]) -> list[str]:
    held = Counter(name for names in sets for name in names)
    return sorted(name for name, count in held.items() if count < len(sets))


def _differs(name: str, results: Sequence[Result]) -> bool:
    return any(result.config.get(name, results[0].config[name]) != results[0].config[name] for result in results)


def _basis(result: Result) -> tuple[str, str, str]:
    score = result.score
    return score.scoring_version, score.profile, score.weights_hash


def _unranked(result: Result, usual: frozenset[str], *, alike: bool) -> Iterator[Unranked]:
    if not alike:
        yield "scored_differently"
    if not result.journeys or any(j.ended != "payment_reached" for j in result.journeys):
        yield "payment_not_reached"
    if frozenset(result.score.devices) != usual:
        yield "devices"
    if result.score.total is None:
        yield "no_score"


def _shop(key: int, label: str, result: Result, reasons: Sequence[Unranked], totals: Sequence[int]) -> Shop:
    score = result.score
    low, high = score.sensitivity or (None, None)
    scored = sum(score.confidence.values())
    return Shop(
        key=key,
        label=label,
        site=result.site,
        started_at=result.started_at,
        rank=None if reasons or score.total is None else 1 + sum(total > score.total for total in totals),
        unranked=list(reasons),
        total=score.total,
        grade=score.grade,
        coverage=score.coverage,
        low=low,
        high=high,
        sure=round(score.confidence.get("high", 0) / scored, 4) if scored else None,
        limits=[cap.reason for cap in score.caps],
        not_measurable=score.not_measurable,
        ways=[
            Way(device=j.device, ended=j.ended, deepest_stage=j.deepest_stage, failure_code=j.failure_code, message=j.message)
            for j in result.journeys
        ],
    )


def _order(shop: Shop) -> tuple[bool, int, int, int, int]:
    depth = min((_STAGES.index(way.deepest_stage) if way.deepest_stage else -1 for way in shop.ways), default=-1)
    return shop.rank is None, shop.rank or 0, -depth, -(shop.total or 0), shop.key
