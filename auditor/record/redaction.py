"""Removes what must not be kept: typed personal data, secrets, tokens, card numbers, cookie values."""

from __future__ import annotations

import base64
import binascii
import html
import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from html.entities import codepoint2name
from typing import Any
from urllib.parse import quote

from auditor.words.message import changed

REDACTED = "[redacted]"
_SECRET_HEADERS = {"authorization", "proxy-authorization", "cookie", "x-csrf-token", "x-xsrf-token", "x-auth-token", "x-api-key"}
_SECRET_KEY = re.compile(
    r"(pass(word|wd)?|secret|token|csrf|xsrf|nonce|api[-_]?key|auth(orization)?|session(id)?|sid|jwt|signature|(?<!set-)cookie)$",
    re.IGNORECASE,
)
_SHORTEST = 4  # characters; shorter values, such as a house number, stand everywhere
_SPACE = r"(?:\s|\+|%20|&nbsp;|&#160;|\\u00a0|%c2%a0)+"

# Names of secrets in addresses, also in a fragment, escaped in JSON, or nested in another address.
_IN_QUERY = re.compile(
    r"(?i)((?:[?&;#]|\\u0026|%26|%3f)(?:[\w.\-\[\]]{0,60}(?:token|csrf|nonce|secret|password|session(?:id)?|sid|api_?key|signature|jwt|auth)|code)"
    r"(?:=|%3d))(?:(?!%26)[^&#\s\"'<>\\])+"
)
# Names of secrets before a quoted value: JSON, scripts, attributes, and JSON in an attribute. Sentences are no secrets.
_QUOTE = r"(?:[\"']|\\\"|&quot;|&#34;)"
_ASSIGNED = re.compile(
    rf"(?i)((?:token|csrf|xsrf|nonce|secret|passw(?:or)?d|api[_-]?key|jwt|session[_-]?id){_QUOTE}?\s*[:=]\s*{_QUOTE})[^\s\"'<>&\\]{{6,}}"
)
_JWT = re.compile(r"\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)*")
_BEARER = re.compile(r"(?i)\b(bearer)\s+(?=[\w.~+/=-]*\d)[\w.~+/=-]{16,}")
_BASIC = re.compile(r"(?i)\b(basic)\s+([\w+/]{4,}={0,2})")
_CARD = re.compile(r"(?<!\d)(?<!\d[.,])(?:[2-6]\d{3}([ \u00a0-]?)\d{4}\1\d{4}\1\d{4}|3[47]\d\d([ \u00a0-]?)\d{6}\2\d{5})(?!\d)(?![.,]\d)")
_TAG = re.compile(r"(?i)<(?:input|meta)\b(?:[^<>\"']++|\"[^\"]*\"|'[^']*')*>")
_SECRET_TAG = re.compile(r"(?i)\b(?:(?:name|id)\s*=\s*[\"']?[^\"'>\s]*(?:csrf|xsrf|token|nonce|authenticity)|type\s*=\s*[\"']?password)")
_CONTENT = re.compile(r"(?i)(\b(?:value|content)\s*=\s*)(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+)")


class Redactor:
    """Redacts texts and JSON values; `private` are the exact values that were typed or given as secrets."""

    def __init__(self, private: Iterable[str] = ()) -> None:
        self._values: set[str] = set()
        self._pattern: re.Pattern[str] | None = None
        self.add(private)

    def add(self, private: Iterable[str]) -> None:
        """Learn further values to remove, in all the ways they are written in HTML, JSON and addresses."""
        for value in private:
            if len(value.strip()) >= _SHORTEST:
                self._values.add(value)
        self._pattern = _any_of(self._values) if self._values else None

    @property
    def private(self) -> frozenset[str]:
        """The values it knows."""
        return frozenset(self._values)

    def text(self, text: str) -> str:
        """Redact a text of any kind: HTML, address, message. Half characters, which no file can hold, become "?"."""
        text = _whole(text)
        if self._pattern is not None:
            text = self._pattern.sub(REDACTED, text)
        text = _TAG.sub(_without_secret, text)
        text = _IN_QUERY.sub(rf"\1{REDACTED}", text)
        text = _ASSIGNED.sub(rf"\1{REDACTED}", text)
        text = _JWT.sub(REDACTED, text)
        text = _BEARER.sub(rf"\1 {REDACTED}", text)
        text = _BASIC.sub(lambda match: f"{match[1]} {REDACTED}" if _is_login(match[2]) else match[0], text)
        return _CARD.sub(lambda match: REDACTED if _luhn(match[0]) else match[0], text)

    def value(self, value: Any) -> Any:
        """Redact a JSON value: every string in it, and whole values under names that speak of secrets."""
        if isinstance(value, str):
            message = changed(value, self.text)
            return message if self.text(message) == message else self.text(value)
        if isinstance(value, Mapping):
            secret = {"value"} if _is_secret_field(value) else set()
            return {
                _whole(key): REDACTED
                if isinstance(item, str) and item and (key in secret or _SECRET_KEY.search(str(key)))
                else self.value(item)
                for key, item in value.items()
            }
        if isinstance(value, (list, tuple)):
            return [self.value(item) for item in value]
        return value

    def headers(self, headers: Mapping[str, str]) -> dict[str, str]:
        """Redact a set of HTTP headers; cookies keep their names and flags, which checks read."""
        kept = {}
        for name, content in headers.items():
            if name.lower() == "set-cookie":
                kept[name] = "\n".join(_bare_cookie(line) for line in content.split("\n"))
            else:
                kept[name] = REDACTED if name.lower() in _SECRET_HEADERS or _SECRET_KEY.search(name) else self.text(content)
        return kept


def _whole(text: Any) -> Any:
    return text.encode("utf-8", "replace").decode("utf-8") if isinstance(text, str) else text


def _any_of(values: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for the values as whole words, longest first; what an escape ends with is no part of a word."""
    alternatives = "|".join(_SPACE.join(map(_spelt, value.split())) for value in sorted(values, key=lambda v: (-len(v), v)))
    start = r"(?:(?<!\w)|(?<=%[0-9a-f]{2})|(?<=\\[nrt])|(?<=\\u[0-9a-f]{4}))"
    return re.compile(rf"{start}(?:{alternatives})(?!\w)", re.IGNORECASE)


def _spelt(word: str) -> str:
    """Return a pattern for a word as HTML, JSON and addresses write it, each character in its own way."""
    return "".join(map(_spellings, word))


@cache
def _spellings(character: str) -> str:
    if character.isascii() and character.isalnum():
        return character
    code = ord(character)
    written = [
        character,
        quote(character, safe=""),
        json.dumps(character)[1:-1],
        f"\\u{code:04x}",
        f"\\{character}",
        html.escape(character),
        f"&#{code};",
        f"&#0{code};",
        f"&#x{code:x};",
        f"&{codepoint2name.get(code, '')};",
    ]
    return f"(?:{'|'.join(map(re.escape, dict.fromkeys(written)))})"


def _without_secret(tag: re.Match[str]) -> str:
    return _CONTENT.sub(rf'\1"{REDACTED}"', tag[0]) if _SECRET_TAG.search(tag[0]) else tag[0]


def _is_secret_field(item: Mapping[str, Any]) -> bool:
    """Whether a JSON object is a form field, as observed, that holds a token or a password."""
    attributes = item.get("attrs")
    name = attributes.get("name", "") if isinstance(attributes, Mapping) else ""
    return item.get("type") == "password" or bool(_SECRET_KEY.search(str(name)))


def _is_login(text: str) -> bool:
    """Whether a text is user:password in base64, as HTTP's Basic scheme sends it."""
    try:
        return b":" in base64.b64decode(text, validate=True)
    except binascii.Error:
        return False


def _bare_cookie(line: str) -> str:
    head, separator, flags = line.partition(";")
    return f"{head.partition('=')[0]}={REDACTED}{separator}{flags}"


def _luhn(number: str) -> bool:
    """Whether digits pass the check of payment card numbers (ISO/IEC 7812, Luhn)."""
    digits = [int(ch) for ch in number if ch.isdecimal()]
    if len(set(digits)) < 2:
        return False
    doubled = [d * 2 - 9 if d > 4 else d * 2 for d in digits[-2::-2]]
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0
