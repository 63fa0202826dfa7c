"""Puts the benchmark of several audits together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from auditor import __version__
from auditor.benchmark.categories import category_rows
from auditor.benchmark.model import LEAST, MOST, SCHEMA_VERSION, Benchmark, ShopEffort
from auditor.benchmark.practice import practices_of
from auditor.benchmark.problems import shared_problems, unique_strengths
from auditor.benchmark.ranking import caveats_of, shops_of
from auditor.result.model import Result, Tool

_FIGURES = (
    *("clicks", "fields", "fields_considered", "characters", "page_loads"),
    *("wait_seconds", "klm_seconds", "checkout_seconds", "index"),
)


def benchmark(results: Sequence[Result], stages_of: Mapping[str, Sequence[str]]) -> Benchmark:
    """Put 2 to 20 audits side by side; `stages_of` tells which stages each check looks at. Pure and deterministic."""
    if not LEAST <= len(results) <= MOST:
        raise ValueError(f"A benchmark is made of {LEAST} to {MOST} audits, not of {len(results)}.")
    shops = shops_of(results)
    ordered = {shop.key: results[shop.key - 1] for shop in shops}
    return Benchmark(
        schema_version=SCHEMA_VERSION,
        tool=Tool(name=results[0].tool.name, version=__version__),
        caveats=list(caveats_of(results)),
        shops=shops,
        categories=category_rows(ordered),
        practices=practices_of(ordered, stages_of),
        effort=list(_effort(ordered)),
        shared=shared_problems(ordered),
        unique=unique_strengths(ordered),
    )


def _effort(results: Mapping[int, Result]) -> Iterator[ShopEffort]:
    for key, result in results.items():
        for journey in result.journeys:
            if effort := result.effort.get(journey.device):
                figures = {name: getattr(effort, name) for name in _FIGURES}
                yield ShopEffort(shop=key, device=journey.device, complete=journey.ended == "payment_reached", **figures)
