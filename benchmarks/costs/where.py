"""`python -m benchmarks.costs.where`: where an audit's time goes, part by part, on the embedded shop.

Nothing of the engine is changed for it: the parts named here are wrapped while it runs. A part that is no longer there is an
error, not a gap. Judging and reporting run in the same process as the recording, as in `auditor run`.
"""

from __future__ import annotations

import functools
import importlib
import inspect
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import ExitStack, asynccontextmanager, contextmanager
from dataclasses import replace
from typing import Any
from unittest.mock import patch

import psutil

from benchmarks.costs.stopwatch import Spent, Stopwatch

# where it is bound -> what it is called in the table
PARTS = {
    "auditor.record.session:launched": "browser: start",
    "auditor.record.session:open_context": "browser: open a context",
    "auditor.record.session:_close": "browser: close a context",
    "playwright.async_api:BrowserContext.new_page": "browser: open a tab",
    "auditor.browser.tab:Tab.goto": "page: go to an address",
    "auditor.browser.tab:Tab.settle": "page: wait until it has settled",
    "auditor.browser.tab:Tab.press": "page: press",
    "auditor.browser.tab:Tab.type": "page: type",
    "auditor.browser.tab:Tab.pick": "page: pick an option",
    "auditor.browser.tab:Tab.tick": "page: tick",
    "auditor.browser.tab:Tab.leave_field": "page: leave a field",
    "auditor.browser.tab:Tab.until": "page: look until something has changed",
    "auditor.browser.traffic:Traffic.wait_for_change": "page: wait for a request",
    "auditor.observe.observer:Observer.observe": "page: observe",
    "auditor.browser.tab:PageFacts": "facts: language and lexicon",
    "auditor.record.writer:JourneyWriter.collect": "artifacts: all",
    "auditor.record.writer:JourneyWriter._write": "artifacts: redact and write",
    "auditor.record.session:record_site_pages": "linked pages",
    "auditor.record.writer:JourneyWriter.moment": "probes: all",
    "auditor.audit:record_run": "record",
    "auditor.choosing:chosen_checks": "load the checks",
    "auditor.judge.judging:judge": "judge",
    "auditor.result.assemble:assemble": "score and assemble",
    "auditor.audit:report_run": "report",
}
NAMELESS = "what has no name here"
_CALLERS = {  # modules that have bound the function under its own name
    "auditor.audit": ("auditor.cli.run",),
    "auditor.choosing": ("auditor.cli.selecting",),
    "auditor.judge.judging": ("auditor.judge.indications",),
}


def watch_audit(url: str, run: str) -> Stopwatch:
    """Audit a shop with every part wrapped; returns the watch."""
    started = psutil.Process().create_time()
    watch = Stopwatch()
    with ExitStack() as wrapped:
        with watch.part("import the auditor"):
            from auditor.cli.main import main
            from auditor.journey.walker import Walker
            from auditor.plugins.renderers import load_renderer
            from auditor.probes import PROBES
            from auditor.record.collectors import COLLECTORS

            for target in PARTS:
                importlib.import_module(target.partition(":")[0])
        watch.parts["start Python"].own_wall = watch.parts["start Python"].wall = time.time() - started
        for target, name in PARTS.items():
            for holder, attribute in _holders(target):
                wrapped.enter_context(patch.object(holder, attribute, timed(watch, name, getattr(holder, attribute))))
        wrapped.enter_context(patch.object(Walker, "step", timed_steps(watch, Walker.step)))
        collectors = {n: (file, timed(watch, f"artifact: {n}", collect)) for n, (file, collect) in COLLECTORS.items()}
        wrapped.enter_context(patch.dict(COLLECTORS, collectors))
        probes = {n: replace(probe, run=timed(watch, f"probe: {n}", probe.run)) for n, probe in PROBES.items()}
        wrapped.enter_context(patch.dict(PROBES, probes))
        for name in ("html", "terminal"):
            renderer = load_renderer(name)
            wrapped.enter_context(patch.object(type(renderer), "render", timed(watch, f"report: {name}", type(renderer).render)))
        with watch.part(NAMELESS):
            formats = ["--format", "html", "--format", "json", "--format", f"terminal={run}/terminal.txt"]
            command = ["auditor", "run", url, "--output", run, "--quiet", "--exit-zero", *formats]
            wrapped.enter_context(patch.object(sys, "argv", command))
            try:
                main()
            except SystemExit as end:
                if end.code:
                    raise
    return watch


def _holders(target: str) -> Iterator[tuple[Any, str]]:
    """Yield what holds a function or method under a name: its module or class, and the modules that imported it."""
    module, _, path = target.partition(":")
    *outer, attribute = path.split(".")
    for name in (module, *_CALLERS.get(module, ())):
        holder = functools.reduce(getattr, outer, importlib.import_module(name))
        if name == module or hasattr(holder, attribute):
            yield holder, attribute


def timed(watch: Stopwatch, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap a function, coroutine function, class, or the start of a context manager."""
    if inspect.iscoroutinefunction(function):

        @functools.wraps(function)
        async def awaited(*args: Any, **kwargs: Any) -> Any:
            with watch.part(name):
                return await function(*args, **kwargs)

        return awaited
    if inspect.isasyncgenfunction(inspect.unwrap(function)):
        return lambda *args, **kwargs: _TimedStart(watch, name, function(*args, **kwargs))

    @functools.wraps(function, updated=())
    def called(*args: Any, **kwargs: Any) -> Any:
        with watch.part(name):
            return function(*args, **kwargs)

    return called


def timed_steps(watch: Stopwatch, step: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap the context manager of a journey's step, so that each stage is a part from its beginning to its end."""

    @asynccontextmanager
    async def timed_step(walker: Any, stage: Any) -> AsyncIterator[Any]:
        with watch.part(f"stage: {stage}"):
            async with step(walker, stage) as draft:
                yield draft

    return timed_step


class _TimedStart:
    """An asynchronous context manager whose beginning and end are timed, not what happens inside it."""

    def __init__(self, watch: Stopwatch, name: str, inner: Any) -> None:
        self._watch, self._name, self._inner = watch, name, inner

    async def __aenter__(self) -> Any:
        with self._watch.part(self._name):
            return await self._inner.__aenter__()

    async def __aexit__(self, *error: Any) -> Any:
        with self._watch.part(self._name):
            return await self._inner.__aexit__(*error)


@contextmanager
def _shop() -> Iterator[str]:
    """The embedded shop in a process of its own, so that none of its time is counted."""
    with subprocess.Popen([sys.executable, "-m", "auditor", "shop"], stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            yield server.stdout.readline().strip()
        finally:
            server.terminate()


def table(parts: Sequence[tuple[str, Spent]]) -> str:
    """Return the parts, the most expensive first, by what they took themselves."""
    ranked = sorted(parts, key=lambda item: item[1].own_cpu, reverse=True)
    lines = [f"{'part':<55}{'calls':>6}{'own wall':>10}{'own cpu':>9}{'wall':>9}{'cpu':>8}"]
    lines += [f"{name:<55}{s.calls:>6}{s.own_wall:>10.2f}{s.own_cpu:>9.2f}{s.wall:>9.2f}{s.cpu:>8.2f}" for name, s in ranked]
    total = f"{sum(s.own_wall for _, s in parts):>16.2f}{sum(s.own_cpu for _, s in parts):>9.2f}"
    return "\n".join([*lines, f"{'together':<55}{total}"]) + "\n"


if __name__ == "__main__":
    with _shop() as address, tempfile.TemporaryDirectory() as folder:
        sys.stdout.write(table(list(watch_audit(address, folder).parts.items())))
