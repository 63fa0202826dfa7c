import pytest
from auditor_reports.view.scorecard import (
    GRADES,
    cap_notes,
    category_rows,
    grade_bands,
    grade_of,
    grade_words,
    score_sentence,
    unscored_titles,
)

from auditor.api import CATEGORIES, Kind, Severity
from auditor.score.scoring import GRADES as SCORED
from tests.auditor.specimens import check, verdict, walked
from tests.reports.results import audit

BOTH = [walked(), walked(device="mobile")]


def test_every_category_has_a_row_and_those_without_a_check_come_last() -> None:
    rows = category_rows(audit([verdict(check("trust-a")), verdict(check("speed-a"), Kind.NOT_MEASURABLE)], BOTH))
    assert len(rows) == len(CATEGORIES)
    assert [(r.id, r.score, r.judged) for r in rows[:3]] == [("speed", None, True), ("trust", 100, True), ("navigation", None, False)]
    assert rows[1].devices == (("desktop", 100), ("mobile", None))


def test_categories_without_a_score_are_named() -> None:
    rows = category_rows(audit([verdict(check(f"{c.id}-a")) for c in CATEGORIES if c.id != "mobile"]))
    assert unscored_titles(rows) == ["Mobile use"]


def test_the_cap_that_bites_says_what_the_score_would_be() -> None:
    said = [verdict(check("checkout-bad", severity=Severity.CRITICAL, blocker=True), Kind.FAIL)]
    said += [verdict(check(f"speed-{i}", severity=Severity.CRITICAL)) for i in range(3)]
    first, second = cap_notes(audit([*said, verdict(check("checkout-good", severity=Severity.CRITICAL))]))
    assert (first.bites, first.heading) == (True, "Why the score is limited.")
    assert (
        first.sentence == "Shoppers cannot buy, or should not: checkout-bad is wrong. It would be 69 without this limit of 39."
    )  # 2200 / 32
    assert (second.bites, second.heading) == (False, "A ceiling for the score.")


def test_a_cap_above_the_score_does_not_bite() -> None:
    (note,) = cap_notes(audit([verdict(check("checkout-bad", severity=Severity.CRITICAL), Kind.FAIL)]))
    assert not note.bites
    assert note.sentence.endswith("With this it cannot rise above 84.")


POLICY = "The weights are a policy: with each in turn 30% lower or higher the total would"


@pytest.mark.parametrize(
    ("kinds", "sentence"),
    [
        ({}, "There is no score: too little could be judged."),
        ({"speed-a": Kind.PASS}, f"Before caps this shop has 100, after them 100. {POLICY} stay at 100."),
        # speed 12 x 50 and security 8 x 100 are 1400 / 20
        ({"speed-a": Kind.WARN, "security-a": Kind.PASS}, f"Before caps this shop has 70, after them 70. {POLICY} lie between 66 and 74."),
    ],
)
def test_it_is_told_how_the_total_came_about(kinds: dict[str, Kind], sentence: str) -> None:
    assert score_sentence(audit([verdict(check(name), kind) for name, kind in kinds.items()])) == sentence


def test_engine_and_reports_use_the_same_grades() -> None:
    assert tuple((letter, least) for least, letter in SCORED) == GRADES
    assert [grade_of(total) for total in (100, 90, 89, 65, 64, 50, 49, 0)] == ["A", "A", "B", "C", "D", "D", "E", "E"]
    assert [grade_words(letter) for letter in ("A", "E", None)] == ["very good", "poor", "no grade"]


def test_grades_cover_every_score_once() -> None:
    bands = grade_bands()
    assert [score for band in reversed(bands) for score in range(band.least, band.most + 1)] == list(range(101))
    assert all(grade_of(band.least) == grade_of(band.most) == band.letter for band in bands)
