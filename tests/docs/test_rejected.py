"""What was left out is told with its reason, and is not built after all."""

from __future__ import annotations

import re

from docs.write_checks import FOLDER, built_in_checks

TEXT = (FOLDER / "rejected.md").read_text(encoding="utf-8")
LEFT_OUT = dict(re.findall(r"^\| ([a-z]+-[a-z-]+) \| (.+) \|$", TEXT, re.MULTILINE))


def test_what_was_left_out_is_no_check() -> None:
    assert not LEFT_OUT.keys() & {check.id for check in built_in_checks()}


def test_the_counts_are_right() -> None:
    considered, built = map(int, re.findall(r"\d+", TEXT.split("\n\n")[1])[:2])
    assert built == len(built_in_checks())
    assert considered - built == len(LEFT_OUT) == 12


def test_each_has_a_reason() -> None:
    assert min(len(reason.split()) for reason in LEFT_OUT.values()) > 10


def test_checks_it_names_exist() -> None:
    known = {check.id for check in built_in_checks()}
    assert set(re.findall(r"`([a-z]+-[a-z-]+)`", TEXT)) <= known
