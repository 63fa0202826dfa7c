import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from auditor.api import Check, Severity, Stage
from auditor.cli.check import points
from auditor.plugins.discovery import load_checks
from docs.write_checks import escaped, page
from tests.auditor.cli.conftest import Auditor


def listed(out: str) -> list[str]:
    return re.findall(r"^  (\S+)  ", out, re.MULTILINE)


def test_the_catalogue_lists_every_check(auditor: Auditor) -> None:
    ran = auditor("checks")
    assert (ran.code, ran.err) == (0, "")
    assert listed(ran.out) == [check.id for check in load_checks()]
    assert "Cart, checkout and payment (checkout, weight 20 %)" in ran.out


def test_a_category_lists_its_checks_alone(auditor: Auditor) -> None:
    own = [check.id for check in load_checks() if check.category == "security"]
    assert listed(auditor("checks", "--category", "security").out) == own
    assert own


def test_an_unknown_category_lists_the_known(auditor: Auditor) -> None:
    assert auditor("checks", "--category", "fun").refused(4, "'fun'", "'speed', 'navigation', 'product'")


@pytest.mark.parametrize("check", load_checks(), ids=lambda check: check.id)
def test_a_check_is_explained_with_its_sources(auditor: Auditor, check: Check) -> None:
    ran = auditor("check", check.id)
    assert (ran.code, ran.err) == (0, "")
    text = " ".join(ran.out.split())
    wanted = [check.title, check.failure_title, check.why, check.fix, *(s.url for s in check.sources), *(s.figure for s in check.sources)]
    assert [part for part in wanted if " ".join(part.split()) not in text] == []
    assert max(len(line) for line in ran.out.splitlines() if "://" not in line) <= 100


def test_a_check_names_blockers_and_legal_indications(auditor: Auditor) -> None:
    blocker = next(check.id for check in load_checks() if check.blocker)
    legal = next(check.id for check in load_checks() if check.legal)
    assert "nobody can buy" in auditor("check", blocker).out
    assert "not legal advice" in auditor("check", legal).out


def test_an_unknown_check_names_the_closest(auditor: Auditor) -> None:
    assert auditor("check", "speed-lpc").refused(4, "'speed-lpc'", "Did you mean speed-lcp?")


@pytest.mark.parametrize("name", ["speed", "payment"])
def test_a_category_or_stage_is_no_check(auditor: Auditor, name: str) -> None:
    assert auditor("check", name).refused(4, f"'{name}' is a category or a stage")


# -- filters and checks of one's own ----------------------------------------------------------------------------------------------


def test_stage_severity_and_category_narrow_the_list(auditor: Auditor) -> None:
    wanted = [
        c.id
        for c in load_checks()
        if c.category == "checkout" and c.severity is Severity.CRITICAL and (Stage.PAYMENT in c.stages or not c.stages)
    ]
    assert listed(auditor("checks", "--category", "checkout", "--severity", "critical", "--stage", "payment").out) == wanted
    assert wanted


def test_checks_of_any_stage_belong_to_every_stage_and_others_to_theirs(auditor: Auditor) -> None:
    shown = listed(auditor("checks", "--stage", "home").out)
    assert {"security-https", "speed-lcp"} <= set(shown)
    assert "checkout-guest-option" not in shown


def test_nothing_that_fits_is_said(auditor: Auditor) -> None:
    ran = auditor("checks", "--category", "relationship", "--severity", "critical")
    assert (ran.code, ran.out, ran.err) == (0, "", "No check is all of this.\n")


@pytest.mark.parametrize(("option", "value"), [("--severity", "awful"), ("--stage", "attic")])
def test_unknown_values_list_the_known(auditor: Auditor, option: str, value: str) -> None:
    assert auditor("checks", option, value).refused(4, value, "'critical'" if option == "--severity" else "'payment'")


def test_weights_shown_are_those_of_the_configuration(auditor: Auditor, tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").write_text('profile = "accessibility"\nweights = { speed = 7 }', encoding="utf-8")
    out = auditor("checks").out
    assert "(accessibility, weight 40 %)" in out
    assert "(speed, weight 7 %)" in out


def test_a_new_check_and_its_tests_run_as_they_are(auditor: Auditor, tmp_path: Path) -> None:
    ran = auditor("checks", "new", "trust-two-badges")
    assert (ran.code, ran.out) == (0, "my_checks/two_badges.py\nmy_checks/test_two_badges.py\n")
    assert "trust-two-badges" in listed(auditor("checks", "--checks", "my_checks").out)
    assert "The product page has no heading" in auditor("check", "trust-two-badges", "--checks", "my_checks").out
    alone = ("-p", "no:cacheprovider", "-c", os.devnull, "--rootdir", str(tmp_path))
    command = [sys.executable, "-m", "pytest", "-q", *alone, str(tmp_path / "my_checks")]
    tested = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "3 passed" in tested.stdout, tested.stdout + tested.stderr


def test_a_new_check_overwrites_nothing(auditor: Auditor) -> None:
    auditor("checks", "new", "trust-badge", "-o", "mine")
    assert auditor("checks", "new", "trust-badge", "-o", "mine").refused(4, "badge.py is there already")
    assert auditor("checks", "new", "speed-lcp").refused(4, "There is a check speed-lcp already")
    assert auditor("checks", "new", "trst-badge").refused(4, "Did you mean trust?")


def test_a_folder_of_checks_may_stand_in_the_configuration(auditor: Auditor, tmp_path: Path) -> None:
    auditor("checks", "new", "trust-badge", "-o", "conf/mine")
    (tmp_path / "conf" / "auditor.toml").write_text('checks = ["mine"]', encoding="utf-8")
    assert "trust-badge" in listed(auditor("checks", "--config", "conf/auditor.toml").out)
    assert auditor("checks", "--checks", "nowhere").refused(4, "there is no folder nowhere")


def test_a_broken_file_is_named_and_the_others_are_listed(auditor: Auditor) -> None:
    auditor("checks", "new", "trust-badge", "-o", "mine")
    Path("mine/odd.py").write_text("1 / 0", encoding="utf-8")
    ran = auditor("checks", "--checks", "mine", "--category", "trust")
    assert (ran.code, "trust-badge" in listed(ran.out)) == (0, True)
    assert ran.err == "auditor: The file mine/odd.py cannot be loaded: ZeroDivisionError: division by zero.\n"


@pytest.mark.parametrize("check", load_checks(), ids=lambda check: check.id)
def test_the_terminal_says_what_the_page_says(auditor: Auditor, check: Check) -> None:
    text = "".join(auditor("check", check.id).out.split())
    for name, said in points(check):
        assert "".join(f"{name}:{said}".split()) in text
        assert escaped(said) in page(check)
