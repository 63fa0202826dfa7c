"""All that the product says in its reports: in its source, in its templates, and in what its checks tell of themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from auditor.model.category import CATEGORIES
from auditor.model.check import Check
from auditor.model.failure import FAILURES
from auditor.score.effort import LABEL
from auditor.words.axe_rules import untranslated
from auditor.words.extraction import READERS, Phrase, Reader, Said, in_templates, phrases
from auditor.words.message import escaped
from docs.write_checks import built_in_checks

ROOT = Path(__file__).parent.parent
ENGINE, CHECKS, REPORTS = ROOT / "auditor", ROOT / "checks" / "auditor_checks", ROOT / "reports" / "auditor_reports"


def said_in(language: str) -> list[Phrase]:
    """Return what has to be translated into a language: all that is said, and what axe-core leaves to us of its rules."""
    left = (Phrase(template, "", "auditor/words/axe_rules.py") for template in untranslated(language))
    return list({phrase.template: phrase for phrase in (*all_phrases(), *left)}.values())


@cache
def all_phrases() -> Sequence[Phrase]:
    """Return every phrase of the product."""
    return (*_of_the_engine(), *_of_the_checks(), *_of_the_reports())


def _of_the_engine() -> Iterator[Phrase]:
    yield from phrases(ENGINE)
    yield from (_whole(category.title, "auditor/model/category.py") for category in CATEGORIES)
    yield from (_whole(failure.sentence, "auditor/model/failure.py") for failure in FAILURES.values())
    yield _whole(LABEL, "auditor/score/effort.py")


def _of_the_checks() -> Iterator[Phrase]:
    yield from phrases(CHECKS, CHECK_READERS)
    for check in built_in_checks():
        where = f"{check.judge.__module__.replace('.', '/')}.py"
        yield from (_whole(text, where) for text in told_by(check) if text)


def _of_the_reports() -> Iterator[Phrase]:
    yield from phrases(REPORTS, REPORT_READERS)
    yield from in_templates(REPORTS, REPORT_READERS)


OFFICIAL = {
    *("ec.europa.eu", "eur-lex.europa.eu", "www.edpb.europa.eu", "www.gesetze-im-internet.de", "www.gov.uk", "www.legislation.gov.uk"),
    *("www.pcisecuritystandards.org", "www.rfc-editor.org", "www.w3.org"),
}
"""Where law and standards are published, which have a name in each language; all other publications keep their own."""


def told_by(check: Check) -> Iterator[str]:
    """Return the texts of a check's metadata that a report shows."""
    yield from (check.title, check.failure_title, check.why, check.fix, check.limits)
    yield from (source.name for source in check.sources if urlsplit(source.url).hostname in OFFICIAL)
    yield from (source.figure for source in check.sources)
    yield from (law.article for law in check.laws)


def _whole(text: str, where: str) -> Phrase:
    return Phrase(escaped(text), "", where)


def _counted(arguments: Sequence[Sequence[str]]) -> Iterator[Said]:
    for noun in arguments[1]:
        yield f"{{n}} {noun}", f"{{n}} {arguments[2][0] if len(arguments) > 2 and arguments[2] else noun + 's'}"


def _portion(arguments: Sequence[Sequence[str]]) -> Iterator[Said]:
    nouns, verbs = arguments[2], [*arguments[3:], ("is",), ("are",)]
    for noun in nouns:
        for one, many in zip(verbs[0], verbs[1], strict=True):
            yield f"{{n}} of {{total}} {noun}s {one}", f"{{n}} of {{total}} {noun}s {many}"
            yield from ((f"The only {noun} {one}", ""), (f"Both {noun}s {many}", ""), (f"All {{total}} {noun}s {many}", ""))


def _counted_in_reports(arguments: Sequence[Sequence[str]]) -> Iterator[Said]:
    for noun in arguments[1]:
        yield f"{{n:,}} {noun}", f"{{n:,}} {arguments[2][0] if len(arguments) > 2 and arguments[2] else noun + 's'}"


CHECK_READERS: Mapping[str, Reader] = {**READERS, "counted": _counted, "portion": _portion}
REPORT_READERS: Mapping[str, Reader] = {
    **READERS,
    "tell": READERS["say"],
    "tell_several": READERS["several"],
    "counted": _counted_in_reports,
}
