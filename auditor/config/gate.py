"""[gate]: what fails a release."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from auditor.config.budgets import checked_budgets
from auditor.config.naming import known_name
from auditor.gate.rules import Level
from auditor.model.category import CATEGORY_BY_ID
from auditor.model.stage import Stage

FailOn = Literal["none", "minor", "major", "critical"]
Points = Annotated[int, Field(ge=0, le=100)]
Most = Annotated[float, Field(ge=0, allow_inf_nan=False)]
_STAGES = [stage.value for stage in Stage]


def _known_categories(least: dict[str, int]) -> dict[str, int]:
    for name in least:
        known_name(name, CATEGORY_BY_ID, "category")
    return least


def _known_stage(value: Any) -> Any:
    return known_name(value, _STAGES, "stage") if isinstance(value, str) else value


AStage = Annotated[Stage, BeforeValidator(_known_stage)]


def _reach(value: Any) -> Any:
    """Take one stage for all devices, or one for each."""
    if isinstance(value, dict):
        return {device: _known_stage(stage) for device, stage in value.items()}
    return _known_stage(value)


class WaiverSettings(BaseModel):
    """A failure that may pass for a reason, until the end of a day."""

    model_config = ConfigDict(extra="forbid")

    check: str = Field(description="id of the check")
    stage: AStage | None = Field(default=None, description="only at this stage")
    fingerprint: str = Field(default="", description="only this finding, by its fingerprint in result.json or the baseline")
    reason: str = Field(min_length=1, description="why it may pass, for those who read the report")
    until: date = Field(description="last day on which it may pass")


class GateSettings(BaseModel):
    """The rules of the gate. One that has no evidence to go by fails."""

    model_config = ConfigDict(extra="forbid")

    fail_on: FailOn = Field(default="critical", description="fail on failed checks of this severity and above")
    min_score: Points | None = Field(default=None, description="fail below this total score")
    min_category: Annotated[dict[str, Points], AfterValidator(_known_categories)] = Field(
        default={}, description="least scores of categories"
    )
    checks: dict[str, Level] = Field(default={}, description="single checks, whatever their severity: off, warn or error")
    max_new: Annotated[int, Field(ge=0)] | None = Field(
        default=None, description="fail on more findings than this that the baseline does not know"
    )
    budgets: Annotated[dict[str, Most | dict[str, Most | dict[str, Most]]], BeforeValidator(checked_budgets)] = Field(
        default={}, description="the most that metrics may be, in tables of a stage, a device or a device's stage too"
    )
    must_reach: Annotated[Stage | dict[str, Stage] | None, BeforeValidator(_reach)] = Field(
        default=None, description="stage that every device has to reach, or a stage per device"
    )
    baseline: Path | None = Field(default=None, description="file of known findings; with one, failed checks count only where they are new")
    waivers: list[WaiverSettings] = Field(default=[], description="failures that may pass for a reason, until a day")
