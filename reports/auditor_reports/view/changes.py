"""What changed since the run before: scores and problems, in numbers and words, and only where both runs looked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor_reports.view.figures import day
from auditor_reports.view.voice import tell, tell_several

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor.api import Result

_SIGNS = {"better": "▲", "worse": "▼", "same": "="}


@dataclass(frozen=True)
class Change:
    """A score then and now."""

    before: int
    now: int

    @property
    def direction(self) -> str:
        """Whether it is "better", "worse" or the "same"."""
        return "better" if self.now > self.before else "worse" if self.now < self.before else "same"

    @property
    def sign(self) -> str:
        """The shape that stands for the direction."""
        return _SIGNS[self.direction]

    @property
    def points(self) -> int:
        """How far it moved, without a sign."""
        return abs(self.now - self.before)

    @property
    def words(self) -> str:
        """The change in words, such as "3 points better"."""
        if self.direction == "better":
            return tell_several(self.points, "{n:,} point better", "{n:,} points better")
        if self.direction == "worse":
            return tell_several(self.points, "{n:,} point worse", "{n:,} points worse")
        return tell("unchanged")


@dataclass(frozen=True)
class Changes:
    """What changed since an earlier run. `categories` holds the change of the whole under the device None."""

    since: str
    total: Change | None
    devices: Mapping[str, Change]
    categories: Mapping[tuple[str, str | None], Change]
    sentences: tuple[str, ...]


def changes_between(earlier: Result, result: Result) -> Changes:
    """Compare two results that may be compared."""
    before, now = earlier.score, result.score
    old = {c.id: c.score for c in before.categories}
    pairs: dict[tuple[str, str | None], tuple[int | None, int | None]] = {(c.id, None): (old.get(c.id), c.score) for c in now.categories}
    for device, score in now.devices.items():
        if device in before.devices:
            pairs |= {(c, device): (before.devices[device].categories.get(c), value) for c, value in score.categories.items()}
    totals = {d: _change(before.devices[d].total, s.total) for d, s in now.devices.items() if d in before.devices}
    return Changes(
        since=day(earlier.started_at),
        total=_change(before.total, now.total),
        devices={device: change for device, change in totals.items() if change},
        categories={place: change for place, pair in pairs.items() if (change := _change(*pair))},
        sentences=tuple(_sentences(earlier, result)),
    )


def _change(before: int | None, now: int | None) -> Change | None:
    return None if before is None or now is None else Change(before, now)


def _sentences(earlier: Result, result: Result) -> list[str]:
    """Count the checks that turned; one that one of the runs could not judge has not turned."""
    failed, passed = _outcomes(earlier)
    fails, passes = _outcomes(result)
    said = [
        tell_several(len(failed & passes), "{n:,} problem is solved.", "{n:,} problems are solved."),
        tell_several(len(passed & fails), "{n:,} problem is new.", "{n:,} problems are new."),
    ]
    if earlier.tool.version != result.tool.version:
        said.append(tell("The earlier audit was made by version {version} of the tool.", version=earlier.tool.version))
    return said


def _outcomes(result: Result) -> tuple[set[str], set[str]]:
    """Return the checks that fail or warn somewhere, and those that pass wherever they were judged."""
    problems = {v.check for v in result.verdicts if v.outcome in {"fail", "warn"}}
    return problems, {v.check for v in result.verdicts if v.outcome == "pass"} - problems
