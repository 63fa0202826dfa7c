"""The markers of tests that people write: they demand something of the audit before the test itself begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import pytest

from auditor.gate.reaching import is_about_buying
from auditor.model.stage import Stage
from auditor.plugins.selection import closest
from auditor.pytest_plugin.audit import ShopAudit, ShopJourney
from auditor.pytest_plugin.items import end
from auditor.pytest_plugin.judgement import at_stages, judgement_of, plain

if TYPE_CHECKING:
    from auditor.pytest_plugin.asked import Asked


def marked(item: pytest.Item, name: str) -> list[str]:
    """Return the names that a test's markers give."""
    return [str(value) for mark in item.iter_markers(name) for value in mark.args]


def verify_marks(items: Sequence[pytest.Item], asked: Asked) -> None:
    """Refuse markers of checks and stages that do not exist; raises `UsageError` of pytest."""
    from auditor.plugins.discovery import load_catalogue

    if not any(marked(item, "shop_check") or marked(item, "shop_stage") for item in items):
        return
    known = {check.id for check in load_catalogue(asked.config.settings.checks).checks}
    stages = [stage.value for stage in Stage]
    for item in items:
        for kind, names, possible in (
            ("shop_check", marked(item, "shop_check"), known),
            ("shop_stage", marked(item, "shop_stage"), stages),
        ):
            for name in names:
                if name not in possible:
                    raise pytest.UsageError(f"{item.nodeid}: {kind}({name!r}): there is no such {kind[5:]}.{closest(name, possible)}")


def demand(item: pytest.Item, audit: ShopAudit, journey: ShopJourney | None, asked: Asked) -> None:
    """Fail or skip a test whose markers demand what the audit does not give, on one device or on all of them."""
    stages = marked(item, "shop_stage")
    for missed in _missed(stages, [journey] if journey else list(audit.journeys.values())):
        end_of_way(*missed)
    for name in marked(item, "shop_check"):
        if name not in asked.checks:
            pytest.skip(f"{name} is left out of this audit.")
        verdicts = at_stages(audit.verdicts(name), stages)
        own = [verdict for verdict in verdicts if journey is None or verdict.device in {None, journey.device}]
        end(item, judgement_of(asked.checks[name], own, asked.rules, audit.result))


def _missed(stages: Sequence[str], journeys: Sequence[ShopJourney]) -> Iterator[tuple[str, ShopJourney]]:
    return ((stage, journey) for stage in stages for journey in journeys if not journey.reached(stage))


def end_of_way(stage: str, journey: ShopJourney) -> None:
    """Fail where the shop let nobody through; skip where it was not the shop's doing."""
    told = plain(f"{journey.device} did not get to {stage}; it ended: {journey.result.ended}. {journey.result.message}")
    if is_about_buying(journey.result):
        pytest.fail(told, pytrace=False)
    pytest.skip(told)
