import pytest
from playwright.async_api import Browser

from auditor.api import Stage
from auditor.plan import Plan
from auditor.record import calibration
from auditor.record.calibration import is_timed, machine_figure


@pytest.mark.browser
async def test_the_browser_tells_how_fast_the_machine_is(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calibration, "_MILLISECONDS", 20)
    open_before = list(browser.contexts)
    figure = await machine_figure(browser)
    assert figure is not None
    assert figure > 0
    assert browser.contexts == open_before


@pytest.mark.browser
async def test_a_machine_that_does_not_come_to_an_end_is_the_slowest(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calibration, "_PATIENCE", 0.0)
    assert await machine_figure(browser) == 0


@pytest.mark.parametrize(("artifacts", "timed"), [({"html", "timings"}, True), ({"html"}, False)])
def test_only_audits_that_time_pages_need_it(artifacts: set[str], timed: bool) -> None:
    assert is_timed(Plan({Stage.HOME: frozenset(artifacts)}, frozenset(), frozenset())) is timed
