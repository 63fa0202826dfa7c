"""How well a colour can be read, by WCAG 2.2, and the nearest one that can."""

from __future__ import annotations

import colorsys
from collections.abc import Iterable

LEGIBLE = 4.5  # WCAG 2.2, success criterion 1.4.3
LIGHT_PAPERS = ("#ffffff", "#f1eee6")
"""The lightest and the darkest of the papers of a light report that text in the accent may stand on."""
DARK_PAPERS = ("#000000", "#2d3639")
"""The darkest and the lightest of the papers of a dark report that text in the accent may stand on."""

_STEPS = 255


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours `#rrggbb`, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def is_legible(colour: str, papers: Iterable[str]) -> bool:
    """Whether text of this colour can be read on all of these papers."""
    return all(contrast(colour, paper) >= LEGIBLE for paper in papers)


def made_legible(colour: str, papers: Iterable[str]) -> str:
    """Return the colour, or the one of its hue with the nearest lightness that can be read on all of these papers."""
    papers = tuple(papers)
    if is_legible(colour, papers):
        return colour
    hue, lightness, saturation = colorsys.rgb_to_hls(*(part / 255 for part in _parts(colour)))
    nearest = sorted((step / _STEPS for step in range(_STEPS + 1)), key=lambda other: abs(other - lightness))
    shades = (_written(colorsys.hls_to_rgb(hue, other, saturation)) for other in nearest)
    return next(shade for shade in shades if is_legible(shade, papers))


def mixed(colour: str, paper: str, share: float) -> str:
    """Return the paper with a share of the colour in it, from 0 to 1."""
    pairs = zip(_parts(colour), _parts(paper), strict=True)
    return _written(tuple((share * ink + (1 - share) * blank) / 255 for ink, blank in pairs))


def _luminance(colour: str) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (p / 255 for p in _parts(colour))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))


def _written(parts: Iterable[float]) -> str:
    return f"#{bytes(round(part * 255) for part in parts).hex()}"
