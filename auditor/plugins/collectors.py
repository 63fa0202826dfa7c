"""Collectors of somebody else, found through the entry-point group `auditor.collectors`."""

from __future__ import annotations

import re
from collections.abc import Collection

from auditor.collecting import Collector
from auditor.plugins.points import COLLECTORS, loaded

_FILE = re.compile(r"[a-z0-9][a-z0-9_-]*\.[a-z0-9]+")


def load_collectors(known: Collection[str], files: Collection[str]) -> tuple[dict[str, Collector], list[str]]:
    """Return the collectors by name, and a sentence for each one that cannot be used.

    `known` are the names and `files` the files that are taken by the product's own.
    """
    broken: list[str] = []
    found: dict[str, Collector] = {}
    taken, named = {*files, "observation.json"}, set(known)
    for offered, place in loaded(COLLECTORS, broken):
        if not isinstance(offered, Collector):
            broken.append(f"The plugin {place} offers {offered!r}, which is no collector. See auditor.api.")
        elif offered.name in named or offered.file in taken:
            broken.append(f"The plugin {place} offers a collector {offered.name} for {offered.file}, but one of them is taken.")
        elif not _FILE.fullmatch(offered.file):
            broken.append(f"The plugin {place} wants to write to {offered.file!r}, which is no plain file name.")
        else:
            found[offered.name] = offered
            named.add(offered.name)
            taken.add(offered.file)
    return found, broken
