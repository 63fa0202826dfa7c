from auditor_reports.markdown.rules import rules_table
from auditor_reports.view.gate_rules import GateRules, RuleRow

from tests.reports.hostile import NASTY
from tests.reports.markdown.reading import Comment

HOSTILE = " ".join(NASTY.values())
KEPT = RuleRow("Score", "at least 70", ["84"], "passed", "kept")
BROKEN = RuleRow("Page weight", "at most 1 MB", ["Desktop: 2 MB", "Phone: 3 MB"], "failed", "broken")


def table(rules: GateRules | None) -> str:
    return rules_table(rules).cut(9_999)


def test_nothing_demanded_is_nothing_said() -> None:
    assert table(None) == ""


def test_broken_rules_stand_first() -> None:
    shown = Comment(table(GateRules([KEPT, BROKEN], ["A waiver expired."]))).document
    rows = [[cell.get_text("; ") for cell in row.find_all("td")] for row in shown.select("tbody tr")]
    assert rows == [["Page weight", "at most 1 MB", "Desktop: 2 MB; Phone: 3 MB", "❌ broken"], ["Score", "at least 70", "84", "✅ kept"]]
    assert [item.get_text() for item in shown.select("li")] == ["A waiver expired."]


def test_a_hostile_shop_leaves_the_table_whole() -> None:
    hostile = RuleRow(HOSTILE, HOSTILE, [HOSTILE], "failed", "broken")
    shown = Comment(table(GateRules([hostile, KEPT], [HOSTILE]))).document
    assert [len(row.find_all("td")) for row in shown.select("tbody tr")] == [4, 4]
    assert not shown.find_all(["img", "script", "a"])
