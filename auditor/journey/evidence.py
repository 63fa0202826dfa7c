"""The record of every attempt: what was proposed, what was pressed, what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from auditor.facts.ranking import Candidate
from auditor.model.journey import HARD, Signal
from auditor.model.stage import Stage
from auditor.observe import Control
from auditor.words.message import say, together

_TOP = 5
_KINDS = {
    "a": say("link"),
    "button": say("button"),
    "submit": say("button"),
    "select": say("list"),
    "textarea": say("field"),
    "checkbox": say("checkbox"),
    "radio": say("radio button"),
    **dict.fromkeys(("field", "text", "email", "tel", "number", "search", "password", "date", "url"), say("field")),
}


@dataclass(frozen=True)
class Attempt:
    """One try at one control.

    `strategy` names the way that led to it, `rung` the kind of press that had an effect, `families` those of the signals.
    """

    stage: Stage
    strategy: str
    chosen: str
    rung: str
    verified: bool
    signals: tuple[str, ...]
    url_before: str
    url_after: str
    seconds: float
    candidates: tuple[Mapping[str, Any], ...] = ()
    note: str = ""
    families: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the attempt as one line of the trace."""
        return asdict(self)


def described(control: Control) -> str:
    """Name a control for a person: what stands on it and what it is."""
    label = control.label_text or control.placeholder or control.sent_as
    kind = _KINDS.get(control.type or "field" if control.tag == "input" else control.tag, control.tag)
    return say("{kind} “{label}”", kind=kind, label=label[:60]) if label else say("{kind} without a name", kind=kind)


def top(candidates: Sequence[Candidate]) -> tuple[Mapping[str, Any], ...]:
    """Return the best candidates as plain data."""
    return tuple({"name": described(c.control), "p": c.p, "why": c.why, "href": c.control.href[:200]} for c in candidates[:_TOP])


def families(signals: Sequence[Signal]) -> tuple[str, ...]:
    """Return the families of signals, each once."""
    return tuple(dict.fromkeys(s.family for s in signals))


def names(signals: Sequence[Signal]) -> tuple[str, ...]:
    """Return signals as the words that are stored."""
    return tuple(together(s.name, HARD) if s.hard else s.name for s in signals)
