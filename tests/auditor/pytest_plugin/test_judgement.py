from datetime import date

import pytest

from auditor.api import Kind, Severity
from auditor.gate.failures import failed_findings
from auditor.gate.gating import decide
from auditor.gate.known import baseline_of
from auditor.gate.rules import Budget, GateRules, Waiver
from auditor.model.outcome import Confidence, Finding
from auditor.model.stage import Stage
from auditor.model.verdict import Verdict
from auditor.pytest_plugin.judgement import Judgement, at_stages, judgement_of, plain, rule_judgement, rule_names
from auditor.result.lighthouse import LighthouseResult
from auditor.result.model import GateRule, Result, RuleOutcome
from tests.auditor.specimens import check, evidence, result, verdict, walked
from tests.reports.results import said, step

ID = "checkout-guest"
CHECK = check(ID)
FAILS = verdict(CHECK, Kind.FAIL, message="No way.")


def judged(*verdicts: Verdict, rules: GateRules | None = None) -> Judgement:
    found = result(verdicts, [walked()])
    return judgement_of(CHECK, found.verdicts, rules or GateRules(), found)


@pytest.mark.parametrize(
    ("kinds", "ending"),
    [
        ([Kind.PASS], "passed"),
        ([Kind.INFO], "passed"),
        ([Kind.WARN], "passed"),
        ([Kind.PASS, Kind.FAIL], "failed"),
        ([Kind.PASS, Kind.ERROR], "failed"),
        ([Kind.NOT_APPLICABLE], "skipped"),
        ([Kind.NOT_MEASURABLE, Kind.PASS], "passed"),
        ([], "skipped"),
    ],
)
def test_a_check_ends_as_its_worst_verdict(kinds: list[Kind], ending: str) -> None:
    assert judged(*(verdict(CHECK, kind) for kind in kinds)).ending == ending


def test_a_warning_is_told_though_the_test_passes() -> None:
    assert "checkout-guest is wrong" in judged(verdict(CHECK, Kind.WARN, message="Nearly.")).note


def test_why_it_could_not_be_looked_at_comes_before_why_it_does_not_apply() -> None:
    found = judged(
        verdict(CHECK, Kind.NOT_APPLICABLE, message="No."), verdict(CHECK, Kind.NOT_MEASURABLE, device="mobile", message="Dark.")
    )
    assert found == Judgement("skipped", "not measurable: Dark.")


@pytest.mark.parametrize(
    ("rules", "ending", "told"),
    [
        (GateRules(waivers=(Waiver(ID, "Soon", date(2099, 1, 1)),)), "xfailed", "waived until 2099-01-01: Soon"),
        (GateRules(waivers=(Waiver(ID, "Soon", date(2000, 1, 1)),)), "failed", ""),
        (GateRules(checks={ID: "warn"}), "xfailed", "gate.checks says warn"),
        (GateRules(checks={ID: "off"}), "xfailed", "gate.checks says off"),
        (GateRules(checks={ID: "error"}), "failed", ""),
    ],
)
def test_what_the_gate_lets_pass_is_expected_to_fail(rules: GateRules, ending: str, told: str) -> None:
    found = judged(FAILS, rules=rules)
    assert found.ending == ending
    assert told in found.text


def test_what_the_baseline_knows_is_expected_to_fail() -> None:
    known = baseline_of("auditor.baseline.json", failed_findings(result([FAILS], [walked()]).verdicts))
    assert judged(FAILS, rules=GateRules(baseline=known)).text == "known: it stands in the baseline auditor.baseline.json"
    assert judged(FAILS, verdict(CHECK, Kind.FAIL, device="mobile"), rules=GateRules(baseline=known)).ending == "failed"


def test_an_unsure_failure_fails_only_where_its_check_is_demanded() -> None:
    unsure = verdict(CHECK, Kind.FAIL, confidence=Confidence.LOW)
    assert judged(unsure).ending == "xfailed"
    assert judged(unsure, rules=GateRules(checks={ID: "error"})).ending == "failed"


def test_long_evidence_is_cut() -> None:
    many = tuple(Finding(f"Number {n}.", key=str(n)) for n in range(25))
    text = judged(verdict(CHECK, Kind.FAIL, findings=many)).text
    assert "Number 19." in text
    assert "Number 20." not in text
    assert "and 5 more" in text


@pytest.mark.parametrize(
    ("outcomes", "ending"),
    [
        (["passed", "passed"], "passed"),
        (["passed", "failed"], "failed"),
        (["unreliable", "no_evidence"], "failed"),
        (["unreliable", "passed"], "skipped"),
        ([], "skipped"),
    ],
)
def test_a_rule_ends_as_its_worst_device(outcomes: list[str], ending: str) -> None:
    rules = [GateRule(rule="budget.lcp_ms", outcome=outcome, message="Slow.") for outcome in outcomes]  # type: ignore[arg-type]
    assert rule_judgement("budget.lcp_ms", gated(rules)).ending == ending


@pytest.mark.parametrize(
    ("outcome", "ending"), [("failed", "failed"), ("no_evidence", "failed"), ("unreliable", "skipped"), (None, "passed")]
)
@pytest.mark.parametrize("name", ["lighthouserc", "landing"])
def test_a_rule_that_stands_in_the_result_only_where_it_is_broken_was_else_kept(
    name: str, outcome: RuleOutcome | None, ending: str
) -> None:
    rules = [GateRule(rule=name, outcome=outcome, message="No.")] if outcome else []
    measured = LighthouseResult(device="mobile", stage="cart", url="https://shop.example/cart", assertions=2)
    assert rule_judgement(name, gated(rules, measured)).ending == ending


def test_assertions_that_no_page_was_held_against_were_not_kept() -> None:
    unmeasured = LighthouseResult(device="mobile", stage="cart", url="https://shop.example/cart", error="It did not open.")
    assert rule_judgement("lighthouserc", gated([], unmeasured)).ending == "skipped"


def gated(rules: list[GateRule], *pages: LighthouseResult) -> Result:
    """A result with these rules and these pages measured by Lighthouse."""
    found = result([FAILS], [walked()])
    return found.model_copy(update={"gate": found.gate.model_copy(update={"rules": rules}), "lighthouse": list(pages)})


def test_every_rule_that_the_gate_applies_has_a_test() -> None:
    rules = GateRules(
        fail_on="minor", min_score=50, min_category={"checkout": 50}, checks={ID: "error", "trust-a": "off"},
        budgets=(Budget("lcp_ms", 1), Budget("lcp_ms", 2, "desktop"), Budget("clicks", 3)), must_reach={None: Stage.PAYMENT}, max_new=0,
        broken=("Too slow.",), unsure=("Perhaps too slow.",),
    )  # fmt: skip
    verdicts = [FAILS, verdict(check("trust-a", severity=Severity.MINOR))]
    elsewhere = walked(steps=[step("home", "reached", url="https://elsewhere.example/")])
    gate = decide(rules, evidence(verdicts, [elsewhere], site="https://shop.example/"))
    assert rule_names(rules, asserted=True) == list(dict.fromkeys(rule.rule for rule in gate.rules))
    assert [name for name in rule_names(rules, asserted=False) if name == "lighthouserc"] == []


def test_verdicts_of_a_whole_way_stay_at_every_stage() -> None:
    home, cart, way = said(stage="home"), said(stage="cart"), said(stage=None)
    assert at_stages([home, cart, way], ["cart"]) == [cart, way]
    assert at_stages([home, cart, way], []) == [home, cart, way]


def test_a_shop_cannot_write_into_the_terminal() -> None:
    assert plain("a\x1b[2J b\r\n c\u202ed") == "a [2J b c d"
