"""Probe plain_http: what the shop's address answers without encryption."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import Error

from auditor.facts.page import PageFacts
from auditor.journey.walker import Walker
from auditor.words.message import say

_MILLISECONDS = 3000


async def probe_plain_http(walker: Walker, facts: PageFacts) -> tuple[Any, PageFacts]:
    """Ask for the home page over http://, follow where it leads and load nothing else; the journey's tab is left alone."""
    address = urlsplit(facts.url)
    if address.scheme != "https":
        return say("The shop itself is not encrypted."), facts
    if address.port not in {None, 443}:
        return say("The shop runs on a port of its own, which has no http:// address."), facts
    url = f"http://{address.hostname}/"
    try:
        answer = await walker.context.request.get(url, timeout=_MILLISECONDS)
    except Error as error:
        return {"url": url, "status": 0, "ends": "", "secure": False, "error": str(error).strip().splitlines()[0][:160]}, facts
    try:
        ends = answer.url
        return {
            "url": url,
            "status": answer.status,
            "ends": ends.partition("?")[0],
            "secure": ends.startswith("https://"),
            "error": "",
        }, facts
    finally:
        await answer.dispose()
