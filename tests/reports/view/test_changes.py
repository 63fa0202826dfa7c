import pytest
from auditor_reports.view.changes import Change, changes_between

from auditor.api import Kind
from auditor.result.model import Tool
from tests.auditor.specimens import check, verdict, walked
from tests.reports.results import audit, said

BOTH = [walked(), walked(device="mobile")]
DAY = "2026-11-01T10:00:00+00:00"


@pytest.mark.parametrize(
    ("before", "now", "said_of_it"),
    [
        (70, 73, ("better", "▲", 3, "3 points better")),
        (70, 71, ("better", "▲", 1, "1 point better")),
        (70, 60, ("worse", "▼", 10, "10 points worse")),
        (70, 69, ("worse", "▼", 1, "1 point worse")),
        (70, 70, ("same", "=", 0, "unchanged")),
    ],
)
def test_a_change_is_told_by_shape_number_and_words(before: int, now: int, said_of_it: tuple[str, str, int, str]) -> None:
    change = Change(before, now)
    assert (change.direction, change.sign, change.points, change.words) == said_of_it


def test_scores_are_compared_where_both_runs_have_one() -> None:
    before = audit([verdict(check("speed-a"), Kind.FAIL), verdict(check("trust-a"), Kind.NOT_MEASURABLE)], BOTH, started_at=DAY)
    now = audit([verdict(check("speed-a")), verdict(check("trust-a")), verdict(check("mobile-a"))], BOTH)
    changes = changes_between(before, now)
    assert (changes.since, changes.total, changes.devices["desktop"]) == ("1 November 2026", Change(0, 100), Change(0, 100))
    assert dict(changes.categories) == {("speed", None): Change(0, 100), ("speed", "desktop"): Change(0, 100)}


def test_without_a_score_there_is_no_change() -> None:
    nothing = audit([verdict(check("trust-a"), Kind.NOT_MEASURABLE)], started_at=DAY)
    assert changes_between(nothing, audit([verdict(check("trust-a"))])).total is None
    assert dict(changes_between(nothing, audit([verdict(check("trust-a"))], [walked("failed", device="Phone")])).devices) == {}


def test_only_checks_that_both_runs_judged_have_turned() -> None:
    before = audit(
        shown=[said("speed-a"), said("speed-b", "pass"), said("speed-c", "warn"), said("speed-d", "not_measurable"), said("speed-e")],
        started_at=DAY,
    )
    now = audit(
        shown=[said("speed-a", "pass"), said("speed-b", "warn"), said("speed-c"), said("speed-d"), said("speed-e", "not_measurable")]
    )
    assert changes_between(before, now).sentences == ("1 problem is solved.", "1 problem is new.")


def test_a_check_that_passes_only_on_one_device_is_not_solved() -> None:
    now = audit(shown=[said("speed-a", "pass"), said("speed-a", "fail", device="mobile")])
    assert changes_between(audit(shown=[said("speed-a")], started_at=DAY), now).sentences[0] == "0 problems are solved."


def test_another_version_of_the_tool_is_named() -> None:
    before = audit(tool=Tool(name="storefront-auditor", version="0.0"), started_at=DAY)
    assert changes_between(before, audit()).sentences[-1] == "The earlier audit was made by version 0.0 of the tool."
