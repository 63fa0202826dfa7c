"""What the result says about how times were measured: repeated loads and the machine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from auditor.gate.measuring import Measurement
from auditor.gate.metrics import METRICS
from auditor.noise.machine import Machine
from auditor.noise.median import median_interval, quartile_range
from auditor.result.model import MachineResult, RepeatedTiming


def repeated(measured: Iterable[Measurement]) -> Iterator[RepeatedTiming]:
    """Yield what was measured more than once."""
    for one in measured:
        if len(one.runs) < 2:
            continue
        found = median_interval(one.runs)
        yield RepeatedTiming(
            metric=one.metric, device=one.device, stage=one.stage, unit=METRICS[one.metric].unit, median=one.value,
            iqr=round(quartile_range(one.runs), 4), interval=(found.low, found.high) if found else None,
            sureness=round(found.sureness, 4) if found else None, runs=list(one.runs),
        )  # fmt: skip


def machine_result(machine: Machine | None) -> MachineResult | None:
    """Return what the calibration found, None where there was none."""
    if machine is None:
        return None
    return MachineResult(before=machine.before, after=machine.after, doubt=machine.doubt.why if machine.doubt else None)
