import pytest
from auditor_reports.view.topics import Topic, failures, strengths, topics_of, warnings, with_outcome

from auditor.api import Effort, VerdictResult
from tests.auditor.specimens import check
from tests.reports.results import said

SMALL, LARGE = check("checkout-small", effort=Effort.S), check("checkout-large", effort=Effort.L, legal=True)


def one(*verdicts: VerdictResult) -> Topic:
    (topic,) = topics_of(verdicts, {SMALL.id: SMALL, LARGE.id: LARGE})
    return topic


def test_all_that_a_check_says_is_one_topic() -> None:
    topic = one(said(SMALL.id, "pass", device="mobile"), said(SMALL.id, "fail", stage="cart"), said(SMALL.id, "fail", stage="home"))
    assert [(v.device, v.stage) for v in topic.verdicts] == [("desktop", "home"), ("desktop", "cart"), ("mobile", None)]
    assert (topic.fails, len(topic.problems), topic.title) == (True, 2, "checkout-small is wrong")


def test_a_topic_without_a_problem_has_the_passing_title() -> None:
    assert one(said(SMALL.id, "pass")).title == "checkout-small is right"


def test_a_check_that_is_not_installed_is_called_by_its_id() -> None:
    topic = one(said("checkout-gone"))
    assert (topic.title, topic.effort, topic.legal) == ("checkout-gone", "", False)


def test_the_worst_problem_gives_severity_and_priority() -> None:
    topic = one(
        said(SMALL.id, "fail", severity="minor", priority=3), said(SMALL.id, "fail", severity="critical", priority=9, device="mobile")
    )
    assert (topic.severity, topic.priority) == ("critical", 9)


@pytest.mark.parametrize(
    ("check_id", "priority", "quick", "big"),
    [
        (SMALL.id, 17.68, True, False),  # x sqrt(2) = 25.0
        (SMALL.id, 17.6, False, False),
        (LARGE.id, 8.84, False, True),  # x sqrt(8) = 25.0
        (LARGE.id, 8.8, False, False),
    ],
)
def test_much_effect_divides_quick_wins_from_big_projects(check_id: str, priority: float, quick: bool, big: bool) -> None:
    topic = one(said(check_id, "fail", priority=priority))
    assert (topic.quick_win, topic.big_project) == (quick, big)


def test_a_pass_is_no_quick_win() -> None:
    assert not one(said(SMALL.id, "pass", priority=99)).quick_win


def test_failures_come_first_then_what_pays_most() -> None:
    verdicts = [
        said("trust-a", "pass"), said("trust-b", "warn", priority=90), said("trust-c", "fail", priority=5),
        said("trust-d", "fail", priority=50), said("trust-e", "fail", priority=5, severity="critical"),
        said("trust-f", "fail", priority=5, stage="payment"), said("trust-g", "fail", priority=5, stage="home"),
    ]  # fmt: skip
    order = [t.id for t in topics_of(verdicts, {})]
    assert order == ["trust-d", "trust-e", "trust-f", "trust-c", "trust-g", "trust-b", "trust-a"]
    assert [t.id for t in topics_of(verdicts[::-1], {})] == order


def test_topics_are_sorted_into_problems_warnings_and_strengths() -> None:
    topics = topics_of(
        [said("trust-a", "fail"), said("trust-a", "warn", device="mobile"), said("trust-b", "warn"), said("trust-c", "pass"),
         said("trust-d", "pass"), said("trust-d", "warn", device="mobile"), said("trust-e", "info"), said("trust-f", "error")],
        {},
    )  # fmt: skip
    assert [t.id for t in failures(topics)] == ["trust-a"]
    assert {t.id for t in warnings(topics)} == {"trust-b", "trust-d"}
    assert [t.id for t in strengths(topics)] == ["trust-c"]
    assert [t.id for t in with_outcome(topics, "info", "error")] == ["trust-e", "trust-f"]
