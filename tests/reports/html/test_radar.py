import pytest
from auditor_reports.html.radar import radar_of
from auditor_reports.view.scorecard import CategoryRow, category_rows

from auditor.api import Kind
from tests.auditor.specimens import check, verdict, walked
from tests.reports.results import audit

BOTH = ["desktop", "mobile"]


def rows(*kinds: Kind) -> list[CategoryRow]:
    names = ("speed", "navigation", "product", "checkout")
    journeys = [walked(device=device) for device in BOTH]
    found = [verdict(check(f"{name}-a"), kind, device) for name, kind in zip(names, kinds, strict=False) for device in BOTH]
    return category_rows(audit(found, journeys))


def test_a_line_per_device_goes_around_the_centre() -> None:
    radar = radar_of(rows(Kind.PASS, Kind.FAIL, Kind.PASS), BOTH)
    assert radar is not None
    assert [axis.title for axis in radar.axes] == [
        "Speed of the site and of buying",
        "Navigation and search",
        "Product information and images",
    ]
    assert [(line.device, line.scores) for line in radar.series] == [("desktop", [100, 0, 100]), ("mobile", [100, 0, 100])]
    assert list(radar.series[0].points) == [radar.ring(100)[0], radar.ring(0)[1], radar.ring(100)[2]]


def test_a_category_without_a_score_has_no_axis() -> None:
    radar = radar_of(rows(Kind.PASS, Kind.NOT_MEASURABLE, Kind.PASS, Kind.PASS), BOTH)
    assert radar is not None
    assert "Navigation and search" not in [axis.title for axis in radar.axes]


@pytest.mark.parametrize(
    ("kinds", "devices"), [([Kind.PASS, Kind.PASS], BOTH), ([Kind.PASS] * 4, []), ([Kind.PASS] * 4, ["desktop", "mobile", "tablet"])]
)
def test_too_little_and_too_much_are_not_drawn(kinds: list[Kind], devices: list[str]) -> None:
    assert radar_of(rows(*kinds), devices) is None


def test_labels_stay_inside_of_the_drawing() -> None:
    radar = radar_of(rows(*[Kind.PASS] * 4), BOTH)
    assert radar is not None
    for axis in radar.axes:
        for x, y, line in axis.label:
            width = len(line) * 7
            left = {"start": x, "middle": x - width / 2, "end": x - width}[axis.anchor]
            assert left >= 0
            assert left + width <= 620
            assert 12 <= y <= 412
