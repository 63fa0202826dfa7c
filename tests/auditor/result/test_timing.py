from auditor.gate.measuring import Measurement
from auditor.noise.machine import Machine
from auditor.result.timing import machine_result, repeated


def test_repeated_loads_stand_in_the_result_with_their_spread() -> None:
    once, thrice = Measurement("lcp_ms", "desktop", "cart", 9), Measurement("lcp_ms", "desktop", "home", 1000, (900, 1000, 1400))
    (found,) = repeated([once, thrice])
    assert (found.metric, found.stage, found.unit, found.median, found.iqr) == ("lcp_ms", "home", "ms", 1000, 250)
    assert (found.interval, found.sureness, found.runs) == ((900, 1400), 0.75, [900, 1000, 1400])


def test_two_loads_have_no_interval() -> None:
    (found,) = repeated([Measurement("cls", "mobile", "home", 0.2, (0.1, 0.3))])
    assert (found.interval, found.sureness) == (None, None)


def test_the_machine_stands_in_the_result() -> None:
    assert machine_result(None) is None
    found = machine_result(Machine(400, 410, "chromium 140"))
    assert found is not None
    assert (found.before, found.after, bool(found.doubt)) == (400, 410, True)
