"""The pictures of the report: read from the recording, made small, embedded as data addresses, each once."""

from __future__ import annotations

import base64
import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from PIL import Image

from auditor_reports.view.cleaning import plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

Area = tuple[int, int, int, int]
_BUDGET = 3_600_000  # characters of all pictures together; what comes after goes without
_OPTIONS = {"WEBP": {"quality": 66, "method": 2}, "JPEG": {"quality": 72, "optimize": True}}
_AT_HAND = 8
_LARGEST = 60_000_000  # pixels; more is no screenshot of ours


@dataclass(frozen=True)
class Shot:
    """An embedded picture and its size in pixels."""

    address: str
    width: int
    height: int


@dataclass
class Album:
    """Makes pictures of files in the recording until the budget is used up.

    A PDF keeps JPEG as it is and unpacks everything else, so `kind` is JPEG for paper.
    """

    recording: Path
    kind: Literal["WEBP", "JPEG"] = "WEBP"
    used: int = field(default=0, init=False)
    _at_hand: dict[Path, Image.Image] = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def root(self) -> Path:
        """The recording's folder; nothing outside of it is ever read."""
        return self.recording.resolve()

    def file(self, name: str) -> Path | None:
        """Return a file of the recording, None if there is none of that name inside of it."""
        try:
            path = (self.root / plain(name)).resolve()
            return path if path.is_relative_to(self.root) and path.is_file() else None
        except (OSError, ValueError):
            return None

    def size(self, path: Path) -> tuple[int, int] | None:
        """Return a picture's size, None for what is no picture."""
        try:
            with Image.open(path) as picture:
                return picture.size if picture.width * picture.height <= _LARGEST else None
        except (OSError, ValueError, SyntaxError):
            return None

    def shot(self, path: Path, *, widest: int, area: Area | None = None) -> Shot | None:
        """Return a picture or an area of it, at most `widest` pixels wide; None if unreadable or too much."""
        return self._kept(self._made(path, widest, area))

    def shots(self, wanted: Sequence[tuple[Path, int]]) -> list[Shot | None]:
        """Return several pictures with their greatest widths, as `shot` does; made side by side, since most of the work is Pillow's."""
        with ThreadPoolExecutor() as workers:
            return [self._kept(made) for made in list(workers.map(lambda one: self._made(*one), wanted))]

    def _made(self, path: Path, widest: int, area: Area | None = None) -> Shot | None:
        if self.used >= _BUDGET or self.size(path) is None:
            return None
        try:
            picture = self._decoded(path)
        except (OSError, ValueError, SyntaxError):
            return None
        if area:
            picture = picture.crop(area)
        if picture.width > widest:
            height = max(1, round(picture.height * widest / picture.width))
            picture = picture.resize((widest, height), Image.Resampling.LANCZOS, reducing_gap=2.0)
        out = io.BytesIO()
        picture.save(out, self.kind, **_OPTIONS[self.kind])
        return Shot(f"data:image/{self.kind.lower()};base64,{base64.b64encode(out.getvalue()).decode()}", picture.width, picture.height)

    def _kept(self, made: Shot | None) -> Shot | None:
        """Count a picture, if there is still room for it."""
        if made is None or self.used + len(made.address) > _BUDGET:
            return None
        self.used += len(made.address)
        return made

    def _decoded(self, path: Path) -> Image.Image:
        """Read a picture; a few stay at hand, as findings of one page show parts of the same picture."""
        if (known := self._at_hand.get(path)) is not None:
            return known
        with Image.open(path) as opened:
            picture = self._at_hand[path] = opened.convert("RGB")
        for oldest in list(self._at_hand)[:-_AT_HAND]:
            self._at_hand.pop(oldest, None)
        return picture
