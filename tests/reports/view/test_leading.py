import pytest
from auditor_reports.view.leading import best, first_sentence, leading
from auditor_reports.view.topics import strengths, topics_of

from auditor.api import Effort
from tests.auditor.specimens import check
from tests.reports.results import said

LARGE = check("checkout-large", effort=Effort.XL, why="Nobody can pay. Nobody buys.", fix="Begin anew. Take your time.")
SMALL = check("speed-small")
CHECKS = {LARGE.id: LARGE, SMALL.id: SMALL}


def test_what_hurts_most_comes_first_whatever_it_takes() -> None:
    topics = topics_of([said(SMALL.id, priority=20), said(LARGE.id, priority=15)], CHECKS)
    assert [t.id for t in topics] == [SMALL.id, LARGE.id]
    first, second = leading(topics)
    assert (first.topic.id, first.why, first.fix) == (LARGE.id, "Nobody can pay. Nobody buys.", "Begin anew.")
    assert second.topic.id == SMALL.id


def test_warnings_come_only_where_failures_are_too_few() -> None:
    found = [said("speed-a", "warn", priority=90), *(said(f"trust-{i}", priority=10 + i) for i in range(3))]
    assert [one.topic.id for one in leading(topics_of(found, {}))] == ["trust-2", "trust-1", "trust-0"]
    assert [one.topic.id for one in leading(topics_of(found[:2], {}))] == ["trust-0", "speed-a"]
    assert leading([]) == []


def test_a_check_that_is_not_installed_has_no_explanation() -> None:
    (one,) = leading(topics_of([said("trust-gone")], {}))
    assert (one.why, one.fix) == ("", "")


def test_the_weightiest_strength_is_named() -> None:
    found = [said("mobile-a", "pass"), said("checkout-a", "pass"), said("own-a", "pass", severity="minor")]
    strength = best(strengths(topics_of(found, {})))
    assert strength is not None
    assert strength.id == "checkout-a"
    assert best([]) is None


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("One thing. Another.", "One thing."),
        ("One thing.", "One thing."),
        ("Is it one? It is.", "Is it one?"),
        ("Parcels, z. B. Pakete. Dann weiter.", "Parcels, z. B. Pakete."),
        ("At least 2.5 s. Der", "At least 2.5 s. Der"),
        ("Say (“Please choose.”), then mark it. End.", "Say (“Please choose.”), then mark it."),
        ("“Who are they?” is asked. Tell it.", "“Who are they?” is asked."),
        ("Show it. “Next” follows.", "Show it."),
        ("送料を示す。次に。", "送料を示す。"),
        ("word " * 90, "word " * 50 + "word…"),
    ],
)
def test_a_sentence_ends_where_it_ends(text: str, first: str) -> None:
    assert first_sentence(text) == first
