"""The verdict of one check on one device and stage, as it stands in the result."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.model.check import Check, Law
from auditor.model.outcome import Confidence, Kind, Outcome, Severity
from auditor.model.stage import Stage


@dataclass(frozen=True, slots=True)
class Verdict:
    """An outcome with where it was found; `device` None for the whole shop, `stage` None for the whole journey.

    `laws` are the articles of the jurisdictions under which it was judged.
    """

    check: Check
    outcome: Outcome
    device: str | None = None
    stage: Stage | None = None
    laws: tuple[Law, ...] = ()

    @property
    def severity(self) -> Severity:
        """The severity of this outcome, else the usual one of the check."""
        return self.outcome.severity or self.check.severity

    @property
    def confidence(self) -> Confidence:
        """The confidence of this outcome, else the usual one of the check."""
        return self.outcome.confidence or self.check.confidence

    @property
    def grade(self) -> float | None:
        """The value between 0 and 1 that scores, None for outcomes that do not."""
        if not self.outcome.kind.scores:
            return None
        if self.outcome.grade is not None:
            return self.outcome.grade
        return {"pass": 1.0, "warn": 0.5}.get(self.outcome.kind.value, 0.0)

    @property
    def is_confirmed_critical(self) -> bool:
        """Whether a critical check fails, and not unsurely: what caps a score."""
        failed = self.outcome.kind is Kind.FAIL and self.severity is Severity.CRITICAL
        return failed and self.confidence is not Confidence.LOW

    @property
    def blocks(self) -> bool:
        """Whether this keeps shoppers from buying: always with the check, or just with this outcome."""
        told = self.outcome.blocker
        return self.is_confirmed_critical and (self.check.blocker if told is None else told)

    @property
    def order(self) -> tuple[str, str, int]:
        """A stable order: check, device, stage."""
        return self.check.id, self.device or "", self.stage.position if self.stage else -1
