"""The interaction effort in words, with the label that must stand wherever it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from auditor_reports.view.figures import number, seconds

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LABEL = (
    "Interaction effort, computed from the scripted journey with the keystroke-level model. "
    "It is a lower bound for an expert without errors. "
    "It is not a Customer Effort Score: no customer was asked."
)


class Effort(Protocol):
    """What the result says of one device's effort."""

    clicks: int
    fields: int
    characters: int
    page_loads: int
    wait_seconds: float
    klm_seconds: float
    klm_seconds_assisted: float
    index: int | None


EffortRow = tuple[str, str, list[tuple[str, str]]]
_ROWS: tuple[tuple[str, str, Callable[[Effort], str]], ...] = (
    ("Clicks or taps", "", lambda e: number(e.clicks)),
    ("Fields filled", "", lambda e: number(e.fields)),
    ("Characters typed", "", lambda e: number(e.characters)),
    ("Page loads", "", lambda e: number(e.page_loads)),
    ("Waiting for the shop", "", lambda e: seconds(e.wait_seconds)),
    (
        "Time by the model, typing everything",
        "keys, pointing, thinking and waiting",
        lambda e: seconds(e.klm_seconds),
    ),
    (
        "Time by the model, browser fills the fields",
        "one choice instead of typing",
        lambda e: seconds(e.klm_seconds_assisted),
    ),
    (
        "Effort index of the checkout",
        "0 to 100, higher is easier",
        lambda e: "not computed" if e.index is None else number(e.index),
    ),
)


def effort_rows(effort: Mapping[str, Effort]) -> list[EffortRow]:
    """Return the rows of a table: title, explanation, and the value for each device."""
    return [(title, hint, [(device, words(own)) for device, own in effort.items()]) for title, hint, words in _ROWS]
