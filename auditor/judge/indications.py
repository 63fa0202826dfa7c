"""Legal rules are judged only under a jurisdiction that was named, and say that they are indications, with the article."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from auditor.judge.doubting import doubted
from auditor.judge.judging import judge
from auditor.model.check import JURISDICTIONS, Check, Law
from auditor.model.outcome import Kind, not_applicable
from auditor.model.verdict import Verdict
from auditor.record.recording import Recording
from auditor.words.message import Message, listing, own, say, together

_WRONG = {Kind.FAIL, Kind.WARN}


def judge_under(recording: Recording, checks: Iterable[Check], jurisdictions: Collection[str]) -> list[Verdict]:
    """Judge a recording; checks that are about law alone stay out where none of their jurisdictions was named."""
    checks = list(checks)
    judged = [check for check in checks if not check.legal or _named(check, jurisdictions)]
    verdicts = [_as_indication(verdict, jurisdictions) for verdict in doubted(judge(recording, judged), recording.machine)]
    left = [Verdict(check, not_applicable(_why_not(check))) for check in checks if check not in judged]
    return sorted([*verdicts, *left], key=lambda verdict: verdict.order)


def _named(check: Check, jurisdictions: Collection[str]) -> bool:
    return any(law.jurisdiction in jurisdictions for law in check.laws) or bool(not check.laws and jurisdictions)


def _as_indication(verdict: Verdict, jurisdictions: Collection[str]) -> Verdict:
    """Put the articles to a verdict on a rule that is law where the shop sells, and the caution to its words."""
    laws = tuple(law for law in verdict.check.laws if law.jurisdiction in jurisdictions)
    if not laws:
        return verdict
    if verdict.outcome.kind not in _WRONG:
        return replace(verdict, laws=laws)
    said = verdict.outcome.message
    caution = say("Not legal advice") if said.startswith("Indication") else say("Indication, not legal advice")
    message = together(said, " ", say("{caution}: {articles}.", caution=caution, articles=_articles(laws)))
    return replace(verdict, outcome=replace(verdict.outcome, message=message), laws=laws)


def _articles(laws: Iterable[Law]) -> Message:
    return together(*(own(law.article) for law in laws), between="; ")


def _why_not(check: Check) -> str:
    named = list(dict.fromkeys(law.jurisdiction for law in check.laws)) or list(JURISDICTIONS)
    where = listing(named, "or")
    return say("A matter of law, judged only under a jurisdiction that is named: --jurisdiction {where}.", where=where)
