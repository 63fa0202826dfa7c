"""`auditor doctor`: what this machine has, what is missing, how to get it."""

from __future__ import annotations

import platform
import subprocess
import sys
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import click

from auditor import __version__
from auditor.browser.install import find_browser, install_browser
from auditor.errors import ExitCode, ExternalToolError
from auditor.external.lighthouse_package import find_node, install_lighthouse, installed_lighthouse


@dataclass(frozen=True)
class Finding:
    """One thing the audit needs: whether it is there, what it is, how to get it. `needed` is False for extras."""

    name: str
    good: bool
    what: str
    cure: str = ""
    needed: bool = True


@click.command("doctor")
@click.option(
    "--install",
    is_flag=False,
    flag_value="browser",
    type=click.Choice(["browser", "lighthouse"]),
    help="Install the browser if there is none; --install lighthouse: Lighthouse CI into the user's cache.",
)
@click.option("-q", "--quiet", is_flag=True, help="Say only what is missing.")
def command(install: str | None, quiet: bool) -> int:
    """Say what an audit needs on this machine, what is missing and how to get it."""
    if install == "lighthouse":
        install_lighthouse(lambda text: click.echo(text, err=True))
    elif install:
        path = install_browser(lambda text: click.echo(text, err=True))
        if not quiet:
            click.echo(f"Browser: {path}")
    found = examine()
    for finding in found:
        mark = "ok     " if finding.good else "MISSING" if finding.needed else "absent "
        if not quiet or (not finding.good and finding.needed):
            click.echo(f"{mark}  {finding.name:<13} {finding.what}")
            if not finding.good and finding.cure:
                click.echo(f"         {'':<13} {finding.cure}")
    return ExitCode.PASSED if all(f.good or not f.needed for f in found) else ExitCode.NOT_COMPLETED


def examine() -> list[Finding]:
    """Look at everything an audit needs or can use."""
    return [_auditor(), _python(), _browser(), _page_scripts(), _node(), _lighthouse()]


def _auditor() -> Finding:
    return Finding("auditor", good=True, what=f"{__version__} in {Path(__file__).resolve().parents[1]}")


def _python() -> Finding:
    good = sys.version_info >= (3, 11)
    return Finding("Python", good, f"{platform.python_version()}, {sys.executable}", "Install Python 3.11 or newer.")


def _browser() -> Finding:
    path = find_browser()
    if path is None:
        return Finding(
            "browser", good=False, what="no Chrome or Chromium found", cure="Run `auditor doctor --install`, or set CHROME_PATH."
        )
    return Finding("browser", good=True, what=f"{_version(path)}, {path}")


def _page_scripts() -> Finding:
    folder = files("auditor") / "page_scripts"
    missing = [n for n in ("web-vitals.attribution.iife.js", "axe.min.js", "autoconsent.standalone.js") if not (folder / n).is_file()]
    return Finding(
        "page scripts",
        not missing,
        f"missing: {', '.join(missing)}" if missing else "web-vitals, axe-core, autoconsent",
        "Install the package again with pip; it takes them from npm.",
    )


def _node() -> Finding:
    try:
        node = find_node()
    except ExternalToolError as error:
        return Finding("Node", good=False, what="only Lighthouse CI needs it", cure=str(error), needed=False)
    return Finding("Node", good=True, what=f"{_version(node)}, {node}", needed=False)


def _lighthouse() -> Finding:
    folder = installed_lighthouse()
    if folder is None:
        cure = "Run `auditor doctor --install lighthouse`."
        return Finding("Lighthouse CI", good=False, what="only --lighthouse needs it", cure=cure, needed=False)
    return Finding("Lighthouse CI", good=True, what=str(folder), needed=False)


def _version(path: Path) -> str:
    try:
        done = subprocess.run([str(path), "--version"], capture_output=True, text=True, timeout=20, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return "version unknown"
    return done.stdout.strip().splitlines()[0] if done.stdout.strip() else "version unknown"
