from __future__ import annotations

from datetime import date

from auditor.demo.delivery import free_from, methods, working_day
from auditor.demo.wording import wording

EN = wording("en")
FRIDAY = date(2026, 11, 27)


def test_weekends_do_not_count() -> None:
    assert working_day(FRIDAY, 1) == date(2026, 11, 30)
    assert working_day(FRIDAY, 0) == FRIDAY


def test_a_big_basket_travels_free_by_standard_delivery_only() -> None:
    small = {way.id: way.price for way in methods(EN, 1000, "IE", digital=False, today=FRIDAY)}
    big = {way.id: way.price for way in methods(EN, free_from(EN), "IE", digital=False, today=FRIDAY)}
    assert small == {"standard": 490, "pickup": 390, "express": 990}
    assert big == {"standard": 0, "pickup": 390, "express": 990}


def test_gift_cards_travel_by_email() -> None:
    assert [way.id for way in methods(EN, 5000, "IE", digital=True, today=FRIDAY)] == ["email"]


def test_arrival_is_a_day_or_a_span_of_days() -> None:
    ways = {way.id: way.when(EN) for way in methods(EN, 1000, "IE", digital=False, today=FRIDAY)}
    assert ways["express"] == "Mon 30 Nov"
    assert ways["standard"] == "Tue 1 Dec – Thu 3 Dec"
