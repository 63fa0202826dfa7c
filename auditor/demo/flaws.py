"""Flaws: what can be wrong with the embedded shop on purpose, one entry of a file in ``data/flaws/`` each.

A flaw is data: edits of the finished page, other headers, a held-back response, another shape, a style or a
script. What cannot be said that way is a named switch that the shop's code asks for.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from auditor.demo.datafile import read_toml
from auditor.demo.surgery import Edit
from auditor.model.category import CATEGORIES

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from auditor.demo.shape import Shape


@dataclass(frozen=True)
class Reply:
    """Another answer, or a late one, for requests whose path begins like this."""

    path: str
    seconds: float = 0.0
    status: int = 0
    bytes: int = 0


@dataclass(frozen=True)
class Flaw:
    """One thing that can be wrong; its id is the check that must find it."""

    id: str
    check: str
    summary: str
    also: tuple[str, ...] = ()  # other checks that rightly fail or warn with it
    edits: tuple[Edit, ...] = ()
    replies: tuple[Reply, ...] = ()
    shape: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)  # an empty value takes the header away
    cookie: Mapping[str, bool] = field(default_factory=dict)
    style: str = ""
    script: str = ""  # a file below static/js, without its ending
    part: str = ""  # a template of parts/ to end every page with
    switch: str = ""


@dataclass(frozen=True)
class Planted:
    """All the flaws of one shop together."""

    flaws: tuple[Flaw, ...] = ()

    @property
    def edits(self) -> tuple[Edit, ...]:
        """Every edit of every page."""
        return tuple(edit for flaw in self.flaws for edit in flaw.edits)

    @property
    def replies(self) -> tuple[Reply, ...]:
        """Every response that is held back or made up."""
        return tuple(reply for flaw in self.flaws for reply in flaw.replies)

    @property
    def headers(self) -> dict[str, str]:
        """Headers to set, or to take away where the value is empty."""
        return {name: value for flaw in self.flaws for name, value in flaw.headers.items()}

    @property
    def cookie(self) -> dict[str, bool]:
        """Flags of the session cookie that differ."""
        return {name: flag for flaw in self.flaws for name, flag in flaw.cookie.items()}

    @property
    def style(self) -> str:
        """Style rules to add."""
        return "\n".join(flaw.style for flaw in self.flaws)

    @property
    def scripts(self) -> list[str]:
        """Scripts to add."""
        return [flaw.script for flaw in self.flaws if flaw.script]

    @property
    def parts(self) -> list[str]:
        """Templates to end every page with."""
        return [f"parts/{flaw.part}.html" for flaw in self.flaws if flaw.part]

    def on(self, switch: str) -> bool:
        """Whether some flaw throws this switch."""
        return any(flaw.switch == switch for flaw in self.flaws)

    def reshape(self, shape: Shape) -> Shape:
        """The shape as the flaws bend it."""
        for flaw in self.flaws:
            shape = replace(shape, **flaw.shape)  # type: ignore[arg-type]  # tests prove every bend parses
        return shape


def plant(ids: Collection[str]) -> Planted:
    """The flaws with these ids."""
    unknown = sorted(set(ids) - set(FLAWS))
    if unknown:
        raise ValueError(f"unknown flaw {', '.join(unknown)}; known: {', '.join(FLAWS)}")
    return Planted(tuple(FLAWS[key] for key in ids))


def _flaw(key: str, facts: Mapping[str, Any]) -> Flaw:
    tables = {
        "also": tuple(facts.get("also", ())),
        "edits": tuple(Edit(**edit) for edit in facts.get("edits", ())),
        "replies": tuple(Reply(**reply) for reply in facts.get("replies", ())),
    }
    return Flaw(**{"id": key, "check": key, **facts, **tables})


def _read() -> dict[str, Flaw]:
    """All flaws, category by category in the order of the catalogue of checks."""
    return {key: _flaw(key, facts) for category in CATEGORIES for key, facts in read_toml(f"flaws/{category.id}.toml").items()}


FLAWS: Mapping[str, Flaw] = MappingProxyType(_read())
