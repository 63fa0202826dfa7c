from pathlib import Path

import pytest

from auditor.pytest_plugin.audit import ShopAudit
from tests.auditor.specimens import check, result, verdict, walked

AUDIT = ShopAudit(
    Path(), result([verdict(check("trust-a")), verdict(check("trust-b"), device="mobile")], [walked(), walked("failed", "cart", "mobile")])
)


def test_ways_are_known_by_device() -> None:
    desktop, mobile = AUDIT.journeys.values()
    assert (desktop.device, mobile.device) == ("desktop", "mobile")
    assert (desktop.reached("payment"), mobile.reached("payment"), mobile.reached("cart")) == (True, False, True)
    assert [found.check for found in mobile.verdicts] == ["trust-b"]


def test_a_stage_that_does_not_exist_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="basket"):
        AUDIT.journeys["desktop"].reached("basket")


def test_verdicts_are_known_by_check() -> None:
    assert [found.device for found in AUDIT.verdicts("trust-a")] == ["desktop"]
    assert AUDIT.verdicts("trust-c") == []
