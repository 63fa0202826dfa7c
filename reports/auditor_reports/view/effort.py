"""The interaction effort in words; its label, `EFFORT_LABEL`, must stand wherever it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.api import say
from auditor_reports.view.figures import number, percent, seconds
from auditor_reports.view.names import stage_title
from auditor_reports.view.voice import tell, told

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from auditor.api import EffortResult

EffortRow = tuple[str, str, list[tuple[str, str]]]
_ROWS: tuple[tuple[str, str, Callable[[EffortResult], str]], ...] = (
    (say("Clicks or taps"), "", lambda e: number(e.clicks)),
    (say("Fields typed into"), "", lambda e: number(e.fields)),
    (say("Fields the checkout shows"), say("11.3 on average, 8 are achievable (Baymard, 2024)"), lambda e: number(e.fields_considered)),
    (say("Characters typed"), "", lambda e: number(e.characters)),
    (say("Choices made"), "", lambda e: number(e.choices)),
    (say("Page loads"), "", lambda e: number(e.page_loads)),
    (say("Dialogs and banners answered"), "", lambda e: number(e.dialogs)),
    (say("Scrolled"), say("in heights of the window"), lambda e: number(e.scrolls, 1)),
    (say("Attempts that led nowhere, errors told"), "", lambda e: f"{number(e.back_tracks)}, {number(e.errors)}"),
    (say("Waiting for the shop"), say("share of the time by the model"), lambda e: f"{seconds(e.wait_seconds)}, {percent(e.wait_share)}"),
    (say("Time by the model, typing everything"), say("keys, pointing, thinking and waiting"), lambda e: seconds(e.klm_seconds)),
    (say("Time by the model, with the browser’s help"), say("fills in what is marked for it"), lambda e: seconds(e.klm_seconds_assisted)),
    (say("Cart to payment, typing everything"), "", lambda e: seconds(e.checkout_seconds)),
    (say("Cart to payment, with the browser’s help"), "", lambda e: seconds(e.checkout_seconds_assisted)),
    (say("Effort index of the checkout"), say("0 to 100, higher is easier"), lambda e: _index(e.index)),
    (say("The same with the browser’s help"), "", lambda e: _index(e.index_assisted)),
)


def effort_rows(effort: Mapping[str, EffortResult]) -> list[EffortRow]:
    """Return the rows of a table: title, explanation, and the value for each device."""
    return [(told(title), told(hint), [(device, words(own)) for device, own in effort.items()]) for title, hint, words in _ROWS]


def dearest_rows(effort: Mapping[str, EffortResult]) -> list[tuple[str, str, str, str, str]]:
    """Return the fields that cost most to type: device, stage, label, characters, time."""
    return [
        (device, stage_title(field.stage), field.label or tell("a field without a label"), number(field.characters), seconds(field.seconds))
        for device, own in effort.items()
        for field in own.dearest_fields
    ]


def _index(index: int | None) -> str:
    return tell("not computed") if index is None else number(index)
