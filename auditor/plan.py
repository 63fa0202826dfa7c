"""What an audit will do, worked out before the browser starts: devices, artifacts, probes, linked pages. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from auditor.model.check import Check, Scope
from auditor.model.stage import Stage

# Taken of every page whatever checks are selected, so that a recording can be judged again and looked at.
ALWAYS = frozenset({"screenshot", "full", "html", "timings", "network", "headers", "console", "cookies"})
LEAST = frozenset({"screenshot"})


@dataclass(frozen=True)
class Plan:
    """`artifacts` names the collectors per stage, `probes` and `site_pages` what is looked at besides the way itself."""

    artifacts: Mapping[Stage, frozenset[str]]
    probes: frozenset[str]
    site_pages: frozenset[str]


def make_plan(checks: Iterable[Check], *, probes: bool, everything: bool) -> Plan:
    """Plan for the checks that will judge; `everything` records all usual artifacts besides what they need."""
    checks = list(checks)
    artifacts: dict[Stage, set[str]] = {stage: set(ALWAYS if everything else LEAST) for stage in Stage}
    for check in checks:
        for stage in check.stages if check.stages or check.scope is Scope.PAGE else Stage:
            artifacts[stage].update(check.needs)
    return Plan(
        {stage: frozenset(names) for stage, names in artifacts.items()},
        frozenset(p for check in checks for p in check.probes) if probes else frozenset(),
        frozenset(p for check in checks for p in check.site_pages),
    )
