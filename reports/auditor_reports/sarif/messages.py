"""Texts for messages and help of SARIF, where brackets make links and braces make places."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from auditor_reports.markdown.escaping import text
from auditor_reports.view.addresses import is_web_address
from auditor_reports.view.cleaning import plain, shortened
from auditor_reports.view.figures import readable
from auditor_reports.view.labels import labelled
from auditor_reports.view.voice import tell

if TYPE_CHECKING:
    from auditor.api import Check

LONGEST = 1000
"""Characters; GitHub takes 1,024 of a description."""
_ACTING = str.maketrans({"[": "\\[", "]": "\\]", "{": "{{", "}": "}}", "\\": "\\\\"})
_KEPT = "%/:?#@!$&'*+,;=~-._"


def message(words: str, longest: int = LONGEST) -> dict[str, str]:
    """Return a message in which no part of a text is a link or a place to fill in."""
    return {"text": shortened(plain(words), longest).translate(_ACTING)}


def description(words: str, longest: int = LONGEST) -> dict[str, str]:
    """Return a text of a rule, where nothing is filled in."""
    return {"text": shortened(plain(words), longest)}


def help_of(check: Check | None) -> dict[str, str]:
    """Return why a check matters, how to mend what it finds, and who says so: as text and as Markdown."""
    if check is None:
        told = tell("The plugin that holds this check is not installed here, so its explanation is missing.")
        return {"text": told, "markdown": text(told)}
    parts = [(tell("Why it matters"), readable(check.why)), (tell("How to fix it"), readable(check.fix))]
    said = [(title, words) for title, words in parts if words]
    lines = [f"**{text(title)}**\n\n{text(words, 3 * LONGEST)}" for title, words in said]
    sources = [f"- {_reference(source.name, source.url)} {text(readable(source.figure))}".rstrip() for source in check.sources]
    if sources:
        lines.append(f"**{text(tell('Sources'))}**\n\n" + "\n".join(sources))
    if check.limits:
        lines.append(text(tell("Limits: {limits}", limits=readable(check.limits)), LONGEST))
    return {
        "text": "\n".join(labelled(title, shortened(plain(words), 3 * LONGEST)) for title, words in said),
        "markdown": "\n\n".join(lines),
    }


def _reference(name: str, address: str) -> str:
    if not is_web_address(address):
        return text(name)
    return f"[{text(name)}](<{quote(address.strip(), safe=_KEPT).replace('&', '&amp;')}>)"
