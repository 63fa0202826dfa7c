"""Collectors of somebody else, found through the entry-point group `auditor.collectors`."""

from __future__ import annotations

import re
from collections.abc import Collection

from auditor.collecting import Collector
from auditor.plugins.points import COLLECTORS, loaded
from auditor.words.message import say

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
            broken.append(
                say("The plugin {place} offers {offered}, which is no collector. See auditor.api.", place=place, offered=repr(offered))
            )
        elif offered.name in named or offered.file in taken:
            broken.append(
                say(
                    "The plugin {place} offers a collector {name} for {file}, but one of them is taken.",
                    place=place,
                    name=offered.name,
                    file=offered.file,
                )
            )
        elif not _FILE.fullmatch(offered.file):
            broken.append(
                say("The plugin {place} wants to write to {file}, which is no plain file name.", place=place, file=repr(offered.file))
            )
        else:
            found[offered.name] = offered
            named.add(offered.name)
            taken.add(offered.file)
    return found, broken
