"""Whether all that a check says can be said in other languages: its own words are messages, and plain strings are the shop's."""

import json
import re
from collections.abc import Collection, Iterator
from html import unescape
from pathlib import Path

from auditor.api import Message, Outcome
from auditor.words.message import Listing, Making, Sentence, Series, Value

NAMES = {
    *("HttpOnly", "SameSite"),
    *("Ads", "Advertising", "Analytics", "Clarity", "Google", "Hotjar", "Microsoft"),
    *("aggregateRating", "availability", "brand", "description", "gtin", "hasMerchantReturnPolicy", "shippingDetails", "sku"),
    *("axe", "cookies", "headers", "json", "network", "timings"),
    *("filter_used", "nav"),
}
"""Names of attributes, companies and files."""
_WORD = re.compile(r"[A-Za-z]{3}")
_WORDS = re.compile(r"(?<!\w)[A-Za-z]\w{2,}")
_CODE = re.compile(r"[A-Z]+")


def said_plainly(outcome: Outcome) -> list[str]:
    """Return the plain strings with a word in them that stand in what an outcome says."""
    told = [outcome.message, outcome.threshold, outcome.value, *(finding.message for finding in outcome.findings)]
    return [text for one in told if isinstance(one, str) for text in _plain(one) if _WORD.search(text)]


def held_by(folder: Path, *, but: Collection[str] = ()) -> str:
    """Return all that the files of a recording hold, in small letters; `but` are names of files and folders to leave out."""
    files = [file for file in folder.rglob("*") if file.suffix in {".json", ".jsonl", ".html"} and not {*file.parts} & {*but}]
    return " ".join(map(_read, files)).casefold()


def not_the_shops(text: str, held: str) -> list[str]:
    """Return the words of a text that stand nowhere in what a recording holds and are no name that is the same in every language."""
    return [word for word in _WORDS.findall(text) if word.casefold() not in held and word not in NAMES and not _CODE.fullmatch(word)]


def _plain(text: str) -> Iterator[str]:
    if isinstance(text, Message):
        for value in _values(text.making):
            if isinstance(value, str):
                yield from _plain(value)
    else:
        yield text


def _values(making: Making) -> tuple[Value, ...]:
    match making:
        case Sentence(_, values):
            return tuple(values.values())
        case Listing(things):
            return things
        case Series(parts):
            return parts
    return ()


def _read(file: Path) -> str:
    text = file.read_text(encoding="utf-8", errors="replace")
    return unescape(text) if file.suffix == ".html" else " ".join(_strings(text))


def _strings(text: str) -> Iterator[str]:
    for line in text.splitlines():
        try:
            yield from _leaves(json.loads(line))
        except ValueError:
            yield line


def _leaves(data: object) -> Iterator[str]:
    if isinstance(data, dict):
        for name, value in data.items():
            yield str(name)
            yield from _leaves(value)
    elif isinstance(data, list):
        for value in data:
            yield from _leaves(value)
    else:
        yield str(data)
