"""`auditor check ID`: one check explained, with its sources."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import Any

import click

from auditor.cli import names
from auditor.cli.options import configured, loose_checks, resolve, stack
from auditor.cli.selecting import tell_broken
from auditor.errors import PluginError
from auditor.model.category import CATEGORY_BY_ID
from auditor.model.check import JURISDICTIONS, Check
from auditor.plugins.discovery import load_catalogue
from auditor.plugins.selection import select


@click.command("check")
@click.argument("check_id", metavar="ID", shell_complete=names.checks)
@stack(loose_checks, configured)
def command(check_id: str, config_file: Path | None, **flags: Any) -> int:
    """Explain the check ID: what it looks at, why it matters, how to mend a failure, where its figures come from."""
    catalogue = load_catalogue(resolve(config_file, **flags).settings.checks)
    tell_broken(catalogue)
    checks = catalogue.checks
    found = next((check for check in checks if check.id == check_id), None)
    if found is None:
        select(checks, [check_id], [])  # names the closest one
        raise PluginError(f"{check_id!r} is a category or a stage. `auditor checks` lists the checks.")
    click.echo(explain(found))
    return 0


def explain(check: Check) -> str:
    """Return the explanation of a check as plain text."""
    lines = [check.id, "=" * len(check.id), ""]
    for name, text in points(check):
        lines.append(_wrapped(f"{name + ':':<13}{text}", " " * 13))
    lines.append("Sources:")
    for source in check.sources:
        lines.append(_wrapped(f"  - {source.name}{': ' + source.figure if source.figure else ''}", "    "))
        lines.append(f"    {source.url}")
    return "\n".join(lines)


def points(check: Check) -> list[tuple[str, str]]:
    """Return what there is to say about a check besides its sources: a name and a text each, the terminal's and the pages' alike."""
    stages = ", ".join(s.value for s in check.stages) or {"journey": "the whole journey", "shop": "the whole shop"}.get(
        check.scope.value, ""
    )
    said = [
        ("Passes when", check.title),
        ("Fails when", check.failure_title),
        ("Category", CATEGORY_BY_ID[check.category].title),
        ("Severity", f"{check.severity.value}{' (blocker: nobody can buy)' if check.blocker else ''}, confidence {check.confidence.value}"),
        ("Looks at", f"{stages}; devices: {check.devices}"),
        ("How", " ".join((check.judge.__doc__ or "").split())),
        ("Why", check.why),
        ("Mend it", check.fix),
        ("Effort", {"XS": "half a day", "S": "two days", "M": "a week", "L": "a month", "XL": "more than a month"}[check.effort.value]),
        ("Limits", check.limits),
        ("Legal", _legal(check)),
    ]
    return [(name, text) for name, text in said if text]


def _legal(check: Check) -> str:
    """Say which articles demand it, and when it is judged."""
    if not check.legal and not check.laws:
        return ""
    articles = "; ".join(f"{law.article} ({JURISDICTIONS[law.jurisdiction]})" for law in check.laws)
    when = " A matter of law alone: judged only under a jurisdiction that is named." if check.legal else ""
    return f"{articles}{'. ' if articles else ''}An indication for a lawyer, not legal advice.{when}"


def _wrapped(text: str, indent: str) -> str:
    """Wrap a text; names with hyphens stay whole, so that they can be copied."""
    return textwrap.fill(text, 100, subsequent_indent=indent, break_on_hyphens=False)
