import pytest

from auditor.model.outcome import (
    Confidence,
    Finding,
    Kind,
    Outcome,
    Severity,
    failed,
    info,
    measured,
    not_applicable,
    not_measurable,
    passed,
    warned,
)


@pytest.mark.parametrize(
    ("value", "kind", "grade"),
    [
        (0, Kind.PASS, 1.0),
        (2500, Kind.PASS, 1.0),
        (2600, Kind.WARN, 0.9667),  # 1 - 0.5 * 100 / 1500
        (3250, Kind.WARN, 0.75),
        (4000, Kind.WARN, 0.5),
        (4001, Kind.FAIL, 0.4999),  # 0.5 * (8000 - 4001) / 4000
        (6000, Kind.FAIL, 0.25),
        (8000, Kind.FAIL, 0.0),
        (90_000, Kind.FAIL, 0.0),
    ],
)
def test_number_is_graded_along_straight_lines(value: float, kind: Kind, grade: float) -> None:
    outcome = measured("LCP", value=value, good=2500, poor=4000, unit="ms")
    assert (outcome.kind, outcome.grade, outcome.threshold) == (kind, grade, "≤ 2500 ms")


def test_one_bound_for_both_has_no_slope_between() -> None:
    assert measured("", value=1, good=1, poor=1, unit="").grade == 1
    assert measured("", value=1.5, good=1, poor=1, unit="").grade == 0.25


def test_a_bound_of_zero_allows_nothing() -> None:
    assert measured("", value=0, good=0, poor=0, unit="").kind is Kind.PASS
    outcome = measured("", value=1, good=0, poor=0, unit="errors")
    assert (outcome.kind, outcome.grade) == (Kind.FAIL, 0)


def test_long_decimals_are_cut_for_the_report() -> None:
    assert measured("", value=1 / 3, good=1, poor=2, unit="s").value == 0.333


def test_only_pass_warn_and_fail_score() -> None:
    assert {kind for kind in Kind if kind.scores} == {Kind.PASS, Kind.WARN, Kind.FAIL}


def test_each_word_makes_its_outcome() -> None:
    finding = Finding("too small", "a.buy")
    assert passed("good", value=3, unit="fields") == Outcome(Kind.PASS, "good", 3, "fields")
    assert warned("half", findings=[finding], confidence=Confidence.LOW) == Outcome(
        Kind.WARN, "half", findings=(finding,), confidence=Confidence.LOW
    )
    assert failed("bad", findings=[finding], severity=Severity.MINOR) == Outcome(
        Kind.FAIL, "bad", findings=(finding,), severity=Severity.MINOR
    )
    assert warned("half", findings=[finding], unlisted=2).unlisted == failed("bad", findings=[finding], unlisted=2).unlisted == 2
    assert measured("bad", value=9, good=1, poor=2, unit="s", findings=[finding], unlisted=2).unlisted == 2
    assert not_applicable("no variants").kind is Kind.NOT_APPLICABLE
    assert not_measurable("no page").kind is Kind.NOT_MEASURABLE
    assert info("by the way", value=True).value is True
