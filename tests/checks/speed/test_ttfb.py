from typing import Any

import pytest
from auditor_checks.speed.ttfb import ttfb

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.recordings import Shop, vitals


@pytest.mark.parametrize(
    ("timings", "kind"),
    [
        (vitals(TTFB=300), Kind.PASS),
        (vitals(TTFB=1200), Kind.WARN),
        ({**vitals(TTFB=300), "lost": 2}, Kind.NOT_MEASURABLE),
        (vitals(TTFB=2500), Kind.FAIL),
        (vitals(), Kind.NOT_MEASURABLE),
        (vitals(TTFB=2500, soft=True), Kind.NOT_APPLICABLE),
        ({"soft": False, "vitals": {"TTFB": {"value": 2500, "runs": [900, 2500, 2600]}}}, Kind.WARN),
    ],
)
def test_the_first_byte(timings: dict[str, Any], kind: Kind, shop: Shop) -> None:
    shop.walk().page(Stage.HOME, timings=timings)
    assert outcome(ttfb, shop, Stage.HOME).kind is kind
