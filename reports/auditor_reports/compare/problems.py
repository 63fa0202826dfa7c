"""What became of each problem, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.api import FindingChange, PlaceChange
from auditor_reports.compare.words import change_word, group_words, standing_word
from auditor_reports.view.figures import readable
from auditor_reports.view.names import category_title, explained
from auditor_reports.view.places import where
from auditor_reports.view.voice import tell

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from auditor.api import Change, Check, Comparison, ProblemChange

_ORDER: tuple[Change, ...] = ("new", "worse", "unknown", "better", "fixed", "unchanged")
_EVIDENCE = 6


@dataclass(frozen=True)
class PlaceRow:
    """What a check said at some places, before and after."""

    where: str
    before: str
    after: str
    before_message: str
    after_message: str
    note: str


@dataclass(frozen=True)
class EvidenceRow:
    """One piece of evidence and where it was seen."""

    change: str
    word: str
    message: str
    selector: str
    where: str


@dataclass(frozen=True)
class ProblemItem:
    """One problem; `rest` is how many further pieces of evidence are in the JSON only."""

    id: str
    title: str
    severity: str
    category: str
    change: Change
    where: str
    places: Sequence[PlaceRow]
    evidence: Sequence[EvidenceRow]
    rest: int


@dataclass(frozen=True)
class ProblemGroup:
    """The problems of which the same became."""

    change: Change
    title: str
    what: str
    items: Sequence[ProblemItem]


def groups_of(comparison: Comparison, checks: Mapping[str, Check]) -> list[ProblemGroup]:
    """Return the problems by what became of them, what matters most first; kinds that do not occur are left out."""
    groups = []
    for change in _ORDER:
        items = [_item(problem, checks.get(problem.check)) for problem in comparison.problems if problem.change == change]
        if items:
            groups.append(ProblemGroup(change, *group_words(change), items))
    return groups


def _item(problem: ProblemChange, check: Check | None) -> ProblemItem:
    places = [p for p in problem.places if p.change != "clean"]
    moved = [f for f in problem.findings if problem.change == "unchanged" or f.change != "unchanged"] or problem.findings
    told = {message for place in places for message in (place.before_message, place.after_message)}
    evidence = _evidence([f for f in moved if f.fingerprint is not None and (f.selector or f.message not in told)])
    return ProblemItem(
        id=problem.check,
        title=check.failure_title if check else problem.check,
        severity=problem.severity,
        category=category_title(problem.category),
        change=problem.change,
        where=where([(p.device, p.stage) for p in places]),
        places=_rows(places),
        evidence=evidence[:_EVIDENCE],
        rest=max(0, len(evidence) - _EVIDENCE),
    )


def _rows(places: Sequence[PlaceChange]) -> list[PlaceRow]:
    groups: dict[tuple[str, str, str, str, bool, str], list[PlaceChange]] = {}
    for p in places:
        key = (p.before, p.after, readable(p.before_message), readable(p.after_message), p.noise, p.change)
        groups.setdefault(key, []).append(p)
    return [
        PlaceRow(
            where([(p.device, p.stage) for p in group]),
            standing_word(before),
            standing_word(after),
            explained(told_before),
            explained(told_after) if told_after != told_before else tell("as before") if told_after else "",
            _note(change, noise=noise),
        )
        for (before, after, told_before, told_after, noise, change), group in groups.items()
    ]


def _note(change: str, *, noise: bool) -> str:
    if noise:
        return tell("The value moved within its noise, so this counts as unchanged.")
    return tell("Could not be compared here.") if change == "unknown" else ""


def _evidence(findings: Sequence[FindingChange]) -> list[EvidenceRow]:
    groups: dict[tuple[str, str, str], list[FindingChange]] = {}
    for finding in findings:
        groups.setdefault((finding.change, readable(finding.message), finding.selector), []).append(finding)
    return [
        EvidenceRow(change, change_word(change), message, selector, where(list(dict.fromkeys((f.device, f.stage) for f in found))))
        for (change, message, selector), found in sorted(groups.items(), key=lambda group: _rank(group[0][0]))
    ]


def _rank(change: str) -> int:
    return [*_ORDER].index(change)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Blind:
    """Checks that one side alone could judge, for one reason."""

    reason: str
    checks: Sequence[tuple[str, str, str]]


def blind_spots(comparison: Comparison, checks: Mapping[str, Check]) -> list[Blind]:
    """Return what one side could not judge, by reason; each check with its statement, id and places."""
    groups: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for missing in comparison.unmeasured:
        place = missing.places[0]
        standing = place.after if missing.side == "after" else place.before
        check = checks.get(missing.check)
        named = (check.title if check else missing.check, missing.check, where([(p.device, p.stage) for p in missing.places]))
        groups.setdefault((missing.side, standing), []).append(named)
    return [Blind(_reason(*key), found) for key, found in sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))]


def _reason(side: str, standing: str) -> str:
    word = standing_word(standing)
    return tell("Before: {outcome}", outcome=word) if side == "before" else tell("After: {outcome}", outcome=word)
