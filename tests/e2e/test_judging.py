"""Judging a whole recording of both devices: always the same bytes, and no longer than it takes to look away."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from auditor.judge.indications import judge_under
from auditor.plugins.discovery import load_checks
from auditor.record.layout import RESULT
from auditor.record.recording import Recording
from tests.e2e.demo import DemoAudit

pytestmark = pytest.mark.browser

SECONDS = 2.0


def judged(run: Path, seed: str) -> bytes:
    """The result of a run folder, judged in a process whose sets and dictionaries are ordered by another seed."""
    command = (sys.executable, "-m", "auditor.cli.main", "judge", str(run), "--jurisdiction", "eu", "--exit-zero")
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run(command, cwd=run.parent, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return (run / RESULT).read_bytes()


def test_the_same_recording_gives_the_same_bytes_whatever_the_order_of_sets(healthy: DemoAudit, tmp_path: Path) -> None:
    run = tmp_path / "run"
    run.mkdir()
    (run / "recording").symlink_to(healthy.folder / "recording")
    first = judged(run, "0")
    assert [judged(run, seed) == first for seed in ("1", "4242")] == [True, True]


def test_both_devices_are_judged_in_two_seconds(healthy: DemoAudit) -> None:
    """The processor's time counts, so that a busy machine fails nothing; the words of the languages are read once per process."""
    checks, taken = load_checks(), []
    for _ in range(3):
        started = time.process_time()
        assert judge_under(Recording.load(healthy.folder), checks, {"eu"})
        taken.append(time.process_time() - started)
    assert min(taken) <= SECONDS, taken
