"""Whether one group of measurements is larger than another: the Mann-Whitney U test, exact, with its effect size.

Exact for few values and for ties: every way to divide the ranks among the two groups is counted. Sources: H. B. Mann and D. R. Whitney,
On a Test of Whether one of Two Random Variables is Stochastically Larger than the Other, Annals of Mathematical Statistics 18 (1947);
ties by midranks as in E. L. Lehmann, Nonparametrics (1975), section 1.4. The effect size is Cliff's delta (N. Cliff, Dominance
Statistics, Psychological Bulletin 114, 1993), which equals the rank-biserial correlation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb

ALPHA = 0.05
"""How often at most a metric that has not changed may be taken for a changed one: of four loads against four one in 35.

It is per metric and not per shop. Of a hundred metrics of an unchanged shop up to five may be taken for changed by chance.
"""
MEDIUM = 0.33
"""From here on an effect is no small one (J. Romano and others, 2006: 0.147 small, 0.33 medium, 0.474 large)."""


@dataclass(frozen=True, slots=True)
class Shift:
    """What a comparison of two groups gives: the two-sided p, Cliff's delta (1: all of the second are larger)."""

    p: float
    delta: float

    @property
    def is_proved(self) -> bool:
        """Whether the groups differ, and not by a trifle."""
        return self.p <= ALPHA and abs(self.delta) >= MEDIUM


def can_tell(first: int, second: int) -> bool:
    """Whether groups of these sizes could prove anything: four against four can, three against three never."""
    return min(first, second) > 0 and 2 / comb(first + second, first) <= ALPHA


def compared(before: Sequence[float], after: Sequence[float]) -> Shift:
    """Compare two groups; raises ValueError where one of them is empty."""
    if not before or not after:
        raise ValueError("Nothing to compare.")
    pairs = len(before) * len(after)
    larger = sum((a < b) + (a == b) / 2 for a in before for b in after)
    doubled = _doubled_ranks([*before, *after])
    found, usual = sum(doubled[: len(before)]), len(before) * (len(doubled) + 1)
    ways = _ways(doubled, len(before))
    far = abs(found - usual)
    p = sum(count for total, count in ways.items() if abs(total - usual) >= far) / comb(len(doubled), len(before))
    return Shift(p=p, delta=2 * larger / pairs - 1)


def _doubled_ranks(values: Sequence[float]) -> list[int]:
    """Return twice the midrank of each value, so that ties stay whole numbers."""
    return [2 * sum(other < value for other in values) + sum(other == value for other in values) + 1 for value in values]


def _ways(ranks: Sequence[int], size: int) -> dict[int, int]:
    """Count in how many ways so many of the ranks give each sum."""
    ways: list[dict[int, int]] = [{0: 1}, *({} for _ in range(size))]
    for rank in ranks:
        for taken in range(size, 0, -1):
            for total, count in ways[taken - 1].items():
                ways[taken][total + rank] = ways[taken].get(total + rank, 0) + count
    return ways[size]
