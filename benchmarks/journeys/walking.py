"""One journey through one shop on one device, as `auditor record` makes it, without checks and probes."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from auditor.config.load import load_config
from auditor.events import Events
from auditor.plan import make_plan
from auditor.record.manifest import Manifest, RecordedJourney
from auditor.record.session import record
from benchmarks.journeys.beds import STAGES, Bed, Truth


@dataclass(frozen=True)
class Walked:
    """What the engine said and what the shop's server knows."""

    bed: str
    kind: str
    lang: str
    device: str
    expected: str
    expected_end: str
    ended: str
    failure: str
    message: str
    reached: tuple[str, ...]
    attempted: tuple[str, ...]
    seconds: float
    step_seconds: Mapping[str, float]
    path: tuple[str, ...]
    truth: Truth

    @property
    def right(self) -> bool:
        """Whether the journey ended where a guest can get, and said so."""
        ended = not self.expected_end or self.ended == self.expected_end
        return ended and self.expected in self.reached and not self.false_successes and self.truth.is_harmless

    @property
    def false_successes(self) -> tuple[str, ...]:
        """Stages the engine says it reached and the server says it did not."""
        if self.truth.deepest is None:
            return ("cart",) if "cart" in self.reached and not self.truth.basket else ()
        deepest = STAGES.index(self.truth.deepest)
        return tuple(s for s in self.reached if s in STAGES and STAGES.index(s) > deepest)

    @property
    def false_failures(self) -> tuple[str, ...]:
        """Stages the server served and the engine does not claim."""
        if self.truth.deepest is None:
            return ()
        deepest = STAGES.index(self.truth.deepest)
        return tuple(s for s in STAGES[: deepest + 1] if s not in self.reached)

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {**asdict(self), "right": self.right, "false_successes": self.false_successes, "false_failures": self.false_failures}


def walk_bed(bed: Bed, device: str, settings: Mapping[str, Any], keep: Path | None = None) -> Walked:
    """Start a fresh shop, walk it once and compare; `keep` is a folder for the recording."""
    with bed.start() as shop, tempfile.TemporaryDirectory() as temporary:
        folder = keep or Path(temporary)
        config = load_config({"devices": [device], "probes": False, **settings}, folder=Path(temporary), environ={})
        plan = make_plan([], probes=False, everything=keep is not None)
        started = time.monotonic()
        asyncio.run(record(shop.url, config, plan, folder, Events()))
        seconds = time.monotonic() - started
        manifest = Manifest.model_validate_json((folder / "recording" / "manifest.json").read_bytes())
        return _compare(bed, device, manifest.journeys[0], shop.truth(), seconds)


def _compare(bed: Bed, device: str, journey: RecordedJourney, truth: Truth, seconds: float) -> Walked:
    return Walked(
        bed=bed.name,
        kind=bed.kind,
        lang=bed.lang,
        device=device,
        expected=bed.deepest,
        expected_end=bed.ended,
        ended=journey.ended,
        failure=journey.failure_code or "",
        message=journey.message,
        reached=tuple(s.stage for s in journey.steps if s.outcome == "reached"),
        attempted=tuple(s.stage for s in journey.steps),
        seconds=round(seconds, 2),
        step_seconds={s.stage: s.seconds for s in journey.steps},
        path=_path(journey),
        truth=truth,
    )


def _path(journey: RecordedJourney) -> tuple[str, ...]:
    """The way that was taken, without what differs between runs (port numbers)."""
    steps: Sequence[Any] = journey.steps
    return tuple(f"{s.stage} {s.outcome} {s.action}" for s in steps if s.stage != "home")
