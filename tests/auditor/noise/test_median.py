import pytest

from auditor.noise.median import Interval, median_interval, quartile_range

# Le Boudec, Performance Evaluation of Computer and Communication Systems (2010), table A.1: n, j, k, sureness of 95 % intervals.
PUBLISHED = [(6, 1, 6, 0.969), (7, 1, 7, 0.984), (8, 1, 8, 0.992), (9, 2, 8, 0.961), (10, 2, 9, 0.979), (12, 3, 10, 0.961),
             (15, 4, 12, 0.965)]  # fmt: skip


@pytest.mark.parametrize(("size", "low", "high", "sureness"), PUBLISHED)
def test_ranks_are_those_of_the_published_table(size: int, low: int, high: int, sureness: float) -> None:
    found = median_interval(range(1, size + 1))
    assert found is not None
    assert (found.low, found.high) == (low, high)
    assert found.sureness == pytest.approx(sureness, abs=0.0006)


@pytest.mark.parametrize(("size", "sureness"), [(3, 0.75), (4, 0.875), (5, 0.9375)])
def test_few_values_give_all_that_they_cover(size: int, sureness: float) -> None:
    assert median_interval([9.0, 1.0, *[5.0] * (size - 2)]) == Interval(1.0, 9.0, sureness)


@pytest.mark.parametrize("values", [[], [1.0], [1.0, 2.0]])
def test_fewer_than_three_have_none(values: list[float]) -> None:
    assert median_interval(values) is None


@pytest.mark.parametrize(("values", "reach"), [([], 0), ([7], 0), ([1, 2, 3, 4, 5], 2), ([5, 1, 9], 4), ([3, 3, 3], 0)])
def test_the_middle_half(values: list[float], reach: float) -> None:
    assert quartile_range(values) == reach
