"""Composition: how a product's drawing becomes a studio picture, a part of a scene, or a measured drawing.

``how`` is the product's entry in ``plan.toml``. Everything happens in a square of 1000 by 1000.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FLOOR = 730
SCALE = 0.8  # of the product in the measured drawing
SHIFT = (60, 70)  # of the same

STUDIO = """<defs>
<radialGradient id="wall" cx=".42" cy=".3" r=".9"><stop offset="0" stop-color="#fff" stop-opacity=".75"/>
<stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient>
<linearGradient id="floor" x2="0" y2="1"><stop offset="0" stop-opacity=".1"/>
<stop offset="1" stop-opacity="0"/></linearGradient></defs>
<rect width="1000" height="1000" fill="{wall}"/><rect width="1000" height="1000" fill="url(#wall)"/>"""

SHADOWS = """<defs>
<filter id="blur" x="-30%" y="-80%" width="160%" height="260%"><feGaussianBlur stdDeviation="14"/></filter>
<filter id="drop" x="-10%" y="-10%" width="120%" height="125%"><feDropShadow dx="10" dy="16" stdDeviation="14"
flood-color="#241c12" flood-opacity=".35"/></filter></defs>"""

RULERS = """<g stroke="#1f3b35" stroke-width="4">
<path d="M{down} {top}V{bottom}M{down} {top}m-16 0h32M{down} {bottom}m-16 0h32"/>
<path d="M{left} {across}H{right}M{left} {across}m0-16v32M{right} {across}m0-16v32"/></g>
<g font-family="Liberation Sans,Arial,sans-serif" font-size="34" fill="#1f3b35" text-anchor="middle">
<text x="{centre}" y="{below}">{width} cm</text>
<text transform="translate({beside} {middle}) rotate(90)">{height} cm</text></g>"""


def studio(how: Mapping[str, Any]) -> str:
    """A plain wall, and a floor unless the product lies flat."""
    floor = f'<rect y="{FLOOR}" width="1000" height="{1000 - FLOOR}" fill="url(#floor)"/>'
    return STUDIO.format(wall=how["wall"]) + (floor if how["foot"] else "")


def shadowed(product: str, how: Mapping[str, Any]) -> str:
    """The product with its shadow: on the floor when it stands, behind it when it lies flat."""
    if not how["foot"]:
        return f'{SHADOWS}<g filter="url(#drop)">{product}</g>'
    half, y = how["foot"] * 1.25, how["box"][3]
    shape = f'cx="524" cy="{y}" rx="{half}" ry="{half * 0.12 + 8}"'
    return f'{SHADOWS}<ellipse {shape} fill="#241c12" opacity=".38" filter="url(#blur)"/>{product}'


def placed(product: str, how: Mapping[str, Any]) -> str:
    """The product within a scene, its lower edge where the plan says."""
    x, y, scale = how["place"]
    move = f"translate({x - 500 * scale} {y - how['box'][3] * scale}) scale({scale})"
    return f'<g transform="{move}">{shadowed(product, how)}</g>'


def measured(product: str, how: Mapping[str, Any], size_cm: Sequence[int]) -> str:
    """The product with its width and height in centimetres beside it."""
    left, top, right, bottom = (edge * SCALE + SHIFT[place % 2] for place, edge in enumerate(how["box"]))
    rulers = RULERS.format(
        left=left,
        top=top,
        right=right,
        bottom=bottom,
        across=bottom + 70,
        below=bottom + 122,
        centre=(left + right) / 2,
        down=right + 60,
        beside=right + 100,
        middle=(top + bottom) / 2,
        width=size_cm[0],
        height=size_cm[1],
    )
    move = f"translate({SHIFT[0]} {SHIFT[1]}) scale({SCALE})"
    return f'<rect width="1000" height="1000" fill="#fbfaf6"/><g transform="{move}">{product}</g>{rulers}'
