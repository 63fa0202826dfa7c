import pytest
from auditor_reports.view.roadmap import LANES, lane_of, lane_title, lane_words
from auditor_reports.view.topics import topics_of

from auditor.api import Effort
from tests.auditor.specimens import check
from tests.reports.results import said


@pytest.mark.parametrize(
    ("outcome", "severity", "effort", "priority", "lane"),
    [
        ("fail", "major", Effort.XS, 25, "now"),
        ("warn", "major", Effort.S, 18, "now"),
        ("fail", "critical", Effort.XL, 1, "now"),
        ("warn", "critical", Effort.XL, 1, "later"),
        ("fail", "major", Effort.M, 13, "next"),
        ("fail", "major", Effort.XS, 24, "later"),
        ("fail", "minor", Effort.L, 1, "later"),
    ],
)
def test_what_hurts_or_is_quick_is_mended_now(outcome: str, severity: str, effort: Effort, priority: float, lane: str) -> None:
    known = check("trust-a", effort=effort)
    (topic,) = topics_of([said(known.id, outcome, severity=severity, priority=priority)], {known.id: known})
    assert lane_of(topic) == lane


def test_every_lane_has_words() -> None:
    assert [lane_title(lane) for lane in LANES] == ["Now", "Next", "Later"]
    assert all(lane_words(lane).endswith(".") for lane in LANES)
