"""What the report opens and closes with: the findings that matter, changes, plan, indications of law, words and sources."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from auditor_reports.html.matrix import Matrix, matrix_of
from auditor_reports.html.radar import Radar, radar_of
from auditor_reports.view.changes import Changes, changes_between
from auditor_reports.view.glossary import Term, glossary
from auditor_reports.view.leading import Leading, best, leading
from auditor_reports.view.roadmap import LANES, lane_of
from auditor_reports.view.scorecard import GradeBand, grade_bands
from auditor_reports.view.sources import Cited, cited

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor.api import Result
    from auditor_reports.html.parts import Card
    from auditor_reports.view.scorecard import CategoryRow
    from auditor_reports.view.topics import Topic


@dataclass(frozen=True)
class Front:
    """Everything around the journeys and findings; `cards` are the problems in their order, numbered from 1."""

    result: Result
    earlier: Result | None
    topics: Sequence[Topic]
    cards: Sequence[Card]
    rows: Sequence[CategoryRow]
    strengths: Sequence[Topic]

    @cached_property
    def by_check(self) -> dict[str, Card]:
        """The problems by the id of their check."""
        return {card.topic.id: card for card in self.cards}

    @property
    def leading(self) -> list[tuple[Card, Leading]]:
        """The three problems that matter most."""
        return [(self.by_check[one.topic.id], one) for one in leading(self.topics)]

    @property
    def strength(self) -> Topic | None:
        """The one strength to name first."""
        return best(self.strengths)

    @cached_property
    def changes(self) -> Changes | None:
        """What changed since the run before, None without one."""
        return changes_between(self.earlier, self.result) if self.earlier else None

    @property
    def radar(self) -> Radar | None:
        """The scores of the devices by category."""
        return radar_of(self.rows, list(self.result.score.devices))

    @property
    def matrix(self) -> Matrix | None:
        """The problems between impact and effort."""
        return matrix_of(self.cards)

    @property
    def roadmap(self) -> list[tuple[str, list[Card]]]:
        """The problems by when to mend them; a lane without any is left out."""
        lanes = [(lane, [card for card in self.cards if lane_of(card.topic) == lane]) for lane in LANES]
        return [(lane, cards) for lane, cards in lanes if cards]

    @property
    def legal(self) -> list[Card]:
        """The problems a lawyer should look at."""
        return [card for card in self.cards if card.topic.legal]

    @property
    def vendor(self) -> set[str]:
        """The ids of the checks that only the vendor of the shop system can mend."""
        return {problem.check for problem in self.result.problems if problem.ask_vendor}

    @property
    def grades(self) -> list[GradeBand]:
        """What the grades mean."""
        return grade_bands()

    @property
    def glossary(self) -> list[Term]:
        """Words that not every reader knows."""
        return glossary()

    @cached_property
    def sources(self) -> list[Cited]:
        """All sources, numbered."""
        problems = [card.topic for card in self.cards]
        return cited(problems, [topic for topic in self.topics if topic.id not in self.by_check])
