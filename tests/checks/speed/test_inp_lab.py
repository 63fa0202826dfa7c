from auditor_checks.speed.inp_lab import inp_lab

from auditor.api import Kind, Stage
from tests.checks.judging import outcome
from tests.checks.recordings import Shop, vitals


def test_quick_answers_pass(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, timings=vitals(INP=40)).page(Stage.ADDRESS, timings=vitals(INP=80))
    found = outcome(inp_lab, shop)
    assert (found.kind, found.value) == (Kind.PASS, 80)


def test_two_slow_answers_fail(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, timings=vitals(INP=700)).page(Stage.ADDRESS, timings=vitals(INP=900))
    found = outcome(inp_lab, shop)
    assert (found.kind, found.findings[0].selector) == (Kind.FAIL, "main>div")


def test_a_single_slow_answer_is_warned_of(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, timings=vitals(INP=40)).page(Stage.ADDRESS, timings=vitals(INP=900))
    assert outcome(inp_lab, shop).kind is Kind.WARN


def test_one_page_drawn_by_script_is_one_answer(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, timings=vitals(INP=900)).page(Stage.CART, timings=vitals(INP=900, soft=True))
    assert outcome(inp_lab, shop).kind is Kind.WARN


def test_no_answer_to_time_is_not_applicable(shop: Shop) -> None:
    shop.walk().page(Stage.PRODUCT, timings=vitals(TTFB=100))
    assert outcome(inp_lab, shop).kind is Kind.NOT_APPLICABLE
