"""Medians, ratios and targets, and how they are written down."""

from __future__ import annotations

import json

import pytest

from benchmarks.costs.comparison import Subject, ratios, targets
from benchmarks.costs.metering import Cost
from benchmarks.costs.tables import document, markdown

MACHINE = {"cores": 2, "memory_gb": 24, "browser": "chromium 156.0"}


def cost(wall: float, cpu: float = 10.0, peak_mb: float = 500.0, others: float = 0.0) -> Cost:
    return Cost(0, wall, cpu, peak_mb, "PSS", 10, 0, others)


def subjects(*, audit: float = 20.0, others: float = 0.0) -> list[Subject]:
    return [
        Subject("bare_script", "a script", [cost(5, 8, 400), cost(6, 9, 500), cost(50, 9, 450)]),
        Subject("auditor", "an audit", [cost(audit, 36, 900, others)] * 3, pages=18),
        Subject("lighthouse_ci", "a collection", [cost(200, 180, 1800)], pages=10, details={"pages": [{"stage": "home"}]}),
    ]


def test_the_median_run_counts() -> None:
    script = subjects()[0]
    assert (script.median("wall"), script.median("cpu"), script.median("peak_mb")) == (6, 9, 450)


def test_disturbed_runs_count_only_where_there_is_no_other() -> None:
    some = Subject("auditor", "", [cost(90, others=0.8), cost(30, others=0.1), cost(32, others=0.2)])
    assert (some.median("wall"), some.disturbed) == (31, False)
    none = Subject("auditor", "", [cost(90, others=0.8), cost(70, others=0.3), cost(60, others=0.4)])
    assert (none.median("wall"), none.disturbed) == (70, True)


def test_ratios_are_multiples_of_the_others() -> None:
    script, auditor, lighthouse = subjects()
    assert ratios(auditor, [script, lighthouse]) == {
        "bare_script": {"wall": 3.33, "cpu": 4.0, "peak_mb": 2.0},
        "lighthouse_ci": {"wall": 0.1, "cpu": 0.2, "peak_mb": 0.5},
    }


@pytest.mark.parametrize(
    ("audit", "script_met", "lighthouse_met"),
    [(24.0, True, True), (24.2, False, True), (100.0, False, True), (102.0, False, False)],
)
def test_targets_are_held_against_wall_time(audit: float, script_met: bool, lighthouse_met: bool) -> None:
    script, auditor, lighthouse = subjects(audit=audit)
    found = {target.name: target.met for target in targets(auditor, [script, lighthouse])}
    assert found == {"bare_script": script_met, "lighthouse_ci": lighthouse_met}


def test_a_busy_machine_decides_nothing() -> None:
    script, auditor, lighthouse = subjects(audit=10.0, others=0.6)
    assert [target.met for target in targets(auditor, [script, lighthouse])] == [None, None]


def test_what_was_not_measured_has_no_target() -> None:
    script, auditor, _ = subjects()
    assert [target.name for target in targets(auditor, [script])] == ["bare_script"]


def test_the_document_holds_every_run_and_can_be_read_again() -> None:
    read = json.loads(json.dumps(document(subjects(), MACHINE, "2026-11-28")))
    assert read["machine"] == MACHINE
    assert [run["wall"] for run in read["subjects"]["bare_script"]["runs"]] == [5, 6, 50]
    assert read["subjects"]["auditor"]["median"] == {"wall": 20.0, "cpu": 36.0, "peak_mb": 900.0}
    assert read["subjects"]["lighthouse_ci"]["pages"] == [{"stage": "home"}]
    assert read["auditor_to"]["lighthouse_ci"]["wall"] == 0.1
    assert read["targets"][0] == {"name": "bare_script", "most": 4.0, "found": 3.33, "met": True}


def test_the_table_has_a_row_per_subject_and_the_ratios() -> None:
    lines = markdown(subjects(), MACHINE, "2026-11-28").splitlines()
    assert "| bare script | 6.0 s | 9.0 s | 450 MB | 3 of 3 | none | 0% |" in lines
    assert "| auditor run | 20.0 s | 36.0 s | 900 MB | 3 of 3 | 18 | 0% |" in lines
    assert "| bare script | 3.33 | 4.00 | 2.00 |" in lines
    assert "- Target, wall time at most 4 times that of bare script: met (3.33)." in lines


def test_the_table_owns_up_to_a_missed_target() -> None:
    assert "at most 4 times that of bare script: missed (10.00)." in markdown(subjects(audit=60.0), MACHINE, "2026-11-28")


def test_the_table_owns_up_to_a_busy_machine() -> None:
    text = markdown(subjects(others=0.6), MACHINE, "2026-11-28")
    assert "in every run of these: auditor run." in text
    assert "at most 4 times that of bare script: not decided, the machine was too busy (3.33)." in text
