"""Days of the calendar in what a page says: "Wednesday, 2 December", "2. joulukuuta", "02.12.", "12月2日"."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from babel import Locale, UnknownLocaleError

from auditor.api import normalise

_SHORTEST = 3  # letters of an abbreviated weekday or month; shorter ones are words of their own
_NUMERIC = re.compile(r"(?<![\d.,])(?:[0-3]?\d\.[01]?\d\.(?!\d{3})|[0-3]?\d/(?:0[1-9]|1[0-2])(?!\d)|\d{4}-\d\d-\d\d)|\d{1,2}月\d{1,2}日")
_DAY = r"(?<!\d)(?P<day>[0-3]?\d)(?:st|nd|rd|th|er|o|a)?"  # as folded: "1º" is "1o"
_OF = r"(?: (?:de|del|di|d|of))?"
_YEAR = r"(?: (?:de |del )?(?P<year>20\d\d))?(?!\d)"
_WRITTEN = (
    re.compile(r"(?<![\d.,/-])(?P<day>[0-3]?\d)\.(?P<month>[01]?\d)\.(?P<year>20\d\d)?(?!\d)"),
    re.compile(r"(?<!\d)(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"),
    re.compile(r"(?:(?P<year>20\d\d)年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日"),
)


def names_day(line: str, language: str) -> bool:
    """Whether a line names a weekday or a date; months and short names are words of their own too ("may"), so a number goes with them."""
    if _NUMERIC.search(line):
        return True
    words = normalise(line).split()
    if any(word in _full_weekdays(language) for word in words):
        return True
    short = [place for place, word in enumerate(words) if word in _weekdays(language)]
    beside = any(word[0].isdigit() for place in short for word in words[max(0, place - 1) : place + 2])
    return beside or any(pattern.search(" ".join(words)) for pattern in _named(language))


def days_in(line: str, language: str, today: date) -> Iterator[date]:
    """Return the days a line names by day and month; where it tells no year, the next such day is meant."""
    for text, patterns in ((line, _WRITTEN), (normalise(line), _named(language))):
        for found in (match for pattern in patterns for match in pattern.finditer(text)):
            told = found.groupdict()
            day = _date(told["year"], _month(told["month"], language), int(told["day"]), today)
            if day is not None:
                yield day


def without_days(line: str, language: str) -> str:
    """Return what a line says besides its days, folded."""
    rest = line
    for pattern in _WRITTEN:
        rest = pattern.sub(" ", rest)
    rest = normalise(rest)
    for pattern in _named(language):
        rest = pattern.sub(" ", rest)
    return " ".join(word for word in rest.split() if word not in _weekdays(language) and not word.isdigit())


def _date(year: str | None, month: int, day: int, today: date) -> date | None:
    """Return a day; None for one that no calendar has."""
    years = (int(year),) if year else (today.year, today.year + 1)
    for one in years:
        try:
            found = date(one, month, day)
        except ValueError:
            continue
        if year or found >= today:
            return found
    return None


def _month(told: str, language: str) -> int:
    return int(told) if told.isdecimal() else _months(language)[told]


@cache
def _named(language: str) -> tuple[re.Pattern[str], ...]:
    """Patterns of days whose month is a word."""
    names = sorted(_months(language), key=len, reverse=True)
    month = f"(?P<month>{'|'.join(map(re.escape, names))})"
    return re.compile(rf"{_DAY}{_OF} {month}(?!\w){_YEAR}"), re.compile(rf"(?<!\w){month} {_DAY}(?!\d){_YEAR}")


@cache
def _weekdays(language: str) -> frozenset[str]:
    return frozenset(name for _, name in _names("days", language))


@cache
def _full_weekdays(language: str) -> frozenset[str]:
    return frozenset(name for _, name in _names("days", language, ("wide",)))


@cache
def _months(language: str) -> dict[str, int]:
    """The names of months, inflected ones too, with their numbers."""
    return {name: number for number, name in _names("months", language)}


def _names(kind: str, language: str, own: tuple[str, ...] = ("wide", "abbreviated")) -> Iterator[tuple[int, str]]:
    """The names of weekdays or months in a language, and the English ones in full: "Fri" is a word of its own in Swedish."""
    for code, widths in (("en", ("wide",)), (language, own)):
        try:
            named = getattr(Locale.parse(code), kind)
        except (UnknownLocaleError, ValueError):
            continue
        for width in widths:
            for form in ("format", "stand-alone"):
                told = ((number, normalise(name)) for number, name in named[form][width].items())
                yield from ((number, name) for number, name in told if len(name) >= _SHORTEST)
