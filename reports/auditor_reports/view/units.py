"""The units of the built-in checks, said here so that translators meet them: `figures.measure` makes the same templates of any unit."""

from __future__ import annotations

from auditor.api import say, several

UNITS = {
    "addresses": several(2, "{n:,} address", "{n:,} addresses"),
    "boxes": several(2, "{n:,} box", "{n:,} boxes"),
    "buttons": several(2, "{n:,} button", "{n:,} buttons"),
    "categories": several(2, "{n:,} category", "{n:,} categories"),
    "companies": several(2, "{n:,} company", "{n:,} companies"),
    "cookies": several(2, "{n:,} cookie", "{n:,} cookies"),
    "countdowns": several(2, "{n:,} countdown", "{n:,} countdowns"),
    "days": several(2, "{n:,} day", "{n:,} days"),
    "errors": several(2, "{n:,} error", "{n:,} errors"),
    "extra clicks": several(2, "{n:,} extra click", "{n:,} extra clicks"),
    "facts": several(2, "{n:,} fact", "{n:,} facts"),
    "fields": several(2, "{n:,} field", "{n:,} fields"),
    "libraries": several(2, "{n:,} library", "{n:,} libraries"),
    "links": several(2, "{n:,} link", "{n:,} links"),
    "own card fields": several(2, "{n:,} own card field", "{n:,} own card fields"),
    "pages": several(2, "{n:,} page", "{n:,} pages"),
    "parts": several(2, "{n:,} part", "{n:,} parts"),
    "places": several(2, "{n:,} place", "{n:,} places"),
    "products": several(2, "{n:,} product", "{n:,} products"),
    "rules": several(2, "{n:,} rule", "{n:,} rules"),
    "scripts": several(2, "{n:,} script", "{n:,} scripts"),
    "steps": several(2, "{n:,} step", "{n:,} steps"),
    "suggestions": several(2, "{n:,} suggestion", "{n:,} suggestions"),
    "targets": several(2, "{n:,} target", "{n:,} targets"),
    "times": several(2, "{n:,} time", "{n:,} times"),
    "to 1": say("to 1"),
    "trackers": several(2, "{n:,} tracker", "{n:,} trackers"),
    "ways on": several(2, "{n:,} way on", "{n:,} ways on"),
    "windows": several(2, "{n:,} window", "{n:,} windows"),
    "words": several(2, "{n:,} word", "{n:,} words"),
}
