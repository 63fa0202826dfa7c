"""Start a shop's server on a loopback port and stop it surely."""

from __future__ import annotations

import fcntl
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

CACHE = Path(__file__).resolve().parents[2] / ".cache" / "shops"
"""Where the beds keep what is slow to build."""

START_SECONDS = 120.0
"""How long a server may take to start; only a machine in distress needs more than a tenth."""

LEASH = 'exec 3<&0; (read -r _ <&3; kill -TERM 0) & exec "$@" 3<&- </dev/null'
"""A shell line that runs "$@" and ends its whole group once our end of the pipe is gone, even by SIGKILL."""

BEYOND_THE_SHELL = 100
"""From here on the shell of the leash uses no file descriptors of its own."""


class Bed(Protocol):
    """What every bed yields, whatever else it has."""

    @property
    def url(self) -> str: ...


@contextmanager
def reserved() -> Iterator[socket.socket]:
    """A socket bound to a free loopback port, for a server that can be handed one: nobody else gets the port meanwhile."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        with socket.socket(fileno=fcntl.fcntl(bound.fileno(), fcntl.F_DUPFD_CLOEXEC, BEYOND_THE_SHELL)) as far:
            yield far


def free_port() -> int:
    """A loopback port that nothing listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(
    argv: Sequence[str | Path],
    *,
    port: int,
    log: Path,
    cwd: Path,
    env: Mapping[str, str],
    seconds: float = START_SECONDS,
    pass_fds: Sequence[int] = (),
) -> Iterator[str]:
    """Run a web server on this loopback port; yield its address once it answers, then end it."""
    with leashed(argv, log=log, cwd=cwd, env=env, ready=lambda: _answers(port), seconds=seconds, pass_fds=pass_fds):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def leashed(
    argv: Sequence[str | Path],
    *,
    log: Path,
    cwd: Path,
    env: Mapping[str, str],
    ready: Callable[[], bool],
    seconds: float = START_SECONDS,
    user: str | None = None,
    farewell: signal.Signals = signal.SIGTERM,
    pass_fds: Sequence[int] = (),
) -> Iterator[None]:
    """Run a server in a process group of its own, as `user` if given, from when it is ready to the end."""
    with log.open("wb") as output:
        process = subprocess.Popen(
            ["sh", "-c", LEASH, "leash", *map(str, argv)],
            cwd=cwd,
            env=dict(env),
            stdin=subprocess.PIPE,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            user=user,
            pass_fds=pass_fds,
        )
    try:
        _wait(process, ready, log, seconds)
        yield
    finally:
        _stop(process, farewell)


def until_interrupted(running: Callable[[Path], AbstractContextManager[Bed]]) -> None:
    """A bed's command line: `[CACHE]`; print the address, serve until Ctrl-C or a TERM signal."""
    signal.signal(signal.SIGTERM, _leave)
    cache = Path(sys.argv[1]) if len(sys.argv) > 1 else CACHE
    with suppress(KeyboardInterrupt), running(cache) as bed:
        print(bed.url, flush=True)
        signal.pause()


def _leave(signum: int, frame: Any) -> None:
    raise KeyboardInterrupt


def _wait(process: subprocess.Popen[bytes], ready: Callable[[], bool], log: Path, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not ready():
        if process.poll() is not None or time.monotonic() > deadline:
            what = "ended" if process.poll() is not None else f"was not ready within {seconds:g} s"
            raise RuntimeError(f"the server {what}; its log:\n{log.read_text(errors='replace')[-4000:]}")
        time.sleep(0.05)


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status < 500
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _stop(process: subprocess.Popen[bytes], farewell: signal.Signals) -> None:
    """End the whole group: asked first, then killed, so that no worker is left behind."""
    assert process.stdin is not None
    with suppress(ProcessLookupError):
        os.killpg(process.pid, farewell)
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=5)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    process.stdin.close()
