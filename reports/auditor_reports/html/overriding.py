"""Templates of the user's own in place of ours, and who is at fault when one breaks."""

from __future__ import annotations

import difflib
import traceback
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader, TemplateError, TemplateSyntaxError, meta

from auditor.api import ReportError

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENDING = "*.html.j2"


def overridden(folder: Path | None, ours: BaseLoader) -> BaseLoader:
    """Return a loader that looks into the user's folder first."""
    return ChoiceLoader([FileSystemLoader(folder), ours]) if folder else ours


@contextmanager
def blaming(folder: Path | None, environment: Environment, ours: BaseLoader) -> Iterator[None]:
    """Turn what goes wrong in a template of the user's own into a `ReportError` that names its file and line."""
    if folder is None:
        yield
        return
    try:
        _demand_used(folder, environment, ours)
        yield
    except TemplateSyntaxError as error:
        raise ReportError(f"The template {_line(error.filename or error.name, error.lineno)} cannot be read: {error.message}.") from error
    except Exception as error:
        place = _place(error, folder)
        if place is None:
            raise  # not a matter of the user's templates
        said = f"there is no template {error}" if isinstance(error, TemplateError) and not error.message else str(error)
        raise ReportError(f"The template {place} broke ({type(error).__name__}: {said}).") from error


def _demand_used(folder: Path, environment: Environment, ours: BaseLoader) -> None:
    """Name a template that takes the place of none of ours and is asked for by none of the others: mostly a name mistyped."""
    known = set(ours.list_templates())
    own = {file.relative_to(folder).as_posix(): file for file in sorted(folder.rglob(_ENDING))}
    asked = {name for key in own for name in _asked_by(key, own[key], environment)}
    for name in own:
        if name not in known | asked:
            near = difflib.get_close_matches(name, known, 1)
            hint = f"Did you mean {near[0]}?" if near else f"The report is made of {', '.join(sorted(known))}."
            raise ReportError(f"The template {own[name]} takes the place of nothing. {hint}")


def _asked_by(name: str, file: Path, environment: Environment) -> set[str]:
    try:
        tree = environment.parse(file.read_text(encoding="utf-8"), name, str(file))
    except (OSError, UnicodeDecodeError) as error:
        raise ReportError(f"The template {file} cannot be read: {error}.") from error
    return {asked for asked in meta.find_referenced_templates(tree) if asked}


def _place(error: Exception, folder: Path) -> str | None:
    """Return the last line of the user's templates that was being filled."""
    frames = traceback.extract_tb(error.__traceback__)
    return next((_line(f.filename, f.lineno) for f in reversed(frames) if Path(f.filename).is_relative_to(folder)), None)


def _line(file: str | None, line: int | None) -> str:
    return f"{file}, line {line},"
