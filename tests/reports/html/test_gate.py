"""The rules of the gate as a section of the report."""

from collections.abc import Callable

from auditor.api import Kind, Result, Stage
from auditor.gate.rules import GateRules
from tests.auditor.specimens import check, verdict, walked
from tests.reports.hostile import NASTY
from tests.reports.html.conftest import Written
from tests.reports.results import audit

Write = Callable[..., Written]
HOSTILE = " ".join(NASTY.values())
BAD = check("checkout-bad", title="Guests can buy")


def demanding() -> Result:
    rules = GateRules("none", 80, checks={"checkout-bad": "error"}, must_reach={None: Stage.PAYMENT})
    return audit([verdict(BAD, Kind.FAIL)], [walked()], rules=rules)


def test_each_rule_is_a_row(write: Write) -> None:
    page = write(demanding(), BAD)
    rows = [[" ".join(cell.get_text(" ").split()) for cell in row.find_all(["th", "td"])] for row in page.document.select("#gate tbody tr")]
    assert rows == [
        ["Guests can buy", "may not fail", "Desktop: Failed", "broken"],
        ["Score", "at least 80", "0", "broken"],
        ["The way to payment", "at least to Payment", "Desktop: Payment", "kept"],
    ]
    assert page.document.select_one(".contents a[href='#gate']")
    assert page.document.select_one("#summary a[href='#gate']")


def test_the_usual_rule_needs_no_section(write: Write) -> None:
    page = write(audit([verdict(BAD, Kind.FAIL)]), BAD)
    assert not page.document.select("#gate, a[href='#gate']")


def test_what_stands_in_rules_stays_text(write: Write) -> None:
    made = demanding()
    rules = [
        rule.model_copy(update={"rule": HOSTILE, "device": HOSTILE, "measured": HOSTILE, "threshold": HOSTILE}) for rule in made.gate.rules
    ]
    page = write(made.model_copy(update={"gate": made.gate.model_copy(update={"rules": rules, "notes": [HOSTILE]})}), BAD)
    assert {element.name for element in page.document.select("#gate *")} <= {
        "h2", "p", "table", "thead", "tbody", "tr", "th", "td", "span", "svg", "use", "ul", "li",
    }  # fmt: skip
