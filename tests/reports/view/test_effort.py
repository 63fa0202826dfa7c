from auditor_reports.view.effort import dearest_rows, effort_rows

from auditor.api import EffortResult
from auditor.result.model import DearField


def work(index: int | None, *dearest: DearField) -> EffortResult:
    return EffortResult(
        clicks=12, fields=8, characters=1080, page_loads=9, wait_seconds=4.25, wait_share=0.0567, klm_seconds=75.0,
        klm_seconds_assisted=31.5, index=index, dearest_fields=list(dearest),
    )  # fmt: skip


def test_effort_is_a_row_per_figure_and_a_value_per_device() -> None:
    rows = {title: dict(values) for title, _, values in effort_rows({"desktop": work(80), "mobile": work(None)})}
    assert rows["Characters typed"] == {"desktop": "1,080", "mobile": "1,080"}
    assert rows["Waiting for the shop"]["desktop"] == "4.2\u00a0s, 6%"
    assert rows["Time by the model, typing everything"]["desktop"] == "75.0\u00a0s"
    assert rows["Effort index of the checkout"] == {"desktop": "80", "mobile": "not computed"}


def test_the_dearest_fields_are_named() -> None:
    street = DearField(stage="address", label="Street", characters=22, seconds=7.79)
    nameless = DearField(stage="search", label="", characters=3, seconds=2.47)
    assert dearest_rows({"desktop": work(80, street, nameless)}) == [
        ("desktop", "Address", "Street", "22", "7.8\u00a0s"),
        ("desktop", "Search", "a field without a label", "3", "2.5\u00a0s"),
    ]
