"""Where the problems stand between impact and effort: a cell per size and band, so that no two dots cover each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor_reports.view.topics import EFFORT_POINTS, HIGH_IMPACT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor_reports.html.parts import Card

SIZES = tuple(EFFORT_POINTS)
BANDS = ((75, 100), (50, 75), (25, 50), (0, 25))
assert HIGH_IMPACT in {least for least, _ in BANDS}  # noqa: S101 - the zones end where a band does
_QUICK = 2  # sizes, XS and S, that a quick win takes at most
_LEFT, _TOP, _FOOT = 62, 38, 48
_COLUMN, _PITCH, _PER_LINE, _LEAST = 132, 31, 4, 54


@dataclass(frozen=True)
class Dot:
    """A problem in the matrix."""

    card: Card
    x: float
    y: float


@dataclass(frozen=True)
class Band:
    """A row of the matrix: impacts from `least` to `most`."""

    least: int
    most: int
    y: float
    height: float


@dataclass(frozen=True)
class Column:
    """A column of the matrix: an effort."""

    size: str
    x: float


@dataclass(frozen=True)
class Zone:
    """What deserves a name in the matrix."""

    name: str
    x: float
    width: float


@dataclass(frozen=True)
class Matrix:
    """The drawing, in units of its view box."""

    width: float
    height: float
    left: float
    top: float
    bottom: float
    high: float  # where much impact ends
    column: float
    bands: Sequence[Band]
    columns: Sequence[Column]
    zones: Sequence[Zone]
    dots: Sequence[Dot]


def matrix_of(cards: Sequence[Card]) -> Matrix | None:
    """Lay the problems out whose effort is known; None where there is none."""
    placed = [card for card in cards if card.topic.effort in SIZES]
    if not placed:
        return None
    cells = {(size, least): [c for c in placed if (c.topic.effort, _band(c)) == (size, least)] for size in SIZES for least, _ in BANDS}
    bands, top = [], float(_TOP)
    for least, most in BANDS:
        lines = max(-(-len(cells[size, least]) // _PER_LINE) for size in SIZES)
        height = max(_LEAST, lines * _PITCH + 14)
        bands.append(Band(least, most, top, height))
        top += height
    columns = [Column(size, _LEFT + _COLUMN * place) for place, size in enumerate(SIZES)]
    dots = [dot for band in bands for column in columns for dot in _dots(cells[column.size, band.least], column, band)]
    split = _LEFT + _COLUMN * _QUICK
    right = _LEFT + _COLUMN * len(SIZES)
    zones = [Zone("quick", _LEFT, split - _LEFT), Zone("big", split, right - split)]
    return Matrix(right + 2, top + _FOOT, _LEFT, _TOP, top, bands[-1].y, _COLUMN, bands, columns, zones, sorted(dots, key=_number))


def _band(card: Card) -> int:
    return next(least for least, _ in BANDS if card.topic.impact >= least)


def _dots(cards: Sequence[Card], column: Column, band: Band) -> list[Dot]:
    """Fill a cell line by line, each line centred."""
    dots = []
    lines = [cards[at : at + _PER_LINE] for at in range(0, len(cards), _PER_LINE)]
    top = band.y + (band.height - _PITCH * (len(lines) - 1)) / 2
    for place, line in enumerate(lines):
        left = column.x + (_COLUMN - _PITCH * (len(line) - 1)) / 2
        dots += [Dot(card, left + _PITCH * at, top + _PITCH * place) for at, card in enumerate(line)]
    return dots


def _number(dot: Dot) -> int:
    return dot.card.number
