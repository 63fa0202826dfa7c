"""Turns features of a control into the probability that it is what is looked for.

`p = 1 / (1 + exp(-(bias + sum(weight * feature))))` with features in [0, 1]. Features are absolute: a page without a
real candidate has no candidate with a high probability, however its controls compare among themselves.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from auditor.observe import Control


@dataclass(frozen=True, slots=True)
class Candidate:
    """A control proposed for a target, with its probability and the features that speak for and against it."""

    control: Control
    p: float
    features: Mapping[str, float]

    @property
    def why(self) -> str:
        """The features that decided, strongest first, for the evidence log."""
        return ", ".join(f"{name} {value:+.1f}" for name, value in sorted(self.features.items(), key=lambda f: -abs(f[1])) if value)


@cache
def _weights(target: str) -> Mapping[str, float]:
    tables = tomllib.loads((files("auditor.facts") / "weights.toml").read_text(encoding="utf-8"))
    return {name: float(value) for name, value in tables[target].items()}


def rank(target: str, described: Iterable[tuple[Control, Mapping[str, float]]], floor: float = 0.02) -> list[Candidate]:
    """Rank controls for a target by the weights of `weights.toml`, best first; below `floor` they are left out.

    Ties keep document order. Raises KeyError for a feature that has no weight: a typing mistake, not a zero.
    """
    weights = _weights(target)
    found = []
    for control, features in described:
        parts = {name: weights[name] * value for name, value in features.items() if value}
        p = 1 / (1 + math.exp(-(weights["bias"] + sum(parts.values()))))
        if p >= floor:
            found.append(Candidate(control, round(p, 4), {name: round(part, 2) for name, part in parts.items()}))
    return sorted(found, key=lambda candidate: (-candidate.p, candidate.control.n))
