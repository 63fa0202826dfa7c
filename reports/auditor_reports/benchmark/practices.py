"""The shop to learn from at each stage, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor_reports.view.figures import seconds
from auditor_reports.view.names import device_title, stage_title
from auditor_reports.view.voice import tell, tell_several

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from auditor.api import Advantage, Benchmark, Check, Practice

_STANDINGS = 20


@dataclass(frozen=True)
class PracticeItem:
    """One stage: the best shop with the reasons, and how all compare. `shop` is None where they do not differ."""

    anchor: str
    stage: str
    shop: int | None
    label: str
    device: str
    screenshot: str | None
    reasons: Sequence[str]
    standings: Sequence[tuple[str, int, str]]


def practices_of(benchmark: Benchmark, checks: Mapping[str, Check], labels: Mapping[int, str]) -> list[PracticeItem]:
    """Return the stages in order."""
    return [_item(practice, checks, labels) for practice in benchmark.practices]


def _item(practice: Practice, checks: Mapping[str, Check], labels: Mapping[int, str]) -> PracticeItem:
    return PracticeItem(
        anchor=f"best-{practice.stage}",
        stage=stage_title(practice.stage),
        shop=practice.best,
        label=labels[practice.best] if practice.best is not None else "",
        device=device_title(practice.device) if practice.device else "",
        screenshot=practice.screenshot,
        reasons=_reasons(practice, checks),
        standings=[(labels[s.shop], s.score, "" if s.seconds is None else seconds(s.seconds)) for s in practice.standings[:_STANDINGS]],
    )


def _reasons(practice: Practice, checks: Mapping[str, Check]) -> list[str]:
    reasons = []
    for advantage in practice.advantages:
        check = checks.get(advantage.check)
        reasons.append(_reason(check.title if check else advantage.check, advantage))
    if practice.quickest:
        own = next(s.seconds for s in practice.standings if s.shop == practice.best)
        reasons.append(tell("Takes a shopper less time than elsewhere: {time} by the model", time=seconds(own or 0.0)))
    return reasons


def _reason(title: str, advantage: Advantage) -> str:
    count = advantage.others
    return tell_several(
        advantage.of, "{title} ({count} of {n} other does not)", "{title} ({count} of {n} others do not)", title=title, count=count
    )
