"""Brings the translators' files up to date with what the code says: `python -m docs.write_words`, or `--check` to name what is missing."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages import Catalog
from babel.messages.pofile import read_po, write_po

from auditor.model.category import CATEGORIES
from auditor.model.check import Check
from auditor.model.failure import FAILURES
from auditor.score.effort import LABEL
from auditor.words.axe_rules import untranslated
from auditor.words.catalogue import FOLDER
from auditor.words.extraction import READERS, Phrase, Reader, Said, in_templates, phrases
from auditor.words.message import escaped
from docs.write_checks import built_in_checks

ROOT = Path(__file__).parent.parent
PACKAGES = {
    "auditor": ROOT / "auditor",
    "auditor_checks": ROOT / "checks" / "auditor_checks",
    "auditor_reports": ROOT / "reports" / "auditor_reports",
}
_HEAD = "# What storefront-auditor says. One sentence an entry; what stands in {braces} is put in and must stay.\n#"
_DATES = ('"POT-Creation-Date', '"PO-Revision-Date', '"Generated-By', '"Last-Translator', '"Report-Msgid', '"Project-Id', '"Language-Team')


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the files, or say with exit code 1 what in them is missing or wrong."""
    parser = argparse.ArgumentParser(prog="python -m docs.write_words", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 and name what is missing")
    parser.add_argument("--new", metavar="LANGUAGE", help="begin a language")
    options = parser.parse_args(arguments)
    faults: list[str] = []
    for name, package in PACKAGES.items():
        known = {file.stem for file in (package / FOLDER).glob("*.po")}
        for language in sorted(known | ({options.new} if options.new else set())):
            file, said = package / FOLDER / f"{language}.po", said_in(language, name)
            if options.check:
                faults += [f"{file.relative_to(ROOT)}: {fault}" for fault in faults_of(read(file, language), said)]
            else:
                write(file, updated(read(file, language), said))
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


def said_in(language: str, package: str) -> list[Phrase]:
    """Return what has to be translated into a language: what the package says, and for the engine what axe-core leaves to us."""
    left = [Phrase(template, "", "auditor/words/axe_rules.py") for template in untranslated(language)] if package == "auditor" else []
    return [*phrases_of(package), *left]


@cache
def phrases_of(package: str) -> Sequence[Phrase]:
    """Return what a package says: in its source, and in what its checks tell of themselves."""
    return tuple(_phrases_of(package))


def _phrases_of(package: str) -> Iterator[Phrase]:
    yield from phrases(PACKAGES[package], {**READERS, **CHECK_READERS})
    if package == "auditor_checks":
        for check in built_in_checks():
            where = f"{check.judge.__module__.replace('.', '/')}.py"
            yield from (Phrase(escaped(text), "", where) for text in told_by(check) if text)
    elif package == "auditor_reports":
        yield from phrases(PACKAGES[package], REPORT_READERS)
        yield from in_templates(PACKAGES[package], REPORT_READERS)
        yield Phrase(escaped(LABEL), "", "auditor/score/effort.py")
    else:
        yield from (Phrase(escaped(category.title), "", "auditor/model/category.py") for category in CATEGORIES)
        yield from (Phrase(escaped(failure.sentence), "", "auditor/model/failure.py") for failure in FAILURES.values())


def told_by(check: Check) -> Iterator[str]:
    """Return the texts of a check's metadata that a report shows."""
    yield from (check.title, check.failure_title, check.why, check.fix, check.limits)
    yield from (source.figure for source in check.sources)
    yield from (law.article for law in check.laws)


def updated(catalogue: Catalog, said: Iterable[Phrase]) -> Catalog:
    """Return the catalogue with these phrases and no others, and the translations it has of them."""
    fresh = Catalog(locale=catalogue.locale, header_comment=_HEAD, fuzzy=False)
    for phrase in said:
        known = catalogue.get(phrase.template)
        string = known.string if known is not None and isinstance(known.string, tuple) == bool(phrase.many) else None
        key = (phrase.template, phrase.many) if phrase.many else phrase.template
        fresh.add(key, string, auto_comments=[phrase.where])
    return fresh


def faults_of(catalogue: Catalog, said: Iterable[Phrase]) -> Iterator[str]:
    """Name phrases without a translation, and translations that hold other values than their phrase."""
    for phrase in said:
        strings = _translations(catalogue, phrase)
        if not strings or not all(strings):
            yield f"no translation of {phrase.template!r}"
            continue
        allowed = places(phrase.template) | places(phrase.many)
        needed = places(phrase.template) & places(phrase.many) if phrase.many else allowed
        for string in strings:
            if stray := places(string) - allowed:
                yield f"{string!r} holds {', '.join(sorted(stray))}, {phrase.template!r} does not"
            elif lost := needed - places(string):
                yield f"{string!r} lacks {', '.join(sorted(lost))} of {phrase.template!r}"


def _translations(catalogue: Catalog, phrase: Phrase) -> Sequence[str]:
    known = catalogue.get(phrase.template)
    if known is None or not known.string:
        return ()
    return (known.string,) if isinstance(known.string, str) else tuple(known.string)


def places(template: str) -> set[str]:
    """Return what a template has places for, with the format of each."""
    return {f"{{{name}:{spec}}}" if spec else f"{{{name}}}" for _, name, spec, _ in Formatter().parse(template) if name}


def read(file: Path, language: str) -> Catalog:
    """Read a translators' file, an empty one where there is none yet."""
    if not file.is_file():
        return Catalog(locale=language)
    with file.open("rb") as source:
        return read_po(source, locale=language)


def write(file: Path, catalogue: Catalog) -> None:
    """Write a translators' file, the same bytes for the same phrases."""
    written = BytesIO()
    write_po(written, catalogue, width=140, sort_output=False, include_previous=False, omit_header=False)
    lines = [line for line in written.getvalue().decode().splitlines() if not line.startswith(_DATES)]
    file.parent.mkdir(exist_ok=True)
    file.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


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


CHECK_READERS: Mapping[str, Reader] = {"counted": _counted, "portion": _portion}
REPORT_READERS: Mapping[str, Reader] = {
    **READERS,
    "tell": READERS["say"],
    "tell_several": READERS["several"],
    "counted": _counted_in_reports,
}


if __name__ == "__main__":
    sys.exit(main())
