"""Reads what the `[brand]` table names, and makes its colour legible."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from auditor.brand.brand import Accent, Brand, Logo
from auditor.brand.colour import DARK_PAPERS, LEGIBLE, LIGHT_PAPERS, contrast, made_legible
from auditor.brand.picture import read_logo
from auditor.config.branding import BrandSettings
from auditor.errors import ConfigError

Remark = Callable[[str], None]


def read_brand(settings: BrandSettings, remark: Remark = lambda _: None) -> Brand:
    """Return the brand; `remark` is told what had to be changed, in a sentence.

    Raises `ConfigError` for a logo or a folder that cannot be used.
    """
    return Brand(
        name=settings.name,
        logo=_logo(settings.logo, "brand.logo"),
        client_logo=_logo(settings.client_logo, "brand.client_logo"),
        accent=_accent(settings.accent, remark) if settings.accent else None,
        heading_fonts=_families(settings.fonts.heading),
        text_fonts=_families(settings.fonts.text),
        cover=tuple(" ".join(part.split()) for part in settings.cover.split("\n\n") if part.strip()),
        footer=settings.footer,
        hide_tool=settings.hide_tool,
        templates=_folder(settings.templates),
    )


def _logo(path: Path | None, setting: str) -> Logo | None:
    return read_logo(path, setting) if path else None


def _accent(colour: str, remark: Remark) -> Accent:
    """Return the colour for light and for dark papers; no colour can be read on both, so the dark one is mostly another shade."""
    light = made_legible(colour, LIGHT_PAPERS)
    if light != colour:
        weakest = min(contrast(colour, paper) for paper in LIGHT_PAPERS)
        remark(
            f"brand.accent {colour} is too weak on paper: its contrast is {weakest:.1f}, and text needs {LEGIBLE}."
            f" The report takes {light}, the nearest shade that can be read."
        )
    return Accent(light, made_legible(colour, DARK_PAPERS))


def _families(text: str) -> tuple[str, ...]:
    return tuple(text.split(", ")) if text else ()


def _folder(path: Path | None) -> Path | None:
    if path is not None and not path.is_dir():
        raise ConfigError(f"brand.templates: there is no folder {path}. Relative paths are meant from the file the setting stands in.")
    return path.resolve() if path else None
