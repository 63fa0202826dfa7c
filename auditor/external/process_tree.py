"""Follows a program and all it starts, so that every one of them can be ended.

Ending a process group is not enough: Lighthouse starts Chrome detached, in a group and session of its own, and what
outlives its parent hangs on no tree any more. Therefore the descendants are noted, by number and start time, again and
again while the program runs.
"""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress

import psutil

_END_SECONDS = 5.0


class ProcessTree:
    """A running program, by its process number, and its descendants as far as they were noted."""

    def __init__(self, pid: int) -> None:
        self._root = pid
        self._seen: set[psutil.Process] = set()
        self._children: dict[psutil.Process, list[str]] = {}
        with suppress(psutil.NoSuchProcess):
            self._seen.add(psutil.Process(pid))

    def note(self) -> None:
        """Look which descendants there are now and remember them."""
        by_parent: defaultdict[int, list[psutil.Process]] = defaultdict(list)
        for process in psutil.process_iter(["ppid"]):
            by_parent[process.info["ppid"]].append(process)
        waiting = self.alive
        while waiting:
            parent = waiting.pop()
            for child in by_parent[parent.pid]:
                if child not in self._seen:
                    self._seen.add(child)
                    waiting.append(child)
        for child in by_parent[self._root]:
            with suppress(psutil.Error):  # read anew each time: just after the fork it is still the parent's
                self._children[child] = child.cmdline() or self._children.get(child, [])

    @property
    def alive(self) -> list[psutil.Process]:
        """The noted processes that still run; one that has ended but was not collected by its parent does not."""
        return [process for process in self._seen if _runs(process)]

    def count_children(self, counts: Callable[[list[str]], bool]) -> int:
        """Return how many processes the program itself has started so far whose command line counts."""
        return sum(counts(command) for command in self._children.values())

    async def end(self) -> int:
        """End everything that still runs; returns how many there were.

        They are frozen first, parents before children, so that none can start another one while the rest is ended.
        """
        frozen: set[psutil.Process] = set()
        while True:
            self.note()
            fresh = [process for process in self.alive if process not in frozen]
            if not fresh:
                break
            frozen.update(fresh)
            for process in fresh:
                with suppress(psutil.Error):
                    process.suspend()
        for process in frozen:
            with suppress(psutil.Error):
                process.kill()
        deadline = time.monotonic() + _END_SECONDS
        while any(_runs(process) for process in frozen) and time.monotonic() < deadline:  # noqa: ASYNC110
            await asyncio.sleep(0.02)  # most of them are not our children, so no event tells
        return len(frozen)


def _runs(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False
