"""The engine with one of its parts taken out, to measure what that part is worth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

from auditor.journey.acting import Acted

SETTINGS: Mapping[str, Mapping[str, Any]] = {
    "complete": {},
    "without platform hints": {"platform_hints": False},
    "English words only": {"languages": ["en"]},
    "without back-tracking": {},
    "without verification": {},
}
_FIRST_ONLY = (
    "auditor.journey.walk._MOST_PRODUCTS",
    "auditor.journey.category._MOST_CANDIDATES",
    "auditor.journey.cart._MOST_BUTTONS",
    "auditor.journey.cart._MOST_COMBINATIONS",
    "auditor.journey.checkout._MOST_CANDIDATES",
    "auditor.journey.going_on._MOST_PRESSES",
)


@contextmanager
def ablated(name: str) -> Iterator[None]:
    """Take a part out while the block runs; the settings of the ablation are in `SETTINGS`."""
    with ExitStack() as stack:
        if name == "without back-tracking":
            for constant in _FIRST_ONLY:
                stack.enter_context(patch(constant, 1))
            stack.enter_context(patch("auditor.journey.acting.LADDER", ("trusted",)))
        if name == "without verification":
            stack.enter_context(patch.object(Acted, "confirmed", property(lambda acted: acted.changed)))
        yield
