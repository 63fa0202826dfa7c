"""Days of delivery in words and figures."""

import re
from functools import cache
from itertools import pairwise

from babel import Locale, UnknownLocaleError

from auditor.api import PageRecord, normalise, without_amounts

_DATE = re.compile(
    r"(?<!\d)(?:[0-3]?\d\.\s?[01]?\d\.|[0-3]?\d/[01]\d(?!\d)|[0-3]?\d[./-][01]?\d[./-]\d{2,4}|\d{4}-\d\d-\d\d|\d{1,2}月\s?\d{1,2}日)"
)
_NUMBER = re.compile(r"\d+|\d{1,2}(?:er|st|nd|rd|th|o|e)")  # "1er", "2nd", "1º"


def has_day(page: PageRecord, text: str) -> bool:
    """Whether a text holds a date, or the name of a day or month beside a number; "may take 3 days" does not."""
    words = normalise(without_amounts(text)).split()
    days = day_names(page.facts.language)
    named = any(word in days and any(_NUMBER.fullmatch(w) for w in words[max(0, i - 2) : i + 3]) for i, word in enumerate(words))
    return bool(_DATE.search(without_amounts(text))) or (named and not _is_may(words))


def _is_may(words: list[str]) -> bool:
    """Whether the only month is the verb."""
    return "may" in words and not any("may" in pair and any(word.isdigit() for word in pair) for pair in pairwise(words))


@cache
def day_names(language: str) -> frozenset[str]:
    """Return the names of months and weekdays, in full and short."""
    names: set[str] = set()
    for code in {language, "en"}:
        try:
            locale = Locale.parse(code)
        except (UnknownLocaleError, ValueError):
            continue
        for table in (locale.months, locale.days):
            for width in ("wide", "abbreviated"):
                for context in ("format", "stand-alone"):
                    names |= {normalise(str(name)) for name in table[context].get(width, {}).values()}
    return frozenset(name for name in names if len(name) > 1 and not name.isdigit())
