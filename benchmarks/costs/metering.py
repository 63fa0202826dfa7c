"""Measures a command with all it starts: wall time, processor time, peak memory.

`python -m benchmarks.costs.metering SECONDS REPORT COMMAND...` runs the command as the only child of a process of its own,
so that nothing but the command is counted. Chromium leaves grandchildren behind when it ends; on Linux they fall to this
process (it is their subreaper), which waits for the last of them. Elsewhere such leftovers are not counted.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import psutil

EVERY = 0.25  # seconds between two looks at the memory
TOO_LONG = -999  # the exit code of a command that had to be ended; no signal has this number
_PR_SET_CHILD_SUBREAPER = 36
_GRACE = 5.0  # seconds that leftovers get to end by themselves


@dataclass(frozen=True)
class Cost:
    """What a command took. `memory` says how `peak_mb` was summed: PSS shares common pages out, RSS counts them twice.

    `others` is the share of the machine's processors that other programs took meanwhile: wall times suffer from it.
    """

    code: int
    wall: float
    cpu: float
    peak_mb: float
    memory: str
    processes: int
    leftovers: int
    others: float = 0.0


class MemoryWatch(threading.Thread):
    """Samples the memory of all descendants of this process until `finished` is set."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.finished = threading.Event()
        self.peak = 0
        self.kind = "PSS"
        self.seen: set[tuple[int, float]] = set()

    def run(self) -> None:
        while not self.finished.wait(EVERY):
            self.look()

    def look(self) -> None:
        """Take one sample; where the system does not tell the PSS of all of them, start anew with RSS."""
        processes = psutil.Process().children(recursive=True)
        try:
            total = sum(self._bytes(process) for process in processes)
        except (AttributeError, psutil.AccessDenied):
            self.kind, self.peak = "RSS", 0
            total = sum(self._bytes(process) for process in processes)
        self.peak = max(self.peak, total)

    def _bytes(self, process: psutil.Process) -> int:
        try:
            self.seen.add((process.pid, process.create_time()))
            return int(process.memory_full_info().pss if self.kind == "PSS" else process.memory_info().rss)
        except psutil.NoSuchProcess:
            return 0  # it ended meanwhile


def measure(command: Sequence[str], *, seconds: float, environment: Mapping[str, str] | None = None) -> Cost:
    """Run a command to its end in a process that only measures it; raises `RuntimeError` with its output when it fails."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "cost.json")
        busy, own = _busy_seconds(), time.process_time()
        watcher = [sys.executable, "-m", "benchmarks.costs.metering", str(seconds), str(report), *command]
        done = subprocess.run(
            watcher, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", check=False
        )
        if not report.is_file():
            raise RuntimeError(f"{' '.join(command)} could not be measured:\n{done.stdout[-4000:]}")
        cost = Cost(**json.loads(report.read_text(encoding="utf-8")))
        others = _busy_seconds() - busy - cost.cpu - (time.process_time() - own)
    if cost.code == TOO_LONG:
        raise RuntimeError(f"{' '.join(command)} was not done within {seconds:g} seconds:\n{done.stdout[-4000:]}")
    if cost.code != 0:
        raise RuntimeError(f"{' '.join(command)} ended with {cost.code}:\n{done.stdout[-4000:]}")
    return replace(cost, others=max(0.0, others / (cost.wall * (psutil.cpu_count() or 1))))


def meter(command: Sequence[str], seconds: float) -> Cost:
    """Run a command as this process's only child and count what it and its descendants took."""
    _adopt_orphans()
    memory = MemoryWatch()
    started = time.monotonic()
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL)
    memory.start()
    try:
        code = child.wait(seconds)
    except subprocess.TimeoutExpired:
        code = TOO_LONG
    wall = time.monotonic() - started
    leftovers = _end_leftovers(0.0 if code == TOO_LONG else _GRACE)
    memory.finished.set()
    memory.join()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(code, wall, used.ru_utime + used.ru_stime, memory.peak / 1e6, memory.kind, len(memory.seen), leftovers)


def _busy_seconds() -> float:
    """Processor seconds that anything on this machine has used since it started."""
    times = psutil.cpu_times()
    return sum(times) - times.idle - getattr(times, "iowait", 0.0) - getattr(times, "guest", 0.0) - getattr(times, "guest_nice", 0.0)


def _adopt_orphans() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _end_leftovers(grace: float) -> int:
    """Wait for what the command left behind, end what stays; returns how many had to be ended."""
    deadline, ended = time.monotonic() + grace, set()
    while _reap() and (left := psutil.Process().children(recursive=True)):
        if time.monotonic() > deadline:
            for process in left:
                ended.add(process.pid)
                process.kill()
        time.sleep(0.02)
    return len(ended)


def _reap() -> bool:
    """Collect the children that have ended, which adds their times to ours; says whether any are left."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            continue
    except ChildProcessError:
        return False
    return True


if __name__ == "__main__":
    limit, target, *rest = sys.argv[1:]
    Path(target).write_text(json.dumps(asdict(meter(rest, float(limit)))), encoding="utf-8")
