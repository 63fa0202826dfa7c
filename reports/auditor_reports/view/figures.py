"""Numbers, times, money and dates as people write them."""

from __future__ import annotations

import re
from datetime import datetime

from babel.dates import format_date, format_time
from babel.numbers import format_currency, format_decimal, format_percent

from auditor.api import quantity
from auditor_reports.view.voice import locale, tell, tell_all, tell_several, told

_TIMES = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?) ?ms\b")
_BYTES = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?) bytes?\b")
_PER_CENT = re.compile(r"(?<=\d)[ \u00a0]%")
_CURRENCY = re.compile(r"[A-Z]{3}")
_KILO = 1000
_MINUTE = 60


def number(value: float, digits: int = 2) -> str:
    """Return a number with grouped thousands and at most `digits` decimals."""
    return format_decimal(round(value, digits), format="#,##0." + "#" * digits if digits else "#,##0", locale=locale())


def percent(share: float) -> str:
    """Return a share of 1 as whole per cent; only a true whole reads 100 and only a true nothing reads 0."""
    if 0 < share < 1:
        share = min(max(share, 0.01), 0.99)
    return format_percent(share, format=f"#,##0{_sign()}", locale=locale())


def per_cent(value: float, digits: int = 1) -> str:
    """Return a number of per cent with at most `digits` decimals, such as "12.5%"."""
    return f"{number(value, digits)}{_sign()}"


def seconds(value: float) -> str:
    """Return a time in seconds with one decimal, such as "2.6 s"."""
    return f"{format_decimal(value, format='#,##0.0', locale=locale())}\u00a0s"


def duration(value: float) -> str:
    """Return how long something took: up to a minute in seconds with one decimal, then in minutes too."""
    if value < _MINUTE:
        return seconds(value)
    minutes, rest = divmod(round(value), _MINUTE)
    return tell("{minutes}\u00a0min {seconds}\u00a0s", minutes=number(minutes), seconds=rest)


def counted(count: float, singular: str, plural: str = "") -> str:
    """Return a count with its noun, such as "1 field" or "2 fields"."""
    one, many = _escaped(singular), _escaped(plural or f"{singular}s")
    return tell_several(int(count), f"{{n:,}} {one}", f"{{n:,}} {many}") if count == int(count) else f"{number(count)} {tell(many)}"


def measure(value: float | str | bool | None, unit: str) -> str:
    """Return a measured value with its unit in words: "2.6 s", "1 field", "€4.90", "yes"; "" for no value."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return tell("yes") if value else tell("no")
    if isinstance(value, str):
        return f"{value} {unit}".strip()
    if _CURRENCY.fullmatch(unit) and unit in locale().currencies:
        return format_currency(value, unit, locale=locale())
    if not unit:
        return number(value, 3)
    if unit == "ms":
        return seconds(value / _KILO) if value >= _KILO else f"{number(value, 0)}\u00a0ms"
    if unit == "s":
        return seconds(value)
    if unit in {"bytes", "B"}:
        return _size(value)
    if unit == "%":
        return per_cent(value)
    return told(quantity(round(value, 3), unit))


def readable(text: str) -> str:
    """Return a check's text with milliseconds, bytes and per cent as the rest of the report writes them."""
    text = _PER_CENT.sub(_sign(), text)
    text = _TIMES.sub(lambda match: measure(float(match[1]), "ms"), text)
    return _BYTES.sub(lambda match: measure(float(match[1]), "bytes"), text)


def day(moment: str) -> str:
    """Return the date of an ISO moment, such as "24 November 2026"; what is no moment comes back as it is."""
    parsed = _parsed(moment)
    return format_date(parsed, "long", locale=locale()) if parsed else moment


def clock(moment: str) -> str:
    """Return the time of an ISO moment with its zone, such as "03:42 UTC"."""
    parsed = _parsed(moment)
    if parsed is None:
        return ""
    offset = parsed.utcoffset()
    zone = "" if offset is None else " UTC" if not offset else f" UTC{parsed:%z}"
    return f"{format_time(parsed, 'HH:mm', locale=locale())}{zone}"


def listed(items: list[str]) -> str:
    """Return the items as a list: "a", "a and b", "a, b and c"."""
    return tell_all(items)


def _parsed(moment: str) -> datetime | None:
    try:
        return datetime.fromisoformat(moment)
    except ValueError:
        return None


def _size(value: float) -> str:
    if value >= _KILO * _KILO:
        return tell("{megabytes}\u00a0MB", megabytes=number(value / (_KILO * _KILO), 1))
    if value >= _KILO:
        return tell("{kilobytes}\u00a0kB", kilobytes=number(value / _KILO, 1))
    if value == int(value):
        return tell_several(int(value), "{n:,} byte", "{n:,} bytes")
    return tell("{number} bytes", number=number(value))


def _sign() -> str:
    """Return the sign for per cent, with the space before it that the language demands."""
    return str(locale().percent_formats[None].suffix[0])


def _escaped(noun: str) -> str:
    return noun.replace("{", "{{").replace("}", "}}")
