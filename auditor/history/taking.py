"""What the history keeps of a result. Pure."""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from auditor.compare.bands import band_of
from auditor.earlier import SELECTING
from auditor.history.model import GateState, Run, RunJourney, RunMetric
from auditor.model.stage import Stage
from auditor.result.model import Result, VerdictResult

_DIGITS = 32
_COMMITS = ("GITHUB_SHA", "CI_COMMIT_SHA", "BITBUCKET_COMMIT", "CIRCLE_SHA1", "BUILD_SOURCEVERSION", "GIT_COMMIT")
_SHA = re.compile(r"[0-9a-f]{7,64}")
_PROBLEMS = ("fail", "warn")


@dataclass(frozen=True)
class Evidence:
    """A piece of evidence by what keeps it the same from run to run."""

    fingerprint: str
    check_id: str
    severity: str
    outcome: str
    device: str | None
    stage: str | None


@dataclass(frozen=True)
class Entry:
    """A run as it is stored."""

    run: Run
    evidence: tuple[Evidence, ...]


def entry_of(result: Result, folder: Path | None = None, *, label: str = "", commit: str = "") -> Entry:
    """Take from a result what is kept; raises `ValueError` for moments that are none."""
    failing = {v.check: v.severity for v in result.verdicts if v.outcome == "fail"}
    warning = {v.check for v in result.verdicts if v.outcome == "warn"} - failing.keys()
    severities = list(failing.values())
    site = result.site.rstrip("/")
    run = Run(
        id=identity(result),
        site=site,
        host=_host(site),
        started_at=_moment(result.started_at),
        finished_at=_moment(result.finished_at),
        seconds=result.seconds,
        tool_version=result.tool.version,
        scoring_version=result.score.scoring_version,
        profile=str(result.score.profile),
        likeness=likeness(result),
        score=result.score.total,
        grade=result.score.grade,
        coverage=result.score.coverage,
        gate=_gate(result),
        critical=severities.count("critical"),
        major=severities.count("major"),
        minor=severities.count("minor"),
        warnings=len(warning),
        label=label,
        commit=commit,
        folder=str(folder.absolute()) if folder else "",
        categories={category.id: category.score for category in result.score.categories},
        journeys=list(_journeys(result)),
        metrics=list(_metrics(result)),
    )
    return Entry(run, tuple({piece.fingerprint: piece for v in result.verdicts for piece in _evidence(v)}.values()))


def identity(result: Result) -> str:
    """Return what names a recording: the same however often it is judged, imported, or moved."""
    ways = [[journey.device, journey.ended, journey.seconds] for journey in result.journeys]
    return _digest([result.site, result.started_at, result.finished_at, result.seconds, ways])


def likeness(result: Result) -> str:
    """Return what is the same for runs whose scores may be compared, by the rule of `auditor.earlier`."""
    asked = [result.config.get(key) for key in SELECTING]
    return _digest([result.score.scoring_version, result.score.weights_hash, asked])


def commit_at_hand(environ: Mapping[str, str]) -> str:
    """Return the commit that a CI service says it is working on, "" where there is none."""
    told = (environ.get(name, "").strip().lower() for name in _COMMITS)
    return next((sha for sha in told if _SHA.fullmatch(sha)), "")


def _digest(facts: object) -> str:
    return hashlib.sha256(json.dumps(facts, sort_keys=True, default=str).encode()).hexdigest()[:_DIGITS]


def _moment(told: str) -> str:
    moment = datetime.fromisoformat(told)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).isoformat()


def _host(site: str) -> str:
    try:
        return urlsplit(site).netloc.rpartition("@")[2].lower() or site
    except ValueError:
        return site


def _gate(result: Result) -> GateState:
    if result.gate.passed:
        return "passed"
    return "undecided" if result.gate.undecided else "failed"


def _journeys(result: Result) -> Iterator[RunJourney]:
    for journey in {journey.device: journey for journey in result.journeys}.values():
        score = result.score.devices.get(journey.device)
        yield RunJourney(
            device=journey.device,
            ended=journey.ended,
            deepest_stage=journey.deepest_stage,
            failure_code=journey.failure_code,
            seconds=journey.seconds,
            score=score.total if score else None,
        )


def _metrics(result: Result) -> Iterator[RunMetric]:
    for verdict in result.verdicts:
        value = verdict.value
        if value is None or isinstance(value, bool | str) or not math.isfinite(value):
            continue
        known = verdict.stage is None or verdict.stage in set(Stage)  # a file may come from anywhere
        if known and band_of(verdict.check, verdict.unit).key:
            yield RunMetric(check=verdict.check, device=verdict.device, stage=verdict.stage, value=value, unit=verdict.unit)


def _evidence(verdict: VerdictResult) -> Iterator[Evidence]:
    """Yield the evidence of a problem; one without any is known by check, device and stage."""
    if verdict.outcome not in _PROBLEMS:
        return
    facts = (verdict.check, verdict.severity, verdict.outcome)
    for finding in verdict.findings:
        yield Evidence(finding.fingerprint, *facts, finding.device or verdict.device, finding.stage or verdict.stage)
    if not verdict.findings:
        place = ":".join((verdict.check, verdict.device or "", verdict.stage or ""))
        yield Evidence(place, *facts, verdict.device, verdict.stage)
