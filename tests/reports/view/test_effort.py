from auditor_reports.view.effort import LABEL, effort_rows

from auditor.result.model import EffortResult


def work(index: int | None) -> EffortResult:
    return EffortResult(
        clicks=12, fields=8, characters=1080, page_loads=9, wait_seconds=4.25, klm_seconds=75.0, klm_seconds_assisted=31.5, index=index
    )


def test_effort_is_a_row_per_figure_and_a_value_per_device() -> None:
    rows = {title: dict(values) for title, _, values in effort_rows({"desktop": work(80), "mobile": work(None)})}
    assert rows["Characters typed"] == {"desktop": "1,080", "mobile": "1,080"}
    assert rows["Waiting for the shop"]["desktop"] == "4.2\u00a0s"
    assert rows["Time by the model, typing everything"]["desktop"] == "75.0\u00a0s"
    assert rows["Effort index of the checkout"] == {"desktop": "80", "mobile": "not computed"}


def test_the_label_says_that_nobody_was_asked() -> None:
    assert "It is not a Customer Effort Score: no customer was asked." in LABEL
