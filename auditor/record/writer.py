"""Writes a recording while the journey goes on, so that whatever ends it, what was seen is kept."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Collection, Iterable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from playwright.async_api import Error

from auditor.browser.tab import Gone, Tab
from auditor.collecting import Collector
from auditor.events import ProbeEnded
from auditor.facts.page import PageFacts
from auditor.journey.walker import Walker
from auditor.model.moment import Moment
from auditor.model.stage import Stage
from auditor.probes import PROBES, Probe
from auditor.record.collectors import COLLECTORS
from auditor.record.redaction import Redactor
from auditor.record.sight import Sight
from auditor.words.message import say
from auditor.words.wording import Wording, wording_of

_COLLECTOR_SECONDS = 15.0


class JourneyWriter:
    """The witness of one device's journey: collects the artifacts of each page and runs the probes that were planned.

    `artifacts` maps each stage to the collectors it needs; `probes` are the names of the probes to run; `foreign` are the
    collectors of plugins by name.
    """

    def __init__(
        self,
        folder: Path,
        artifacts: Mapping[Stage, Collection[str]],
        probes: Collection[str],
        redactor: Redactor,
        foreign: Mapping[str, Collector] | None = None,
    ) -> None:
        self.folder = folder
        self.foreign = foreign or {}
        self.notes: list[str] = []
        self.artifacts = artifacts
        self.probes = probes
        self.redactor = redactor
        self.recorded: dict[str, list[str]] = {}
        self.pages_beside: list[str] = []
        self.probed: dict[str, str] = {}
        self.site_addresses: dict[str, str] = {}
        self.wording: Wording = {}
        self._marks: dict[int, int] = {}
        self._messages: dict[int, int] = {}

    async def page(self, stage: Stage, tab: Tab, facts: PageFacts) -> str | None:
        """Record the open page as the page of a stage; returns the screenshot's path inside the recording."""
        names = await self.collect(stage.value, stage, tab, facts, self.artifacts.get(stage, ()))
        self.recorded[stage.value] = names
        return f"{self.folder.name}/{stage.value}/screenshot.webp" if "screenshot.webp" in names else None

    async def beside(self, place: str, tab: Tab, facts: PageFacts) -> None:
        """Record a page that is no stage's, its document alone; what its load brought is left to a stage that it may become."""
        await self.collect(f"beside/{place}", None, tab, facts, ("html",), in_passing=True)
        self.pages_beside.append(place)

    async def collect(
        self, place: str, stage: Stage | None, tab: Tab, facts: PageFacts, wanted: Collection[str], *, in_passing: bool = False
    ) -> list[str]:
        """Collect artifacts of the open page into a folder of the recording; returns the files written.

        `in_passing`: requests and messages up to now are still to be told by the page that is collected next.
        """
        key = id(tab)
        start, heard = self._marks.get(key, 0), self._messages.get(key, 0)
        sight = Sight(tab, facts, stage, tab.traffic.since(start), tab.messages[heard:], self.redactor.private)
        if not in_passing:
            self._marks[key], self._messages[key] = tab.traffic.mark(), len(tab.messages)
        target = self.folder / place
        target.mkdir(parents=True, exist_ok=True)
        written = [self._write(target / "observation.json", facts.observation.raw)]
        quick = [name for name in COLLECTORS if name in wanted and name not in {"screenshot", "full", "axe"}]
        results = await asyncio.gather(*(self._run(name, sight) for name in quick))
        written += [self._write(target / COLLECTORS[name][0], data) for name, data in zip(quick, results, strict=True)]
        slow = [name for name in ("screenshot", "full", "axe") if name in wanted]
        taken = [await self._run(name, sight) for name in slow]
        for name, data in zip(slow, taken, strict=True):
            written.append(self._write(target / COLLECTORS[name][0], await data if isinstance(data, asyncio.Task) else data))
        written += [await self._foreign(self.foreign[name], sight, target) for name in sorted(self.foreign) if name in wanted]
        return [name for name in written if name]

    async def _foreign(self, collector: Collector, sight: Sight, target: Path) -> str:
        """Let a plugin take its artifact; one that breaks is named in the journey's notes and costs nothing else."""
        try:
            async with asyncio.timeout(_COLLECTOR_SECONDS):
                return self._write(target / collector.file, await collector.collect(sight))
        except Exception as error:  # noqa: BLE001 - whatever a plugin does wrong is its own affair
            said = str(error).strip().splitlines()
            self.notes.append(
                say("The collector {name} broke: {it}.", name=collector.name, it=": ".join((type(error).__name__, *said[:1]))[:200])
            )
            return ""

    def private(self, values: Iterable[str]) -> None:
        """Learn what is going to be typed, so that it never reaches the disk."""
        self.redactor.add(values)

    async def moment(self, moment: Moment, walker: Walker, facts: PageFacts) -> PageFacts:
        """Run the planned probes of a moment, one after another; returns the facts of the page they leave behind."""
        for probe in self._planned(moment):
            tab, effort, loads = walker.tab, walker.tab.effort.copy(), walker.tab.traffic.page_loads
            done = self.probed.get(probe.name) == "recorded"
            facts = await self._probe(probe, walker, facts) or await walker.look()
            if not done:
                walker.tell(_ended(tab.device.name, probe.name, self.probed.get(probe.name, "")))
            tab.effort.back_to(effort)  # what a probe does on purpose is no part of the shopper's way
            tab.traffic.page_loads = loads
        return facts

    @asynccontextmanager
    async def meanwhile(self, walker: Walker, facts: PageFacts) -> AsyncIterator[None]:
        """Run the planned probes that only wait, beside what is done inside; at the end they are waited for."""
        tasks = [asyncio.create_task(self._beside(probe, walker, facts)) for probe in self._planned(Moment.MEANWHILE)]
        try:
            yield
            await asyncio.gather(*tasks)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _beside(self, probe: Probe, walker: Walker, facts: PageFacts) -> None:
        await self._probe(probe, walker, facts)
        walker.tell(_ended(walker.tab.device.name, probe.name, self.probed.get(probe.name, "")))

    def _planned(self, moment: Moment) -> list[Probe]:
        return [probe for probe in PROBES.values() if probe.moment is moment and probe.name in self.probes]

    async def _probe(self, probe: Probe, walker: Walker, facts: PageFacts) -> PageFacts | None:
        """Run a probe and keep what it found, or why it found nothing; None where it did not finish, wherever that left the page."""
        if self.probed.get(probe.name) == "recorded":
            return facts
        try:
            async with asyncio.timeout(probe.seconds):
                result, facts = await probe.run(walker, facts)
        except (Error, Gone, TimeoutError) as error:
            said = str(error).strip().splitlines()
            self.probed[probe.name] = (
                say("The probe did not finish: {said}.", said=said[0][:160]) if said else say("The probe did not finish: it took too long.")
            )
            return None
        if isinstance(result, str):
            self.probed[probe.name] = result
        else:
            (self.folder / "probes").mkdir(parents=True, exist_ok=True)
            self._write(self.folder / "probes" / f"{probe.name}.json", result)
            self.probed[probe.name] = "recorded"
        return facts

    def trace(self, walker: Walker) -> None:
        """Write every attempt of the journey, a line each."""
        self.folder.mkdir(parents=True, exist_ok=True)
        lines = (json.dumps(self.redactor.value(attempt.to_dict()), ensure_ascii=False) for attempt in walker.attempts)
        (self.folder / "trace.jsonl").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")

    async def _run(self, name: str, sight: Sight) -> Any:
        try:
            async with asyncio.timeout(_COLLECTOR_SECONDS):
                return await COLLECTORS[name][1](sight)
        except (Error, TimeoutError):
            return None  # a missing artifact is named by the checks that need it

    def _write(self, path: Path, data: Any) -> str:
        if data is None:
            return ""
        if isinstance(data, bytes):
            path.write_bytes(data)
        elif isinstance(data, str):
            path.write_text(self.redactor.text(data), encoding="utf-8")
        else:
            if path.name == "headers.json":
                data = {**data, "headers": self.redactor.headers(data["headers"])}
            kept = self.redactor.value(data)
            self.wording |= wording_of(kept)
            path.write_text(json.dumps(kept, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
        return path.name


def _ended(device: str, probe: str, came_of_it: str) -> ProbeEnded:
    recorded = came_of_it == "recorded"
    return ProbeEnded(device=device, probe=probe, recorded=recorded, reason=None if recorded else came_of_it)
