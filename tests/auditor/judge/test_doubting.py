import pytest

from auditor.api import Kind, Stage, measured
from auditor.judge.doubting import doubted
from auditor.model.outcome import Confidence
from auditor.model.verdict import Verdict
from auditor.noise.machine import Machine
from tests.auditor.specimens import check, verdict

SLOW = Machine(300, 310, "chromium 140")
LCP = verdict(check("speed-lcp"), Kind.FAIL, unit="s", message="After 9 s.")


def test_times_of_a_slow_machine_are_unsure_and_say_why() -> None:
    (found,) = doubted([LCP], SLOW)
    assert (found.outcome.kind, found.confidence) == (Kind.FAIL, Confidence.LOW)
    assert found.outcome.message == ("After 9 s. Unsure: The machine was too slow to time pages: its figure is 300, and the least is 500.")


UNEVEN = Machine(3000, 1250, "chromium 140")
"""2.4 times faster before than after: what goes beyond 2 is a fifth."""


@pytest.mark.parametrize(
    ("seconds", "kind", "sure"), [(0.3, Kind.PASS, True), (3.0, Kind.WARN, False), (4.6, Kind.FAIL, False), (4.9, Kind.FAIL, True)]
)
def test_times_that_an_uneven_machine_cannot_have_made_stand(seconds: float, kind: Kind, sure: bool) -> None:
    late = measured("Late.", value=seconds, good=2.5, poor=4.0, unit="s", loads=3)
    (found,) = doubted([Verdict(check("speed-lcp"), late, "desktop", Stage.HOME)], UNEVEN)
    assert (found.outcome.kind, found.confidence is not Confidence.LOW) == (kind, sure)
    assert ("too uneven" in found.outcome.message) is not sure


def test_a_failure_that_names_no_limit_is_unsure_on_an_uneven_machine() -> None:
    (found,) = doubted([LCP], UNEVEN)
    assert found.confidence is Confidence.LOW


def test_all_else_stays_as_it_is() -> None:
    others = [
        verdict(check("speed-page-weight"), unit="MB"),
        verdict(check("trust-a")),
        verdict(check("speed-lcp"), Kind.NOT_MEASURABLE, unit="s"),
    ]
    assert list(doubted(others, SLOW)) == others
    assert list(doubted([LCP], Machine(1500, 1500, "chromium"))) == [LCP]
    assert list(doubted([LCP], None)) == [LCP]


@pytest.mark.parametrize(("seconds", "loads", "sure"), [(4.4, 1, False), (5.3, 2, False), (5.4, 1, True), (4.4, 3, True), (9.0, 1, True)])
def test_one_load_near_its_limit_is_no_proof(seconds: float, loads: int, sure: bool) -> None:
    late = measured("Late.", value=seconds, good=2.5, poor=4.0, unit="s", loads=loads)
    (found,) = doubted([Verdict(check("speed-lcp"), late, "desktop", Stage.HOME)], Machine(1500, 1500, "chromium"))
    assert (found.outcome.kind, found.confidence is Confidence.LOW) == (Kind.FAIL, not sure)
    assert ("no proof" in found.outcome.message) is not sure
