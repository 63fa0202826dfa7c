from datetime import date

import pytest

from auditor.api import Gate, Kind, Severity, Stage
from auditor.gate.gating import decide
from auditor.gate.rules import GateRules, Waiver
from tests.auditor.specimens import check, evidence, verdict, walked

BAD = check("speed-bad", severity=Severity.CRITICAL)
DAY = date(2026, 11, 24)


def gate(waiver: Waiver, *, kind: Kind = Kind.FAIL, day: date = DAY) -> Gate:
    said = [verdict(check("trust-good")), verdict(BAD, kind, stage=Stage.CART), verdict(BAD, kind, "mobile", Stage.CART)]
    return decide(GateRules(waivers=(waiver,)), evidence(said, [walked()], day=day))


def waiver(**facts: object) -> Waiver:
    return Waiver(**{"check": "speed-bad", "reason": "New server in May", "until": DAY, **facts})  # type: ignore[arg-type]


def test_a_waiver_lets_a_failure_pass_and_is_named() -> None:
    found = gate(waiver())
    assert (found.passed, found.reasons, found.notes) == (True, [], [])
    (waived,) = found.waived
    assert (waived.check, waived.reason, waived.until, waived.devices) == (
        "speed-bad",
        "New server in May",
        "2026-11-24",
        ["desktop", "mobile"],
    )


def test_an_expired_waiver_lets_nothing_pass_and_is_named() -> None:
    found = gate(waiver(), day=date(2026, 11, 25))
    assert (found.passed, found.waived) == (False, [])
    assert found.notes == ["The waiver for speed-bad expired after 2026-11-24, so it lets nothing pass any more (New server in May)."]


@pytest.mark.parametrize(
    ("facts", "passed"), [({"stage": Stage.CART}, True), ({"stage": Stage.HOME}, False), ({"fingerprint": "0" * 16}, False)]
)
def test_a_waiver_may_be_narrower_than_its_check(facts: dict[str, object], passed: bool) -> None:
    assert gate(waiver(**facts)).passed is passed


@pytest.mark.parametrize(("facts", "named"), [({}, True), ({"stage": Stage.CART}, True), ({"stage": Stage.HOME}, False)])
def test_a_waiver_that_matches_nothing_is_named_where_the_audit_looked(facts: dict[str, object], named: bool) -> None:
    notes = ["The waiver for speed-bad matches nothing and can be taken out (New server in May)."]
    assert gate(waiver(**facts), kind=Kind.PASS).notes == (notes if named else [])
    assert gate(waiver(**facts), kind=Kind.NOT_MEASURABLE).notes == []


def test_on_an_unknown_day_nothing_is_waived() -> None:
    assert not gate(waiver(), day=date.max).passed
