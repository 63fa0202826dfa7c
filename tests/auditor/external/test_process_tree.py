"""Every process that a program has started is found and ended, whatever session it went into."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import psutil

from auditor.external.process_tree import ProcessTree

# Starts a child in a session of its own, says its number, and lives until its standard input ends.
PARENT = """
import subprocess, sys
command = [sys.executable, "-c", "import signal; signal.pause()", "child"]
child = subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True)
print(child.pid, flush=True)
sys.stdin.read()
"""


@contextmanager
def family() -> Iterator[tuple[subprocess.Popen[str], psutil.Process]]:
    parent = subprocess.Popen([sys.executable, "-c", PARENT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    with parent:
        assert parent.stdout is not None
        child = psutil.Process(int(parent.stdout.readline()))
        try:
            yield parent, child
        finally:
            for process in (parent, child):
                if isinstance(process, subprocess.Popen) or process.is_running():
                    process.kill()


def runs(process: psutil.Process) -> bool:
    return process.is_running() and process.status() != psutil.STATUS_ZOMBIE


async def test_a_child_in_a_session_of_its_own_is_ended_with_its_parent() -> None:
    with family() as (parent, child):
        tree = ProcessTree(parent.pid)
        assert await tree.end() == 2
        assert not runs(child)
        assert parent.wait() != 0
        assert tree.alive == []


async def test_a_child_noted_in_time_is_ended_after_its_parent_is_gone() -> None:
    with family() as (parent, child):
        tree = ProcessTree(parent.pid)
        tree.note()
        assert parent.stdin is not None
        parent.stdin.close()
        parent.wait()
        assert runs(child)
        assert await tree.end() == 1
        assert not runs(child)


async def test_what_has_ended_by_itself_needs_no_ending() -> None:
    with family() as (parent, child):
        tree = ProcessTree(parent.pid)
        tree.note()
        for process in (parent, child):
            process.kill()
            process.wait()
        assert await tree.end() == 0


async def test_other_processes_are_left_alone() -> None:
    with family() as (parent, _), family() as (_, neighbour):
        await ProcessTree(parent.pid).end()
        assert runs(neighbour)
        assert psutil.Process(os.getpid()).is_running()


async def test_only_the_programs_own_children_are_counted() -> None:
    with family() as (parent, _):
        tree = ProcessTree(parent.pid)
        while not tree.count_children(lambda words: "child" in words):  # it may be noted before it has its own command line
            tree.note()
            await asyncio.sleep(0.01)
        assert tree.count_children(lambda words: "child" in words) == 1
        assert ProcessTree(os.getpid()).count_children(bool) == 0
        await tree.end()
        assert tree.count_children(lambda words: "child" in words) == 1
