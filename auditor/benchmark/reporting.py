"""What a renderer of benchmarks is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol, runtime_checkable

from auditor.benchmark.model import Benchmark, Shop
from auditor.brand.brand import Brand, Paper
from auditor.model.check import Check
from auditor.result.translating import explained
from auditor.words.voice import Voice


@dataclass(frozen=True)
class BenchmarkInput:
    """What a renderer gets: the benchmark, each shop's run folder by its key, the checks' explanations, the language to speak.

    Benchmark and checks are in English; `spoken()` are those in the language of the report.
    """

    benchmark: Benchmark
    runs: Mapping[int, Path]
    checks: dict[str, Check]
    voice: Voice
    brand: Brand = field(default_factory=Brand)
    paper: Paper = "A4"

    def spoken(self) -> BenchmarkInput:
        """Return the same with what the tool itself says in the voice's language."""
        checks = {name: explained(check, self.voice) for name, check in self.checks.items()}
        return replace(self, benchmark=_translated(self.benchmark, self.voice), checks=checks)


@runtime_checkable
class BenchmarkRenderer(Protocol):
    """Turns a benchmark into one document. `suffix` is the file's ending ("" for one that is only printed)."""

    name: str
    suffix: str

    def render(self, report: BenchmarkInput) -> str | bytes:
        """Return the whole document; raises `ReportError` when it cannot be made."""
        ...


def _translated(benchmark: Benchmark, voice: Voice) -> Benchmark:
    return benchmark.model_copy(
        update={
            "shops": [_shop(shop, voice) for shop in benchmark.shops],
            "categories": [row.model_copy(update={"title": voice.read(row.title)}) for row in benchmark.categories],
        }
    )


def _shop(shop: Shop, voice: Voice) -> Shop:
    ways = [way.model_copy(update={"message": voice.read(way.message)}) for way in shop.ways]
    return shop.model_copy(update={"limits": [voice.read(limit) for limit in shop.limits], "ways": ways})
