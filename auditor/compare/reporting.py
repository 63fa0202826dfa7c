"""What a renderer of comparisons is."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol, runtime_checkable

from auditor.brand.brand import Brand, Paper
from auditor.compare.model import Comparison, FindingChange, JourneyChange, JourneySide, PlaceChange, ProblemChange, Unmeasured
from auditor.model.check import Check
from auditor.result.translating import explained
from auditor.words.voice import Voice


@dataclass(frozen=True)
class ComparisonInput:
    """What a renderer gets: the comparison, the two run folders, the checks' explanations, and the language to speak.

    Comparison and checks are in English; `spoken()` are those in the language of the report.
    """

    comparison: Comparison
    before: Path
    after: Path
    checks: dict[str, Check]
    voice: Voice
    brand: Brand = field(default_factory=Brand)
    paper: Paper = "A4"

    def spoken(self) -> ComparisonInput:
        """Return the same with what the tool itself says in the voice's language."""
        checks = {name: explained(check, self.voice) for name, check in self.checks.items()}
        return replace(self, comparison=_translated(self.comparison, self.voice), checks=checks)


@runtime_checkable
class ComparisonRenderer(Protocol):
    """Turns a comparison into one document. `suffix` is the file's ending ("" for one that is only printed)."""

    name: str
    suffix: str

    def render(self, report: ComparisonInput) -> str | bytes:
        """Return the whole document; raises `ReportError` when it cannot be made."""
        ...


def _translated(comparison: Comparison, voice: Voice) -> Comparison:
    return comparison.model_copy(
        update={
            "problems": [_problem(problem, voice) for problem in comparison.problems],
            "unmeasured": [_places(unmeasured, voice) for unmeasured in comparison.unmeasured],
            "journeys": [_journey(journey, voice) for journey in comparison.journeys],
            "score": comparison.score.model_copy(
                update={"categories": [c.model_copy(update={"title": voice.read(c.title)}) for c in comparison.score.categories]}
            ),
        }
    )


def _problem(problem: ProblemChange, voice: Voice) -> ProblemChange:
    findings = [_finding(finding, voice) for finding in problem.findings]
    return problem.model_copy(update={"places": [_place(place, voice) for place in problem.places], "findings": findings})


def _places(unmeasured: Unmeasured, voice: Voice) -> Unmeasured:
    return unmeasured.model_copy(update={"places": [_place(place, voice) for place in unmeasured.places]})


def _place(place: PlaceChange, voice: Voice) -> PlaceChange:
    said = {"before_message": voice.read(place.before_message), "after_message": voice.read(place.after_message)}
    return place.model_copy(update=said)


def _finding(finding: FindingChange, voice: Voice) -> FindingChange:
    return finding.model_copy(update={"message": voice.read(finding.message)})


def _journey(journey: JourneyChange, voice: Voice) -> JourneyChange:
    return journey.model_copy(update={"before": _side(journey.before, voice), "after": _side(journey.after, voice)})


def _side(side: JourneySide | None, voice: Voice) -> JourneySide | None:
    return side and side.model_copy(update={"message": voice.read(side.message)})
