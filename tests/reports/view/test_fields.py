"""The fields of the checkout beside what is usual."""

from typing import Any

from auditor_reports.view.fields import CHECK, field_chart
from auditor_reports.view.topics import topics_of

from auditor.api import EffortResult
from auditor.result.model import StageEffort
from tests.auditor.specimens import SOURCE, check, walked
from tests.reports.results import audit, said


def effort(**shown: int) -> EffortResult:
    work: dict[str, Any] = {"clicks": 9, "fields": 8, "characters": 80, "page_loads": 5, "wait_seconds": 4.0, "klm_seconds": 65}
    counts: dict[str, Any] = dict.fromkeys(("choices", "dialogs", "back_tracks", "errors", "scrolls"), 0)
    stages = [StageEffort(stage=s, fields_considered=n, klm_seconds_assisted=30, **work, **counts) for s, n in shown.items()]
    return EffortResult(index=92, klm_seconds_assisted=30, stages=stages, **work)


def test_each_device_has_the_whole_and_its_stages_on_one_scale() -> None:
    judged = said(CHECK, "fail", value=20, unit="fields", threshold="≤ 12 fields")
    result = audit(journeys=[walked()], shown=[judged], effort={"desktop": effort(search=1, address=16, payment=0, shipping=4)})
    chart = field_chart(result, topics_of(result.verdicts, {CHECK: check(CHECK)}))
    assert chart is not None
    (desktop,) = chart.devices
    assert desktop.whole is not None
    assert (desktop.device, desktop.whole.fields, desktop.outcome, desktop.target) == ("Desktop", 20, "fail", "≤ 12 fields")
    assert [(count.title, count.fields) for count in desktop.stages] == [("Address", 16), ("Delivery", 4)]
    assert desktop.whole.length == 90.9
    assert (chart.achievable.title, chart.achievable.length) == ("8 are achievable", 36.4)
    assert (chart.average.title, chart.average.length) == ("11.3 on average", 51.4)
    assert chart.source == SOURCE


def test_without_the_check_the_stages_still_stand_beside_the_benchmark() -> None:
    result = audit(journeys=[walked()], shown=[], effort={"desktop": effort(address=4)})
    chart = field_chart(result, [])
    assert chart is not None
    assert (chart.devices[0].whole, chart.source) == (None, None)


def test_a_journey_that_came_to_no_field_has_no_chart() -> None:
    assert field_chart(audit(journeys=[walked()], effort={"desktop": effort(home=3)}), []) is None
    assert field_chart(audit(journeys=[]), []) is None
