"""Holds measured pages against what a `lighthouserc` demands. Pure.

Lighthouse CI is green where nothing was measured and where a pattern matches no page. Here a demand without evidence is not met.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.external.lighthouse_artifact import LighthousePage
from auditor.external.lighthouserc import Assertion, Assertions

# Audits whose score and length are times too, by Lighthouse's names. Others (bytes that could be saved, say) tell how many milliseconds
# they would spare: of these the number alone is a time.
_TIMES = {
    "first-contentful-paint",
    "largest-contentful-paint",
    "first-meaningful-paint",
    "speed-index",
    "total-blocking-time",
    "interactive",
    "interaction-to-next-paint",
    "max-potential-fid",
    "server-response-time",
    "mainthread-work-breakdown",
    "bootup-time",
    "long-tasks",
}


@dataclass(frozen=True, slots=True)
class Held:
    """A demand and the page it was held against; `actual` is None where the page has no such figure."""

    demand: Assertion
    page: LighthousePage
    actual: float | None

    @property
    def passed(self) -> bool:
        """Whether it is met; never without a figure."""
        if self.actual is None:
            return False
        return self.actual >= self.demand.expected if self.demand.kind == "minScore" else self.actual <= self.demand.expected

    @property
    def reliable(self) -> bool:
        """Whether the machine that took the figure was fast enough for it: times of a slow one say little."""
        return self.page.reliable or self.actual is None or not _is_about_time(self.demand, self.page)


def held(assertions: Assertions, pages: Sequence[LighthousePage]) -> list[Held]:
    """Return every demand with every page that was measured and that it is for."""
    measured = [page for page in pages if not page.error and not page.same_as]
    return [Held(demand, page, _actual(demand, page)) for page in measured for demand in assertions.demands if _is_for(demand, page)]


def idle_patterns(assertions: Assertions, pages: Sequence[LighthousePage]) -> Iterator[str]:
    """Yield the patterns that match no measured page, each once."""
    measured = [page for page in pages if not page.error and not page.same_as]
    for pattern in dict.fromkeys(demand.pattern for demand in assertions.demands):
        if not any(re.search(pattern, page.landed or page.url) for page in measured):
            yield pattern


def _is_for(demand: Assertion, page: LighthousePage) -> bool:
    return re.search(demand.pattern, page.landed or page.url) is not None


def _is_about_time(demand: Assertion, page: LighthousePage) -> bool:
    head, *rest = demand.audit.split(":")
    if head == "categories":
        return rest == ["performance"]
    audit = page.audits.get(head)
    return head in _TIMES or (demand.kind == "maxNumericValue" and audit is not None and audit.unit == "millisecond")


def _actual(demand: Assertion, page: LighthousePage) -> float | None:
    head, *rest = demand.audit.split(":")
    if head == "categories":
        score = page.scores.get(rest[0])
        return None if score is None or demand.kind != "minScore" else score / 100
    if head == "resource-summary" and rest:
        size_and_count = page.resources.get(rest[0])
        return None if size_and_count is None or demand.kind != "maxNumericValue" else size_and_count[rest[1] == "count"]
    audit = page.audits.get(head)
    if audit is None:
        return None
    if demand.kind == "minScore":
        return audit.score
    if demand.kind == "maxNumericValue":
        return audit.value
    return None if audit.items is None and audit.score is None else float(audit.items or 0)  # without a score it did not come to listing
