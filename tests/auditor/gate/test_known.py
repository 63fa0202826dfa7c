from collections.abc import Sequence

from auditor.api import Finding, Gate, Kind, Severity, Stage
from auditor.gate.failures import failed_findings, looked_at
from auditor.gate.gating import decide
from auditor.gate.known import Baseline, baseline_of, updated
from auditor.gate.rules import GateRules
from auditor.model.verdict import Verdict
from tests.auditor.specimens import check, evidence, verdict, walked

BAD = check("speed-bad", severity=Severity.CRITICAL)
GOOD = verdict(check("trust-good"))


def bad(*names: str, device: str = "desktop", stage: Stage | None = Stage.CART, kind: Kind = Kind.FAIL, **facts: object) -> Verdict:
    return verdict(BAD, kind, device, stage, findings=tuple(Finding(name, selector=name) for name in names), **facts)


def baseline(*verdicts: Verdict) -> Baseline:
    return baseline_of("auditor.baseline.json", failed_findings(evidence(verdicts).verdicts))


def gate(known: Baseline, verdicts: Sequence[Verdict], max_new: int | None = None) -> Gate:
    return decide(GateRules(baseline=known, max_new=max_new), evidence([GOOD, *verdicts], [walked()]))


def test_what_is_known_lets_a_release_pass() -> None:
    found = gate(baseline(bad("a", "b")), [bad("a", "b")])
    assert (found.passed, found.failed_checks) == (True, [])
    assert found.baseline is not None
    assert (found.baseline.path, found.baseline.known, found.baseline.new, found.baseline.stale) == ("auditor.baseline.json", 2, 0, [])


def test_a_new_finding_of_a_known_check_fails() -> None:
    found = gate(baseline(bad("a")), [bad("a", "b")])
    assert (found.passed, [one.check for one in found.failed_checks]) == (False, ["speed-bad"])
    assert found.baseline is not None
    assert (found.baseline.known, found.baseline.new) == (1, 1)
    assert found.rules[0].message == "1 check of severity critical or above fails in a way that the baseline does not know; none may."


def test_a_failure_without_findings_is_known_by_its_stage() -> None:
    known = baseline(bad(stage=Stage.CART))
    assert gate(known, [bad(stage=Stage.CART)]).passed
    assert not gate(known, [bad(stage=Stage.HOME)]).passed


def test_a_known_finding_is_new_on_another_device_and_when_it_hurts_more() -> None:
    assert not gate(baseline(bad("a")), [bad("a", device="mobile")]).passed
    assert not gate(baseline(bad("a", severity=Severity.MINOR)), [bad("a")]).passed
    assert gate(baseline(bad("a")), [bad("a", severity=Severity.MINOR)]).passed


def test_a_warning_that_became_a_failure_is_new() -> None:
    assert not gate(baseline(bad("a", kind=Kind.WARN)), [bad("a")]).passed


def test_new_findings_are_counted_whatever_their_severity() -> None:
    small = [bad("a", "b", severity=Severity.MINOR), bad("a", device="mobile", severity=Severity.MINOR)]
    kept, broken = gate(baseline(), small, 2), gate(baseline(), small, 1)
    assert (kept.passed, broken.passed) == (True, False)
    assert broken.reasons == ["2 findings are new to the baseline; the most is 1."]
    assert [(rule.measured, rule.threshold, rule.checks) for rule in broken.rules if rule.rule == "max_new"] == [(2, 1, ["speed-bad"])]


def test_what_is_gone_is_stale() -> None:
    found = gate(baseline(bad("a", "b")), [bad("a")])
    assert found.baseline is not None
    assert [one.check for one in found.baseline.stale] == ["speed-bad"]
    assert found.notes == ["1 finding of the baseline auditor.baseline.json is gone; `auditor baseline` takes it out."]
    assert found.passed


def test_what_was_not_looked_at_is_not_stale() -> None:
    known = baseline(bad("a"), bad("b", device="mobile"), bad("c", stage=Stage.HOME))
    found = gate(known, [bad(kind=Kind.NOT_MEASURABLE), bad(kind=Kind.PASS, device="mobile", stage=Stage.HOME)])
    assert found.baseline is not None
    assert found.baseline.stale == []


def test_an_update_takes_out_what_is_gone_and_keeps_what_was_not_looked_at() -> None:
    before = baseline(bad("a", "b"), bad("a", "c", device="mobile"))
    found = evidence([bad("a", "new")]).verdicts
    after = updated(before, list(failed_findings(found)), looked_at(found))
    assert {(one.message, one.devices) for one in after.findings.values()} == {
        ("a", ("desktop", "mobile")), ("new", ("desktop",)), ("c", ("mobile",)),
    }  # fmt: skip


def test_what_is_gone_on_one_device_is_stale() -> None:
    found = gate(baseline(bad("a"), bad("a", device="mobile")), [bad("a"), bad(kind=Kind.PASS, device="mobile")])
    assert found.baseline is not None
    assert [one.check for one in found.baseline.stale] == ["speed-bad"]
