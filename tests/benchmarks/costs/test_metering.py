"""What a command took, with everything it started."""

from __future__ import annotations

import sys
from pathlib import Path

import psutil
import pytest

from benchmarks.costs.metering import measure

# Works for a while in a grandchild that has left for a session of its own and outlives its parents, as Chromium's do.
LATE_WORK = """
import os, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        held = b"x" * 80_000_000
        until = time.process_time() + 0.4
        while time.process_time() < until: pass
    os._exit(0)
"""
STAYS = "import subprocess, sys; p = subprocess.Popen(['sleep', '600'], start_new_session=True); open(sys.argv[1], 'w').write(str(p.pid))"


def python(code: str, *arguments: str) -> list[str]:
    return [sys.executable, "-c", code, *arguments]


def gone(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def test_waiting_takes_wall_time_and_no_processor_time() -> None:
    cost = measure(["sleep", "0.5"], seconds=60)
    assert cost.wall >= 0.5
    assert cost.cpu < 0.25
    assert cost.code == cost.leftovers == 0


def test_work_of_a_grandchild_that_outlives_its_parents_is_counted() -> None:
    cost = measure(python(LATE_WORK), seconds=60)
    assert cost.cpu >= 0.4
    assert cost.leftovers == 0


def test_memory_of_the_whole_tree_is_counted() -> None:
    cost = measure(python(LATE_WORK), seconds=60)
    assert cost.peak_mb > 80
    assert cost.memory in {"PSS", "RSS"}


def test_what_stays_behind_is_ended_and_counted(tmp_path: Path) -> None:
    cost = measure(python(STAYS, str(tmp_path / "pid")), seconds=60)
    assert cost.leftovers == 1
    assert gone(int((tmp_path / "pid").read_text()))


def test_a_command_that_fails_has_no_cost() -> None:
    with pytest.raises(RuntimeError, match=r"ended with 3(?s:.*)out of order"):
        measure(python("import sys; print('out of order'); sys.exit(3)"), seconds=60)


def test_a_command_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match=r"not done within 1\.5 seconds"):
        measure(python(f"{STAYS}; p.wait()", str(tmp_path / "pid")), seconds=1.5)
    assert not (tmp_path / "pid").exists() or gone(int((tmp_path / "pid").read_text()))


def test_a_command_that_does_not_exist_is_told() -> None:
    with pytest.raises(RuntimeError, match="could not be measured"):
        measure(["no-such-command"], seconds=60)
