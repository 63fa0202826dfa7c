"""The hooks, options and fixtures. Nothing of the engine is imported until an option names a shop."""

from __future__ import annotations

import uuid
from collections.abc import Generator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from auditor.pytest_plugin.asked import Asked
    from auditor.pytest_plugin.audit import ShopAudit, ShopJourney

_MISSING = "No shop: give --shop-url URL to audit one, or --shop-run RUN to judge an earlier audit."
_FIXTURES = {"shop_audit", "shop_journey"}
_MARKERS = (
    "shop_check(id, ...): the test needs these checks of the shop audit to pass, and fails with what they found",
    "shop_stage(stage, ...): the test needs these stages of the shop to be reached; its checks count there only",
)


class _State:
    """What the session knows: what was asked for, and what the audit came to."""

    def __init__(self, asked: Asked | None) -> None:
        self.asked = asked
        self.kept: dict[str, ShopAudit | str] = {}

    def audit(self) -> ShopAudit:
        """Return the audit, made when first needed; skips the test where no shop was named."""
        if self.asked is None:
            pytest.skip(_MISSING)
        from auditor.pytest_plugin.auditing import or_fail

        return or_fail(self.asked, self.kept)


_STATE = pytest.StashKey[_State]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options."""
    group = parser.getgroup("shop", "audit of a shop (storefront-auditor)")
    group.addoption("--shop-url", metavar="URL", help="Audit the shop at URL once, and test what was found.")
    group.addoption("--shop-run", metavar="RUN", help="Judge the recording in the folder RUN instead; visits no shop.")
    group.addoption("--shop-config", metavar="FILE", help="Configuration file (default: auditor.toml of the root folder).")
    group.addoption("--shop-device", action="append", default=[], metavar="NAME", help="Device to send (repeatable).")
    group.addoption("--shop-only", action="append", default=[], metavar="NAME", help="Only a check, category or stage (repeatable).")
    group.addoption("--shop-audit-dir", metavar="DIR", help="Folder of the audit (default: audit-results/pytest of the root folder).")


def pytest_configure(config: pytest.Config) -> None:
    """Register the markers; refuse what cannot be used."""
    for marker in _MARKERS:
        config.addinivalue_line("markers", marker)
    asked = None
    if config.getoption("shop_url") or config.getoption("shop_run"):
        from auditor.pytest_plugin.asked import asked_of

        asked = asked_of(config, getattr(config, "workerinput", {}).get("testrunuid") or uuid.uuid4().hex)
        if asked:
            asked.verify()
    config.stash[_STATE] = _State(asked)


def pytest_report_header(config: pytest.Config) -> str | None:
    """Name the shop and where its audit goes."""
    asked = config.stash[_STATE].asked
    if asked is None:
        return None
    return f"shop: {asked.url or asked.run} on {', '.join(asked.devices)}" + ("" if asked.run else f", audit in {asked.folder}")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(session: pytest.Session, config: pytest.Config, items: list[pytest.Item]) -> None:
    """Add the tests that are made of the audit; without a shop, skip those that need one."""
    state = config.stash[_STATE]
    if state.asked is None:
        for item in items:
            if _is_marked(item) or _FIXTURES & set(getattr(item, "fixturenames", ())):
                item.add_marker(pytest.mark.skip(reason=_MISSING))
        return
    from auditor.pytest_plugin.items import ShopFile
    from auditor.pytest_plugin.marking import verify_marks

    verify_marks(items, state.asked)
    file = ShopFile.of(session, state.asked, state.audit)
    report = file.ihook.pytest_make_collect_report(collector=file)
    file.ihook.pytest_collectreport(report=report)  # so that they are counted
    items.extend(report.result)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run tests of a way once for each device."""
    asked = metafunc.config.stash[_STATE].asked
    if "shop_journey" in metafunc.fixturenames and asked is not None:
        metafunc.parametrize("shop_journey", asked.devices, indirect=True, scope="session")


@pytest.hookimpl(wrapper=True, trylast=True)  # the innermost, so that a test that is not run demands nothing
def pytest_runtest_call(item: pytest.Item) -> Generator[None, None, None]:
    """Hold a marked test against the audit before it runs, whoever runs it: functions, methods of `unittest`, items of other plugins."""
    if _is_marked(item):
        _demand(item)
    return (yield)


def _demand(item: pytest.Item) -> None:
    state = item.config.stash[_STATE]
    audit = state.audit()
    from auditor.pytest_plugin.audit import ShopJourney
    from auditor.pytest_plugin.items import ShopItem
    from auditor.pytest_plugin.marking import demand

    if state.asked is not None and not isinstance(item, ShopItem):
        journey = getattr(item, "funcargs", {}).get("shop_journey")
        demand(item, audit, journey if isinstance(journey, ShopJourney) else None, state.asked)


def _is_marked(item: pytest.Item) -> bool:
    return any(item.get_closest_marker(name) for name in ("shop_check", "shop_stage"))


@pytest.fixture(scope="session")
def shop_audit(pytestconfig: pytest.Config) -> ShopAudit:
    """The audit of this session: `.result` is all that was judged, `.run` the folder with recording and reports."""
    return pytestconfig.stash[_STATE].audit()


@pytest.fixture(scope="session")
def shop_journey(request: pytest.FixtureRequest, shop_audit: ShopAudit) -> ShopJourney:
    """The way of one device; a test that takes it runs once for each."""
    device = request.param
    journey = shop_audit.journeys.get(device)
    if journey is None:
        pytest.fail(f"The audit ended before {device} was sent.", pytrace=False)
    return journey


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say where the audit is."""
    asked = config.stash[_STATE].asked
    if asked is not None and asked.run is None and (asked.folder / "result.json").is_file():
        terminalreporter.section("shop audit")
        terminalreporter.line(f"Reports and recording: {asked.folder}")
