"""What a gate decides on: all that an audit found out, as its result holds it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from auditor.gate.measuring import Measurement
from auditor.model.outcome import Kind
from auditor.noise.machine import Doubt
from auditor.result.model import JourneyResult, Score, VerdictResult

_CUT_SHORT = {"failed", "blocked", "not_a_shop", "no_product"}
_JUDGED = {kind.value for kind in Kind if kind.scores}


@dataclass(frozen=True)
class Evidence:
    """Verdicts, score, journeys and measurements.

    `titles` are those of failed checks, `day` is when the audit ended, `damaged` are files of the recording that cannot be used,
    `site` is the address that was asked for, `doubt` is why times are not to be trusted, None where they are.
    """

    verdicts: Sequence[VerdictResult]
    score: Score
    journeys: Sequence[JourneyResult]
    titles: Mapping[str, str] = field(default_factory=dict)
    measured: Sequence[Measurement] = ()
    day: date = date.max
    damaged: Sequence[str] = ()
    site: str = ""
    doubt: Doubt | None = None

    @property
    def devices(self) -> list[str]:
        """The devices that were sent."""
        return [journey.device for journey in self.journeys]

    @property
    def judged(self) -> bool:
        """Whether anything was judged at all."""
        return any(verdict.outcome in _JUDGED for verdict in self.verdicts)


def is_cut_short(journey: JourneyResult) -> bool:
    """Whether a journey ended before it had seen what there is to see; a shop closed from the start shows nothing."""
    closed = journey.ended == "login_required" and journey.deepest_stage in {None, "home"}
    return closed or journey.ended in _CUT_SHORT
