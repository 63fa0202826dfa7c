"""Markers of a user's own tests, run by pytest itself on a recorded audit."""

import pytest

from tests.auditor.pytest_plugin.projects import project, run

pytest_plugins = ["pytester"]
TESTS = """
import pytest

@pytest.mark.shop_check("trust-good", "trust-half")
def test_good(): pass

@pytest.mark.shop_check("trust-bad")
def test_bad(): raise AssertionError("the body does not run")

@pytest.mark.shop_check("trust-bad")
def test_bad_on_one_device(shop_journey): pass

@pytest.mark.shop_check("trust-unseen")
def test_unseen(): raise AssertionError("the body does not run")

@pytest.mark.shop_stage("cart")
def test_cart(shop_journey): assert shop_journey.reached("cart")
"""
UNITTEST = """
import unittest
import pytest

@pytest.mark.shop_stage("home")
class TestShop(unittest.TestCase):
    @pytest.mark.shop_check("trust-good")
    def test_good(self): pass

    @pytest.mark.shop_check("trust-bad")
    def test_bad(self): raise AssertionError("the body does not run")

    @pytest.mark.shop_check("trust-unseen")
    def test_unseen(self): raise AssertionError("the body does not run")

class TestAsync(unittest.IsolatedAsyncioTestCase):
    @pytest.mark.shop_check("trust-bad")
    async def test_bad(self): raise AssertionError("the body does not run")
"""
OWN = ("--shop-run", "run", "-k", "not shop_audit", "-v")


def test_a_marked_test_ends_as_its_checks_do(pytester: pytest.Pytester) -> None:
    project(pytester)
    pytester.makepyfile(TESTS)
    done = run(pytester, *OWN)
    done.assert_outcomes(passed=4, failed=2, skipped=1, deselected=8)
    done.stdout.fnmatch_lines_random(["*test_bad_on_one_device[[]desktop[]] FAILED*", "*test_bad_on_one_device[[]mobile[]] PASSED*"])
    assert "the body does not run" not in done.stdout.str()


def test_methods_of_unittest_are_held_against_the_audit_too(pytester: pytest.Pytester) -> None:
    project(pytester)
    pytester.makepyfile(UNITTEST)
    done = run(pytester, *OWN)
    done.assert_outcomes(passed=1, failed=2, skipped=1, deselected=8)
    done.stdout.fnmatch_lines(["bad is wrong (trust-bad, major)"])
    assert "the body does not run" not in done.stdout.str()


def test_a_test_that_is_not_run_demands_nothing(pytester: pytest.Pytester) -> None:
    project(pytester)
    pytester.makepyfile("""
        import pytest

        @pytest.mark.xfail(run=False, reason="next month")
        @pytest.mark.shop_check("trust-bad")
        def test_later(): pass
    """)
    done = run(pytester, *OWN)
    done.assert_outcomes(xfailed=1, deselected=8)
    done.stdout.fnmatch_lines(["*NOTRUN*next month*"])


def test_a_stage_that_the_shop_kept_back_fails(pytester: pytest.Pytester) -> None:
    project(pytester, cut_short=True)
    pytester.makepyfile(TESTS)
    done = run(pytester, *OWN, "-k", "test_cart")
    done.assert_outcomes(failed=2, deselected=13)
    done.stdout.fnmatch_lines(["desktop did not get to cart; it ended: failed. The cart stayed empty."])


@pytest.mark.parametrize(
    ("marker", "told"),
    [
        ('shop_check("trust-goood")', "*shop_check('trust-goood'): there is no such check*trust-good*"),
        ('shop_stage("basket")', "*shop_stage('basket'): there is no such stage*"),
    ],
)
def test_a_marker_that_matches_nothing_is_a_mistake(pytester: pytest.Pytester, marker: str, told: str) -> None:
    project(pytester)
    pytester.makepyfile(f"import pytest\n@pytest.mark.{marker}\ndef test_it(): pass\n")
    done = run(pytester, "--shop-run", "run")
    assert done.ret == pytest.ExitCode.USAGE_ERROR
    (done.stderr if told.startswith("*shop") else done.stdout).fnmatch_lines([told])


def test_a_check_that_was_left_out_is_skipped(pytester: pytest.Pytester) -> None:
    project(pytester)
    pytester.makepyfile('import pytest\n@pytest.mark.shop_check("security-csp")\ndef test_it(): pass\n')
    done = run(pytester, *OWN, "-rs")
    done.assert_outcomes(skipped=1, deselected=8)
    done.stdout.fnmatch_lines(["*security-csp is left out of this audit*"])
