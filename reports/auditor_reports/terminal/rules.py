"""The rules of the release gate as a compact table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from auditor_reports.view.cleaning import shortened
from auditor_reports.view.voice import tell

if TYPE_CHECKING:
    from auditor_reports.terminal.screen import Screen
    from auditor_reports.view.gate_rules import GateRules

_TONES = {"passed": "green", "failed": "red", "undecided": "yellow"}
_REMARKS = 6


def rules_table(rules: GateRules | None, screen: Screen) -> RenderableType:
    """Return the rules, those that are broken in colour, and what else there is to know; nothing where only the usual rule is set."""
    if rules is None:
        return Group()
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for title in (tell("Rule"), tell("Demanded"), tell("Measured")):
        table.add_column(title)
    for row in rules.rows:
        rule = Text(f"{screen.symbols[row.state]} ", style=_TONES[row.state]).append(shortened(row.title, 80), style="not bold default")
        table.add_row(rule, Text(shortened(row.demanded, 40)), Text("\n".join(shortened(value, 120) for value in row.measured)))
    remarks = [Text(shortened(remark, 300), style="dim") for remark in rules.remarks[:_REMARKS]]
    return Group(Text(), Padding(Group(table, *remarks), (0, 0, 0, 2)))
