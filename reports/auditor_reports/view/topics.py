"""One topic per check: its verdicts over all stages and devices, as a reader wants them, together."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor_reports.view.names import SEVERITIES, STAGES, category_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from auditor.api import Check, VerdictResult

EFFORT_POINTS: Mapping[str, int] = {"XS": 1, "S": 2, "M": 4, "L": 8, "XL": 16}
HIGH_IMPACT = 25.0
_LITTLE_EFFORT = {"XS", "S"}
_PROBLEMS = {"fail", "warn"}


@dataclass(frozen=True)
class Topic:
    """What one check said everywhere; `check` is None where a plugin of the run is not installed any more."""

    id: str
    verdicts: tuple[VerdictResult, ...]
    check: Check | None

    @property
    def problems(self) -> tuple[VerdictResult, ...]:
        """The failures and warnings."""
        return tuple(v for v in self.verdicts if v.outcome in _PROBLEMS)

    @property
    def fails(self) -> bool:
        """Whether it fails somewhere."""
        return any(v.outcome == "fail" for v in self.verdicts)

    @property
    def title(self) -> str:
        """The failing statement where there is a problem, else the passing one."""
        if self.check is None:
            return self.id
        return self.check.failure_title if self.problems else self.check.title

    @property
    def category(self) -> str:
        """The title of its category."""
        return category_title(self.verdicts[0].category)

    @property
    def severity(self) -> str:
        """How much its worst problem hurts."""
        return min((v.severity for v in self.problems or self.verdicts), key=SEVERITIES.index)

    @property
    def priority(self) -> float:
        """The highest priority of its verdicts."""
        return max(v.priority for v in self.verdicts)

    @property
    def effort(self) -> str:
        """What mending usually takes: XS, S, M, L, XL, "" if unknown."""
        return self.check.effort.value if self.check else ""

    @property
    def impact(self) -> float:
        """From 0 to 100; the priority is the impact divided by the square root of the effort."""
        return self.priority * math.sqrt(EFFORT_POINTS.get(self.effort, 1))

    @property
    def legal(self) -> bool:
        """Whether it is an indication for a lawyer."""
        return bool(self.laws) or (self.check is not None and self.check.legal)

    @property
    def laws(self) -> tuple[str, ...]:
        """The articles it is an indication under, each once."""
        return tuple(dict.fromkeys(law.article for v in self.problems for law in v.laws))

    @property
    def quick_win(self) -> bool:
        """Whether little work helps much."""
        return bool(self.problems) and self.impact >= HIGH_IMPACT and self.effort in _LITTLE_EFFORT

    @property
    def big_project(self) -> bool:
        """Whether much work helps much."""
        return bool(self.problems) and self.impact >= HIGH_IMPACT and self.effort not in _LITTLE_EFFORT

    def having(self, *outcomes: str) -> tuple[VerdictResult, ...]:
        """Return the verdicts of these outcomes."""
        return tuple(v for v in self.verdicts if v.outcome in outcomes)

    @property
    def order(self) -> tuple[int, float, int, int, str]:
        """Failures first, then by priority; ties by severity, place in the journey, id."""
        stages = [STAGES.index(v.stage) for v in self.problems if v.stage]
        return (
            not self.fails,
            -self.priority,
            SEVERITIES.index(self.severity),
            -max(stages, default=0),
            self.id,
        )


def topics_of(verdicts: Iterable[VerdictResult], checks: Mapping[str, Check]) -> list[Topic]:
    """Group verdicts by check, in the order in which to read them."""
    groups: dict[str, list[VerdictResult]] = {}
    for verdict in verdicts:
        groups.setdefault(verdict.check, []).append(verdict)
    topics = [Topic(check, tuple(sorted(group, key=_place)), checks.get(check)) for check, group in groups.items()]
    return sorted(topics, key=lambda topic: topic.order)


def failures(topics: Sequence[Topic]) -> list[Topic]:
    """Return the topics that fail somewhere."""
    return [t for t in topics if t.fails]


def warnings(topics: Sequence[Topic]) -> list[Topic]:
    """Return the topics that warn somewhere and fail nowhere."""
    return [t for t in topics if t.problems and not t.fails]


def strengths(topics: Sequence[Topic]) -> list[Topic]:
    """Return the topics that pass somewhere and are no problem anywhere, the weightiest first."""
    found = [t for t in topics if t.having("pass") and not t.problems]
    return sorted(found, key=lambda t: (SEVERITIES.index(t.severity), t.category, t.title, t.id))


def with_outcome(topics: Sequence[Topic], *outcomes: str) -> list[Topic]:
    """Return the topics that have a verdict of one of these outcomes, by title."""
    return sorted((t for t in topics if t.having(*outcomes)), key=lambda t: (t.category, t.title, t.id))


def _place(verdict: VerdictResult) -> tuple[str, int]:
    return (verdict.device or "").casefold(), STAGES.index(verdict.stage) if verdict.stage else -1
