"""The sources of all that was judged, numbered: those of the problems first, in the order of the problems."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from auditor_reports.view.figures import readable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor_reports.view.topics import Topic

_YEAR = re.compile(r"(?<![\w/.,])(?:19|20)\d\d(?![\w/]|[.,]\d)")


@dataclass
class Cited:
    """A source with its number, what it says, and the problems that rest on it (none for checks that found nothing amiss)."""

    number: int
    name: str
    url: str
    figures: list[str] = field(default_factory=list)
    topics: list[Topic] = field(default_factory=list)

    @property
    def years(self) -> list[str]:
        """The years that its figures are of; without any, those that stand in its name."""
        return sorted(set(_YEAR.findall(" ".join(self.figures)))) or sorted(set(_YEAR.findall(self.name)))


def cited(problems: Iterable[Topic], others: Iterable[Topic]) -> list[Cited]:
    """Return the sources of problems and of other topics, each once; of a problem's source, what it says of problems."""
    found: dict[tuple[str, str], Cited] = {}
    for topics, amiss in ((problems, True), (others, False)):
        for topic in topics:
            for source in topic.check.sources if topic.check else ():
                known = found.setdefault((source.name, source.url), Cited(len(found) + 1, source.name, source.url))
                figure = readable(source.figure)
                if figure and figure not in known.figures and (amiss or not known.topics):
                    known.figures.append(figure)
                if amiss and topic not in known.topics:
                    known.topics.append(topic)
    return list(found.values())
