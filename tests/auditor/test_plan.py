from auditor.api import Scope, Stage
from auditor.plan import ALWAYS, LEAST, make_plan
from tests.auditor.specimens import check

HOME_AXE = check("accessibility-axe", scope=Scope.PAGE, stages=(Stage.HOME,), needs=("axe",))
FORM = check("checkout-form", stages=(Stage.ADDRESS,), needs=("html",), probes=("empty_submit",))
TERMS = check("trust-terms", scope=Scope.SHOP, site_pages=("terms", "imprint"))


def test_a_page_is_recorded_for_the_checks_that_read_it() -> None:
    plan = make_plan([HOME_AXE, FORM], probes=True, everything=False)
    assert plan.artifacts[Stage.HOME] == LEAST | {"axe"}
    assert plan.artifacts[Stage.ADDRESS] == LEAST | {"html"}
    assert plan.artifacts[Stage.CART] == LEAST


def test_a_whole_audit_records_what_later_checks_may_want() -> None:
    plan = make_plan([HOME_AXE], probes=True, everything=True)
    assert plan.artifacts[Stage.HOME] == ALWAYS | {"axe"}
    assert plan.artifacts[Stage.PAYMENT] == ALWAYS


def test_a_check_of_the_whole_journey_reads_every_page() -> None:
    plan = make_plan([check("speed-waits", needs=("timings",))], probes=True, everything=False)
    assert set(plan.artifacts) == set(Stage)
    assert all("timings" in names for names in plan.artifacts.values())


def test_probes_and_linked_pages_follow_from_the_checks() -> None:
    plan = make_plan([HOME_AXE, FORM, TERMS], probes=True, everything=False)
    assert plan.probes == {"empty_submit"}
    assert plan.site_pages == {"terms", "imprint"}


def test_probes_can_be_forbidden() -> None:
    assert make_plan([FORM], probes=False, everything=True).probes == frozenset()


def test_without_checks_there_is_little_to_do() -> None:
    plan = make_plan([], probes=True, everything=False)
    assert (set(plan.artifacts.values()), plan.probes, plan.site_pages) == ({LEAST}, frozenset(), frozenset())
