"""Runs the command line in a process of its own and reads what it left behind."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Timer

from auditor.result.model import JourneyResult, Result, StepResult

COMMAND = Path(sys.executable).with_name("auditor")
AT_ONCE = min(4, os.cpu_count() or 1)  # an audit waits half its time, but two of them keep a browser's processor busy
PATIENCE = 600.0  # a machine ten times slower than ours must pass too; no test waits this long on purpose


@dataclass(frozen=True)
class Audit:
    """What one call of the command line came to."""

    code: int
    folder: Path
    stdout: str
    stderr: str

    @cached_property
    def result(self) -> Result:
        """Read `result.json`."""
        return Result.model_validate_json((self.folder / "result.json").read_bytes())

    @property
    def journeys(self) -> dict[str, JourneyResult]:
        """The journeys by device."""
        return {journey.device: journey for journey in self.result.journeys}

    def steps(self, device: str) -> dict[str, StepResult]:
        """The steps of a device by stage."""
        return {step.stage: step for step in self.journeys[device].steps}

    @property
    def wrong(self) -> dict[str, list[str]]:
        """The checks that fail or warn, each with where and what they say."""
        found: dict[str, list[str]] = {}
        for verdict in self.result.verdicts:
            if verdict.outcome in {"fail", "warn"}:
                found.setdefault(verdict.check, []).append(f"{verdict.device} {verdict.stage}: {verdict.message}")
        return found


def auditor(*arguments: str, folder: Path, argv: tuple[str, ...] = (str(COMMAND),)) -> Audit:
    """Run one command to its end, in the folder above the run folder, so that no configuration file of ours is read."""
    done = subprocess.run(
        [*argv, *arguments],
        cwd=folder.parent,
        env=_environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return Audit(done.returncode, folder, done.stdout, done.stderr)


def audited(url: str, folder: Path, *options: str) -> Audit:
    """Audit a site: `auditor run URL -o FOLDER` with these options."""
    return auditor("run", url, "-o", str(folder), *options, folder=folder)


@contextmanager
def side_by_side() -> Iterator[ThreadPoolExecutor]:
    """Run several audits at once; those that nobody came to wait for are not begun any more when the block ends."""
    pool = ThreadPoolExecutor(AT_ONCE)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def auditing(url: str, folder: Path, *options: str) -> Iterator[Started]:
    """Start an audit that something is going to happen to; whatever is left of it is ended with the block."""
    with (folder.parent / "stdout.txt").open("w+") as stdout:
        process = subprocess.Popen(
            [str(COMMAND), "run", url, "-o", str(folder), *options],
            cwd=folder.parent,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,  # a Ctrl-C of the terminal reaches all of a group, and must not reach the tests
        )
        timer = Timer(PATIENCE, process.kill)
        timer.start()
        try:
            yield Started(process, folder, Path(stdout.name))
        finally:
            timer.cancel()
            process.kill()
            process.wait()
            assert process.stderr is not None
            process.stderr.close()


@dataclass(frozen=True)
class Started:
    """An audit on its way."""

    process: subprocess.Popen[str]
    folder: Path
    stdout: Path

    def until(self, said: str, act: Callable[[int], None]) -> Audit:
        """Wait until progress tells this, do something to the process with this id, then let it come to its end."""
        assert self.process.stderr is not None
        heard: list[str] = []
        for line in self.process.stderr:
            heard.append(line)
            if said in line:
                act(self.process.pid)
                break
        else:
            raise AssertionError(f"the audit never said {said!r}:\n{''.join(heard)}")
        stderr = "".join(heard) + self.process.stderr.read()
        code = self.process.wait()
        assert "Traceback" not in stderr, stderr
        return Audit(code, self.folder, self.stdout.read_text(), stderr)


def _environment() -> Mapping[str, str]:
    """The environment without settings of the auditor."""
    return {name: value for name, value in os.environ.items() if not name.startswith("AUDITOR_")}
