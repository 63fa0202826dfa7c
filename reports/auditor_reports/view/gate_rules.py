"""The rules of the release gate as rows of a table: what each demands, what was measured, what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.api import CATEGORY_BY_ID, METRICS, own, say
from auditor_reports.view.figures import day, measure, number
from auditor_reports.view.names import OUTCOMES, STAGES, device_title, outcome_word, stage_title
from auditor_reports.view.voice import tell, tell_several, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from auditor.api import Check, GateRule, Result, Waived

_USUAL = {"fail_on", "evidence"}
_IN_WORDS = {"evidence", "lighthouserc"}  # rules that measure no single value
_WORST_FIRST = ("failed", "no_evidence", "unreliable", "passed")
_WORDS = {
    "passed": say("kept"),
    "failed": say("broken"),
    "no_evidence": say("no evidence"),
    "unreliable": say("unreliable"),
}
_STATES = {"passed": "passed", "failed": "failed", "no_evidence": "undecided", "unreliable": "undecided"}
_FAIL_ON = {
    "minor": say("not a single one"),
    "major": say("none that is major or critical"),
    "critical": say("none that is critical"),
}
_DEMANDS = {"pass": say("may not fail"), "warn": say("may fail, is named")}


@dataclass(frozen=True)
class RuleRow:
    """A rule: what it is about, what it demands, what was measured; `state` is passed, failed or undecided, with a word."""

    title: str
    demanded: str
    measured: Sequence[str]
    state: str
    word: str


@dataclass(frozen=True)
class GateRules:
    """The rules, and what else there is to know about them: what is waived, known, gone or has expired."""

    rows: Sequence[RuleRow]
    remarks: Sequence[str]


def gate_rules(result: Result, checks: Mapping[str, Check]) -> GateRules | None:
    """Return the rules of a gate; None where only the usual one was set, which the gate's reasons tell whole."""
    remarks = list(_remarks(result, checks))
    if not remarks and {rule.rule for rule in result.gate.rules} <= _USUAL:
        return None
    shown = [rule for rule in result.gate.rules if rule.rule != "evidence" or rule.outcome != "passed"]
    rows: dict[object, list[GateRule]] = {}
    for rule in shown:
        rows.setdefault(_key(rule), []).append(rule)
    return GateRules([_row(alike, checks) for alike in rows.values()], remarks)


def _key(rule: GateRule) -> tuple[str, object, str | None]:
    """Rules that differ by device alone share a row; those of single stages do not."""
    return rule.rule, rule.threshold, rule.message if rule.rule == "evidence" else None


def _row(rules: Sequence[GateRule], checks: Mapping[str, Check]) -> RuleRow:
    first = rules[0]
    outcome = min((rule.outcome for rule in rules), key=_WORST_FIRST.index)
    return RuleRow(
        _title(first, checks), _demanded(first), [_measured(rule) for rule in rules], _STATES[outcome], told(_WORDS[outcome])
    )  # fmt: skip


def _title(rule: GateRule, checks: Mapping[str, Check]) -> str:
    kind, _, name = rule.rule.partition(".")
    match kind:
        case "fail_on":
            return tell("Failed checks")
        case "min_score" if name in CATEGORY_BY_ID:
            return told(own(CATEGORY_BY_ID[name].title))
        case "min_score":
            return tell("Score")
        case "max_new":
            return tell("New findings")
        case "budget" if name in METRICS:
            return told(METRICS[name].title)
        case "check":
            return checks[name].title if name in checks else name
        case "must_reach":
            return tell("The way to payment")
        case "evidence":
            return tell("Evidence")
        case "landing":
            return tell("The address audited")
        case "lighthouserc":
            return tell("Demands on Lighthouse's figures")
    return rule.rule


def _demanded(rule: GateRule) -> str:
    kind, threshold = rule.rule.partition(".")[0], rule.threshold
    if kind == "evidence":
        return tell("complete")
    if kind == "must_reach":
        return tell("at least to {stage}", stage=_place(str(threshold)))
    if isinstance(threshold, str):
        return told({"fail_on": _FAIL_ON, "check": _DEMANDS}.get(kind, {}).get(threshold, threshold))
    if threshold is None:
        return ""
    if kind == "min_score":
        return tell("at least {value}", value=number(threshold))
    return tell("at most {value}", value=measure(threshold, rule.unit if kind == "budget" else ""))


def _measured(rule: GateRule) -> str:
    where = ", ".join([*([device_title(rule.device)] if rule.device else []), *([_place(rule.stage)] if _names_page(rule) else [])])
    value = _value(rule)
    return tell("{where}: {value}", where=where, value=value) if where else value


def _names_page(rule: GateRule) -> bool:
    return rule.stage is not None and rule.rule != "must_reach"


def _value(rule: GateRule) -> str:
    kind, measured = rule.rule.partition(".")[0], rule.measured
    if kind in _IN_WORDS:
        return rule.message
    if measured is None:
        return tell("not measured")
    if isinstance(measured, str):
        return outcome_word(measured) if measured in OUTCOMES else _place(measured)
    return _exact(measured, rule) if kind == "budget" else number(measured)


def _exact(measured: float, rule: GateRule) -> str:
    """Write a number as people do, but with every digit where it would read like the limit that it is not."""
    shown, limit = measure(measured, rule.unit), rule.threshold
    alike = isinstance(limit, int | float) and limit != measured and shown == measure(limit, rule.unit)
    return f"{number(measured, 3)}\u00a0{rule.unit}" if alike else shown


def _place(stage: str | None) -> str:
    return stage_title(stage) if stage in STAGES else stage or ""


def _remarks(result: Result, checks: Mapping[str, Check]) -> Iterator[str]:
    gate = result.gate
    if gate.baseline is not None:
        yield tell_several(
            gate.baseline.known,
            "{n:,} finding is known to the baseline and was let pass; new: {new}.",
            "{n:,} findings are known to the baseline and were let pass; new: {new}.",
            new=gate.baseline.new,
        )
    yield from (_waived(waived, checks) for waived in gate.waived)
    yield from gate.notes


def _waived(waived: Waived, checks: Mapping[str, Check]) -> str:
    title = checks[waived.check].failure_title if waived.check in checks else waived.check
    return tell("Waived until {date}: {title} ({reason})", date=day(waived.until), title=title, reason=waived.reason)
