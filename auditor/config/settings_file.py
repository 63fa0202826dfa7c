"""Where a finding about a running shop stands in a code review: at the settings of its stage."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

FILE = "auditor.toml"
_ROOTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR", "BUILD_SOURCESDIRECTORY", "WORKSPACE")
_TABLE = re.compile(r"""^\s*\[\s*(?:tool\s*\.\s*auditor\s*\.\s*)?journey\s*\.\s*stages\s*\.\s*["']?(?P<stage>[a-z]+)["']?\s*\]""")


@dataclass(frozen=True)
class SettingsFile:
    """The file of settings: its path from the top of the repository, with slashes, and the line of each table `[journey.stages.<stage>]`.

    Code reviews show findings at lines of files, and a shop has none.
    """

    path: str = FILE
    lines: Mapping[str, int] = field(default_factory=dict)

    def line_of(self, stage: str | None) -> int:
        """Return the line of a stage's table; the first where it has none, and for no stage."""
        return self.lines.get(stage or "", 1)


def settings_file(file: Path | None, environ: Mapping[str, str], folder: Path | None = None) -> SettingsFile:
    """Find the file's place in its repository; without a file, the one that would be read from the folder (default: this one)."""
    folder = (folder or Path.cwd()).resolve()
    path = folder / (file or FILE)
    top = _top_of(path.resolve().parent, environ) or folder
    try:
        name = path.resolve().relative_to(top).as_posix()
    except ValueError:  # a file from elsewhere is in no review
        return SettingsFile()
    return SettingsFile(name, _lines(path))


def _top_of(folder: Path, environ: Mapping[str, str]) -> Path | None:
    told = [Path(environ[name]).resolve() for name in _ROOTS if environ.get(name)]
    for top in (folder, *folder.parents):
        if top in told or (top / ".git").exists():
            return top
    return None


def _lines(path: Path) -> dict[str, int]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):  # whoever reads the settings says so
        return {}
    found = ((number, _TABLE.match(line)) for number, line in enumerate(lines, start=1))
    return {match["stage"]: number for number, match in found if match}
