"""The run before this one, so that a report can say what changed.

Two scores are compared only where the difference is the shop's: the same site, devices and checks, the same rules and
weights. Everything else would show a change that nobody made.
"""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from pydantic import ValidationError

from auditor.record.layout import RESULT
from auditor.result.model import Result

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SELECTING = ("devices", "only", "skip", "jurisdiction")
"""The settings that must be the same for two scores to be compared."""
_HEAD = 4096  # bytes of a result in which its site stands


def earlier_run(result: Result, run: Path) -> Result | None:
    """Return the newest comparable result in the folders beside a run folder, None where there is none."""
    known = [other for other in _beside(result, run) if not unlike(result, other)]
    return max(known, key=lambda other: _moment(other.started_at), default=None)


def unlike(result: Result, other: Result) -> str:
    """Say why an other result is no earlier state of this one, "" where it is."""
    if other.site.rstrip("/") != result.site.rstrip("/"):
        return f"it is about {other.site}"
    if _moment(other.started_at) >= _moment(result.started_at):
        return "it is not older"
    if (other.score.scoring_version, other.score.weights_hash) != (result.score.scoring_version, result.score.weights_hash):
        return "it was scored by other rules or weights"
    if any(other.config.get(key) != result.config.get(key) for key in SELECTING):
        return "it looked at other devices or checks"
    return ""


def _beside(result: Result, run: Path) -> Iterator[Result]:
    """Read the results of the same site in the folders beside a run folder; what cannot be read is none."""
    own = run.resolve()
    site = json.dumps(result.site.rstrip("/"), ensure_ascii=False)[:-1].encode()
    with suppress(OSError):
        for folder in sorted(own.parent.iterdir()):
            file = folder / RESULT
            with suppress(OSError, ValidationError):
                if folder != own and file.is_file() and site in _head(file):
                    yield Result.model_validate_json(file.read_bytes())


def _head(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(_HEAD)


def _moment(told: str) -> datetime:
    """Return when an audit began; a moment that cannot be read is later than any other, so nothing is compared with it."""
    with suppress(ValueError):
        moment = datetime.fromisoformat(told)
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return datetime.max.replace(tzinfo=UTC)
