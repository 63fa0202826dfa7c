"""Tests of a shop's own rules, beside those that `pytest --shop-url` makes of the audit."""

from __future__ import annotations

import pytest

from auditor.pytest_plugin.audit import ShopAudit, ShopJourney


@pytest.mark.shop_check("checkout-guest-option")
def test_nobody_has_to_register() -> None:
    """The marker does it all: the test fails with what the check found, where, and how to fix it."""


@pytest.mark.shop_check("security-mixed-content")
@pytest.mark.shop_stage("payment")
def test_the_payment_step_is_light(shop_journey: ShopJourney) -> None:
    """Once for each device; the check counts at the payment step alone, then comes what no check knows."""
    payment = next(page for page in shop_journey.record.pages if page.place == "payment")
    assert len(payment.network) <= 60


def test_the_way_is_short(shop_journey: ShopJourney) -> None:
    """What the shopper had to do, as the audit counted it."""
    effort = shop_journey.audit.result.effort[shop_journey.device]
    assert effort.clicks <= 30, f"{effort.clicks} clicks from the home page to the payment"


def test_every_page_has_a_title(shop_journey: ShopJourney) -> None:
    """Recorded pages are there as checks see them."""
    assert not [page.url for page in shop_journey.record.pages if not page.observation.title]


def test_the_score_is_good_enough(shop_audit: ShopAudit) -> None:
    """The whole result is there, as in result.json."""
    assert (shop_audit.result.score.total or 0) >= 70
