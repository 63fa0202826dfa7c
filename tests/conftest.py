"""Keeps tests off the history of who runs them, and prints figures that tests have measured at the end of the run."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile("patient", deadline=None)  # a busy machine fails nothing
settings.load_profile("patient")


@pytest.fixture(scope="session", autouse=True)
def own_history(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Runs of the tests, and of the commands they start, are stored in a folder of their own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        yield


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reports = [r for found in ("passed", "failed") for r in terminalreporter.stats.get(found, ()) if r.when == "call"]
    lines = sorted({str(value) for r in reports for name, value in r.user_properties if name == "precision"})
    if lines:
        terminalreporter.section("decisions of the engine")
        for line in lines:
            terminalreporter.write_line(line)


@pytest.fixture(autouse=True)
def _no_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let tests see the same defaults in a pipeline as on a developer's machine."""
    for name in ("CI", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITLAB_CI", "JENKINS_URL", "TEAMCITY_VERSION", "TF_BUILD"):
        monkeypatch.delenv(name, raising=False)
