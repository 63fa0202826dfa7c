from auditor_reports.view.stages import stage_rows

from auditor.api import EffortResult, Result
from auditor.result.model import StageEffort
from tests.auditor.specimens import walked
from tests.reports.results import audit, said


def stage(name: str, typed: float, assisted: float) -> StageEffort:
    counts = dict.fromkeys(
        ("clicks", "fields", "fields_considered", "characters", "choices", "page_loads", "dialogs", "back_tracks", "errors"), 0
    )
    return StageEffort(stage=name, scrolls=0, wait_seconds=0, klm_seconds=typed, klm_seconds_assisted=assisted, **counts)


def result() -> Result:
    own = {"clicks": 0, "fields": 0, "characters": 0, "page_loads": 0, "wait_seconds": 0, "klm_seconds": 0, "klm_seconds_assisted": 0}
    desktop = EffortResult(index=None, stages=[stage("home", 1.3, 1.3), stage("address", 40.0, 12.5)], **own)  # type: ignore[arg-type]
    phone = EffortResult(index=None, stages=[stage("home", 0.6, 0.6)], **own)  # type: ignore[arg-type]
    shown = [
        said("trust-a", "fail", stage="address"), said("trust-b", "warn", stage="address"), said("trust-a", "warn", stage="address"),
        said("trust-c", "fail", stage="cart"), said("trust-d", "pass", stage="home"),
    ]  # fmt: skip
    return audit([], [walked(), walked(device="mobile")], shown=shown, effort={"desktop": desktop, "mobile": phone})


def test_a_stage_tells_its_problems_and_what_it_costs_on_each_device() -> None:
    home, address = stage_rows(result())
    assert (home.title, home.failures, home.warnings) == ("Home page", 0, 0)
    assert home.efforts == (("desktop", "1.3\u00a0s"), ("mobile", "0.6\u00a0s"))
    assert (address.failures, address.warnings) == (1, 1)
    assert address.efforts == (("desktop", "40.0\u00a0s, 12.5\u00a0s with the browser’s help"), ("mobile", "–"))
    assert address.answers == ()
