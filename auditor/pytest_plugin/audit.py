"""What tests get: the audit of the session, and the way of one device."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.gate.reaching import has_reached
from auditor.model.stage import Stage
from auditor.record.recording import JourneyRecord, Recording

if TYPE_CHECKING:
    from auditor.result.model import JourneyResult, Result, VerdictResult


@dataclass(frozen=True)
class ShopJourney:
    """How one device came through the shop, and what the checks say of it there."""

    audit: ShopAudit
    result: JourneyResult

    @property
    def device(self) -> str:
        """The device's name, such as `mobile`."""
        return self.result.device

    @property
    def verdicts(self) -> list[VerdictResult]:
        """The verdicts of this device."""
        return [verdict for verdict in self.audit.result.verdicts if verdict.device == self.device]

    def reached(self, stage: str) -> bool:
        """Whether the way led to a stage, such as `payment`, or beyond; raises ValueError for no stage."""
        return has_reached(self.result, Stage(stage))

    @property
    def record(self) -> JourneyRecord:
        """The recorded pages, as checks see them."""
        return next(journey for journey in self.audit.recording.journeys if journey.journey.device == self.device)


@dataclass(frozen=True)
class ShopAudit:
    """The audit of this session: `run` is its folder with recording and reports, `result` all that was judged."""

    run: Path
    result: Result

    @cached_property
    def recording(self) -> Recording:
        """What was seen, for looks of one's own."""
        return Recording.load(self.run)

    @property
    def journeys(self) -> dict[str, ShopJourney]:
        """The ways by device."""
        return {journey.device: ShopJourney(self, journey) for journey in self.result.journeys}

    def verdicts(self, check: str) -> list[VerdictResult]:
        """Return what a check says, on all devices and stages; nothing for one that was not run."""
        return [verdict for verdict in self.result.verdicts if verdict.check == check]
