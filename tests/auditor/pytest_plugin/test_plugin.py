"""Options and fixtures, run by pytest itself on a recorded audit."""

import subprocess
import sys

import pytest

from tests.auditor.pytest_plugin.projects import project, run

pytest_plugins = ["pytester"]
TESTS = """
import pytest

def test_audit(shop_audit):
    assert [journey for journey in shop_audit.journeys] == ["desktop", "mobile"]
    assert {verdict.outcome for verdict in shop_audit.verdicts("trust-bad")} == {"pass", "fail"}
    assert shop_audit.recording.journeys

def test_journey(shop_journey):
    assert shop_journey.reached("payment")
    assert {verdict.device for verdict in shop_journey.verdicts} == {shop_journey.device}
    assert shop_journey.record.mobile is (shop_journey.device == "mobile")

@pytest.mark.shop_check("trust-good")
def test_marked(): pass

def test_plain(): pass
"""


def test_fixtures_give_the_audit_and_the_way_of_each_device(pytester: pytest.Pytester) -> None:
    project(pytester)
    pytester.makepyfile(TESTS)
    done = run(pytester, "--shop-run", "run", "-k", "not shop_audit or test_audit", "-v")
    done.assert_outcomes(passed=5, deselected=8)
    done.stdout.fnmatch_lines_random(["*test_journey[[]desktop[]] PASSED*", "*test_journey[[]mobile[]] PASSED*"])


def test_without_a_shop_they_are_skipped_with_the_reason(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(TESTS)
    done = run(pytester)
    done.assert_outcomes(passed=1, skipped=3)
    done.stdout.fnmatch_lines(["SKIPPED*No shop: give --shop-url URL to audit one*"])


def test_markers_are_known(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(TESTS)
    run(pytester, "--strict-markers").assert_outcomes(passed=1, skipped=3)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--shop-run", "run", "--shop-url", "https://shop.example"], "*give one of them*"),
        (["--shop-run", "run", "--shop-only", "trust-goood"], "*Nothing is called 'trust-goood'*"),
        (["--shop-run", "nowhere"], "*nowhere*holds no recording*"),
        (["--shop-url", "ftp://shop.example"], "*is not a web address*"),
        (["--shop-run", "run", "--shop-config", "none.toml"], "*none.toml cannot be read*"),
    ],
)
def test_mistakes_are_told_before_a_test_runs(pytester: pytest.Pytester, options: list[str], told: str) -> None:
    project(pytester)
    pytester.makepyfile(TESTS)
    done = run(pytester, *options)
    assert done.ret == pytest.ExitCode.USAGE_ERROR
    done.stderr.fnmatch_lines([told])


def test_loading_the_plugin_loads_nothing_of_the_engine() -> None:
    script = "import sys, auditor.pytest_plugin.plugin; print(*sorted(m for m in sys.modules if m.startswith('auditor')))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["auditor", "auditor.pytest_plugin", "auditor.pytest_plugin.plugin"]
