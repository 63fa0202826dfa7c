"""Removes what must not be kept: typed personal data, secrets, tokens, card numbers, cookie values."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote, quote_plus

REDACTED = "[redacted]"
_SECRET_HEADERS = {"authorization", "proxy-authorization", "cookie", "x-csrf-token", "x-xsrf-token", "x-auth-token", "x-api-key"}
_SECRET_KEY = re.compile(r"(pass(word|wd)?|secret|token|csrf|xsrf|nonce|api[-_]?key|auth|session(id)?|sid|jwt|signature)$", re.IGNORECASE)
_IN_QUERY = re.compile(
    r"(?i)([?&;](?:[\w.\-\[\]]*(?:token|csrf|nonce|secret|password|session(?:id)?|sid|api_?key|signature|jwt|auth|code))=)[^&#\s\"'<>]+"
)
_JWT = re.compile(r"\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}\b")
_BEARER = re.compile(r"(?i)\b(bearer|basic)\s+[\w.~+/=-]{8,}")
_CARD = re.compile(r"(?<![\d.])(?:\d[ -]?){15}\d(?![\d.])")
_HIDDEN_TOKEN = re.compile(
    r"(?is)(<input\b[^>]*\bname=[\"']?[^\"'>\s]*(?:csrf|token|nonce|authenticity)[^\"'>\s]*[\"']?[^>]*\bvalue=[\"'])[^\"']*"
)
_HIDDEN_TOKEN_REVERSED = re.compile(
    r"(?is)(<input\b[^>]*\bvalue=[\"'])[^\"']*([\"'][^>]*\bname=[\"']?[^\"'>\s]*(?:csrf|token|nonce|authenticity))"
)


class Redactor:
    """Redacts texts and JSON values; `private` are the exact values that were typed or given as secrets."""

    def __init__(self, private: Iterable[str] = ()) -> None:
        self._values: list[str] = []
        self._pattern: re.Pattern[str] | None = None
        self.add(private)

    def add(self, private: Iterable[str]) -> None:
        """Learn further values to remove, longest first wherever they stand, also as they are written in addresses."""
        found = {*self._values}
        for value in private:
            if len(value) >= 4:
                found |= {
                    value,
                    quote(value),
                    quote_plus(value),
                    json.dumps(value)[1:-1],
                    value.replace("'", "&#39;"),
                    value.replace("'", "&#x27;"),
                }
        self._values = sorted(found, key=lambda v: (-len(v), v))
        alternatives = "|".join(re.escape(value) for value in self._values)
        self._pattern = re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE) if self._values else None

    def text(self, text: str) -> str:
        """Redact a text of any kind: HTML, address, message."""
        if self._pattern is not None:
            text = self._pattern.sub(REDACTED, text)
        text = _IN_QUERY.sub(rf"\1{REDACTED}", text)
        text = _JWT.sub(REDACTED, text)
        text = _BEARER.sub(rf"\1 {REDACTED}", text)
        text = _HIDDEN_TOKEN.sub(rf"\1{REDACTED}", text)
        text = _HIDDEN_TOKEN_REVERSED.sub(rf"\1{REDACTED}\2", text)
        return _CARD.sub(lambda match: REDACTED if _luhn(match.group()) else match.group(), text)

    def value(self, value: Any) -> Any:
        """Redact a JSON value: every string in it, and whole values under names that speak of secrets."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, Mapping):
            return {
                key: REDACTED if isinstance(item, str) and item and _SECRET_KEY.search(str(key)) else self.value(item)
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
                kept[name] = REDACTED if name.lower() in _SECRET_HEADERS else self.text(content)
        return kept


def _bare_cookie(line: str) -> str:
    head, separator, flags = line.partition(";")
    return f"{head.partition('=')[0]}={REDACTED}{separator}{flags}"


def _luhn(number: str) -> bool:
    """Whether digits pass the check of payment card numbers (ISO/IEC 7812, Luhn)."""
    digits = [int(ch) for ch in number if ch.isdigit()]
    if len(digits) != 16 or len(set(digits)) < 3:
        return False
    doubled = [d * 2 - 9 if d > 4 else d * 2 for d in digits[-2::-2]]
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0
