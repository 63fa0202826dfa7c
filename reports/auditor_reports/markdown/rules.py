"""The rules of the release gate as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor_reports.markdown.escaping import text
from auditor_reports.markdown.fitting import Section
from auditor_reports.view.voice import tell

if TYPE_CHECKING:
    from auditor_reports.view.gate_rules import GateRules

_MARKS = {"passed": "✅", "failed": "❌", "undecided": "❔"}
_MOST = 30


def rules_table(rules: GateRules | None) -> Section:
    """Return the rules as a table, those that are not kept first."""
    if rules is None:
        return Section("")
    titles = [tell("Rule"), tell("Demanded"), tell("Measured"), tell("Verdict")]
    head = f"| {' | '.join(text(title, 40) for title in titles)} |\n| --- | --- | --- | --- |"
    rows = [
        f"| {text(row.title, 160)} | {text(row.demanded, 80)} | {'<br>'.join(text(value, 200) for value in row.measured)}"
        f" | {_MARKS[row.state]} {text(row.word, 40)} |"
        for row in sorted(rules.rows, key=lambda row: row.state == "passed")
    ]
    return Section(head, rows, "\n".join(f"- {text(remark, 400)}" for remark in rules.remarks), between="\n", most=_MOST)
