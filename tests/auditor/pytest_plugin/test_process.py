"""How a program ends whose waiting is broken off: here by signals that it sends when it is ready for that."""

import signal
import subprocess
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import psutil
import pytest

from auditor.pytest_plugin import process
from auditor.pytest_plugin.process import run_to_end

READY = """
import os, signal, sys, time
from pathlib import Path

def end(*_):
    {end}

signal.signal(signal.SIGTERM, end)
Path("pid").write_text(str(os.getpid()))
while True:
    os.kill(os.getppid(), signal.SIGUSR1)
    time.sleep(0.01)
"""


class BrokenOffError(BaseException):
    """What ends the waiting, as Ctrl-C would."""


@pytest.fixture(autouse=True)
def breaking_off() -> Iterator[None]:
    """Let the first signal that meets the waiting break it off, and a signal of the other kind whatever goes on then."""
    told: list[int] = []

    def break_off(number: int, frame: FrameType | None) -> None:
        waits = any(above.f_code is subprocess.Popen.wait.__code__ for above, _ in traceback.walk_stack(frame))
        if number == signal.SIGUSR2 or (waits and not told):
            told.append(number)
            raise BrokenOffError

    before = {number: signal.signal(number, break_off) for number in (signal.SIGUSR1, signal.SIGUSR2)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def broken_off(folder: Path, end: str) -> None:
    """Run a program until it breaks off the waiting; afterwards it has ended, whatever `end` makes of being asked to."""
    with pytest.raises(BrokenOffError):
        run_to_end([sys.executable, "-c", READY.format(end=end)], folder)
    assert not psutil.pid_exists(int((folder / "pid").read_text(encoding="utf-8")))


def test_a_program_that_ends_by_itself_says_how(tmp_path: Path) -> None:
    script = "import os, sys; print('out'); print(os.getcwd(), os.getpgrp() == os.getpid(), file=sys.stderr); sys.exit(3)"
    assert run_to_end([sys.executable, "-c", script], tmp_path) == (3, f"{tmp_path} True\n")


def test_it_gets_the_time_to_end_in_order(tmp_path: Path) -> None:
    broken_off(tmp_path, end="Path('ended').touch(); sys.exit(2)")
    assert (tmp_path / "ended").exists()


def test_it_is_killed_if_it_does_not_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_SECONDS", 0.1)
    broken_off(tmp_path, end="pass")


def test_it_is_killed_at_once_if_the_waiting_is_broken_off_again(tmp_path: Path) -> None:
    broken_off(tmp_path, end="os.kill(os.getppid(), signal.SIGUSR2)")
