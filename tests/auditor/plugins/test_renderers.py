from collections.abc import Callable
from types import SimpleNamespace

import pytest

from auditor.api import ReportInput
from auditor.errors import ExitCode, PluginError
from auditor.plugins.points import REPORTS
from auditor.plugins.renderers import load_renderer, renderer_names
from tests.auditor.plugins.conftest import Register


class Renderer:
    name = "slides"
    suffix = ".html"

    def render(self, report: ReportInput) -> str:
        return f"{report.result.site}"


def refused(load: Callable[[], object]) -> str:
    with pytest.raises(PluginError) as caught:
        load()
    assert caught.value.exit_code is ExitCode.USAGE
    return str(caught.value)


def test_own_reports_are_found_like_anyones() -> None:
    assert set(renderer_names()) >= {"html", "json", "terminal"}
    assert load_renderer("json").suffix == ".json"


def test_a_report_of_somebody_else_is_loaded(plugins: Register) -> None:
    renderer = Renderer()
    plugins(REPORTS, ("slides", renderer))
    assert load_renderer("slides") is renderer


def test_an_unknown_report_names_the_closest(plugins: Register) -> None:
    plugins(REPORTS, ("slides", Renderer()), ("pdf", Renderer()))
    assert refused(lambda: load_renderer("slide")) == (
        "There is no report format 'slide'. Did you mean slides? Known: pdf, slides."
    )  # fmt: skip


def test_a_doubled_report_names_both_plugins(plugins: Register) -> None:
    plugins(REPORTS, ("slides", Renderer()), ("slides", Renderer()))
    assert "The report format slides is registered twice" in refused(lambda: load_renderer("slides"))


@pytest.mark.parametrize("offered", [42, Renderer, SimpleNamespace(name="slides", suffix="")])
def test_a_report_that_is_none_is_refused(plugins: Register, offered: object) -> None:
    plugins(REPORTS, ("slides", offered))
    assert "is no renderer: it needs `name`, `suffix` and `render`" in refused(lambda: load_renderer("slides"))


def test_a_report_that_cannot_be_imported_is_named(plugins: Register) -> None:
    plugins(REPORTS, ("slides", ImportError("no such thing")))
    assert "slides (shop-plugins:slides, shop-plugins) cannot be loaded: ImportError" in refused(lambda: load_renderer("slides"))
