"""Where the median of repeated measurements lies, by order statistics: no assumption on how the values are spread.

Between the k-th smallest and the k-th largest of n independent values lies the true median with the probability
1 - 2 P(X < k), X binomial of n tries with probability one half. Source: W. J. Conover, Practical Nonparametric Statistics,
3rd edition (1999), section 3.2; the same in H. A. David and H. N. Nagaraja, Order Statistics, 3rd edition (2003), section 7.1.
"""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from math import comb

_SURE = 0.95
LEAST = 3
"""Fewer values have no median worth the name: two that happen to agree say nothing."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Where a median lies, and how surely, from 0 to 1."""

    low: float
    high: float
    sureness: float


def median_interval(values: Sequence[float]) -> Interval | None:
    """Return the narrowest interval that holds the median with 95 %, None of fewer than three values.

    With three to five values none is that sure: then it is all that they cover (75, 88 and 94 %).
    """
    size = len(values)
    if size < LEAST:
        return None
    ranked = sorted(values)
    rank = max((k for k in range(1, size // 2 + 1) if _sureness(size, k) >= _SURE), default=1)
    return Interval(ranked[rank - 1], ranked[-rank], _sureness(size, rank))


def quartile_range(values: Sequence[float]) -> float:
    """Return how far the middle half of the values reaches (IQR); 0 of fewer than two."""
    if len(values) < 2:
        return 0.0
    first, _, third = statistics.quantiles(values, n=4, method="inclusive")
    return third - first


def _sureness(size: int, rank: int) -> float:
    outside = sum(comb(size, below) for below in range(rank))
    return 1.0 - outside / float(1 << (size - 1))
