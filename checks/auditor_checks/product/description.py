"""product-description."""

import tomllib
from collections.abc import Iterable
from importlib.resources import files

from auditor.api import (
    Confidence,
    Effort,
    Finding,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    Text,
    amounts_in,
    failed,
    not_applicable,
    page_check,
    passed,
    say,
    several,
    warned,
)
from auditor_checks.page_text import standing_lines, written_lines
from auditor_checks.product_page import is_gift_card, own_lines, unread_parts
from auditor_checks.sentences import sentences

_ENOUGH, _SOME = 80, 40  # words
_SENTENCE = 8  # words from which a line is prose rather than a label
_SHORT_SENTENCE = 4  # words that are prose too if a full stop ends them
_STOPS = (".", "!", "?", "…", "。", "！")
_LETTERS_PER_WORD = 2  # where words are not spaced
_UNSPACED = "\u3040"
_FACTS = 5
_LABEL = 2  # words
_SENTENCES = 40  # words; what is longer tells more than terms
_DATA = tomllib.loads((files("auditor_checks.product") / "description.toml").read_text(encoding="utf-8"))
_LEAVE_OUT, _TERMS = _DATA["leave_out"], _DATA["terms"]


@page_check(
    id="product-description",
    category="product",
    title="The product is described at some length",
    failure_title="The product is hardly described",
    why="What the text does not tell has to be guessed or asked, and who guesses wrong sends it back.",
    fix="Write at least 80 words of your own on what it is, for whom, what it is made of and what it is not good for, "
    "or five telling points in a list.",
    severity=Severity.MAJOR,
    effort=Effort.M,
    stages=(Stage.PRODUCT,),
    devices="desktop",
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "Nielsen Norman Group, E-Commerce UX: Trust",
            "https://www.nngroup.com/reports/ecommerce-user-experience/",
            "sufficient and balanced product information (read in 2026); the figures are our own rule",
        ),
    ),
    limits="Counts words, folded parts included. Lines on prices, delivery, returns, payment and warranty do not count; reviews are told "
    "apart by their names in markup only.",
)
def description(page: PageRecord) -> Outcome:
    """Count the words of all lines of prose, reviews and delivery notes left out, and the points of lists."""
    if is_gift_card(page):
        return not_applicable(say("The product is a gift card."))
    standing = standing_lines(page)
    whole = [line for line in own_lines(page) if line not in standing]
    kept = written_lines(page, _LEAVE_OUT) or whole
    prose = _prose(told for line in kept if line not in standing for told in _about_product(page, line))
    all_prose = _prose(whole)
    points = sum(1 for t in page.observation.texts if t.text not in standing and _is_point(page, t))
    threshold = say("≥ {enough} words", enough=_ENOUGH)
    finding = Finding(say("The product's description is short."), url=page.url, key="short")
    if prose >= _ENOUGH or (prose >= _SOME // 2 and points >= _FACTS):
        said = several(prose, "{n} word in sentences describes the product.", "{n} words in sentences describe the product.")
        return passed(said, value=prose, unit="words", threshold=threshold)
    message = (
        several(prose, "Only {n} word in sentences describes the product.", "Only {n} words in sentences describe the product.")
        if prose
        else say("Not one sentence on the page describes the product.")
    )
    maybe = prose >= _SOME or all_prose >= _ENOUGH or points >= _FACTS or unread_parts(page)
    outcome = warned if maybe else failed
    return outcome(message, findings=[finding], value=prose, unit="words", threshold=threshold)


def _is_point(page: PageRecord, text: Text) -> bool:
    """Whether a text is an item of a list in the main part."""
    is_item = page.observation.kinds[text.n].startswith("li") and text.landmark in {"", "main"}
    return is_item and _words(text.text) >= _LABEL and not _tells_terms(page, text.text)


def _tells_terms(page: PageRecord, line: str) -> bool:
    """Whether a line tells how the product is sold (price, delivery, returns, warranty, who to ask) rather than what it is."""
    if _words(line) > _SENTENCES:
        return False
    named = "@" in line or any(amount.currency for amount in amounts_in(line))
    return named or any(page.facts.lexicon.mentions(concept, line) for concept in _TERMS)


def _about_product(page: PageRecord, line: str) -> list[str]:
    """Return a line, or of one that tells terms too the sentences that do not: "Woven by hand. Ships within two days."."""
    if not _tells_terms(page, line):
        return [line]
    parts = sentences(line)
    return [part for part in parts if not _tells_terms(page, part)] if len(parts) > 1 else []


def _prose(lines: Iterable[str]) -> int:
    """The words of all different lines that are sentences."""
    counts = ((_words(line), line) for line in dict.fromkeys(lines))
    return sum(n for n, line in counts if n >= _SENTENCE or (n >= _SHORT_SENTENCE and line.endswith(_STOPS)))


def _words(line: str) -> int:
    unspaced = sum(c >= _UNSPACED for c in line)
    return len(line.split()) + unspaced // _LETTERS_PER_WORD
