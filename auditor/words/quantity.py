"""Numbers with what is counted: "3 fields", "1 field"; a unit is given as checks give it, in the plural."""

from __future__ import annotations

from auditor.words.message import Message, escaped, say, several

SYMBOLS = frozenset({"", "%", "×", "B", "bytes", "ms", "px", "s"})
"""Units that are written alike in every language, or by the report's own rules."""
_SINGULARS = {"cookies": "cookie", "movies": "movie"}
_HISSING = ("sses", "xes", "ches", "shes")
_SHORTEST = 3  # letters of a plural noun


def quantity(value: float, unit: str) -> Message:
    """Say a number with its unit, in the singular where the number asks for it."""
    number = int(value) if value == int(value) else value
    if unit in SYMBOLS:
        return say("{n:,} {unit}", n=number, unit=unit) if unit else say("{n:,}", n=number)
    return several(number, *unit_templates(unit))


def unit_templates(unit: str) -> tuple[str, str]:
    """Return what a unit is said with, for one and for other numbers."""
    return f"{{n:,}} {escaped(singular(unit))}", f"{{n:,}} {escaped(unit)}"


def singular(unit: str) -> str:
    """Return a plural unit's singular: "rules" -> "rule", "entries" -> "entry", "extra clicks" -> "extra click", "ways on" -> "way on"."""
    words = unit.split(" ")
    noun = next((place for place, word in enumerate(words) if _is_plural(word)), None)
    if noun is not None:
        words[noun] = _singular(words[noun])
    return " ".join(words)


def _is_plural(word: str) -> bool:
    return len(word) >= _SHORTEST and word.endswith("s") and not word.endswith("ss")


def _singular(noun: str) -> str:
    if noun in _SINGULARS:
        return _SINGULARS[noun]
    if noun.endswith("ies"):
        return f"{noun[:-3]}y"
    return noun[:-2] if noun.endswith(_HISSING) else noun[:-1]
