"""What is kept of a page that Lighthouse measured, as it stands in a recording: figures, no report. Pure.

A report of Lighthouse holds every address, header and cookie name of the page, and its pictures. A recording keeps none of
that: scores, each audit's score and number, what its warnings say, and where the browser ended.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from auditor.external.lighthouse_report import CATEGORIES, LighthouseRun
from auditor.words.wording import restored, wording_of

TRUSTED_BENCHMARK = 750.0
"""Lighthouse's own figure for the speed of the machine, below which its timings say little of the shop."""
_WITHOUT_SCORE = {"notApplicable": 1, "informative": 0}


@dataclass(frozen=True, slots=True)
class LighthouseAudit:
    """One audit: its score from 0 to 1, its number (mostly milliseconds or bytes), how many things it lists; None for none.

    One that does not apply to the page scores 1, one that only informs 0, as Lighthouse CI has it. `unit` is that of the number, in
    Lighthouse's words ("millisecond").
    """

    score: float | None = None
    value: float | None = None
    items: int | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class LighthousePage:
    """A page that Lighthouse was to measure on a device.

    `error` says why there are no scores. `same_as` is the stage on whose page this one was seen, where it has no page of its
    own. `resources` are bytes and number of requests per kind, as Lighthouse sums them up.
    """

    device: str
    stage: str
    url: str = ""
    landed: str = ""
    scores: Mapping[str, int | None] = field(default_factory=dict)
    audits: Mapping[str, LighthouseAudit] = field(default_factory=dict)
    resources: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    error: str = ""
    same_as: str = ""
    warnings: tuple[str, ...] = ()
    benchmark_index: float | None = None
    version: str = ""
    tries: int = 0
    seconds: float = 0.0

    @property
    def reliable(self) -> bool:
        """Whether the machine was fast enough for its timings to mean something."""
        return self.benchmark_index is None or self.benchmark_index >= TRUSTED_BENCHMARK


def artifact_of(run: LighthouseRun) -> dict[str, Any]:
    """Return what is kept of a run."""
    audits = {} if run.error else {name: _audit(audit) for name, audit in _tables(run.report.get("audits"))}
    return {
        "url": run.url,
        "landed": run.landed,
        "scores": dict(run.scores),
        "audits": audits,
        "resources": {} if run.error else _resources(run.report),
        "error": run.error,
        "warnings": list(run.warnings),
        "benchmark_index": run.benchmark_index,
        "version": run.version,
        "tries": run.tries,
        "seconds": run.seconds,
    }


def written(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return an artifact as it is written: with how its sentences were made."""
    return {**data, "wording": wording_of(data)}


def read_page(data: Mapping[str, Any], device: str, stage: str) -> LighthousePage:
    """Read an artifact; raises LookupError, TypeError, ValueError or AttributeError for what is none."""
    told = restored({key: value for key, value in data.items() if key != "wording"}, data.get("wording", {}))
    audits = {name: LighthouseAudit(**audit) for name, audit in told.get("audits", {}).items()}
    resources = {kind: (float(size), float(count)) for kind, (size, count) in told.get("resources", {}).items()}
    scores = {name: score for name, score in told.get("scores", {}).items() if name in CATEGORIES}
    rest = {key: told[key] for key in told.keys() - {"audits", "resources", "scores", "warnings"}}
    return LighthousePage(
        device, stage, scores=scores, audits=audits, resources=resources, warnings=tuple(told.get("warnings", ())), **rest
    )


def _audit(audit: Mapping[str, Any]) -> dict[str, float | int | str]:
    details = audit.get("details")
    items = details.get("items") if isinstance(details, dict) else None
    told = {
        "score": _WITHOUT_SCORE.get(str(audit.get("scoreDisplayMode")), audit.get("score")),
        "value": audit.get("numericValue"),
        "items": len(items) if isinstance(items, list) else None,
    }
    kept: dict[str, float | int | str] = {
        name: figure for name, figure in told.items() if isinstance(figure, int | float) and not isinstance(figure, bool)
    }
    if "value" in kept and audit.get("numericUnit"):
        kept["unit"] = str(audit["numericUnit"])
    return kept


def _resources(report: Mapping[str, Any]) -> dict[str, list[float]]:
    details = dict(_tables(report.get("audits"))).get("resource-summary", {}).get("details")
    items = details.get("items") if isinstance(details, dict) else None
    return {
        str(item.get("resourceType")): [float(item["transferSize"]), float(item["requestCount"])]
        for item in (items if isinstance(items, list) else [])
        if isinstance(item, dict) and all(isinstance(item.get(key), int | float) for key in ("transferSize", "requestCount"))
    }


def _tables(value: Any) -> list[tuple[str, Mapping[str, Any]]]:
    return [(str(name), table) for name, table in value.items() if isinstance(table, dict)] if isinstance(value, dict) else []
