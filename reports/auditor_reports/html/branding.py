"""The brand's own style sheet: accent, fonts and paper as variables; nothing in it comes from a shop."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from auditor.api import DARK_PAPERS, LIGHT_PAPERS, mixed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor.api import Accent, Brand, Paper

_GENERIC = {"serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "ui-serif", "ui-sans-serif", "ui-rounded"}
_REST = {"serif": 'Charter, Georgia, "Noto Serif", "Liberation Serif", serif', "sans": '"Noto Sans", Arial, "Liberation Sans", sans-serif'}
_PALE = 0.07  # of the accent in a light area: so little that text in the accent can still be read on it
_DUSKY = 0.2
_DARK = "@media screen and (prefers-color-scheme: dark)"
_HAS_DARK = re.compile(r"prefers-color-scheme: dark\)\s*\{\s*:root")


def brand_style(brand: Brand, paper: Paper, style: str) -> str:
    """Return what is added to the report's own style sheet `style`, "" for a report as it is."""
    rules = [_rule(_fonts(brand))]
    if brand.accent:
        rules.append(_rule(_light(brand.accent)))
        if _HAS_DARK.search(style):
            rules.append(f"{_DARK} {{ {_rule(_dark(brand.accent))}}}\n")
    if paper != "A4":
        rules.append(f"@page {{ size: {paper.lower()}; }}\n")
    return "".join(rules)


def _rule(variables: Sequence[str]) -> str:
    return f":root {{ {' '.join(variables)} }}\n" if variables else ""


def _fonts(brand: Brand) -> list[str]:
    chosen = (("serif", brand.heading_fonts), ("sans", brand.text_fonts))
    return [f"--{name}: {', '.join([*map(_family, families), _REST[name]])};" for name, families in chosen if families]


def _family(name: str) -> str:
    """Quote a name, of letters, digits, spaces and hyphens alone, unless it is one of those that only work without."""
    return name if name in _GENERIC else f'"{name}"'


def _light(accent: Accent) -> list[str]:
    return [f"--accent: {accent.light};", f"--accent-pale: {mixed(accent.light, LIGHT_PAPERS[0], _PALE)};"]


def _dark(accent: Accent) -> list[str]:
    return [f"--accent: {accent.dark};", f"--accent-pale: {mixed(accent.dark, DARK_PAPERS[0], _DUSKY)};"]
