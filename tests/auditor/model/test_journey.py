import pytest

from auditor.model.failure import FAILURES
from auditor.model.journey import Ended, Journey, Signal, Step, StepOutcome, deepest, is_confirmed
from auditor.model.stage import Stage

HARD = Signal("the same product is in the cart", "cart", hard=True)
ADDRESS, TOAST, BADGE = Signal("/cart", "address"), Signal("“Added”", "message"), Signal("1 item", "message")


@pytest.mark.parametrize(
    ("signals", "confirmed"),
    [([], False), ([HARD], True), ([ADDRESS], False), ([TOAST, BADGE], False), ([ADDRESS, TOAST], True), ([HARD, TOAST], True)],
)
def test_one_hard_signal_or_two_independent_soft_ones_confirm(signals: list[Signal], confirmed: bool) -> None:
    assert is_confirmed(signals) is confirmed


def test_a_signal_says_whether_it_suffices_alone() -> None:
    assert (str(HARD), str(TOAST)) == ("the same product is in the cart (hard)", "“Added”")


def test_deepest_is_the_furthest_stage_that_was_reached() -> None:
    reached, missed = StepOutcome.REACHED, StepOutcome.NOT_FOUND
    steps = (Step(Stage.HOME, reached), Step(Stage.PRODUCT, reached), Step(Stage.SEARCH, reached), Step(Stage.CART, missed))
    assert deepest(steps) is Stage.PRODUCT
    assert Journey("desktop", Ended.FAILED, steps).deepest is Stage.PRODUCT
    assert deepest([Step(Stage.HOME, StepOutcome.BLOCKED)]) is None


def test_a_stage_that_was_never_tried_has_no_step() -> None:
    journey = Journey("desktop", Ended.FAILED, (Step(Stage.HOME, StepOutcome.REACHED),))
    assert journey.step(Stage.CART) is None
    assert journey.step(Stage.HOME) == Step(Stage.HOME, StepOutcome.REACHED)


def test_stages_stand_in_the_order_a_shopper_meets_them() -> None:
    assert [stage.position for stage in (Stage.HOME, Stage.PRODUCT, Stage.CART, Stage.PAYMENT)] == [0, 3, 4, 8]
    assert [stage.position for stage in Stage] == list(range(9))


def test_every_failure_is_a_sentence_under_its_own_code() -> None:
    assert all(code == failure.code for code, failure in FAILURES.items())
    assert [f.code for f in FAILURES.values() if not f.sentence.endswith(".")] == []
    assert not FAILURES["engine_error"].about_site
    assert FAILURES["account_required"].ended is Ended.LOGIN_REQUIRED
