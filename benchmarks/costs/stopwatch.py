"""Shares out wall time and processor time among the named parts of a program, the innermost part that runs getting it.

The processor time is that of this process and of all it has started, so a part is charged for what it makes the browser do.
It is what to go by where other programs share the machine.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

import psutil

REST = "the rest"
_LISTED_FOR = 0.2  # seconds until the processes are listed anew, which costs more than asking those already known


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
        self._processes: dict[psutil.Process, float] = {}
        self._listed = 0.0
        self._wall, self._cpu = time.monotonic(), self._tree_seconds()

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """Time a part of the program."""
        self._charge()
        inside_itself = name in self._active  # then the outer one counts it
        self._active.append(name)
        wall, cpu = self._wall, self._cpu
        try:
            yield
        finally:
            self._charge()
            self._leave(name)
            spent = self.parts[name]
            spent.calls += 1
            if not inside_itself:
                spent.wall += self._wall - wall
                spent.cpu += self._cpu - cpu

    def _leave(self, name: str) -> None:
        """Take away the last part of this name; with parts at the same time it need not be the innermost."""
        last = len(self._active) - 1 - self._active[::-1].index(name)
        del self._active[last]

    def _charge(self) -> None:
        """Give what has passed since the last border to the innermost part."""
        wall, cpu = time.monotonic(), self._tree_seconds()
        spent = self.parts[self._active[-1] if self._active else REST]
        spent.own_wall += wall - self._wall
        spent.own_cpu += cpu - self._cpu
        self._wall, self._cpu = wall, cpu

    def _tree_seconds(self) -> float:
        """Processor seconds of this process and its descendants so far; of one that has ended, what was seen of it."""
        if time.monotonic() - self._listed > _LISTED_FOR:
            for process in psutil.Process().children(recursive=True):
                self._processes.setdefault(process, 0.0)
            self._listed = time.monotonic()
        for process in self._processes:
            with suppress(psutil.Error):
                times = process.cpu_times()
                self._processes[process] = max(self._processes[process], times.user + times.system)
        return time.process_time() + sum(self._processes.values())
