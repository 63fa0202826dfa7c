"""Writes the documents that are made of several audits."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from click import unstyle

from auditor.errors import AuditorError, ReportError
from auditor.writing import write_atomically

Render = Callable[[], str | bytes]
"""Makes one document."""


def publish(formats: Sequence[str], documents: Mapping[str, tuple[str, Render]], stem: Path, show: Callable[[str], None]) -> list[Path]:
    """Write the documents asked for (NAME or NAME=PATH) and return their files.

    `documents` has for each name the ending of its file, "" for what is shown instead, and who makes it. `stem` is the file without
    its ending. One that breaks costs the others nothing; raises `ReportError` at the end.
    """
    written: list[Path] = []
    failures: list[str] = []
    for wanted in formats:
        name, _, path = wanted.partition("=")
        suffix, render = documents[name]
        try:
            document = _made(name, render)
        except AuditorError as error:
            failures.append(str(error))
            continue
        if not suffix and isinstance(document, str):
            if not path:
                show(document)
                continue
            document = unstyle(document)  # colours are for the terminal
        written.append(_written(Path(path) if path else stem.with_name(f"{stem.name}{suffix}"), document))
    if failures:
        raise ReportError(" ".join(failures))
    return written


def _made(name: str, render: Render) -> str | bytes:
    """Make a document; a plugin that breaks is named."""
    try:
        return render()
    except AuditorError:
        raise
    except Exception as error:
        raise ReportError(f"The format {name} broke ({type(error).__name__}: {error}).") from error


def _written(target: Path, document: str | bytes) -> Path:
    """Write a file whole or not at all."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(target, document)
    except OSError as error:
        raise ReportError(f"{target} cannot be written: {error.strerror}.") from error
    return target
