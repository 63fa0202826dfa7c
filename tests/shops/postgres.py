"""A private PostgreSQL cluster: no TCP port, only a socket in its own folder."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.shops.building import clean_env, run
from tests.shops.serving import leashed

if TYPE_CHECKING:
    from collections.abc import Iterator

DEBIAN = Path("/usr/lib/postgresql")
CAREFREE = ("listen_addresses=", "fsync=off", "full_page_writes=off", "synchronous_commit=off")


@dataclass(frozen=True, slots=True)
class Cluster:
    """A running cluster; `socket` is the folder that clients name as their host."""

    socket: Path

    def query(self, sql: str, database: str = "postgres") -> str:
        """Run SQL as the superuser; rows come back as lines, columns divided by tabs."""
        connection = ["-h", str(self.socket), "-U", "postgres", "-d", database]
        options = ["-X", "-q", "-A", "-t", "-F", "\t", "-v", "ON_ERROR_STOP=1"]
        return run([_tool("psql"), *connection, *options, "-c", sql], cwd=self.socket)


def make_cluster(folder: Path) -> None:
    """Make an empty cluster in `folder`, which must be one that every user can reach."""
    _hand_over(folder)
    subprocess.run(
        [_tool("initdb"), "-D", folder / "data", "-U", "postgres", "-E", "UTF8", "--locale=C", "--auth=trust",
         "--no-sync", "--wal-segsize=1"],
        cwd=folder, env=clean_env(), user=_owner(), check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip


@contextmanager
def running_cluster(folder: Path) -> Iterator[Cluster]:
    """Run the cluster in `folder` until the block ends."""
    _hand_over(folder)
    options = [word for setting in (*CAREFREE, f"unix_socket_directories={folder}") for word in ("-c", setting)]
    with leashed(
        [_tool("postgres"), "-D", folder / "data", *options],
        log=folder / "postgres.log",
        cwd=folder,
        env=clean_env(),
        ready=lambda: _is_ready(folder),
        user=_owner(),
        farewell=signal.SIGINT,
    ):
        yield Cluster(folder)


def _is_ready(folder: Path) -> bool:
    return subprocess.run([_tool("pg_isready"), "-q", "-h", folder], check=False).returncode == 0


def _owner() -> str | None:
    """PostgreSQL refuses to run as root; Debian's package brings a user for it."""
    return "postgres" if os.geteuid() == 0 else None


def _hand_over(folder: Path) -> None:
    if owner := _owner():
        account = pwd.getpwnam(owner)
        for path in (folder, *folder.rglob("*")):
            os.chown(path, account.pw_uid, account.pw_gid)


def is_installed() -> bool:
    """Whether this machine has a PostgreSQL that a cluster can be made with."""
    try:
        if owner := _owner():
            pwd.getpwnam(owner)
        return bool(_tool("initdb") and _tool("postgres") and _tool("pg_isready"))
    except (RuntimeError, KeyError):
        return False


def _tool(name: str) -> str:
    """Where a PostgreSQL program is; Debian keeps most of them off the PATH."""
    versions = sorted(DEBIAN.glob("*/bin"), key=lambda folder: float(folder.parent.name), reverse=True)
    places = os.pathsep.join([*map(str, versions), os.environ.get("PATH", "")])
    if found := shutil.which(name, path=places):
        return found
    raise RuntimeError(f"{name} is missing: apt-get install postgresql")
