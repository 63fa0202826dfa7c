import re
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint
from types import SimpleNamespace
from typing import Any

import pytest

from auditor.api import Check, ReportInput
from auditor.errors import ExitCode, PluginError
from auditor.plugins import discovery
from auditor.plugins.discovery import CHECKS, REPORTS, load_checks, load_renderer, renderer_names
from tests.auditor.specimens import check

Register = Callable[..., None]


class Renderer:
    name = "slides"
    suffix = ".html"

    def render(self, report: ReportInput) -> str:
        return f"{report.result.site}"


@pytest.fixture
def plugins(monkeypatch: pytest.MonkeyPatch) -> Register:
    """Let entry points of a group stand for all that is installed: name -> what it offers, or an error to raise."""

    def register(group: str, *offered: tuple[str, Any], package: str = "shop-plugins") -> None:
        points = [EntryPoint(name, f"{package}:{name}", group) for name, _ in offered]
        values = dict(zip(points, (value for _, value in offered), strict=True))

        def load(point: EntryPoint) -> Any:
            value = values[point]
            if isinstance(value, Exception):
                raise value
            return value

        monkeypatch.setattr(EntryPoint, "load", load)
        monkeypatch.setattr(EntryPoint, "dist", SimpleNamespace(name=package))
        monkeypatch.setattr(discovery, "entry_points", lambda group: [p for p in points if p.group == group])

    return register


def refused(load: Callable[[], object]) -> str:
    with pytest.raises(PluginError) as caught:
        load()
    assert caught.value.exit_code is ExitCode.USAGE
    return str(caught.value)


def test_own_checks_and_reports_are_found_like_anyones() -> None:
    assert "speed-lcp" in {c.id for c in load_checks()}
    assert set(renderer_names()) >= {"html", "json", "terminal"}
    assert load_renderer("json").suffix == ".json"


def test_a_plugin_offers_one_check_or_many(plugins: Register) -> None:
    def generated() -> Iterator[Check]:
        yield check("trust-b")
        yield check("trust-a")

    plugins(CHECKS, ("one", check("speed-a")), ("more", (check("trust-c"),)), ("made", generated()))
    assert [c.id for c in load_checks()] == ["speed-a", "trust-a", "trust-b", "trust-c"]


def test_checks_stand_by_category_then_id(plugins: Register) -> None:
    plugins(CHECKS, ("all", [check("trust-a"), check("checkout-b"), check("checkout-a"), check("speed-z")]))
    assert [c.id for c in load_checks()] == ["speed-z", "checkout-a", "checkout-b", "trust-a"]


def test_a_doubled_id_names_both_plugins(plugins: Register) -> None:
    plugins(CHECKS, ("first", check("speed-a")), ("second", [check("speed-a")]))
    said = refused(load_checks)
    assert re.search(r"speed-a is registered twice: by first \(.+\) and by second \(.+shop-plugins\)", said)


def test_a_plugin_that_cannot_be_imported_is_named_with_the_cause(plugins: Register) -> None:
    plugins(CHECKS, ("broken", ModuleNotFoundError("No module named 'numpy'")))
    said = refused(load_checks)
    assert said == (
        "The plugin broken (shop-plugins:broken, shop-plugins) cannot be loaded: "
        "ModuleNotFoundError: No module named 'numpy'. Update or uninstall it."
    )


@pytest.mark.parametrize("offered", [42, None, "speed", [check("speed-a"), "speed-b"], {"speed": 1}, check])
def test_a_plugin_that_offers_something_else_is_named(plugins: Register, offered: object) -> None:
    plugins(CHECKS, ("odd", offered))
    said = refused(load_checks)
    assert "The plugin odd (shop-plugins:odd, shop-plugins) offers" in said
    assert "no check" in said


def test_an_unknown_category_is_named_with_the_known_ones(plugins: Register) -> None:
    plugins(CHECKS, ("odd", check("fun-a", "fun")))
    said = refused(load_checks)
    assert "fun-a" in said
    assert "'fun'. Known: speed, navigation, product" in said


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
