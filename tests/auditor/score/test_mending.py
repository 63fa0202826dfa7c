import pytest

from auditor.api import Effort, Finding, Kind, Law, Scope, Severity, Stage
from auditor.model.verdict import Verdict
from auditor.score.mending import one_change, problems
from tests.auditor.specimens import check, verdict

CRITICAL, MAJOR, MINOR = Severity.CRITICAL, Severity.MAJOR, Severity.MINOR


def failing(name: str, severity: Severity = MAJOR, effort: Effort = Effort.XS, stage: Stage | None = Stage.PAYMENT) -> Verdict:
    return verdict(check(name, severity=severity, effort=effort), Kind.FAIL, stage=stage)


def at(name: str, stage: Stage, *selectors: str, device: str = "desktop") -> Verdict:
    page = check(name, scope=Scope.PAGE, stages=tuple(Stage))
    return verdict(page, Kind.FAIL, device, stage, findings=tuple(Finding("Wrong.", s) for s in selectors))


def test_only_what_is_wrong_is_to_be_mended() -> None:
    said = [verdict(check(f"trust-{kind.value.replace('_', '-')}"), kind) for kind in Kind]
    assert [p.check for p in problems(said)] == ["trust-fail", "trust-warn"]


@pytest.mark.parametrize(
    ("severity", "effort", "quadrant"),
    [
        (CRITICAL, Effort.XS, "quick_win"), (MAJOR, Effort.S, "quick_win"), (MAJOR, Effort.M, "big_project"),
        (CRITICAL, Effort.XL, "big_project"), (MINOR, Effort.S, "fill_in"), (MINOR, Effort.L, "later"),
    ],
)  # fmt: skip
def test_impact_and_effort_make_four_quadrants(severity: Severity, effort: Effort, quadrant: str) -> None:
    (problem,) = problems([failing("checkout-a", severity, effort)])
    assert problem.quadrant == quadrant


def test_a_failed_major_check_at_the_payment_has_an_impact_of_forty() -> None:
    (problem,) = problems([failing("checkout-a", MAJOR, Effort.M)])
    assert (problem.impact, problem.priority) == (40, 20)


def test_most_impact_for_the_effort_comes_first() -> None:
    said = [failing("trust-a", MINOR), failing("trust-b", CRITICAL, Effort.XL), failing("trust-c", MAJOR), failing("trust-d", CRITICAL)]
    assert [p.check for p in problems(said)] == ["trust-d", "trust-c", "trust-b", "trust-a"]


def test_ties_go_by_severity_then_nearness_to_the_payment_then_id() -> None:
    critical = failing("trust-z", CRITICAL, Effort.XL)  # 100 / 4
    half = verdict(check("trust-y", severity=CRITICAL), Kind.WARN, stage=Stage.SHIPPING, grade=0.75)  # 25 / 1
    same = [verdict(check(name, severity=CRITICAL), Kind.WARN, stage=Stage.CHECKOUT, grade=0.75) for name in ("trust-b", "trust-a")]
    major = verdict(check("trust-x", severity=MAJOR), Kind.WARN, stage=Stage.PAYMENT, grade=0.375)  # 40 x 0.625
    assert [p.check for p in problems([major, *same, half, critical])] == ["trust-z", "trust-y", "trust-a", "trust-b", "trust-x"]


def test_a_problem_says_where_and_whose_it_is() -> None:
    page = check("privacy-a", scope=Scope.PAGE, stages=(Stage.HOME, Stage.CART))
    law = (Law("eu", "Article 1"),)
    said = [
        Verdict(page, verdict(page, Kind.FAIL).outcome, device, stage, law) for device in ("mobile", "desktop") for stage in page.stages
    ]
    (problem,) = problems(said, ask_vendor=["privacy-a"])
    assert (problem.devices, problem.stages) == (["desktop", "mobile"], ["home", "cart"])
    assert (problem.legal, problem.ask_vendor) == (True, True)
    (other,) = problems([failing("trust-a")], ask_vendor=["privacy-a"])
    assert (other.legal, other.ask_vendor) == (False, False)


# -- one change ---------------------------------------------------------------------------------------------------------------


def test_an_element_that_two_checks_complain_of_is_one_change() -> None:
    (change,) = one_change([at("mobile-a", Stage.HOME, "button.buy", "p.lone"), at("accessibility-b", Stage.HOME, "button.buy")])
    assert (change.selector, change.checks, change.stages) == ("button.buy", ["accessibility-b", "mobile-a"], ["home"])


def test_an_element_of_every_page_is_one_change() -> None:
    (change,) = one_change([at("mobile-a", Stage.HOME, "header a.logo"), at("mobile-a", Stage.CART, "header a.logo", device="mobile")])
    assert (change.stages, change.devices) == (["home", "cart"], ["desktop", "mobile"])


def test_the_places_in_a_row_are_one_template() -> None:
    said = [at("mobile-a", Stage.HOME, "li:nth-child(2) > a.card"), at("accessibility-b", Stage.CART, "li:nth-of-type(7) > a.card")]
    assert [c.selector for c in one_change(said)] == ["li > a.card"]


def test_elements_of_one_problem_and_bare_tags_are_no_group() -> None:
    assert one_change([at("mobile-a", Stage.HOME, "a.one", "a.two"), at("mobile-b", Stage.HOME, "")]) == []
    assert one_change([at("mobile-a", Stage.HOME, "h1"), at("mobile-b", Stage.HOME, "h1")]) == []
