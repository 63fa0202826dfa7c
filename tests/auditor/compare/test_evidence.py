import pytest

from auditor.api import FindingChange, VerdictResult
from auditor.compare.comparing import compare
from tests.auditor.specimens import walked
from tests.reports.results import audit, said, seen


def findings(before: VerdictResult, after: VerdictResult) -> list[FindingChange]:
    ways = [walked(), walked(device="mobile")]
    (problem,) = compare(audit(shown=[before], journeys=ways), audit(shown=[after], journeys=ways)).problems
    return problem.findings


def changes(before: VerdictResult, after: VerdictResult) -> dict[str | None, str]:
    return {f.fingerprint: f.change for f in findings(before, after)}


def test_evidence_is_known_again_by_its_fingerprint() -> None:
    before = said(findings=[seen("Three are small.", fingerprint="a"), seen(fingerprint="b")])
    after = said(findings=[seen("Four are small.", fingerprint="a"), seen(fingerprint="c")])
    assert changes(before, after) == {"a": "unchanged", "b": "fixed", "c": "new"}


def test_evidence_of_a_verdict_that_got_worse_got_worse() -> None:
    known = [seen(fingerprint="a")]
    assert changes(said(outcome="warn", findings=known), said(findings=known)) == {"a": "worse"}
    assert changes(said(findings=known), said(outcome="warn", findings=known)) == {"a": "better"}


def test_all_evidence_of_a_passing_check_is_fixed_and_of_a_failing_one_new() -> None:
    bad, good = said(findings=[seen(fingerprint="a")]), said(outcome="pass")
    assert changes(bad, good) == {"a": "fixed"}
    assert changes(good, bad) == {"a": "new"}


def test_without_a_second_look_evidence_is_unknown() -> None:
    assert changes(said(findings=[seen(fingerprint="a")]), said(outcome="not_measurable")) == {"a": "unknown"}


def test_a_verdict_without_evidence_stands_for_itself() -> None:
    (itself,) = findings(said(message="No reviews."), said(outcome="pass"))
    assert (itself.fingerprint, itself.change, itself.message) == (None, "fixed", "No reviews.")


def test_what_a_cut_list_leaves_out_is_neither_fixed_nor_new() -> None:
    cut = said(unlisted=8, findings=[seen(fingerprint="a")])
    whole = said(findings=[seen(fingerprint="a"), seen(fingerprint="b")])
    assert changes(whole, cut) == {"a": "unchanged", "b": "unknown"}
    assert changes(cut, whole) == {"a": "unchanged", "b": "unknown"}


@pytest.mark.parametrize("unit", ["s", "px", "of 4", "to 1", "points", "days", "×", "times", "extra clicks", "categories", "pages", ""])
def test_a_value_is_no_count_of_evidence(unit: str) -> None:
    one, other = (said(value=9, unit=unit, findings=[seen(fingerprint=name)]) for name in "ab")
    assert changes(one, other) == {"a": "fixed", "b": "new"}
