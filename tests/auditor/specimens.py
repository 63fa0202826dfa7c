"""Checks, verdicts and journeys made for tests of the engine.

fails = verdict(check("checkout-guest", severity=Severity.CRITICAL), Kind.FAIL, device="mobile")
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from auditor.api import Check, Effort, Kind, Outcome, Recording, Result, Scope, Severity, Source, Stage
from auditor.gate.evidence import Evidence
from auditor.gate.gating import decide
from auditor.gate.rules import GateRules
from auditor.model.verdict import Verdict
from auditor.record.layout import RECORDING_VERSION
from auditor.record.manifest import Manifest, RecordedBy
from auditor.result.assemble import assemble
from auditor.result.model import JourneyResult
from auditor.score.scoring import score
from auditor.words.wording import wording_of

SOURCE = Source("A survey", "https://survey.example/", "42 % (2025)")


def check(name: str = "checkout-sample", category: str = "", **facts: Any) -> Check:
    """A check of the whole journey that passes; its category is the first word of its name unless given."""
    known: dict[str, Any] = {
        "id": name,
        "category": category or name.partition("-")[0],
        "title": f"{name} is right",
        "failure_title": f"{name} is wrong",
        "why": "It matters.",
        "fix": "Mend it.",
        "severity": Severity.MAJOR,
        "effort": Effort.XS,
        "sources": (SOURCE,),
        "scope": Scope.JOURNEY,
        "judge": lambda _: Outcome(Kind.PASS, "Right."),
    }
    return Check(**{**known, **facts})


def verdict(
    of: Check, kind: Kind = Kind.PASS, device: str | None = "desktop", stage: Stage | None = None, **outcome: Any
) -> Verdict:  # fmt: skip
    """What a check says; `outcome` are further values of the outcome, such as `grade=0.25`."""
    return Verdict(of, Outcome(kind, outcome.pop("message", f"{kind.value}."), **outcome), device, stage)


def walked(ended: str = "payment_reached", deepest: str | None = "payment", device: str = "desktop", **facts: Any) -> JourneyResult:
    """A journey as it stands in a result."""
    known: dict[str, Any] = {"failure_code": None, "message": "", "seconds": 1.0, "steps": []}
    return JourneyResult(device=device, ended=ended, deepest_stage=deepest, **{**known, **facts})  # type: ignore[arg-type]


def evidence(verdicts: Sequence[Verdict], journeys: Sequence[JourneyResult] = (), **facts: Any) -> Evidence:
    """What the gate decides on after an audit with these verdicts and journeys."""
    made = assemble(Recording(Path(), _manifest()), verdicts, GateRules())
    scored = score(verdicts, {journey.device: journey.device == "mobile" for journey in journeys})
    return Evidence(made.verdicts, scored, journeys, {v.check.id: v.check.failure_title for v in verdicts}, **facts)


def result(verdicts: Sequence[Verdict], journeys: Sequence[JourneyResult] = (), rules: GateRules | None = None) -> Result:
    """The result of an audit with these verdicts and journeys, scored and put before the gate as usual."""
    made = assemble(Recording(Path(), _manifest()), verdicts, GateRules())
    found = evidence(verdicts, journeys)
    gate = decide(rules or GateRules(), found)
    said = wording_of([cap.reason for cap in found.score.caps], gate.texts)
    return made.model_copy(update={"journeys": list(journeys), "score": found.score, "gate": gate, "wording": {**made.wording, **said}})


def _manifest() -> Manifest:
    return Manifest(
        recording_version=RECORDING_VERSION, tool=RecordedBy(name="storefront-auditor", version="0"), site="https://shop.example/",
        started_at="2026-11-24T10:00:00+00:00", finished_at="2026-11-24T10:01:00+00:00", seconds=60.0, browser="none",
        config={}, journeys=[],
    )  # fmt: skip
