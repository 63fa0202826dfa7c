"""Whether a page on returns takes them on paper or by phone only."""

import re
from collections.abc import Sequence

from auditor.api import PageRecord
from auditor_checks.linked_pages import is_read_only
from auditor_checks.page_text import standing_lines, told_lines
from auditor_checks.phrases import Phrases
from auditor_checks.postpurchase.on_paper import is_on_paper

_WORDS = Phrases("auditor_checks.postpurchase", "policy_facts.toml")
_ELSEWHERE = frozenset({"header", "footer", "nav", "search"})
_STAYING = ("#", "tel:")  # links that lead to no other page
_CLAUSE = re.compile(r"[.!?](?:\s|$)|[;,:()]|\s[–—-]\s")


def is_offline(page: PageRecord, others: Sequence[PageRecord] = ()) -> bool:
    """Whether the page tells of paper or phone and of no other way, and leads to none but a form on paper.

    What it says that it does not take is no way: "not by e-mail or over the website". Links to `others` count for nothing where
    those have nothing to fill in.
    """
    standing = standing_lines(page)
    lines = tuple(line for line in told_lines(page) if line not in standing)
    named = {c.label_text for c in page.observation.controls}  # a form to print says by itself not that it has to be used
    asked = _WORDS.any_mentions("offline", tuple(line for line in lines if line not in named), page)
    if not asked or any(_tells_otherwise(line, page) for line in lines) or any("@" in line for line in lines):
        return False
    links = (c for c in page.observation.visible if c.is_button and c.landmark not in _ELSEWHERE and c.label_text not in standing)
    return all(c.raw_href.startswith(_STAYING) or is_on_paper(c.label_text, page) or is_read_only(c.href, others) for c in links)


def sends_back_otherwise(page: PageRecord) -> bool:
    """Whether a line about returns or withdrawal names another way than paper or phone."""
    lexicon, standing = page.facts.lexicon, standing_lines(page)
    lines = (line for line in told_lines(page) if line not in standing)
    about = (line for line in lines if lexicon.mentions("returns", line) or _WORDS.mentions("withdraw", line, page))
    return any("@" in line or _tells_otherwise(line, page) for line in about)


def _tells_otherwise(line: str, page: PageRecord) -> bool:
    """Whether a clause of a line names another way without refusing it; "we cannot take it unless you e-mail first" asks for it."""
    return any(_WORDS.mentions("otherwise", _unrefused(clause, page), page) for clause in _CLAUSE.split(line))


def _unrefused(clause: str, page: PageRecord) -> str:
    """Return a clause without the ways it refuses: those tied to the refusal ("by e-mail"), where nothing more is said in it."""
    if not _WORDS.mentions("not_taken", clause, page):
        return clause
    rest = _WORDS.without("tied", _WORDS.without("not_taken", clause, page), page)
    return clause if _WORDS.mentions("unless", rest, page) else rest
