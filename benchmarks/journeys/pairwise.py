"""A small set of combinations in which every pair of values of any two dimensions occurs (all-pairs testing)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

Row = dict[str, str]
_Pair = tuple[str, str, str, str]


def covering_rows(dimensions: Mapping[str, Sequence[str]], least: int = 0) -> list[Row]:
    """Return rows that hold every pair of values at least once, and at least `least` rows; always the same ones.

    Greedy, as in AETG (Cohen et al., IEEE TSE 23(7), 1997): each row takes, dimension by dimension, the value that
    covers the most pairs not seen yet. Ties go to the value used least so far, then to the earlier one.
    """
    names = list(dimensions)
    open_pairs: set[_Pair] = {(a, x, b, y) for a, b in combinations(names, 2) for x in dimensions[a] for y in dimensions[b]}
    used: dict[tuple[str, str], int] = {(name, value): 0 for name in names for value in dimensions[name]}
    rows: list[Row] = []
    while open_pairs or len(rows) < least:
        row = _next_row(dimensions, names, open_pairs, used, len(rows))
        open_pairs -= {(a, row[a], b, row[b]) for a, b in combinations(names, 2)}
        for name, value in row.items():
            used[name, value] += 1
        rows.append(row)
    return rows


def _next_row(
    dimensions: Mapping[str, Sequence[str]], names: Sequence[str], open_pairs: set[_Pair], used: dict[tuple[str, str], int], number: int
) -> Row:
    row: Row = {}
    if open_pairs:
        first = min(open_pairs)
        row = {first[0]: first[1], first[2]: first[3]}
    order = {name: place for place, name in enumerate(names)}
    turned = [*names[number % len(names) :], *names[: number % len(names)]]
    for name in (n for n in turned if n not in row):

        def gain(value: str, name: str = name) -> tuple[int, int]:
            fresh = sum(_pair(name, value, other, chosen, order) in open_pairs for other, chosen in row.items())
            return fresh, -used[name, value]

        row[name] = max(dimensions[name], key=gain)
    return {name: row[name] for name in names}


def _pair(a: str, x: str, b: str, y: str, order: Mapping[str, int]) -> _Pair:
    return (a, x, b, y) if order[a] < order[b] else (b, y, a, x)
