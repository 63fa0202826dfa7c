"""The ids of findings in the document: named by their checks, so that a link to one still leads there in the next report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_OTHER = re.compile(r"[^A-Za-z0-9_-]+")
_NUMBER = re.compile(r"\d*")  # "finding-3" is the third finding of this report


def anchors_of(checks: Sequence[str]) -> list[str]:
    """Return an id for each check: `finding-checkout-autocomplete`; what a result calls a check may be anything."""
    taken: set[str] = set()
    anchors = []
    for check in checks:
        name = _OTHER.sub("-", check)
        anchor = name = f"finding-check-{name}" if _NUMBER.fullmatch(name) else f"finding-{name}"
        further = 1
        while anchor in taken:
            further += 1
            anchor = f"{name}_{further}"
        taken.add(anchor)
        anchors.append(anchor)
    return anchors
