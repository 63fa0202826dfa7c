"""Says texts in a language: translated templates with the same values, numbers and lists as people write them there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from gettext import NullTranslations
from string import Formatter
from typing import Any

from babel.core import Locale
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from auditor.words.keeping import told
from auditor.words.message import Listing, Message, Sentence, Series, Term, Value, own
from auditor.words.terms import name_of

_SPEC = re.compile(r"(?P<comma>,)?(?:\.(?P<digits>\d+))?(?P<kind>[fgd%])?")
_MOST_DIGITS = 6


class Voice(Formatter):
    """Speaks one language. `words` holds the translations; what is in none of them is said in English.

    `wording` tells of English texts how they were made, as it stands in a result.
    """

    def __init__(
        self, locale: Locale, words: NullTranslations | None = None, wording: Mapping[str, Mapping[str, Any]] | None = None
    ) -> None:
        self.locale = locale
        self._words = words or NullTranslations()
        self._wording = wording or {}

    def read(self, english: str) -> str:
        """Say a text of a result, of which only the English is at hand; what is no text of the tool's stays as it is."""
        making = self._wording.get(english)
        if making is not None:
            return self.say(told(making))
        return self.say(own(english)) if english else ""

    def say(self, text: str) -> str:
        """Say a text in this language; a plain string is the shop's own and stays as it is."""
        if not isinstance(text, Message):
            return text
        match text.making:
            case Sentence(template, values, many, number):
                said = self._words.ngettext(template, many, self._counting(number)) if many else self._plain(template)
                return self.vformat(said, (), values)
            case Listing(things, last):
                return self._listed([self._value(thing) for thing in things], last)
            case Series(parts, between):
                return between.join(map(self._value, parts))
            case Term() as term:
                return name_of(term, self.locale)

    def _plain(self, template: str) -> str:
        return self._words.gettext(template) if template else ""

    def _counting(self, number: float) -> int:
        """Return a whole number that is counted like this one: 1.5 is singular in French and plural in German."""
        if number == int(number):
            return int(number)
        return 1 if self.locale.plural_form(number) == "one" else max(2, int(number))

    def _value(self, value: Value) -> str:
        return self.say(value) if isinstance(value, str) else self.format_field(value, "")

    def _listed(self, things: list[str], last: str) -> str:
        return format_list(things, "or" if last == "or" else "standard", self._british_or_own)

    @cached_property
    def _british_or_own(self) -> Locale:
        """English lists without the comma before "and", as the rest of the report is written."""
        return Locale("en", "GB") if self.locale.language == "en" else self.locale

    def format_field(self, value: Any, format_spec: str) -> str:
        """Write what stands in a template: texts in this language, numbers as they are written in it."""
        if isinstance(value, str):
            return self.say(value)
        spec = _SPEC.fullmatch(format_spec)
        if spec is None or isinstance(value, bool):
            return format(value, format_spec)
        if isinstance(value, int) and not format_spec:
            return str(value)
        digits = int(spec["digits"]) if spec["digits"] else None
        grouped = "#,##0" if spec["comma"] else "0"
        if spec["kind"] == "%":
            return format_percent(value, grouped + _decimals(digits or 0) + self.locale.percent_formats[None].suffix[0], locale=self.locale)
        if spec["kind"] == "f":
            return format_decimal(value, grouped + _decimals(_MOST_DIGITS if digits is None else digits), locale=self.locale)
        rounded = float(format(value, format_spec.replace(",", ""))) if spec["kind"] == "g" else value
        return format_decimal(rounded, f"{grouped}.{'#' * _MOST_DIGITS}", locale=self.locale)

    def get_value(self, key: int | str, args: Iterable[Any], kwargs: Any) -> Any:
        """Look a name up; a translation that names what the template does not hold is an error of the translation."""
        return kwargs[key]


def _decimals(digits: int) -> str:
    return f".{'0' * digits}" if digits else ""
