"""Time shared out among the parts of a program."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from benchmarks.costs.stopwatch import Spent, Stopwatch
from benchmarks.costs.where import table, timed, timed_steps


def work(seconds: float) -> None:
    until = time.process_time() + seconds
    while time.process_time() < until:
        pass


def test_the_inner_part_is_charged_and_the_outer_one_holds_it() -> None:
    watch = Stopwatch()
    with watch.part("outer"):
        work(0.05)
        with watch.part("inner"):
            work(0.2)
    outer, inner = watch.parts["outer"], watch.parts["inner"]
    assert inner.own_cpu >= 0.2
    assert outer.cpu >= 0.25
    assert outer.own_cpu == pytest.approx(outer.cpu - inner.cpu)
    assert outer.own_wall == pytest.approx(outer.wall - inner.wall)


def test_waiting_is_wall_time_only() -> None:
    watch = Stopwatch()
    with watch.part("waiting"):
        time.sleep(0.3)
    assert watch.parts["waiting"].wall >= 0.3
    assert watch.parts["waiting"].cpu < 0.2


def test_a_part_is_charged_for_the_program_it_started() -> None:
    busy = "import time\nuntil = time.process_time() + 0.5\nwhile time.process_time() < until: pass\nprint()\ninput()"
    watch = Stopwatch()
    with subprocess.Popen([sys.executable, "-c", busy], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        with watch.part("elsewhere"):
            program.stdout.readline()
            time.sleep(0.25)  # longer than the list of processes is taken for new
        program.communicate(b"\n")
    assert watch.parts["elsewhere"].own_cpu >= 0.4


def test_a_part_inside_itself_is_counted_once() -> None:
    watch = Stopwatch()
    with watch.part("again"), watch.part("again"):
        time.sleep(0.05)
    spent = watch.parts["again"]
    assert spent.calls == 2
    assert spent.wall == pytest.approx(spent.own_wall)


def test_a_part_that_breaks_is_left() -> None:
    watch = Stopwatch()
    with pytest.raises(ValueError, match="broken"), watch.part("broken"):
        raise ValueError("broken")
    with watch.part("next"):
        work(0.05)
    assert watch.parts["next"].own_cpu >= 0.05
    assert watch.parts["broken"].own_cpu < 0.05


async def test_parts_at_the_same_time_end_in_any_order() -> None:
    watch = Stopwatch()
    first, second = asyncio.Event(), asyncio.Event()

    async def part(name: str, mine: asyncio.Event, other: asyncio.Event) -> None:
        with watch.part(name):
            mine.set()
            await other.wait()

    await asyncio.gather(part("first", first, second), part("second", second, first))
    assert {name: watch.parts[name].calls for name in ("first", "second")} == {"first": 1, "second": 1}


async def test_functions_coroutines_and_beginnings_of_contexts_can_be_timed() -> None:
    @asynccontextmanager
    async def context() -> AsyncIterator[str]:
        yield "inside"

    async def coroutine(value: int) -> int:
        return value

    watch = Stopwatch()
    assert timed(watch, "function", abs)(-1) == 1
    assert timed(watch, "class", list)("ab") == ["a", "b"]
    assert await timed(watch, "coroutine", coroutine)(2) == 2
    async with timed(watch, "context", context)() as value:
        work(0.05)
        assert value == "inside"
    assert {name: spent.calls for name, spent in watch.parts.items() if spent.calls} == {
        "function": 1,
        "class": 1,
        "coroutine": 1,
        "context": 2,
    }
    assert watch.parts["context"].cpu < 0.05


async def test_a_stage_is_a_part_from_its_beginning_to_its_end() -> None:
    @asynccontextmanager
    async def step(walker: str, stage: str) -> AsyncIterator[str]:
        yield f"{walker} at {stage}"

    watch = Stopwatch()
    async with timed_steps(watch, step)("shopper", "cart") as draft:
        work(0.05)
    assert draft == "shopper at cart"
    assert watch.parts["stage: cart"].own_cpu >= 0.05


def test_the_table_begins_with_the_most_expensive_part() -> None:
    lines = table([("cheap", Spent(1, 1, 1, 1, 1)), ("dear", Spent(2, 3, 3, 3, 3))]).splitlines()
    assert [line.split()[0] for line in lines] == ["part", "dear", "cheap", "together"]
    assert lines[-1].split()[1:] == ["4.00", "4.00"]
