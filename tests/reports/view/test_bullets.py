"""Values beside their targets on one scale."""

import pytest
from auditor_reports.view.bullets import bullet_of
from auditor_reports.view.readings import measured

from tests.reports.results import said


@pytest.mark.parametrize(
    ("value", "unit", "threshold", "length", "target"),
    [
        (16, "fields", "≤ 12 fields", 100.0, 75.0),
        (6, "fields", "≤ 12 fields", 43.5, 87.0),
        (6, "Felder", "≤ 12 Felder", 43.5, 87.0),
        (5.0, "s", "≤ 2,5 s", 100.0, 50.0),
        (900, "px", "≥ 1200 px", 65.2, 87.0),
        (1, "of 6", "6", 16.7, 100.0),
        (0.2, "", "≥ 95%", 20.0, 95.0),
        (0.5, "", "100 %", 50.0, 100.0),
    ],
)  # fmt: skip
def test_value_and_target_stand_on_one_scale(value: float, unit: str, threshold: str, length: float, target: float) -> None:
    bullet = bullet_of(said(value=value, unit=unit, threshold=threshold))
    assert bullet is not None
    assert (bullet.length, bullet.target) == (length, target)


@pytest.mark.parametrize(
    ("value", "unit", "threshold"),
    [
        (3, "places", "0"),  # a target of nothing has no length
        (None, "fields", "≤ 12 fields"),
        (True, "", "≥ 1"),
        ("SSL", "", "≥ 1"),
        (1, "ways on", "≥ 2, and it says so"),
        (2, "targets", "24 px, buttons for buying 44 px"),
        (3, "", "≥ 3 recommended"),
        (-1, "px", "≥ 2 px"),
        (5, "pages", "every page, with the count"),
        (5, "pages", "4"),  # whether more or less is wanted is not said
    ],
)  # fmt: skip
def test_what_is_no_pair_of_numbers_has_no_chart(value: object, unit: str, threshold: str) -> None:
    assert bullet_of(said(value=value, unit=unit, threshold=threshold)) is None


def test_what_is_far_off_ends_at_the_edge_and_says_so() -> None:
    bullet = bullet_of(said(value=900, unit="s", threshold="≤ 2.5 s"))
    assert bullet is not None
    assert (bullet.length, bullet.target, bullet.beyond, bullet.at_most) == (100.0, 25.0, True, True)


def test_a_share_is_told_in_per_cent_like_its_target() -> None:
    assert measured(said(value=0.5, unit="", threshold="≥ 95%")) == "50%"
    assert measured(said(value=3, unit="", threshold="≥ 3")) == "3"
