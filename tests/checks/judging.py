"""Runs one check over a hand-made recording through the engine, as an audit does."""

from auditor.api import Check, Kind, Outcome, Stage
from auditor.judge.judging import judge
from tests.checks.own_words import held_by, not_the_shops, said_plainly
from tests.checks.recordings import Shop


def outcomes(check: Check, shop: Shop) -> list[Outcome]:
    """All outcomes of a check that has one per page and device; a broken check fails the test."""
    found = [verdict.outcome for verdict in judge(shop.recording(), [check])]
    _assert_translatable(found, shop)
    assert not [o.message for o in found if o.kind is Kind.ERROR]
    return found


def outcome(check: Check, shop: Shop, stage: Stage | None = None) -> Outcome:
    """The one outcome of a check, or the one for a stage."""
    found = [v.outcome for v in judge(shop.recording(), [check]) if stage is None or v.stage is stage]
    _assert_translatable(found, shop)
    assert len(found) == 1, [o.message for o in found]
    assert found[0].kind is not Kind.ERROR, found[0].message
    return found[0]


def _assert_translatable(found: list[Outcome], shop: Shop) -> None:
    """What a check says is said as messages, and only words of the shop stand in them plainly."""
    held = held_by(shop.root)
    for outcome in found:
        plain = [(text, words) for text in said_plainly(outcome) if (words := not_the_shops(text, held))]
        assert plain == [], outcome.message
