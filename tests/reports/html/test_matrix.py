import math
from itertools import combinations

from auditor_reports.html.matrix import Matrix, matrix_of
from auditor_reports.html.parts import Card
from auditor_reports.view.topics import EFFORT_POINTS, topics_of
from hypothesis import given
from hypothesis import strategies as st

from auditor.api import Effort
from tests.auditor.specimens import check
from tests.reports.results import said

Problem = tuple[Effort, float]


def drawn(problems: list[Problem]) -> Matrix | None:
    """The matrix of problems with these efforts and impacts, numbered from 1."""
    checks = [check(f"trust-{number}", effort=effort) for number, (effort, _) in enumerate(problems, start=1)]
    cards = []
    for number, (known, (effort, impact)) in enumerate(zip(checks, problems, strict=True), start=1):
        priority = impact / math.sqrt(EFFORT_POINTS[effort.value])
        (topic,) = topics_of([said(known.id, priority=priority)], {known.id: known})
        cards.append(Card(number, topic, [], [], []))
    return matrix_of(cards)


def test_dots_stand_in_the_cell_of_their_effort_and_impact() -> None:
    matrix = drawn([(Effort.XS, 80.0), (Effort.L, 10.0)])
    assert matrix is not None
    first, second = matrix.dots
    assert matrix.columns[0].x < first.x < matrix.columns[1].x
    assert matrix.bands[0].y < first.y < matrix.bands[1].y
    assert matrix.columns[3].x < second.x < matrix.columns[4].x
    assert matrix.high < second.y < matrix.bottom


def test_quick_wins_stand_in_their_zone_and_nothing_else() -> None:
    matrix = drawn([(effort, impact) for effort in Effort for impact in (12.0, 26.0, 51.0, 99.0)])
    assert matrix is not None
    quick, big = matrix.zones
    for zone, wanted in ((quick, "quick_win"), (big, "big_project")):
        inside = {d.card.number for d in matrix.dots if zone.x < d.x < zone.x + zone.width and d.y < matrix.high}
        assert inside == {d.card.number for d in matrix.dots if getattr(d.card.topic, wanted)}


@given(st.lists(st.tuples(st.sampled_from(list(Effort)), st.floats(0, 100)), min_size=1, max_size=60))
def test_no_dot_covers_another_or_leaves_the_drawing(problems: list[Problem]) -> None:
    matrix = drawn(problems)
    assert matrix is not None
    assert [dot.card.number for dot in matrix.dots] == list(range(1, len(problems) + 1))
    assert all(math.dist((a.x, a.y), (b.x, b.y)) > 2 * 14 for a, b in combinations(matrix.dots, 2))
    assert all(matrix.left + 14 < d.x < matrix.width - 14 and matrix.top + 14 < d.y < matrix.bottom - 14 for d in matrix.dots)


def test_without_a_known_effort_there_is_no_drawing() -> None:
    (topic,) = topics_of([said("trust-gone")], {})
    assert matrix_of([Card(1, topic, [], [], [])]) is None
    assert matrix_of([]) is None
