from typing import Any

import pytest
from auditor_checks.speed.cls import cls

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.recordings import Shop, vitals


@pytest.mark.parametrize(
    ("timings", "kind"),
    [
        (vitals(CLS=0.05), Kind.PASS),
        (vitals(CLS=0.2), Kind.WARN),
        (vitals(CLS=0.4), Kind.FAIL),
        (vitals(), Kind.NOT_MEASURABLE),
        (vitals(CLS=0.4, soft=True), Kind.NOT_APPLICABLE),
    ],
)
def test_layout_shifts(timings: dict[str, Any], kind: Kind, shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, timings=timings)
    assert outcome(cls, shop, Stage.PRODUCT).kind is kind


def test_what_moved_is_named(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, timings=vitals(CLS=0.4))
    assert outcome(cls, shop, Stage.PRODUCT).findings[0].selector == "main>div"
