"""Writes docs/checks/ from the checks' own metadata: `python -m docs.write_checks`, or `--check` to name stale pages only."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from auditor.cli.check import points
from auditor.model.category import CATEGORIES
from auditor.model.check import Check
from auditor.plugins.discovery import load_checks

FOLDER = Path(__file__).parent / "checks"
INDEX = "README.md"
_REJECTED = "rejected.md"  # written by hand
_SECTIONS = ("How", "Why", "Mend it", "Limits", "Legal")
_MARKUP = re.compile(r"[\\`*_\[\]<|]")


def main(arguments: Sequence[str] | None = None, folder: Path = FOLDER) -> int:
    """Write the pages, or say with exit code 1 which of them `make docs` would change."""
    parser = argparse.ArgumentParser(prog="python -m docs.write_checks", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 and name the pages that are stale")
    only_look = parser.parse_args(arguments).check
    wanted = pages(built_in_checks())
    stale = stale_pages(folder, wanted)
    for name in stale:
        print(f"{folder.name}/{name}", file=sys.stderr if only_look else sys.stdout)
    if only_look:
        return 1 if stale else 0
    folder.mkdir(parents=True, exist_ok=True)
    for name in stale:
        if name in wanted:
            (folder / name).write_text(wanted[name], encoding="utf-8")
        else:
            (folder / name).unlink()
    return 0


def built_in_checks() -> list[Check]:
    """Return this project's own registered checks; plugins that happen to be installed have their own documentation."""
    return [check for check in load_checks() if check.judge.__module__.startswith("auditor_checks.")]


def pages(checks: Sequence[Check]) -> dict[str, str]:
    """Return every page by its file name: the index and one page per check."""
    return {INDEX: index(checks)} | {f"{check.id}.md": page(check) for check in checks}


def stale_pages(folder: Path, wanted: dict[str, str]) -> list[str]:
    """Return the names of pages that are missing, say something else, or belong to no check any more."""
    present = {file.name: file.read_text(encoding="utf-8") for file in folder.glob("*.md") if file.name != _REJECTED}
    return sorted(name for name in present.keys() | wanted.keys() if present.get(name) != wanted.get(name))


def page(check: Check) -> str:
    """Return the page of one check."""
    said = points(check)
    source = f"checks/{check.judge.__module__.replace('.', '/')}.py"
    facts = [f"- **{name}:** {escaped(text)}" for name, text in said if name not in _SECTIONS]
    sections = [f"## {name}\n\n{escaped(text)}" for name, text in said if name in _SECTIONS]
    sources = [
        f"- [{escaped(source.name)}]({source.url}){': ' + escaped(source.figure) if source.figure else ''}" for source in check.sources
    ]
    parts = (
        f"# {check.id}",
        "\n".join(facts),
        *sections,
        "## Sources\n\n" + "\n".join(sources),
        f"Written by `make docs` from [{source}](../../{source}); [all checks]({INDEX}).",
    )
    return "\n\n".join(parts) + "\n"


def index(checks: Iterable[Check]) -> str:
    """Return the list of all checks by category."""
    checks = list(checks)
    count = f"{len(checks)} checks in {len({c.category for c in checks})} categories."
    origin = "`auditor check ID` says the same. Written by `make docs` from the checks themselves."
    parts = ["# The checks", f"{count} {origin} [What is no check, and why]({_REJECTED})."]
    for category in CATEGORIES:
        own = [check for check in checks if check.category == category.id]
        if own:
            parts.append(f"## {escaped(category.title)}\n\n`{category.id}`, {category.weight} % of the score")
            rows = [f"| [{check.id}]({check.id}.md) | {check.severity.value} | {escaped(check.title)} |" for check in own]
            parts.append("\n".join(("| Check | Severity | Passes when |", "|---|---|---|", *rows)))
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """Return a text so that Markdown shows it as it is."""
    return _MARKUP.sub(lambda match: f"\\{match.group()}", text)


if __name__ == "__main__":
    sys.exit(main())
