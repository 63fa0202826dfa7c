"""The file of known findings: committed beside a shop's code, sorted, so that a change of it can be reviewed line by line."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from auditor.errors import ConfigError, first_fault
from auditor.gate.known import Baseline, KnownFinding
from auditor.model.outcome import Severity

BASELINE = "auditor.baseline.json"


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")

    check: str
    stage: str | None
    devices: Annotated[list[str], Field(min_length=1)]
    severity: Severity
    fingerprint: str = Field(pattern="^[0-9a-f]{16}$")
    message: str


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    baseline_version: Literal["1"]
    findings: list[_Entry]


def read_baseline(path: Path) -> Baseline:
    """Read a baseline; raises `ConfigError` for one that is missing or damaged, since without it nothing would be known."""
    try:
        read = _File.model_validate_json(path.read_bytes())
    except FileNotFoundError as error:
        raise ConfigError(
            f"There is no baseline {path}. Write it with `auditor baseline RUN --output {path}` from a run whose findings you accept, "
            "or take the setting out."
        ) from error
    except OSError as error:
        raise ConfigError(f"The baseline {path} cannot be read: {error.strerror}.") from error
    except ValidationError as error:
        raise ConfigError(f"The baseline {path} cannot be read: {first_fault(error)}. Restore it, or write it anew.") from error
    known = [KnownFinding(e.check, e.stage, tuple(e.devices), e.severity, e.fingerprint, e.message) for e in read.findings]
    return Baseline(str(path), {one.fingerprint: one for one in known})


def baseline_text(baseline: Baseline) -> str:
    """Return what stands in the file of a baseline."""
    findings = sorted(baseline.findings.values(), key=lambda one: one.order)
    entries = [
        _Entry(
            check=one.check, stage=one.stage, devices=list(one.devices), severity=one.severity,
            fingerprint=one.fingerprint, message=one.message,
        )
        for one in findings
    ]  # fmt: skip
    return f"{_File(baseline_version='1', findings=entries).model_dump_json(indent=2)}\n"
