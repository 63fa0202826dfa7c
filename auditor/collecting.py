"""What a collector of somebody else is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from auditor.record.sight import Sight


@dataclass(frozen=True)
class Collector:
    """Takes one artifact of the open page, for the checks that ask for it with `needs=("<name>",)`.

    `file` is where it is written: JSON for `.json`, text or bytes for other endings. `collect` returns None for "there is
    none". It must leave the page as it found it. Register it under the entry-point group `auditor.collectors`.
    """

    name: str
    file: str
    collect: Callable[[Sight], Awaitable[Any]]
