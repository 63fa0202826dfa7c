"""Runs one check over a hand-made recording through the engine, as an audit does."""

from auditor.api import Check, Kind, Outcome, Stage
from auditor.judge.judging import judge
from tests.checks.recordings import Shop


def outcomes(check: Check, shop: Shop) -> list[Outcome]:
    """All outcomes of a check that has one per page and device; a broken check fails the test."""
    found = [verdict.outcome for verdict in judge(shop.recording(), [check])]
    assert not [o.message for o in found if o.kind is Kind.ERROR]
    return found


def outcome(check: Check, shop: Shop, stage: Stage | None = None) -> Outcome:
    """The one outcome of a check, or the one for a stage."""
    found = [v.outcome for v in judge(shop.recording(), [check]) if stage is None or v.stage is stage]
    assert len(found) == 1, [o.message for o in found]
    assert found[0].kind is not Kind.ERROR, found[0].message
    return found[0]
