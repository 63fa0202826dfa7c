"""The tests that are made of an audit, run by pytest itself on a recorded audit."""

import pytest

from tests.auditor.pytest_plugin.projects import project, run

pytest_plugins = ["pytester"]


def test_each_check_and_each_rule_is_a_test(pytester: pytest.Pytester) -> None:
    project(pytester)
    done = run(pytester, "--shop-run", "run", "-v")
    done.assert_outcomes(passed=5, failed=1, xfailed=1, skipped=1)
    done.stdout.fnmatch_lines_random(
        [
            "shop audit::trust-bad FAILED*", "shop audit::trust-good PASSED*", "shop audit::trust-half PASSED*",
            "shop audit::trust-unsure XFAIL*", "shop audit::trust-unseen SKIPPED*", "shop audit::gate:fail_on PASSED*",
            "shop audit::gate:landing PASSED*", "shop audit::gate:evidence PASSED*",
        ]
    )  # fmt: skip


def test_a_failure_says_what_where_and_how_to_fix_it(pytester: pytest.Pytester) -> None:
    project(pytester)
    done = run(pytester, "--shop-run", "run", "-k", "trust-bad")
    done.stdout.fnmatch_lines(
        [
            "bad is wrong (trust-bad, major)", "", "desktop: One is [[]31mbad.", "  - This one. | #it | https://shop.example/cart", "",
            "How to fix it: Mend it.", "Why it matters: It matters.",
        ],
        consecutive=True,
    )  # fmt: skip
    assert "\x1b[31mbad" not in done.stdout.str()


def test_reasons_of_tests_that_do_not_fail(pytester: pytest.Pytester) -> None:
    project(pytester)
    done = run(pytester, "--shop-run", "run")
    done.stdout.fnmatch_lines_random(["SKIPPED*not measurable: Nobody looked.", "XFAIL*unsure: the confidence of this measurement is low*"])


def test_the_gate_of_the_configuration_counts(pytester: pytest.Pytester) -> None:
    waiver = '[[gate.waivers]]\ncheck = "trust-bad"\nreason = "Next month"\nuntil = 2099-01-31\n'
    project(pytester, f'[gate]\nfail_on = "major"\nmin_score = 100\nmust_reach = "payment"\n{waiver}')
    done = run(pytester, "--shop-run", "run", "-v")
    done.stdout.fnmatch_lines_random(
        [
            "shop audit::trust-bad XFAIL*", "shop audit::gate:fail_on PASSED*", "shop audit::gate:min_score FAILED*",
            "shop audit::gate:must_reach PASSED*", "XFAIL*waived until 2099-01-31: Next month*",
        ]
    )  # fmt: skip


@pytest.mark.parametrize(("performance", "ending"), [(71, "FAILED"), (95, "PASSED")])
def test_a_lighthouserc_is_held_by_a_test(pytester: pytest.Pytester, performance: int, ending: str) -> None:
    project(pytester, performance=performance)
    done = run(pytester, "--shop-run", "run", "-k", "gate", "-v")
    done.stdout.fnmatch_lines([f"shop audit::gate:lighthouserc {ending}*"])
    if ending == "FAILED":
        done.stdout.fnmatch_lines(["lighthouserc.json: categories:performance is 0.71 on home, desktop; minScore is 0.9."])


def test_a_lighthouserc_that_an_audit_will_be_held_against_has_a_test(pytester: pytest.Pytester) -> None:
    project(pytester, 'lighthouse.stages = ["home"]')
    options = ("--shop-url", "https://shop.example", "--collect-only", "-q", "-k", "lighthouserc")
    assert run(pytester, *options).ret == pytest.ExitCode.NO_TESTS_COLLECTED
    assertions = '{"ci": {"assert": {"assertions": {"categories:seo": ["error", {"minScore": 0.9}]}}}}'
    (pytester.path / "lighthouserc.json").write_text(assertions, encoding="utf-8")
    run(pytester, *options).stdout.fnmatch_lines(["shop audit::gate:lighthouserc"])


def test_an_audit_cut_short_is_never_green(pytester: pytest.Pytester) -> None:
    project(pytester, cut_short=True)
    done = run(pytester, "--shop-run", "run", "-k", "gate")
    assert done.ret == pytest.ExitCode.TESTS_FAILED
    done.stdout.fnmatch_lines(["*the audit did not come all the way*", "desktop ended: failed. The cart stayed empty."])


def test_tests_are_chosen_by_category_severity_and_stage(pytester: pytest.Pytester) -> None:
    project(pytester)
    assert run(pytester, "--shop-run", "run", "-k", "trust and not bad", "--collect-only", "-q").stdout.str().count("shop audit::") == 4
    assert run(pytester, "--shop-run", "run", "-m", "shop_check", "--collect-only", "-q").stdout.str().count("shop audit::") == 5
    assert run(pytester, "--shop-run", "run", "-k", "not shop_audit", "--collect-only", "-q").ret == pytest.ExitCode.NO_TESTS_COLLECTED


def test_workers_come_to_the_same(pytester: pytest.Pytester) -> None:
    project(pytester)
    run(pytester, "--shop-run", "run", "-n", "2").assert_outcomes(passed=5, failed=1, xfailed=1, skipped=1)


def test_judging_writes_nothing_into_the_run(pytester: pytest.Pytester) -> None:
    folder = project(pytester)
    before = sorted(folder.rglob("*"))
    run(pytester, "--shop-run", "run")
    assert sorted(folder.rglob("*")) == before
