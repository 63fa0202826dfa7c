"""Finds the results of old runs, and takes them into the history."""

from __future__ import annotations

import glob
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from auditor.audit import load_result
from auditor.errors import RecordingError
from auditor.history.taking import entry_of
from auditor.record.layout import RESULT
from auditor.result.model import Result

if TYPE_CHECKING:
    from auditor.history.store import Store


@dataclass
class Imported:
    """What became of the runs that were named: how many were added, known, renewed; and sentences on what could not be read."""

    counts: Counter[str] = field(default_factory=Counter)
    problems: list[str] = field(default_factory=list)


def import_runs(named: Sequence[str], store: Store, *, label: str = "") -> Imported:
    """Store the runs that are named by run folder, folder of such, `result.json` or a pattern; raises `HistoryError`."""
    done = Imported()
    for name in named:
        files = list(_files(name))
        if not files:
            done.problems.append(f"{name} is no run folder and holds none: there is no {RESULT}.")
        for file in dict.fromkeys(files):
            try:
                entry = entry_of(_result(file), file.parent, label=label)
            except RecordingError as error:
                done.problems.append(str(error))
            except (OSError, ValueError) as error:
                done.problems.append(f"{file} cannot be read: {error}.")
            else:
                done.counts[store.add(entry)] += 1
    return done


def _files(name: str) -> Iterator[Path]:
    """Yield the results that a name stands for, the shell's patterns included."""
    for path in _paths(name):
        if path.is_file():
            yield path
        elif (path / RESULT).is_file():
            yield path / RESULT
        elif path.is_dir():
            yield from sorted(path.glob(f"*/{RESULT}"))


def _paths(name: str) -> Iterable[Path]:
    if Path(name).exists():
        return [Path(name)]
    found = map(Path, sorted(glob.glob(name, recursive=True)))  # noqa: PTH207 - Path.glob takes no pattern from the root
    return [path for path in found if path.is_dir() or path.suffix == ".json"]  # a pattern meets other files too


def _result(file: Path) -> Result:
    if file.name == RESULT:
        return load_result(file.parent)
    try:
        return Result.model_validate_json(file.read_bytes())
    except ValidationError as error:
        raise RecordingError(f"{file} is no result of an audit: {error.errors()[0]['msg']}.") from error
