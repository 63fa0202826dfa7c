"""Against published values: Mann and Whitney (1947), table I, and the usual table of critical values (two-sided 0.05)."""

import pytest

from auditor.noise.ranks import can_tell, compared

# P(U <= u) for groups of the same size, u from 0 on.
MANN_WHITNEY = {
    3: [0.050, 0.100, 0.200, 0.350],
    4: [0.014, 0.029, 0.057, 0.100, 0.171, 0.243, 0.343, 0.443],
    5: [0.004, 0.008, 0.016, 0.028, 0.048, 0.075, 0.111, 0.155, 0.210, 0.274, 0.345, 0.421],
}
# The largest U that is significant for groups of n and m.
CRITICAL = {(4, 4): 0, (5, 5): 2, (6, 6): 5, (8, 8): 13, (10, 10): 23, (12, 12): 37, (15, 15): 64, (5, 8): 6, (7, 10): 14, (4, 10): 5}


def groups(u: int, first: int, second: int) -> tuple[list[float], list[float]]:
    """Make two groups without ties whose first has this U: of all pairs so many are the wrong way round."""
    after = [float(number) for number in range(second)]
    whole, rest = divmod(u, second)
    before = [-1.0 - number for number in range(first - whole)] + [second + 1.0 + number for number in range(whole)]
    if rest:
        before[0] = rest - 0.5
    return before, after


@pytest.mark.parametrize(("size", "u"), [(size, u) for size, row in MANN_WHITNEY.items() for u in range(len(row))])
def test_probabilities_are_those_that_mann_and_whitney_published(size: int, u: int) -> None:
    found = compared(*groups(u, size, size))
    assert found.delta == pytest.approx(1 - 2 * u / size**2)  # it has the U of the table
    assert found.p / 2 == pytest.approx(MANN_WHITNEY[size][u], abs=0.0006)


@pytest.mark.parametrize(("first", "second", "largest"), [(*sizes, largest) for sizes, largest in CRITICAL.items()])
def test_critical_values_are_those_of_the_table(first: int, second: int, largest: int) -> None:
    assert compared(*groups(largest, first, second)).p <= 0.05
    assert compared(*groups(largest + 1, first, second)).p > 0.05


def test_ties_are_counted_exactly() -> None:
    # Ranks 1.5 1.5 3.5 | 3.5 5 6: of the 20 ways to divide them, 2 lie as far out on this side as on the other.
    found = compared([1, 1, 2], [2, 3, 4])
    assert found.delta == pytest.approx(1 - 2 * 0.5 / 9)
    assert found.p == pytest.approx(4 / 20)
    assert compared([5, 5, 5, 5], [5, 5, 5, 5]).p == 1


@pytest.mark.parametrize(
    ("before", "after", "delta"),
    [([1, 2], [3, 4], 1), ([3, 4], [1, 2], -1), ([1, 2], [1, 2], 0), ([1, 2, 3], [2, 3, 4], 5 / 9)],
)
def test_the_effect_size_tells_how_much_and_which_way(before: list[float], after: list[float], delta: float) -> None:
    assert compared(before, after).delta == pytest.approx(delta)


@pytest.mark.parametrize(
    ("sizes", "can"), [((3, 3), False), ((3, 4), False), ((3, 5), True), ((4, 4), True), ((1, 15), False), ((0, 9), False)]
)
def test_groups_that_are_too_small_prove_nothing(sizes: tuple[int, int], can: bool) -> None:
    assert can_tell(*sizes) is can


def test_a_proof_needs_a_difference_that_is_no_trifle() -> None:
    assert compared([1, 2, 3, 4], [5, 6, 7, 8]).is_proved
    assert not compared([1, 2, 3], [4, 5, 6]).is_proved
    assert not compared([1, 5, 3, 7], [2, 6, 4, 8]).is_proved


def test_nothing_to_compare() -> None:
    with pytest.raises(ValueError, match="Nothing"):
        compared([], [1])
