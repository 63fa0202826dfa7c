"""What becomes of a check as a test: it fails, it is expected to, it is skipped, it passes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from auditor.gate.failing import counts
from auditor.gate.failures import FailedFinding, failed_findings
from auditor.gate.foreign import LIGHTHOUSERC
from auditor.gate.gaps import EVIDENCE
from auditor.gate.landing import LANDING
from auditor.gate.reaching import REACH
from auditor.gate.waiving import Waiving
from auditor.model.check import Check
from auditor.model.outcome import Kind
from auditor.result.assemble import day_of

if TYPE_CHECKING:
    from auditor.gate.rules import GateRules
    from auditor.result.model import GateRule, Result, VerdictResult

Ending = Literal["passed", "failed", "xfailed", "skipped"]
_LOOKED = {Kind.PASS.value, Kind.WARN.value, Kind.INFO.value}
_EVIDENCE = 20


@dataclass(frozen=True, slots=True)
class Judgement:
    """How a test ends, with the text that says why; `note` is what a passing one should tell nevertheless."""

    ending: Ending
    text: str = ""
    note: str = ""


def judgement_of(check: Check, verdicts: Sequence[VerdictResult], rules: GateRules, result: Result) -> Judgement:
    """Judge the verdicts of a check, as the gate would: what a waiver or the baseline lets pass is expected to fail."""
    failing = [verdict for verdict in verdicts if verdict.outcome == Kind.FAIL.value]
    if failing:
        doubted = result.machine is not None and result.machine.doubt is not None
        found = list(failed_findings(failing, doubted=doubted))
        excused = [_excuse(one, rules, result) for one in found]
        if all(excused):
            return Judgement("xfailed", plain("; ".join(dict.fromkeys(excused))))
        return Judgement("failed", _failure(check, failing))
    if broken := [verdict for verdict in verdicts if verdict.outcome == Kind.ERROR.value]:
        return Judgement("failed", plain(broken[0].message))
    if any(verdict.outcome in _LOOKED for verdict in verdicts):
        warned = [verdict for verdict in verdicts if verdict.outcome == Kind.WARN.value]
        return Judgement("passed", note=_failure(check, warned) if warned else "")
    return Judgement("skipped", _why_not(verdicts))


def rule_judgement(name: str, result: Result) -> Judgement:
    """Judge what came of one rule of the gate, on all devices."""
    rules = [rule for rule in result.gate.rules if rule.rule == name]
    told = [_rule(rule) for rule in rules if rule.outcome in {"failed", "no_evidence"}]
    if told:
        cut = [plain(f"{j.device} ended: {j.ended}. {j.message}") for j in result.journeys if j.ended != "payment_reached"]
        return Judgement("failed", "\n".join([*told, *(cut if name == EVIDENCE else ())]))
    if unsure := [plain(rule.message) for rule in rules if rule.outcome == "unreliable"]:
        return Judgement("skipped", " ".join(unsure))
    if rules or _is_kept_in_silence(name, result):
        return Judgement("passed")
    return Judgement("skipped", "There was nothing that this rule applies to.")


def _is_kept_in_silence(name: str, result: Result) -> bool:
    """Whether a rule was kept that stands in the result only where it was not."""
    if name == LIGHTHOUSERC:
        return any(page.assertions for page in result.lighthouse)
    return name == LANDING


def rule_names(rules: GateRules, *, asserted: bool) -> list[str]:
    """Return the ids of the rules that a gate will apply, in its order; `asserted`: a lighthouserc is held too."""
    return [
        *(["fail_on"] if rules.fail_on != "none" else []),
        *(f"check.{check}" for check, level in sorted(rules.checks.items()) if level == "error"),
        *(["min_score"] if rules.min_score is not None else []),
        *(f"min_score.{category}" for category in rules.min_category),
        *(["max_new"] if rules.max_new is not None else []),
        *(f"budget.{metric}" for metric in dict.fromkeys(budget.metric for budget in rules.budgets)),
        *([REACH] if rules.must_reach else []),
        *([LIGHTHOUSERC] if asserted else []),
        LANDING,
        EVIDENCE,
    ]


def plain(text: str) -> str:
    """Return a text on one line without what a terminal would obey: the shop wrote parts of it."""
    return re.sub(r"\s+", " ", "".join(letter if letter.isprintable() else " " for letter in text)).strip()


def at_stages(verdicts: Iterable[VerdictResult], stages: Collection[str]) -> list[VerdictResult]:
    """Return the verdicts at some stages, all without any; verdicts of a whole way stay."""
    return [verdict for verdict in verdicts if not stages or verdict.stage is None or verdict.stage in stages]


def _excuse(found: FailedFinding, rules: GateRules, result: Result) -> str:
    """Return why a failure may stand, "" where it may not."""
    waiving = Waiving(rules.waivers, day_of(result.finished_at))
    waiver = next((w for w in waiving.waived([found])), None)
    if waiver is not None:
        return f"waived until {waiver.until}: {waiver.reason}"
    if rules.baseline is not None and rules.baseline.knows(found):
        return f"known: it stands in the baseline {rules.baseline.path}"
    level = rules.checks.get(found.check)
    if level in {"off", "warn"}:
        return f"gate.checks says {level}"
    return "" if counts(found, rules) else "unsure: the confidence of this measurement is low"


def _failure(check: Check, verdicts: Sequence[VerdictResult]) -> str:
    worst = verdicts[0].severity
    return "\n".join(
        [
            f"{plain(check.failure_title)} ({check.id}, {worst})",
            "",
            *(line for verdict in verdicts for line in _evidence(verdict)),
            "",
            f"How to fix it: {plain(check.fix)}",
            f"Why it matters: {plain(check.why)}",
        ]
    )


def _rule(rule: GateRule) -> str:
    names = "" if rule.rule.startswith("check.") else ", ".join(rule.checks)
    return plain(f"{rule.message} ({names})" if names else rule.message)


def _evidence(verdict: VerdictResult) -> Iterator[str]:
    where = ", ".join(filter(None, (verdict.device or "shop", verdict.stage)))
    yield f"{where}: {plain(verdict.message)}"
    for finding in verdict.findings[:_EVIDENCE]:
        picture = f"picture {finding.screenshot}" if finding.screenshot else ""
        message = "" if finding.message == verdict.message else finding.message
        told = " | ".join(filter(None, map(plain, (message, finding.selector, finding.url, picture))))
        if told:
            yield f"  - {told}"
    if len(verdict.findings) > _EVIDENCE:
        yield f"  - and {len(verdict.findings) - _EVIDENCE} more"


def _why_not(verdicts: Sequence[VerdictResult]) -> str:
    if not verdicts:
        return "This check was not run."
    unseen = [verdict for verdict in verdicts if verdict.outcome == Kind.NOT_MEASURABLE.value] or list(verdicts)
    return plain(f"{unseen[0].outcome.replace('_', ' ')}: {unseen[0].message}")
