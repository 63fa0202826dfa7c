"""Shares out wall time and processor time among the named parts of a program, the innermost part that runs getting it.

The processor time is that of this process and of all it has started, so a part is charged for what it makes the browser do.
It is what to go by where other programs share the machine.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import psutil


@dataclass
class Spent:
    """What a part took: how often it ran, wall and processor seconds; `own_...` without the named parts inside it."""

    calls: int = 0
    wall: float = 0.0
    cpu: float = 0.0
    own_wall: float = 0.0
    own_cpu: float = 0.0


@dataclass
class Stopwatch:
    """Measures parts that lie inside each other; of parts that run at the same time, the last one entered is charged."""

    parts: dict[str, Spent] = field(default_factory=lambda: defaultdict(Spent))
    _active: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._gone = 0.0
        self._known: dict[psutil.Process, float] = {}
        self._wall, self._cpu = time.monotonic(), self._tree_seconds()

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """Time a part of the program."""
        self._charge()
        again = name in self._active  # a part inside itself is counted once
        self._active.append(name)
        wall, cpu = self._wall, self._cpu
        try:
            yield
        finally:
            self._charge()
            self._active.reverse()
            self._active.remove(name)
            self._active.reverse()
            spent = self.parts[name]
            spent.calls += 1
            if not again:
                spent.wall += self._wall - wall
                spent.cpu += self._cpu - cpu

    def _charge(self) -> None:
        """Give what has passed since the last border to the innermost part."""
        wall, cpu = time.monotonic(), self._tree_seconds()
        spent = self.parts[self._active[-1] if self._active else "the rest"]
        spent.own_wall += wall - self._wall
        spent.own_cpu += cpu - self._cpu
        # From here on, so that the watch's own looking is charged to nobody.
        self._wall, self._cpu = time.monotonic(), self._tree_seconds() if wall - self._wall > 1 else cpu

    def _tree_seconds(self) -> float:
        seconds = {process: _seconds(process) for process in psutil.Process().children(recursive=True)}
        for process, before in self._known.items():
            if not seconds.get(process):
                self._gone += before  # it has ended; what it took stays taken
        self._known = {process: spent for process, spent in seconds.items() if spent}
        return self._gone + sum(self._known.values()) + time.process_time()


def _seconds(process: psutil.Process) -> float:
    try:
        times = process.cpu_times()
    except psutil.Error:
        return 0.0
    return float(times.user + times.system)
