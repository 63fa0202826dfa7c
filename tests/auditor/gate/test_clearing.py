import pytest

from auditor.gate.clearing import cleared, interval_of
from auditor.gate.measuring import Measurement
from auditor.gate.metrics import METRICS


def interval(metric: str, value: float, runs: tuple[float, ...] = ()) -> tuple[float, float] | None:
    return interval_of(Measurement(metric, "desktop", None, value, runs), METRICS[metric].unit, timed=METRICS[metric].timed)


@pytest.mark.parametrize(
    ("metric", "value", "expected"),
    [
        ("lcp_ms", 1000, (500, 1500)),
        ("lcp_ms", 4000, (3000, 5000)),
        ("load_ms", 1000, (750, 1250)),
        ("ttfb_ms", 100, (0, 300)),
        ("cls", 0.2, (0.16, 0.24)),
        ("journey_seconds", 100, (95, 105)),
        ("field_count", 9, None),
        ("page_weight_bytes", 9, None),
    ],
)
def test_one_measurement_varies_as_its_kind_usually_does(metric: str, value: float, expected: tuple[float, float] | None) -> None:
    assert interval(metric, value) == expected


def test_repeated_loads_tell_it_themselves() -> None:
    assert interval("lcp_ms", 1000, (990, 1000, 1010)) == (990, 1010)


@pytest.mark.parametrize(
    ("value", "known", "outcome"),
    [(10, (5, 15), "passed"), (11, (5, 15), "unreliable"), (11, (10.5, 12), "failed"), (11, (10, 12), "unreliable"), (11, None, "failed")],
)
def test_only_what_is_clear_of_the_budget_breaks_it(value: float, known: tuple[float, float] | None, outcome: str) -> None:
    assert cleared(Measurement("lcp_ms", "desktop", None, value), 10, known) == outcome
