import io

from auditor_reports.terminal.rules import rules_table
from auditor_reports.terminal.screen import Screen
from auditor_reports.view.gate_rules import GateRules, RuleRow
from rich.console import Console

ROWS = [
    RuleRow("Score", "at least 70", ["84"], "passed", "kept"),
    RuleRow("Page weight", "at most 1 MB", ["Desktop: 2 MB", "Phone: 3 MB"], "failed", "broken"),
    RuleRow("Load time", "at most 1 s", ["not measured"], "undecided", "no evidence"),
]


def printed(rules: GateRules | None, width: int = 80) -> list[str]:
    out = io.StringIO()
    Console(file=out, width=width).print(rules_table(rules, Screen(width=width)))
    return [line.rstrip() for line in out.getvalue().splitlines()]


def test_a_rule_is_a_line_with_its_mark() -> None:
    assert printed(GateRules(ROWS, ["A waiver expired."])) == [
        "",
        "  Rule           Demanded      Measured",
        "  ✓ Score        at least 70   84",
        "  ✗ Page weight  at most 1 MB  Desktop: 2 MB",
        "                               Phone: 3 MB",
        "  ? Load time    at most 1 s   not measured",
        "  A waiver expired.",
    ]


def test_nothing_demanded_is_no_line() -> None:
    assert [line for line in printed(None) if line] == []


def test_endless_texts_stay_within_the_screen() -> None:
    long = RuleRow("a" * 500, "b" * 500, ["c" * 500], "failed", "broken")
    assert max(map(len, printed(GateRules([long], ["d" * 900]), 60))) <= 60
