import pytest

from auditor.api import Confidence, Kind
from auditor.gate.rules import GateRules
from auditor.gate.scores import category_rules, total_rule
from auditor.noise.machine import Doubt
from auditor.words.message import say
from tests.auditor.specimens import check, evidence, verdict, walked

HALF = verdict(check("speed-a"), Kind.WARN)


@pytest.mark.parametrize(("least", "outcome"), [(50, "passed"), (51, "failed")])
def test_a_category_has_a_minimum_of_its_own(least: int, outcome: str) -> None:
    (rule,) = category_rules(GateRules(min_category={"speed": least}), evidence([HALF], [walked()]))
    assert (rule.rule, rule.outcome, rule.measured, rule.threshold) == ("min_score.speed", outcome, 50, least)


def test_a_category_without_score_keeps_no_minimum() -> None:
    (rule,) = category_rules(GateRules(min_category={"trust": 0}), evidence([HALF], [walked()]))
    assert (rule.outcome, rule.measured) == ("no_evidence", None)
    assert "has no score, so its minimum of 0 cannot be met." in rule.message


def test_the_total_says_what_it_meets() -> None:
    (rule,) = total_rule(GateRules(min_score=50), evidence([HALF], [walked()]))
    assert (rule.outcome, rule.message) == ("passed", "The score 50 meets the minimum of 50.")
    assert list(total_rule(GateRules(), evidence([HALF], [walked()]))) == []


def test_no_total_is_no_evidence() -> None:
    (rule,) = total_rule(GateRules(min_score=0), evidence([], [walked()]))
    assert (rule.outcome, rule.measured) == ("no_evidence", None)


@pytest.mark.parametrize("least", [50, 51])
def test_a_machine_in_doubt_makes_the_minimum_of_speed_neither_kept_nor_broken(least: int) -> None:
    late = verdict(check("speed-a"), Kind.WARN, unit="s", confidence=Confidence.LOW)
    found = evidence([late], [walked()], doubt=Doubt(say("Too slow.")))
    (rule,) = category_rules(GateRules(min_category={"speed": least}), found)
    assert (rule.outcome, rule.measured) == ("unreliable", 50)
    assert rule.message.endswith(" Too slow.")


@pytest.mark.parametrize(("least", "outcome"), [(50, "passed"), (51, "failed")])
def test_it_is_decided_where_the_machine_spoilt_no_time(least: int, outcome: str) -> None:
    surely = verdict(check("speed-a"), Kind.WARN, unit="s")
    found = evidence([surely], [walked()], doubt=Doubt(say("Uneven."), 1.2))
    (rule,) = category_rules(GateRules(min_category={"speed": least}), found)
    assert rule.outcome == outcome
