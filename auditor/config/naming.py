"""Names that a configuration may hold: one that is unknown is refused with the closest that is known."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def known_name(name: str, known: Iterable[str], what: str) -> str:
    """Return the name; raises `ValueError` for one that nothing is called by. `what` is its kind, such as "category"."""
    names = list(known)
    if name in names:
        return name
    near = difflib.get_close_matches(name, names, 1)
    hint = f"Did you mean {near[0]}?" if near else f"Known: {', '.join(names)}."
    raise ValueError(f"there is no {what} {name!r}. {hint}")
