import pytest
from auditor_reports.markdown.fitting import LIMIT, Section, fitted, size


def test_what_fits_is_there() -> None:
    assert fitted([Section("a", ["b", "c"], "d"), Section(""), Section("e")]) == "a\n\nb\n\nc\n\nd\n\ne\n"


def test_a_list_stands_together() -> None:
    assert fitted([Section("| a |\n|---|", ["| b |", "| c |"], between="\n")]) == "| a |\n|---|\n| b |\n| c |\n"


def test_what_is_cut_says_how_much() -> None:
    assert (
        fitted([Section("a", ["b", "c", "d"], "e", most=2)])
        == "a\n\nb\n\nc\n\n<sub>1 more is left out here; the report has it.</sub>\n\ne\n"
    )


@pytest.mark.parametrize("limit", [600, 1000, 5000, 20_000, LIMIT])
def test_it_never_grows_longer_than_the_limit(limit: int) -> None:
    sections = [Section("head", [f"{n} {'x' * 200}" for n in range(1000)], "foot", between=between) for between in ("\n\n", "\n", "\n\n")]
    cut = fitted(sections, limit)
    assert size(cut) <= limit
    assert cut.count("left out here") == 3
    assert cut.count("foot") == 3
    assert size(cut) > limit - 450  # room is used


def test_what_comes_first_is_kept_longest() -> None:
    cut = fitted([Section("a", ["x" * 100] * 9), Section("b", ["y" * 100] * 9)], 1400)
    assert cut.count("x" * 100) == 9
    assert 0 < cut.count("y" * 100) < 9


def test_one_endless_block_is_left_out() -> None:
    assert size(fitted([Section("a", ["x" * 100_000]), Section("b")])) < 100


def test_rare_characters_count_twice() -> None:
    assert size("a🔴") == 3
