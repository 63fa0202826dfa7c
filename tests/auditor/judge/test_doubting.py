from auditor.api import Kind
from auditor.judge.doubting import doubted
from auditor.model.outcome import Confidence
from auditor.noise.machine import Machine
from tests.auditor.specimens import check, verdict

SLOW = Machine(300, 310, "chromium 140")
LCP = verdict(check("speed-lcp"), Kind.FAIL, unit="s", message="After 9 s.")


def test_times_of_a_slow_machine_are_unsure_and_say_why() -> None:
    (found,) = doubted([LCP], SLOW)
    assert (found.outcome.kind, found.confidence) == (Kind.FAIL, Confidence.LOW)
    assert found.outcome.message == ("After 9 s. Unsure: The machine was too slow to time pages: its figure is 300, and the least is 500.")


def test_all_else_stays_as_it_is() -> None:
    others = [
        verdict(check("speed-page-weight"), unit="MB"),
        verdict(check("trust-a")),
        verdict(check("speed-lcp"), Kind.NOT_MEASURABLE, unit="s"),
    ]
    assert list(doubted(others, SLOW)) == others
    assert list(doubted([LCP], Machine(1500, 1500, "chromium"))) == [LCP]
    assert list(doubted([LCP], None)) == [LCP]
