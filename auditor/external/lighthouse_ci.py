"""Runs Lighthouse CI on one page after another: `lhci collect` in a folder of its own, its reports read by us.

What it does to whoever trusts it, and what is done about it here: a page that never answers keeps it busy for minutes (hard
limit); ended from outside it leaves Chrome behind (the whole tree is ended); a failing page ends the whole collection (one
`collect` per page); it reads configuration from the folder and the environment (an empty folder, `LHCI...` removed); it
scores the login page it was redirected to (the landing is compared). Its exit code alone proves nothing.
"""

from __future__ import annotations

import asyncio
import json
import os
import tempfile
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import Any

from playwright.async_api import StorageState

from auditor.browser.launch import QUIET, sandboxed
from auditor.errors import ExternalToolError
from auditor.external.lighthouse_report import FormFactor, LighthouseRun, read_report
from auditor.external.process_tree import ProcessTree
from auditor.words.message import say

_SECONDS = 120.0
_REPORTS = Path(".lighthouseci")
_RUNTIME_ERROR = "Runtime error encountered: "
_SESSION = "session.cjs"
_PREFIX, _TEMPORARY = "lh-", "t"  # short: Chrome makes a socket in there, whose whole path may have some 100 characters


async def _half_a_second() -> None:
    await asyncio.sleep(0.5)


@dataclass(frozen=True)
class LighthouseCI:
    """Lighthouse CI as it is installed on this machine.

    `command` starts it, `chrome` is the browser it is to use, `flags` are for the browser besides the usual ones (a proxy,
    say), `seconds` is the hard limit for a page. `pause` is waited for between two looks at the running processes.
    """

    command: tuple[str, ...]
    chrome: Path
    flags: tuple[str, ...] = ()
    seconds: float = _SECONDS
    pause: Callable[[], Awaitable[None]] = _half_a_second

    async def collect(
        self, url: str, device: FormFactor, headers: Mapping[str, str] | None = None, session: StorageState | None = None
    ) -> LighthouseRun:
        """Audit a page as a phone or a desktop, once; what goes wrong with the page is in the run's `error`.

        `headers` go along with every request, also to third parties. `session` is what a shopper's browser holds, its cookies
        and its local storage: each goes where it came from, and none is written into a file.

        Raises `ExternalToolError` when the program cannot be started at all. One page at a time: two at once make each other
        slow, and Lighthouse does not notice.
        """
        started = time.monotonic()
        with tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True) as folder:
            work = Path(folder)
            (work / _TEMPORARY).mkdir()
            config = work / "collect.json"
            options = self._options(url, device, headers or {})
            if session is not None:
                options |= self._with_session(work, options["settings"].pop("chromeFlags").split())
            config.write_text(json.dumps({"ci": {"collect": options}}), encoding="utf-8")
            code, tries = await self._run(work, config, b"" if session is None else json.dumps(session).encode())
            run = self._outcome(work, code, url, device)
        return replace(run, seconds=round(time.monotonic() - started, 3), tries=max(1, tries))

    def _options(self, url: str, device: FormFactor, headers: Mapping[str, str]) -> dict[str, Any]:
        sandbox = [] if sandboxed() else ["--no-sandbox"]
        settings: dict[str, Any] = {"chromeFlags": " ".join([*QUIET, *sandbox, "--disable-dev-shm-usage", *self.flags])}
        if device == "desktop":
            settings["preset"] = "desktop"  # the form factor alone would keep the phone's screen and network
        if headers:
            settings["extraHeaders"] = dict(headers)
        return {"url": [url], "numberOfRuns": 1, "settings": settings}

    def _with_session(self, work: Path, flags: list[str]) -> dict[str, Any]:
        """Let the browser be started before Lighthouse, and the session be put into it."""
        script = files("auditor.external") / "lighthouse_session.cjs"
        (work / _SESSION).write_bytes(script.read_bytes())
        return {"puppeteerScript": _SESSION, "chromePath": str(self.chrome), "puppeteerLaunchOptions": {"args": flags}}

    async def _run(self, work: Path, config: Path, given: bytes) -> tuple[int | None, int]:
        """Run `collect` to its end or its limit; returns its exit code (None: it was ended) and the tries it took."""
        command = [*self.command, "collect", "--no-lighthouserc", f"--config={config}"]
        with (work / "stdout").open("wb") as out, (work / "stderr").open("wb") as err:
            try:
                process = await asyncio.create_subprocess_exec(
                    *command,
                    cwd=work,
                    env=self._environment(work),
                    stdin=asyncio.subprocess.PIPE,
                    stdout=out,
                    stderr=err,
                    start_new_session=True,
                )
            except OSError as error:
                raise ExternalToolError(
                    f"Lighthouse CI could not be started: {error}. Run `auditor doctor --install lighthouse`."
                ) from error
            tree = ProcessTree(process.pid)
            try:
                async with asyncio.timeout(self.seconds):
                    await asyncio.gather(process.communicate(given), self._watch(process, tree))
            except TimeoutError:
                pass
            finally:
                code = process.returncode
                await tree.end()
                await process.wait()
        return code, tree.count_children(_is_lighthouse)

    async def _watch(self, process: asyncio.subprocess.Process, tree: ProcessTree) -> None:
        ended = asyncio.ensure_future(process.wait())
        try:
            while not ended.done():
                tree.note()
                pause = asyncio.ensure_future(self.pause())
                await asyncio.wait({ended, pause}, return_when=asyncio.FIRST_COMPLETED)
                pause.cancel()
        finally:
            ended.cancel()

    def _environment(self, work: Path) -> dict[str, str]:
        """Our environment without what would configure it, with its temporary files in the folder that is removed."""
        kept = {name: value for name, value in os.environ.items() if not name.upper().startswith("LHCI")}
        node = Path(self.command[0]).parent  # it starts Lighthouse as plain `node`
        temporary = dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(work / _TEMPORARY))
        return {**kept, **temporary, "CHROME_PATH": str(self.chrome), "PATH": os.pathsep.join([str(node), kept.get("PATH", "")])}

    def _outcome(self, work: Path, code: int | None, url: str, device: FormFactor) -> LighthouseRun:
        if code is None:
            late = say("Lighthouse was not done within {seconds:g} seconds and was ended.", seconds=self.seconds)
            return LighthouseRun(url, device, error=late)
        if code != 0:
            said = (work / "stderr").read_text(encoding="utf-8", errors="replace")
            return LighthouseRun(url, device, error=say("Lighthouse CI failed: {why}", why=_complaint(said) or f"exit code {code}"))
        reports = sorted((work / _REPORTS).glob("lhr-*.json"))
        if len(reports) != 1:
            odd = say("Lighthouse CI said that all went well, but left {n} reports.", n=len(reports))
            return LighthouseRun(url, device, error=odd)
        return read_report(reports[0].read_text(encoding="utf-8", errors="replace"), url, device)


def _is_lighthouse(command: list[str]) -> bool:
    """Whether a command line is that of Lighthouse itself, which Lighthouse CI starts once per try."""
    return any(Path(word).parts[-3:] == ("lighthouse", "cli", "index.js") for word in command)


def _complaint(stderr: str) -> str:
    """Find the sentence that says what went wrong: Lighthouse's own, else the first line."""
    lines = [line.strip() for line in stderr.splitlines() if line.strip()]
    return next((line.removeprefix(_RUNTIME_ERROR) for line in lines if line.startswith(_RUNTIME_ERROR)), lines[0] if lines else "")[:300]
