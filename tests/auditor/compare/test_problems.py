"""What became of problems: nothing that was not looked at is ever fixed."""

from collections.abc import Sequence
from typing import Any

import pytest

from auditor.api import Comparison, JourneyResult, ProblemChange, VerdictResult
from auditor.compare.comparing import compare
from tests.auditor.specimens import walked
from tests.reports.results import audit, said, seen

BOTH = (walked(), walked(device="mobile"))


def compared(
    before: Sequence[VerdictResult],
    after: Sequence[VerdictResult],
    ways: tuple[Sequence[JourneyResult], Sequence[JourneyResult]] = (BOTH, BOTH),
    **options: Any,
) -> Comparison:
    return compare(audit(shown=before, journeys=ways[0]), audit(shown=after, journeys=ways[1]), **options)


def only(comparison: Comparison) -> ProblemChange:
    (problem,) = comparison.problems
    return problem


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ("fail", "pass", "fixed"),
        ("warn", "pass", "fixed"),
        ("pass", "fail", "new"),
        ("not_applicable", "fail", "new"),
        ("warn", "fail", "worse"),
        ("fail", "warn", "better"),
        ("fail", "fail", "unchanged"),
        ("fail", "not_measurable", "unknown"),
        ("fail", "error", "unknown"),
        ("fail", "not_applicable", "unknown"),
        ("fail", "info", "unknown"),
        ("not_measurable", "fail", "unknown"),
        ("error", "warn", "unknown"),
        ("info", "fail", "unknown"),
    ],
)
def test_what_became_of_a_problem_at_one_place(before: str, after: str, change: str) -> None:
    comparison = compared([said(outcome=before)], [said(outcome=after)])
    assert only(comparison).change == change
    assert comparison.counts[change] == 1
    assert sum(comparison.counts.values()) == 1


def test_a_check_that_was_not_run_again_is_not_fixed() -> None:
    problem = only(compared([said()], []))
    assert (problem.change, problem.places[0].after) == ("unknown", "not_run")


def test_a_device_that_did_not_visit_the_shop_again_fixes_nothing() -> None:
    problem = only(compared([said(device="mobile")], [], (BOTH, BOTH[:1])))
    assert (problem.change, problem.places[0].after) == ("unknown", "not_visited")


def test_fixed_on_one_device_and_not_looked_at_on_the_other_is_better_at_most() -> None:
    before = [said(device="desktop"), said(device="mobile")]
    after = [said(outcome="pass", device="desktop"), said(outcome="not_measurable", device="mobile")]
    assert only(compared(before, after)).change == "better"


def test_a_new_place_with_an_unknown_past_is_not_wholly_new() -> None:
    before = [said(outcome="pass", device="desktop"), said(outcome="not_measurable", device="mobile")]
    after = [said(device="desktop"), said(device="mobile")]
    assert only(compared(before, after)).change == "worse"


def test_a_problem_in_fewer_places_is_better_and_in_more_is_worse() -> None:
    one = [said(device="desktop"), said(outcome="pass", device="mobile")]
    two = [said(device="desktop"), said(device="mobile")]
    assert only(compared(two, one)).change == "better"
    assert only(compared(one, two)).change == "worse"


def test_a_problem_that_moved_to_the_other_device_is_unchanged() -> None:
    before = [said(device="desktop"), said(outcome="pass", device="mobile")]
    after = [said(outcome="pass", device="desktop"), said(device="mobile")]
    assert only(compared(before, after)).change == "unchanged"


def test_a_verdict_that_turned_within_the_noise_of_its_value_is_unchanged() -> None:
    slow = said("speed-lcp", value=2.6, unit="s", threshold="≤ 2.5 s", stage="home")
    fast = said("speed-lcp", "pass", value=2.4, unit="s", threshold="≤ 2.5 s", stage="home")
    for before, after in ((slow, fast), (fast, slow)):
        problem = only(compared([before], [after]))
        assert (problem.change, problem.places[0].noise) == ("unchanged", True)


def test_beyond_the_noise_it_counts() -> None:
    slow = said("speed-lcp", value=5.0, unit="s", threshold="≤ 2.5 s", stage="home")
    fast = said("speed-lcp", "pass", value=1.4, unit="s", threshold="≤ 2.5 s", stage="home")
    assert only(compared([slow], [fast])).change == "fixed"
    assert only(compared([fast], [slow])).change == "new"


def test_pixels_are_no_noise() -> None:
    large = said("mobile-input-zoom", "pass", value=16.0, unit="px", threshold="≥ 16 px")
    small = said("mobile-input-zoom", value=12.0, unit="px", threshold="≥ 16 px")
    assert only(compared([large], [small])).change == "new"
    assert only(compared([small], [large])).change == "fixed"


def test_repeated_loads_tell_the_noise_better() -> None:
    slow = said("speed-lcp", value=2.7, unit="s", threshold="≤ 2.5 s", stage="home")
    fast = said("speed-lcp", "pass", value=2.4, unit="s", threshold="≤ 2.5 s", stage="home")
    place = ("speed-lcp", "desktop", "home")
    steady = ({place: (2690.0, 2700.0, 2710.0)}, {place: (2390.0, 2400.0, 2410.0)})
    assert only(compared([slow], [fast], loads=steady)).change == "fixed"
    assert only(compared([slow], [fast])).change == "unchanged"


def test_the_same_verdict_with_a_better_value_is_better() -> None:
    many = said("checkout-field-count", value=20, unit="fields", threshold="≤ 12 fields")
    less = said("checkout-field-count", value=15, unit="fields", threshold="≤ 12 fields")
    assert only(compared([many], [less])).change == "better"
    assert only(compared([less], [many])).change == "worse"


def test_the_same_verdict_with_less_evidence_is_better() -> None:
    two = said(findings=[seen(fingerprint="a"), seen(fingerprint="b")])
    one = said(findings=[seen(fingerprint="a")])
    assert only(compared([two], [one])).change == "better"
    assert only(compared([one], [two])).change == "worse"
    assert only(compared([one], [said(findings=[seen(fingerprint="c")])])).change == "unchanged"


def test_what_passes_on_one_side_and_is_unknown_on_the_other_is_named() -> None:
    comparison = compared([said(outcome="pass")], [said(outcome="not_measurable")])
    assert not comparison.problems
    (missing,) = comparison.unmeasured
    assert (missing.check, missing.side) == ("checkout-sample", "after")
    assert compared([], [said(outcome="pass")]).unmeasured[0].side == "before"


def test_what_does_not_apply_any_more_is_no_blind_spot() -> None:
    assert compared([said(outcome="pass")], [said(outcome="not_applicable")]).unmeasured == []


def test_new_problems_come_first_and_by_priority() -> None:
    before = [said("a-fixed"), said("b-new", "pass"), said("c-new", "pass")]
    after = [said("a-fixed", "pass"), said("b-new", priority=1.0), said("c-new", priority=9.0)]
    assert [p.check for p in compared(before, after).problems] == ["c-new", "b-new", "a-fixed"]


def test_a_result_compared_with_itself_has_not_changed() -> None:
    whole = audit(shown=[said(), said("trust-a", "warn"), said("trust-b", "pass"), said("trust-c", "not_measurable")], journeys=BOTH)
    comparison = compare(whole, whole)
    assert {p.change for p in comparison.problems} == {"unchanged"}
    assert (comparison.unmeasured, comparison.caveats, comparison.score.difference) == (
        [],
        [],
        0 if comparison.score.before.total else None,
    )
