"""Counts what a shopper has to do, while the journey does it."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace

from auditor.model.journey import Typed
from auditor.observe import Control, Observation


@dataclass
class Effort:
    """What a shopper had to do so far; `scrolled` in heights of the window, `dialogs` answered, `errors` the shop told."""

    clicks: int = 0
    fields: int = 0
    characters: int = 0
    choices: int = 0
    dialogs: int = 0
    errors: int = 0
    scrolled: float = 0.0
    wait_seconds: float = 0.0
    typed: list[Typed] = field(default_factory=list)
    _seen: Observation | None = None
    _top: float = 0.0

    def typing(self, control: Control, text: str) -> None:
        """Count a field that is typed into; of what is typed only the length is kept."""
        words = control.attrs.get("autocomplete", "").lower().split()
        self.fields += 1
        self.characters += len(text)
        self.typed.append(Typed(" ".join(control.label_text.split())[:60], len(text), words[-1] if words else ""))

    def reaching(self, observation: Observation, control: Control) -> None:
        """Count how far the page has to be scrolled until a control is in the middle of the window, if it is not in sight."""
        if observation is not self._seen:
            self._seen, self._top = observation, observation.scroll[1]
        height, box = observation.viewport[1], control.box
        if control.fixed or height <= 0 or box.height <= 0 or (self._top <= box.y and box.y + box.height <= self._top + height):
            return
        top = min(max(0.0, box.y + box.height / 2 - height / 2), max(0.0, observation.page_size[1] - height))
        self.scrolled += abs(top - self._top) / height
        self._top = top

    def copy(self) -> Effort:
        """Return the counts as they stand now."""
        return replace(self, typed=list(self.typed))

    def back_to(self, before: Effort) -> None:
        """Forget what was counted since."""
        for counted in fields(self):
            setattr(self, counted.name, getattr(before, counted.name))
