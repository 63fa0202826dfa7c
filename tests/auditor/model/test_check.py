from typing import Any

import pytest

from auditor.model.check import Scope, journey_check, page_check, shop_check
from auditor.model.outcome import Outcome, Severity, passed
from auditor.model.stage import Stage
from auditor.model.verdict import Verdict
from tests.auditor.specimens import check, verdict

FACTS = {
    name: value for name, value in vars(check("speed-sample")).items() if name not in {"scope", "judge", "stages"}
}  # fmt: skip


def judge(_: Any) -> Outcome:
    return passed("fine")


def test_each_maker_sets_the_scope_of_its_function() -> None:
    page = page_check(stages=(Stage.HOME,), **FACTS)(judge)
    assert (page.scope, page.stages, page.judge) == (Scope.PAGE, (Stage.HOME,), judge)
    assert journey_check(**FACTS)(judge).scope is Scope.JOURNEY
    assert shop_check(**FACTS)(judge).scope is Scope.SHOP


def test_a_field_that_does_not_exist_is_refused() -> None:
    with pytest.raises(TypeError, match="colour"):
        shop_check(**FACTS, colour="red")(judge)


@pytest.mark.parametrize(("facts", "severity"), [({}, Severity.MINOR), ({"severity": Severity.CRITICAL}, Severity.CRITICAL)])
def test_an_outcome_may_weigh_otherwise_than_its_check(facts: dict[str, Any], severity: Severity) -> None:
    assert verdict(check(severity=Severity.MINOR), **facts).severity is severity


def test_verdicts_stand_by_check_then_device_then_stage() -> None:
    first, second = check("a-check", "speed"), check("b-check", "speed")
    wanted = [
        Verdict(first, passed("")),
        Verdict(first, passed(""), "desktop"),
        Verdict(first, passed(""), "desktop", Stage.SEARCH),
        Verdict(first, passed(""), "desktop", Stage.CART),
        Verdict(first, passed(""), "mobile", Stage.HOME),
        Verdict(second, passed("")),
    ]
    shuffled = [wanted[i] for i in (3, 5, 0, 4, 2, 1)]
    assert sorted(shuffled, key=lambda v: v.order) == wanted
