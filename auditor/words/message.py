"""Texts that can be said in other languages: the English sentence together with how it was made.

What the tool says of a shop is written in English where it is found out, and read by people who want it in their own
language. A `Message` is that English sentence, and remembers its template and what stands in it; the result keeps both, so
that a report says the translated template with the same values (`auditor.words.voice`). What the shop itself wrote stands
in a text as a plain string and is never translated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from string import Formatter
from typing import Literal, Self

Value = str | int | float
"""What may stand in a text: a text, a plain string of the shop's, a number."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A template with what stands in it; `many` is the template for other numbers than one, of which `number` decides."""

    template: str
    values: Mapping[str, Value] = field(default_factory=dict)
    many: str = ""
    number: float = 1


@dataclass(frozen=True, slots=True)
class Listing:
    """Several things as a sentence names them; `last` stands before the last one: "and", "or"."""

    things: tuple[Value, ...]
    last: str = "and"


@dataclass(frozen=True, slots=True)
class Series:
    """Texts one after the other."""

    parts: tuple[Value, ...]
    between: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A country or language by its code; see `auditor.words.terms`."""

    kind: Literal["country", "language"]
    code: str


Making = Sentence | Listing | Series | Term


class Message(str):
    """An English text that knows how it was made. Added to another text it stays one; an f-string makes a plain string of it."""

    __slots__ = ("making",)
    making: Making

    def __new__(cls, english: str, making: Making) -> Self:
        """Make the text; `say`, `several`, `listing` and `together` do it for everyone else."""
        text = super().__new__(cls, english)
        text.making = making
        return text

    def __add__(self, other: str) -> Message:
        return together(self, other)

    def __radd__(self, other: str) -> Message:
        return together(other, self)

    def __reduce__(self) -> tuple[type[Message], tuple[str, Making]]:
        return Message, (str(self), self.making)


def say(template: str, /, **values: Value) -> Message:
    """Say a sentence: `say("No cart on {pages}.", pages=...)`; numbers take Python's format specifications."""
    return Message(template.format_map(values), Sentence(template, values))


def own(text: str) -> Message:
    """Make a message of a text of the tool's own that has nothing standing in it: a check's title, an article of law."""
    return Message(text, Sentence(escaped(text)))


def escaped(text: str) -> str:
    """Return a text as a template that has no places."""
    return text.replace("{", "{{").replace("}", "}}")


def several(number: float, one: str, many: str, /, **values: Value) -> Message:
    """Say a sentence with a number in it, `{n}`: `several(3, "{n} page", "{n} pages")`."""
    held: dict[str, Value] = {"n": number, **values}
    return Message((one if number == 1 else many).format_map(held), Sentence(one, held, many, number))


def listing(things: Iterable[Value], last: str = "and") -> Message:
    """Name several things in a sentence: "a", "a and b", "a, b and c"."""
    named = tuple(things)
    words = [str(thing) for thing in named]
    return Message(f" {last} ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words), Listing(named, last))


def together(*parts: Value, between: str = "") -> Message:
    """Put texts one after the other."""
    flat: list[Value] = []
    for part in parts:
        within = part.making if isinstance(part, Message) else None
        flat.extend(within.parts if isinstance(within, Series) and within.between == between else [part])
    return Message(between.join(map(str, flat)), Series(tuple(flat), between))


def changed(text: str, change: Callable[[str], str]) -> str:
    """Change what of a text is not the tool's own: plain strings, however deep they stand in it."""
    if not isinstance(text, Message):
        return change(text)

    def anew(value: Value) -> Value:
        return changed(value, change) if isinstance(value, str) else value

    match text.making:
        case Term():
            return text
        case Listing(things, last):
            return listing(map(anew, things), last)
        case Series(parts, between):
            return together(*map(anew, parts), between=between)
        case Sentence(template, values, many, number):
            held = {name: anew(value) for name, value in values.items()}
            english = (template if number == 1 or not many else many).format_map(held)
            return Message(english, Sentence(template, held, many, number))


def fields_of(template: str) -> Sequence[str]:
    """Return the names that a template has a place for, in their order."""
    return [name for _, name, _, _ in Formatter().parse(template) if name]
