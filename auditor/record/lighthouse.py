"""Lighthouse after the journeys: on the pages they recorded, with the session they left behind, one page at a time."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

from playwright.async_api import StorageState

from auditor.config.lighthouse import LighthouseSettings
from auditor.config.settings import Settings
from auditor.errors import ConfigError, ExternalToolError
from auditor.external.lighthouse_artifact import artifact_of, written
from auditor.external.lighthouse_ci import LighthouseCI
from auditor.external.lighthouse_package import find_lighthouse
from auditor.external.lighthouse_report import FormFactor
from auditor.external.lighthouserc import Assertions, find_file, is_program, read_assertions
from auditor.model.device import Device
from auditor.record.layout import LIGHTHOUSE, LIGHTHOUSE_ASSERTIONS
from auditor.record.lighthouse_pages import Target
from auditor.record.redaction import Redactor
from auditor.words.message import say

_SECRET_COOKIE = 12  # characters; shorter values ("true", "EUR") are no secrets and stand everywhere
_LEAST_SECONDS = 5.0  # less time than this is no try


@dataclass(frozen=True)
class Visit:
    """A journey that is over: what Lighthouse is to measure of it, and what the shopper's browser held in the end."""

    device: Device
    folder: str
    targets: Sequence[Target]
    state: StorageState
    redactor: Redactor


def demanded(told: LighthouseSettings, tell: Callable[[str, str], None]) -> Assertions | None:
    """Return what a `lighthouserc` demands of the pages: the named one, else that of the working folder.

    Raises `ConfigError` for one that cannot be read, and for a named one that demands nothing. One that is a program is passed
    over, and said so.
    """
    if not told.stages:
        return None
    if told.assertions is not None:
        named = read_assertions(told.assertions)
        if not named.demands:
            raise ConfigError(f"{told.assertions} demands nothing: it holds no assertions under ci.assert, or all of them are off.")
        return named
    found = find_file(Path.cwd())
    if found is None:
        return None
    if is_program(found):
        tell("lighthouse", say("{file} is a program, which is not run; its assertions are not held.", file=found.name))
        return None
    return read_assertions(found)


def prepare(root: Path, assertions: Assertions | None) -> None:
    """Make the folder of the results, so that a recording tells that Lighthouse was asked for, and keep what it is held against."""
    folder = root / LIGHTHOUSE
    folder.mkdir(parents=True, exist_ok=True)
    if assertions is not None:
        (folder / LIGHTHOUSE_ASSERTIONS).write_text(json.dumps(assertions.kept(), indent=1), encoding="utf-8")


async def measure(visits: Sequence[Visit], settings: Settings, root: Path, tell: Callable[[str, str], None]) -> None:
    """Measure every page of every visit and write what came of it; what cannot be measured says why."""
    if not visits:
        return
    try:
        lighthouse = await asyncio.to_thread(find_lighthouse)  # asks Playwright for its browser, which it tells no running loop
    except ExternalToolError as error:
        await _all(visits, root, _unmeasured(error.args[0]))
        tell("lighthouse", error.args[0])
        return
    flags = (f"--proxy-server={settings.proxy}",) if settings.proxy else ()
    lighthouse = replace(lighthouse, flags=flags)
    end = time.monotonic() + settings.lighthouse.max_seconds

    async def one(visit: Visit, target: Target) -> dict[str, Any]:
        seconds = min(settings.lighthouse.seconds, end - time.monotonic())
        if seconds < _LEAST_SECONDS:
            return {"url": target.url, "error": say("The time for Lighthouse was over before its turn came.")}
        tell(visit.device.name, say("Lighthouse: {page}", page=target.stage.value))
        return await _collect(replace(lighthouse, seconds=round(seconds, 1)), visit, target, settings)

    await _all(visits, root, one)


Measuring = Callable[[Visit, Target], Awaitable[dict[str, Any]]]


async def _all(visits: Sequence[Visit], root: Path, measuring: Measuring) -> None:
    for visit in visits:
        folder = root / LIGHTHOUSE / visit.folder
        folder.mkdir(parents=True, exist_ok=True)
        redactor = _redactor(visit)
        for target in visit.targets:
            given = {"url": target.url, "error": target.why_not, "same_as": target.same_as}
            found = given if target.why_not or target.same_as else await measuring(visit, target)
            kept = redactor.value(found)
            (folder / f"{target.stage}.json").write_text(json.dumps(written(kept), ensure_ascii=False), encoding="utf-8")


def _unmeasured(why: str) -> Measuring:
    async def none(_: Visit, target: Target) -> dict[str, Any]:
        return {"url": target.url, "error": why}

    return none


async def _collect(lighthouse: LighthouseCI, visit: Visit, target: Target, settings: Settings) -> dict[str, Any]:
    """Measure one page; that the program breaks costs this page alone."""
    device = cast("FormFactor", visit.device.form_factor)
    try:
        return artifact_of(await lighthouse.collect(target.url, device, settings.headers, visit.state))
    except (ExternalToolError, OSError) as error:
        return {"url": target.url, "error": say("Lighthouse CI could not be run: {why}.", why=str(error).rstrip("."))}


def _redactor(visit: Visit) -> Redactor:
    """What the journey's redactor takes out, and the values of the session besides."""
    cookies = [cookie["value"] for cookie in visit.state.get("cookies", [])]
    stored = [item["value"] for origin in visit.state.get("origins", []) for item in origin["localStorage"]]
    return Redactor([*visit.redactor.private, *(value for value in [*cookies, *stored] if _SECRET_COOKIE <= len(value) <= 4096)])
