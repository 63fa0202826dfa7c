"""What makes two audits less alike than a comparison wants them to be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urlsplit

from auditor.compare.model import ComparisonCaveat
from auditor.noise.machine import MOST_SWING, Machine
from auditor.result.model import Result

# What changes neither the journey nor a verdict, or is told by a caveat of its own.
_HARMLESS = {
    *("formats", "lang", "gate", "exit_zero", "max_seconds", "headed", "devices"),
    *("profile", "weights", "mobile_share", "mending", "ask_vendor", "survey", "email"),
}
_UNFINISHED = {"interrupted", "failed", "blocked"}


def caveats_of(before: Result, after: Result) -> list[ComparisonCaveat]:
    """Name what differs between two audits besides the shop."""
    return [*_shops(before, after), *_ends(before, after), *_ways(before, after)]


def _shops(before: Result, after: Result) -> Iterator[ComparisonCaveat]:
    if _site(before.site) != _site(after.site):
        yield ComparisonCaveat(about="sites", before=before.site, after=after.site)
    if _is_later(before.started_at, after.started_at):
        yield ComparisonCaveat(about="order", before=before.started_at, after=after.started_at)
    devices = [[j.device for j in result.journeys] for result in (before, after)]
    if alone := sorted(set(devices[0]) ^ set(devices[1])):
        yield ComparisonCaveat(about="devices", names=alone)


def _ends(before: Result, after: Result) -> Iterator[ComparisonCaveat]:
    one, other = ([j.device for j in r.journeys if j.ended in _UNFINISHED] for r in (before, after))
    if one or other:
        yield ComparisonCaveat(about="unfinished", before=", ".join(one), after=", ".join(other))


def _ways(before: Result, after: Result) -> Iterator[ComparisonCaveat]:
    products = [{j.device: j.product for j in r.journeys if j.product} for r in (before, after)]
    if other := [d for d in products[0] if d in products[1] and products[0][d] != products[1][d]]:
        yield ComparisonCaveat(about="products", before=products[0][other[0]] or "", after=products[1][other[0]] or "", names=other)
    checks = [{v.check for v in r.verdicts} for r in (before, after)]
    if alone := sorted(checks[0] ^ checks[1]):
        yield ComparisonCaveat(about="checks", names=alone)
    if settings := sorted(_settings(before, after)):
        yield ComparisonCaveat(about="settings", names=settings)
    if before.tool.version != after.tool.version:
        yield ComparisonCaveat(about="tools", before=before.tool.version, after=after.tool.version)
    if any(result.machine and result.machine.doubt for result in (before, after)) or _are_far_apart(before, after):
        yield ComparisonCaveat(about="machines", before=_figure(before), after=_figure(after))


def _are_far_apart(before: Result, after: Result) -> bool:
    """Whether one machine was so much faster that no time of one audit can be held against one of the other."""
    one, other = (result.machine.before if result.machine else None for result in (before, after))
    return bool(one and other) and (Machine(one, other).swing or 0) > MOST_SWING


def _figure(result: Result) -> str:
    machine = result.machine
    return "–".join(f"{figure:.0f}" for figure in (machine.before, machine.after) if figure is not None) if machine else ""


def _settings(before: Result, after: Result) -> Iterator[str]:
    for name in before.config.keys() & after.config.keys():
        if name not in _HARMLESS and before.config[name] != after.config[name]:
            yield name


def _site(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    return f"{parts.netloc.removeprefix('www.')}{parts.path.rstrip('/')}"


def _is_later(one: str, other: str) -> bool:
    try:
        return datetime.fromisoformat(one) > datetime.fromisoformat(other)
    except (ValueError, TypeError):  # no moments, or one without a zone
        return False
