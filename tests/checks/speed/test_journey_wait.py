import pytest
from auditor_checks.speed.journey_wait import journey_wait

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.recordings import Shop, request, vitals

ALL = (Stage.HOME, Stage.PRODUCT, Stage.CART, Stage.CHECKOUT, Stage.PAYMENT)


def walked(shop: Shop, milliseconds: float, stages: tuple[Stage, ...] = ALL) -> Kind:
    walk = shop.walk()
    for stage in stages:
        walk.page(stage, timings=vitals(load_ms=milliseconds), network=[])
    return outcome(journey_wait, shop).kind


def test_quick_pages_pass(shop: Shop) -> None:
    assert walked(shop, 1000) is Kind.PASS


def test_slow_pages_are_warned_of(shop: Shop) -> None:
    assert walked(shop, 4000) is Kind.WARN


def test_very_slow_pages_fail(shop: Shop) -> None:
    assert walked(shop, 8000) is Kind.FAIL


def test_half_a_way_is_told_but_not_judged(shop: Shop) -> None:
    assert walked(shop, 8000, (Stage.HOME, Stage.PRODUCT)) is Kind.INFO


def test_pages_drawn_by_script_wait_for_their_longest_request(shop: Shop) -> None:
    call = {**request("https://shop.example/api", kind="fetch"), "milliseconds": 2000}
    picture = {**request("https://shop.example/p.webp", kind="image"), "milliseconds": 9000}
    shop.walk().page(Stage.PAYMENT, timings=vitals(soft=True, load_ms=9000), network=[call, picture])
    assert outcome(journey_wait, shop).value == 2.0


@pytest.mark.parametrize(("milliseconds", "listed", "unlisted"), [(1000, 0, 0), (4000, 4, 1)])
def test_what_is_not_listed_is_counted(shop: Shop, milliseconds: float, listed: int, unlisted: int) -> None:
    walked(shop, milliseconds)
    found = outcome(journey_wait, shop)
    assert (len(found.findings), found.unlisted) == (listed, unlisted)
