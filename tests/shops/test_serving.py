"""A bed leaves nothing running, however it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.processes import descendants, gone
from tests.shops.serving import leashed

WAIT = "open('up', 'w').close(); import time; time.sleep(600)"
STUBBORN = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); {WAIT}"


@pytest.mark.shop
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL], ids=["asked to stop", "killed"])
def test_oscar_stops_with_who_started_it(number: signal.Signals) -> None:
    with subprocess.Popen([sys.executable, "-m", "tests.shops.oscar.bed"], stdout=subprocess.PIPE, text=True) as bed:
        assert bed.stdout is not None
        url = bed.stdout.readline().strip()
        with urlopen(url) as page:  # noqa: S310 - the bed's own address
            assert b"Oscar" in page.read()
        running = descendants(bed.pid)
        bed.send_signal(number)
    assert any("gunicorn" in command for command in running.values())
    assert gone(running)


@pytest.mark.parametrize("script", [WAIT, STUBBORN], ids=["obedient", "stubborn"])
def test_a_server_ends_with_its_block(script: str, tmp_path: Path) -> None:
    server = [sys.executable, "-c", script]
    with leashed(server, log=tmp_path / "log", cwd=tmp_path, env=os.environ, ready=(tmp_path / "up").exists):
        running = {process: command for process, command in descendants(os.getpid()).items() if script in command}
    assert running
    assert gone(running)


def test_a_server_that_does_not_start_shows_its_log(tmp_path: Path) -> None:
    broken = [sys.executable, "-c", "raise SystemExit('no database')"]
    with (
        pytest.raises(RuntimeError, match="no database"),
        leashed(broken, log=tmp_path / "log", cwd=tmp_path, env=os.environ, ready=lambda: False),
    ):
        pass
