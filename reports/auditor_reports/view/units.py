"""The units of the built-in checks: each with its template for one and for others, so that translators meet them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def unit(one: str, many: str) -> tuple[str, str]:
    """Return the templates of a unit; translators' files are written from the calls of this function."""
    return one, many


UNITS: Mapping[str, tuple[str, str]] = {
    "addresses": unit("{n:,} address", "{n:,} addresses"),
    "boxes": unit("{n:,} box", "{n:,} boxes"),
    "buttons": unit("{n:,} button", "{n:,} buttons"),
    "categories": unit("{n:,} category", "{n:,} categories"),
    "companies": unit("{n:,} company", "{n:,} companies"),
    "cookies": unit("{n:,} cookie", "{n:,} cookies"),
    "countdowns": unit("{n:,} countdown", "{n:,} countdowns"),
    "days": unit("{n:,} day", "{n:,} days"),
    "errors": unit("{n:,} error", "{n:,} errors"),
    "extra clicks": unit("{n:,} extra click", "{n:,} extra clicks"),
    "facts": unit("{n:,} fact", "{n:,} facts"),
    "fields": unit("{n:,} field", "{n:,} fields"),
    "libraries": unit("{n:,} library", "{n:,} libraries"),
    "links": unit("{n:,} link", "{n:,} links"),
    "own card fields": unit("{n:,} own card field", "{n:,} own card fields"),
    "pages": unit("{n:,} page", "{n:,} pages"),
    "parts": unit("{n:,} part", "{n:,} parts"),
    "places": unit("{n:,} place", "{n:,} places"),
    "products": unit("{n:,} product", "{n:,} products"),
    "rules": unit("{n:,} rule", "{n:,} rules"),
    "scripts": unit("{n:,} script", "{n:,} scripts"),
    "steps": unit("{n:,} step", "{n:,} steps"),
    "suggestions": unit("{n:,} suggestion", "{n:,} suggestions"),
    "targets": unit("{n:,} target", "{n:,} targets"),
    "times": unit("{n:,} time", "{n:,} times"),
    "to 1": unit("{n:,} to 1", "{n:,} to 1"),
    "trackers": unit("{n:,} tracker", "{n:,} trackers"),
    "ways on": unit("{n:,} way on", "{n:,} ways on"),
    "windows": unit("{n:,} window", "{n:,} windows"),
    "words": unit("{n:,} word", "{n:,} words"),
}
