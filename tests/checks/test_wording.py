import pytest
from auditor_checks.wording import portion


@pytest.mark.parametrize(
    ("number", "total", "said"),
    [
        (1, 9, "1 of 9 pages is"),
        (3, 9, "3 of 9 pages are"),
        (9, 9, "All 9 pages are"),
        (2, 2, "Both pages are"),
        (1, 1, "The only page is"),
    ],
)
def test_a_part_of_several_reads_well(number: int, total: int, said: str) -> None:
    assert portion(number, total, "page") == said
