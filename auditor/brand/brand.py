"""What a renderer gets to know about whose report it is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Paper = Literal["A4", "Letter"]


@dataclass(frozen=True)
class Logo:
    """A picture as a data address, and its size in pixels. It belongs into an `<img>`, where no script of an SVG ever runs."""

    address: str
    width: int
    height: int


@dataclass(frozen=True)
class Accent:
    """A colour as `#rrggbb`: on light papers, and on dark ones. See `auditor.brand.colour` for which papers these are."""

    light: str
    dark: str


@dataclass(frozen=True)
class Brand:
    """Whose report it is; what is empty leaves the report as it is. Texts may hold anything but control characters."""

    name: str = ""
    logo: Logo | None = None
    client_logo: Logo | None = None
    accent: Accent | None = None
    heading_fonts: tuple[str, ...] = ()
    text_fonts: tuple[str, ...] = ()
    cover: tuple[str, ...] = ()  # paragraphs
    footer: str = ""
    hide_tool: bool = False
    templates: Path | None = None
