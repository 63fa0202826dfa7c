from collections.abc import Sequence
from statistics import median

import pytest

from auditor.compare.bands import Band, band_of, effort_bands, journey_band, measured_width, timed_checks
from auditor.compare.values import compared_values, good_direction, moved_by_loads, value_change
from tests.reports.results import said


@pytest.mark.parametrize(
    ("before", "after", "band", "change"),
    [
        (10.0, 12.0, Band(floor=2, good="less"), "unchanged"),
        (10.0, 12.1, Band(floor=2, good="less"), "worse"),
        (10.0, 7.0, Band(floor=2, good="less"), "better"),
        (10.0, 13.0, Band(floor=2, good="more"), "better"),
        (10.0, 13.0, Band(floor=2), "changed"),
        (100.0, 125.0, Band(share=0.2, good="less"), "unchanged"),
        (5.0, 5.0, Band(good="less"), "unchanged"),
        (5.0, 6.0, Band(good="less"), "worse"),
        (None, 6.0, Band(good="less"), "unknown"),
    ],
)
def test_a_number_moves_beyond_its_band_or_not_at_all(before: float | None, after: float | None, band: Band, change: str) -> None:
    assert value_change(before, after, band).change == change


def test_a_measured_band_takes_the_place_of_the_default() -> None:
    found = value_change(10.0, 11.0, Band(floor=5, good="less"), width=0.5)
    assert (found.change, found.band, found.band_from) == ("worse", 0.5, "runs")


def test_repeated_loads_overlap_within_half_of_both_spreads() -> None:
    band = Band(scale=0.001)
    assert measured_width(band, (1000, 1200, 1400), (900, 1000, 1100)) == pytest.approx(0.3)
    assert measured_width(band, (1000, 1200), (900, 1000, 1100)) is None


@pytest.mark.parametrize(
    ("threshold", "value", "outcome", "direction"),
    [
        ("≤ 2.5 s", 9.0, "pass", "less"),
        ("≥ 16 px", 9.0, "pass", "more"),
        ("0", 4, "fail", "less"),
        ("3", 1, "fail", "more"),
        ("100 %", 80.0, "warn", "more"),
        ("3", 1, "pass", ""),
        ("", 1, "fail", ""),
        ("some text", 1, "fail", ""),
    ],
)
def test_the_threshold_tells_which_direction_helps(threshold: str, value: float, outcome: str, direction: str) -> None:
    assert good_direction(said(outcome=outcome, threshold=threshold, value=value)) == direction


def test_only_numbers_of_one_unit_are_compared() -> None:
    assert compared_values(said(value=1, unit="s"), said(value=1, unit="ms"), ({}, {})) is None
    assert compared_values(said(value="full"), said(value="none"), ({}, {})) is None
    assert compared_values(said(value=True), said(value=False), ({}, {})) is None


def test_bands_are_found_by_check_then_by_unit() -> None:
    assert band_of("speed-lcp", "s").key
    assert band_of("plugin-x", "ms").floor > 0
    assert band_of("plugin-x", "buttons") == band_of("mobile-input-zoom", "px") == Band()
    assert set(timed_checks().values()) == {"LCP", "TTFB", "CLS"}
    assert all(band.good for band in effort_bands().values())
    assert journey_band().floor > 0


@pytest.mark.parametrize(
    ("before", "after", "change", "p", "effect"),
    [
        ([1, 2, 3, 4], [5, 6, 7, 8], "worse", 0.02857, 1),
        ([5, 6, 7, 8], [1, 2, 3, 4], "better", 0.02857, -1),
        ([1, 3, 5, 7], [2, 4, 6, 8], "unchanged", 0.68571, 0.25),
        ([1, 2, 3], [7, 8, 9], "worse", None, None),  # too few to prove anything: the band decides
    ],
)
def test_enough_loads_decide_by_a_test(
    before: Sequence[float], after: Sequence[float], change: str, p: float | None, effect: float | None
) -> None:
    band = Band(good="less")
    found = moved_by_loads(value_change(before[1], after[1], band), before, after, band, "less")
    assert (found.change, found.p, found.effect) == (change, p, effect)


def test_loads_that_contradict_the_numbers_prove_nothing() -> None:
    band = Band(good="less")
    found = moved_by_loads(value_change(9.0, 1.0, band), [1, 2, 3, 4], [5, 6, 7, 8], band, "less")
    assert found.change == "unchanged"


@pytest.mark.parametrize(
    ("check", "before", "after", "change"),
    [
        ("speed-ttfb", (200, 201, 202, 203), (204, 205, 206, 207), "unchanged"),
        ("speed-ttfb", (200, 201, 202, 203), (239, 240, 241, 242), "unchanged"),
        ("speed-ttfb", (200, 201, 202, 203), (240, 241, 242, 243), "worse"),
        ("speed-lcp", (1100, 1100, 1100, 1100), (1200, 1200, 1200, 1200), "worse"),
        ("speed-lcp", (1200, 1200, 1200, 1200), (1101, 1101, 1101, 1101), "unchanged"),
        ("speed-cls", (0.1, 0.1, 0.1, 0.1), (0.105, 0.105, 0.105, 0.105), "worse"),
        ("speed-cls", (0.1, 0.1, 0.1, 0.1), (0.102, 0.102, 0.102, 0.102), "unchanged"),
    ],
)
def test_what_is_proved_and_a_trifle_is_unchanged(check: str, before: tuple[float, ...], after: tuple[float, ...], change: str) -> None:
    band, place = band_of(check, ""), (check, "desktop", "home")
    one, other = (said(check, value=median(loads) * band.scale, threshold="≤ 0", stage="home") for loads in (before, after))
    found = compared_values(one, other, ({place: before}, {place: after}))
    assert found is not None
    assert (found.change, found.p, abs(found.effect or 0)) == (change, 0.02857, 1)


def test_a_tenth_of_a_second_of_the_largest_paint_is_worth_a_word() -> None:
    assert band_of("speed-lcp", "s").notable == pytest.approx(0.1)
