import re

import pytest

from auditor.api import Check
from auditor.plugins.discovery import load_checks
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
