"""Small results and their reports for tests of renderers; every text a shop can influence can be set."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from auditor.api import Brand, Check, FindingResult, JourneyResult, Paper, ReportInput, Result, StepResult, VerdictResult, Voice
from auditor.gate.rules import GateRules
from auditor.model.verdict import Verdict
from auditor.words.catalogue import voice_for
from tests.auditor.specimens import result, walked


def step(stage: str, outcome: str = "reached", **facts: Any) -> StepResult:
    """The attempt to reach a stage."""
    known: dict[str, Any] = {
        "url": f"https://shop.example/{stage}", "title": stage.title(), "action": f"pressed “{stage}”", "attempts": 1, "seconds": 1.5,
        "reason": None, "screenshot": None, "signals": [],
    }  # fmt: skip
    return StepResult(stage=stage, outcome=outcome, **{**known, **facts})  # type: ignore[arg-type]


def said(check: str = "checkout-sample", outcome: str = "fail", **facts: Any) -> VerdictResult:
    """What a check said, as it stands in a result."""
    known: dict[str, Any] = {
        "category": check.partition("-")[0], "severity": "major", "device": "desktop", "stage": None, "value": None, "unit": "",
        "threshold": "", "message": f"{check}: {outcome}.", "confidence": "high", "priority": 40.0 if outcome == "fail" else 0.0,
        "findings": [],
    }  # fmt: skip
    return VerdictResult(check=check, outcome=outcome, **{**known, **facts})  # type: ignore[arg-type]


def seen(message: str = "The button is small.", **facts: Any) -> FindingResult:
    """One piece of evidence."""
    known: dict[str, Any] = {
        "stage": "cart", "device": "desktop", "url": "https://shop.example/cart", "selector": "button.buy", "box": None,
        "screenshot": None, "fingerprint": "0123456789abcdef",
    }  # fmt: skip
    return FindingResult(message=message, **{**known, **facts})


def audit(
    verdicts: Sequence[Verdict] = (),
    journeys: Sequence[JourneyResult] | None = None,
    *,
    shown: Sequence[VerdictResult] | None = None,
    rules: GateRules | None = None,
    **facts: Any,
) -> Result:
    """The result of an audit; `shown` puts other verdicts into it than those that were scored."""
    made = result(verdicts, [walked()] if journeys is None else journeys, rules)
    return made.model_copy(update={**facts, **({"verdicts": list(shown)} if shown is not None else {})})


def report(
    of: Result, run: Path, *checks: Check, voice: Voice | None = None, brand: Brand | None = None, paper: Paper = "A4"
) -> ReportInput:
    """What a renderer gets."""
    known = {check.id: check for check in checks}
    return ReportInput(of, run, known, voice or voice_for("en", of.wording), brand=brand or Brand(), paper=paper)
