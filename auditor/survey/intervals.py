"""95 per cent intervals of shares, means and Net Promoter Scores, and of their differences. Pure.

Sources: E. B. Wilson, Probable inference, JASA 22 (1927) for shares; R. G. Newcombe, Statistics in Medicine 17 (1998), method
10, for differences of shares; J. Sauro and J. R. Lewis, Quantifying the User Experience (2016), for the adjusted interval of
small Net Promoter samples; Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4, for Student's t.
"""

from __future__ import annotations

import math
from functools import cache
from statistics import NormalDist

Z = NormalDist().inv_cdf(0.975)
_MOST_FREEDOM = 1000  # beyond it Student's t is the normal distribution to the third decimal
_SMALL = 100

Interval = tuple[float, float]


def wilson(share: float, n: float) -> Interval:
    """Return Wilson's interval of a share of n answers; both from 0 to 1."""
    if n == math.inf:
        return share, share
    below = 1 + Z**2 / n
    centre = (share + Z**2 / (2 * n)) / below
    half = Z * math.sqrt(share * (1 - share) / n + Z**2 / (4 * n**2)) / below
    return max(0.0, centre - half), min(1.0, centre + half)


def nps(promoters: float, detractors: float, n: float) -> tuple[float, float]:
    """Return the Net Promoter Score of these shares and its standard error, both in points."""
    score = promoters - detractors
    variance = max(0.0, promoters + detractors - score**2)
    return 100 * score, 100 * math.sqrt(variance / n)


def adjusted_nps(promoters: float, detractors: float, n: float) -> tuple[float, float]:
    """Return score and standard error after adding three answers, so that small samples of one mind keep a width."""
    more = n + 3
    return nps((promoters * n + 0.75) / more, (detractors * n + 0.75) / more, more)


def nps_interval(promoters: float, detractors: float, n: float, correction: float = 1.0) -> Interval:
    """Return the interval of a Net Promoter Score: the adjusted one below 100 answers."""
    score, error = adjusted_nps(promoters, detractors, n) if n < _SMALL else nps(promoters, detractors, n)
    half = Z * error * correction
    return max(-100.0, score - half), min(100.0, score + half)


def mean_interval(mean: float, deviation: float, n: float, correction: float = 1.0) -> Interval:
    """Return the t interval of a mean; `deviation` is that of the sample."""
    half = student_t(max(1, math.floor(n - 1))) * deviation / math.sqrt(n) * correction
    return mean - half, mean + half


def correction(n: float, population: int | None) -> float:
    """Return the finite population correction of a standard error, 1 where the population is not known."""
    if population is None or population <= 1:
        return 1.0
    return math.sqrt(max(0.0, (population - n) / (population - 1)))


def nps_difference(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, Interval]:
    """Return the difference of two Net Promoter Scores, each with its standard error, and the interval of it."""
    difference, half = one[0] - other[0], Z * math.hypot(one[1], other[1])
    return difference, (difference - half, difference + half)


def share_difference(one: float, n: float, other: float, m: float) -> tuple[float, Interval]:
    """Return the difference of two shares and Newcombe's interval of it."""
    (low, high), (other_low, other_high) = wilson(one, n), wilson(other, m)
    difference = one - other
    return difference, (difference - math.hypot(one - low, other_high - other), difference + math.hypot(high - one, other - other_low))


@cache
def student_t(freedom: int) -> float:
    """Return the 97.5 % point of Student's t for whole degrees of freedom."""
    if freedom > _MOST_FREEDOM:
        return Z
    low, high = 0.0, 13.0  # at one degree of freedom it is 12.706
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _between(middle, freedom) < 0.95 else (low, middle)
    return (low + high) / 2


def _between(t: float, freedom: int) -> float:
    """Return the probability that Student's t lies between -t and t, by the finite series."""
    angle = math.atan(t / math.sqrt(freedom))
    cosine = math.cos(angle)
    odd = freedom % 2
    term = cosine if odd else 1.0
    series = term if freedom > 1 else 0.0
    for k in range(3 if odd else 2, freedom - 1, 2):
        term *= cosine**2 * (k - 1) / k
        series += term
    return 2 / math.pi * (angle + math.sin(angle) * series) if odd else math.sin(angle) * series
