"""Documents made of several run folders: two compared, or several shops side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from auditor.audit import load_result
from auditor.benchmark.benchmarking import benchmark
from auditor.benchmark.reporting import BenchmarkInput
from auditor.brand.reading import read_brand
from auditor.compare.comparing import compare
from auditor.compare.loads import loads_of
from auditor.compare.reporting import ComparisonInput
from auditor.config.settings import Settings
from auditor.errors import RecordingError, UsageError
from auditor.model.check import Check
from auditor.plugins.discovery import load_catalogue
from auditor.plugins.renderers import load_benchmark_renderer, load_comparison_renderer
from auditor.publishing import publish
from auditor.result.model import Result
from auditor.words.catalogue import voice_for
from auditor.words.voice import Voice

Show = Callable[[str], None]


def compare_runs(before: Path, after: Path, settings: Settings, stem: Path, show: Show) -> list[Path]:
    """Compare two run folders and write the documents the settings ask for.

    Raises `UsageError` for a folder without a readable result, `PluginError` for an unknown format, `ReportError` when a document
    cannot be made or written.
    """
    renderers = {name: load_comparison_renderer(name) for name in _names(settings.formats)}
    results = [read_result(before), read_result(after)]
    checks = _checks(settings)
    comparison = compare(results[0], results[1], (loads_of(before), loads_of(after)))
    voice, brand = _voice(settings, results, checks), read_brand(settings.brand)
    report = ComparisonInput(comparison, before, after, checks, voice, brand, settings.report.paper)
    documents = {name: (renderer.suffix, partial(renderer.render, report)) for name, renderer in renderers.items()}
    return publish(settings.formats, documents, stem, show)


def benchmark_runs(runs: Sequence[Path], settings: Settings, stem: Path, show: Show) -> list[Path]:
    """Put several run folders side by side and write the documents the settings ask for; raises as `compare_runs` does."""
    renderers = {name: load_benchmark_renderer(name) for name in _names(settings.formats)}
    results = [read_result(run) for run in runs]
    checks = _checks(settings)
    made = benchmark(results, {check.id: [stage.value for stage in check.stages] for check in checks.values()})
    voice, brand = _voice(settings, results, checks), read_brand(settings.brand)
    report = BenchmarkInput(made, dict(enumerate(runs, start=1)), checks, voice, brand, settings.report.paper)
    documents = {name: (renderer.suffix, partial(renderer.render, report)) for name, renderer in renderers.items()}
    return publish(settings.formats, documents, stem, show)


def read_result(run: Path) -> Result:
    """Read the result of a run folder; what is none was asked for by mistake, so it is a `UsageError`."""
    try:
        return load_result(run)
    except RecordingError as error:
        raise UsageError(str(error)) from error


def _names(formats: Sequence[str]) -> list[str]:
    return [wanted.partition("=")[0] for wanted in formats]


def _checks(settings: Settings) -> dict[str, Check]:
    return {check.id: check for check in load_catalogue(settings.checks).checks}


def _voice(settings: Settings, results: Sequence[Result], checks: dict[str, Check]) -> Voice:
    wording: dict[str, dict[str, Any]] = {}
    for result in results:
        wording |= result.wording
    plugins = {check.judge.__module__.partition(".")[0] for check in checks.values()}
    return voice_for(settings.lang, wording, sorted(plugins))
