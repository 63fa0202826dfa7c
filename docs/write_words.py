"""Brings the translators' files up to date with what the code says: `python -m docs.write_words`, or `--check` to name what is missing."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.core import Locale
from babel.messages import Catalog
from babel.messages.pofile import read_po, write_po

from auditor.words.catalogue import FOLDER
from auditor.words.extraction import Phrase
from docs.phrases import ROOT, said_in

TRANSLATIONS = ROOT / "auditor" / FOLDER
_HEAD = "# What storefront-auditor says. One sentence an entry; what stands in {braces} is put in and must stay.\n#"
_DATES = ('"POT-Creation-Date', '"PO-Revision-Date', '"Generated-By', '"Last-Translator', '"Report-Msgid', '"Project-Id', '"Language-Team')


def main(arguments: Sequence[str] | None = None, folder: Path = TRANSLATIONS) -> int:
    """Write the files of a folder, or say with exit code 1 what in them is missing or wrong."""
    parser = argparse.ArgumentParser(prog="python -m docs.write_words", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 and name what is missing")
    parser.add_argument("--new", metavar="LANGUAGE", help="begin a language")
    options = parser.parse_args(arguments)
    if options.new and options.new not in Locale("en").languages:
        parser.error(f"{options.new!r} is no language's code of two or three letters, such as nl")
    faults: list[str] = []
    for language in sorted({*translated(folder), *filter(None, [options.new])}):
        file, said = folder / f"{language}.po", said_in(language)
        if options.check:
            faults += [f"{file.name}: {fault}" for fault in faults_of(read(file, language), said)]
        else:
            write(file, updated(read(file, language), said))
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


def translated(folder: Path = TRANSLATIONS) -> list[str]:
    """Return the languages that a folder has a file for."""
    return sorted(file.stem for file in folder.glob("*.po"))


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


if __name__ == "__main__":
    sys.exit(main())
