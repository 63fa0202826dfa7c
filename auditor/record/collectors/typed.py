"""typed.json: which requests carried what was typed into forms. Says to whom and how it was written, never what."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote, quote_plus

from playwright.async_api import Request

from auditor.record.sight import Sight

_LEAST_DIGITS = 7  # of a phone number
_MOST = 200
_LARGEST_BODY = 200_000


async def collect_typed(sight: Sight) -> Any:
    """Search address and body of each request for the typed e-mail address and phone number, also encoded and hashed."""
    sought = {what: _spellings(values) for what, values in _kinds(sight.private).items()}
    found = [entry for exchange in sight.exchanges for entry in _carried(exchange.request, sought)] if sought else []
    return found[:_MOST]


def _kinds(private: Iterable[str]) -> dict[str, list[str]]:
    """Sort what was typed: only an e-mail address and a phone number are never anything else by chance."""
    kinds: dict[str, list[str]] = {}
    for value in private:
        if "@" in value and "." in value:
            kinds.setdefault("e-mail address", []).append(value)
        elif not any(c.isalpha() for c in value) and sum(c.isdigit() for c in value) >= _LEAST_DIGITS:
            kinds.setdefault("phone number", []).append(value)
    return kinds


def _spellings(values: Iterable[str]) -> dict[str, str]:
    """Map each way the values may be written to its name; hashes are of the lower-case value, as trackers make them."""
    spelled: dict[str, str] = {}
    for value in values:
        spelled |= dict.fromkeys((value.lower(), quote(value, safe="").lower(), quote_plus(value).lower()), "plain")
        for form in {value, value.lower()}:
            raw = form.encode()
            spelled[base64.b64encode(raw).decode().rstrip("=")] = "base64"
            spelled[hashlib.md5(raw, usedforsecurity=False).hexdigest()] = "md5"
            spelled[hashlib.sha1(raw, usedforsecurity=False).hexdigest()] = "sha1"
            spelled[hashlib.sha256(raw).hexdigest()] = "sha256"
    return spelled


def _carried(request: Request, sought: Mapping[str, Mapping[str, str]]) -> list[dict[str, str]]:
    entries = []
    for place, text in (("address", request.url), ("body", _body(request))):
        lower = text.lower()
        for what, spelled in sought.items():
            written = next((name for form, name in spelled.items() if form in (text if name == "base64" else lower)), None)
            if written is not None:
                told = {"what": what, "written": written, "place": place}
                entries.append(
                    {"url": request.url.partition("?")[0][:500], "method": request.method, "kind": request.resource_type, **told}
                )
    return entries


def _body(request: Request) -> str:
    raw = request.post_data_buffer
    return raw[:_LARGEST_BODY].decode("utf-8", "replace") if raw else ""
