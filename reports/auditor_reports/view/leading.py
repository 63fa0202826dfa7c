"""The problems to tell the owner first, each in three short sentences, and the strength worth naming beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.api import CATEGORY_BY_ID
from auditor_reports.view.cleaning import shortened
from auditor_reports.view.names import SEVERITIES
from auditor_reports.view.topics import failures, warnings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor_reports.view.topics import Topic

# After a word of two letters and more without a full stop inside: "z. B." and "e.g." end no sentence.
_END = re.compile(r"(?<=[^\W\d_][^\W_.])[.!?][”’»)]?\s+(?=[^\sa-zß-ÿ\d])|[。！？]")
_LONGEST = 260


@dataclass(frozen=True)
class Leading:
    """A problem that matters: what it is, why it costs sales, what to do; without its check the last two are ""."""

    topic: Topic
    why: str
    fix: str


def leading(topics: Sequence[Topic], most: int = 3) -> list[Leading]:
    """Return the problems that hurt shoppers most, whatever they take to mend; warnings only where failures are too few."""
    hurting = [*sorted(failures(topics), key=_weight), *sorted(warnings(topics), key=_weight)][:most]
    return [Leading(t, shortened(t.check.why, _LONGEST), first_sentence(t.check.fix)) if t.check else Leading(t, "", "") for t in hurting]


def best(strengths: Sequence[Topic]) -> Topic | None:
    """Return the strength that weighs most for shoppers, None without one: without the blockers' checks nobody could buy."""
    return min(strengths, key=lambda t: (SEVERITIES.index(t.severity), not (t.check and t.check.blocker), -_share(t), t.id), default=None)


def first_sentence(text: str, longest: int = _LONGEST) -> str:
    """Return the first sentence of a text, cut at a word where it is very long."""
    end = _END.search(text)
    return shortened(text[: end.end()] if end else text, longest)


def _weight(topic: Topic) -> tuple[float, int, str]:
    return -topic.impact, SEVERITIES.index(topic.severity), topic.id


def _share(topic: Topic) -> int:
    category = CATEGORY_BY_ID.get(topic.verdicts[0].category)
    return category.weight if category else 0
