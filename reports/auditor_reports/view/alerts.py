"""Problems as pipelines show them: one alert for each piece of evidence, the worst first, the same ones from run to run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from auditor.api import WHOLE_SHOP, fingerprint_of_check
from auditor_reports.view.figures import readable
from auditor_reports.view.labels import labelled
from auditor_reports.view.places import where
from auditor_reports.view.readings import said
from auditor_reports.view.voice import tell

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from auditor.api import FindingResult, Result, VerdictResult, Waived
    from auditor_reports.view.topics import Topic

Level = Literal["error", "warning", "note"]
_LEVELS: dict[str, Level] = {"critical": "error", "major": "warning", "minor": "note"}
_WORST: tuple[Level, ...] = ("error", "warning", "note")


@dataclass(frozen=True)
class Alert:
    """One problem at one stage; `verdicts` are what it was seen in, one per device. `waived` is why it is let pass, if it is."""

    topic: Topic
    verdicts: tuple[VerdictResult, ...]
    finding: FindingResult | None
    fingerprint: str
    waived: Waived | None = None

    @property
    def verdict(self) -> VerdictResult:
        """What was said of it where it is worst."""
        return min(self.verdicts, key=lambda verdict: _WORST.index(level_of(verdict)))

    @property
    def level(self) -> Level:
        """How loud it is where it is worst."""
        return level_of(self.verdict)

    @property
    def stage(self) -> str | None:
        """Where it was seen."""
        return (self.finding and self.finding.stage) or self.verdict.stage

    @property
    def anchor(self) -> str | None:
        """The stage at whose settings it is shown: where it was seen, else the only one that its check is about."""
        check = self.topic.check
        return self.stage or (check.stages[0].value if check and len(check.stages) == 1 else None)

    @property
    def devices(self) -> tuple[str | None, ...]:
        """On which devices it was seen, each once."""
        return tuple(dict.fromkeys(verdict.device for verdict in self.verdicts))

    @property
    def sentence(self) -> str:
        """What is wrong, where, and what was seen."""
        message = said(self.verdict)
        evidence = readable(self.finding.message) if self.finding else ""
        seen = "" if evidence in message else evidence
        place = where([(device, self.stage) for device in self.devices])
        return labelled(f"{self.topic.title} ({place})", " ".join(filter(None, (message, seen))))

    @property
    def traces(self) -> list[str]:
        """The element and the page, for who looks for it."""
        if self.finding is None:
            return []
        element = tell("Element: {selector}", selector=self.finding.selector) if self.finding.selector else ""
        page = tell("Page: {address}", address=self.finding.url) if self.finding.url else ""
        return list(filter(None, (element, page)))


def level_of(verdict: VerdictResult) -> Level:
    """Return how loud a problem is: failures by their severity, a warning is a note."""
    return _LEVELS[verdict.severity] if verdict.outcome == "fail" else "note"


def alerts_of(topics: Iterable[Topic], result: Result) -> list[Alert]:
    """Return the problems, the loudest first, then in the order of the topics."""
    alerts: list[Alert] = []
    for topic in topics:
        groups: dict[str, list[tuple[VerdictResult, FindingResult | None]]] = {}
        for verdict in topic.problems:
            for finding in verdict.findings or (None,):
                name = finding.fingerprint if finding and finding.fingerprint else fingerprint_of_check(verdict.check, verdict.stage)
                groups.setdefault(name, []).append((verdict, finding))
        for name, seen in groups.items():
            verdicts, finding = tuple(verdict for verdict, _ in seen), seen[0][1]
            alerts.append(Alert(topic, verdicts, finding, name, _waiver(result.gate.waived, verdicts, name)))
    return sorted(alerts, key=lambda alert: _WORST.index(alert.level))


def _waiver(waived: Sequence[Waived], verdicts: Sequence[VerdictResult], fingerprint: str) -> Waived | None:
    """Return the waiver that lets all of these failures pass."""
    if any(verdict.outcome != "fail" for verdict in verdicts):
        return None
    for waiver in waived:
        fits = waiver.check == verdicts[0].check and waiver.fingerprint in {None, fingerprint} and waiver.stage in {None, verdicts[0].stage}
        if fits and all(not waiver.devices or (verdict.device or WHOLE_SHOP) in waiver.devices for verdict in verdicts):
            return waiver
    return None
