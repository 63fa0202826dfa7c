"""Names that a shell completes. Nothing heavy is imported before somebody presses Tab, and no browser then either."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib.metadata import entry_points

import click
from click.shell_completion import CompletionItem

Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def checks(_context: click.Context, _option: click.Parameter, begun: str) -> list[CompletionItem]:
    """Complete ids of checks."""
    return _beginning(begun, _checks())


def selectable(_context: click.Context, _option: click.Parameter, begun: str) -> list[CompletionItem]:
    """Complete what --only and --skip take: categories, stages, checks."""
    from auditor.model.category import CATEGORIES
    from auditor.model.stage import Stage

    wider = {**{category.id: category.title for category in CATEGORIES}, **{stage.value: "stage" for stage in Stage}}
    return _beginning(begun, [*wider.items(), *_checks()])


def formats(_context: click.Context, _option: click.Parameter, begun: str) -> list[CompletionItem]:
    """Complete formats of reports."""
    return _beginning(begun, [(point.name, "") for point in entry_points(group="auditor.reports")])


def devices(_context: click.Context, _option: click.Parameter, begun: str) -> list[CompletionItem]:
    """Complete the devices of our own; Playwright's are known by its driver alone, which is slow to ask."""
    return _beginning(begun, [("desktop", ""), ("mobile", "")])


def languages(_context: click.Context, _option: click.Parameter, begun: str) -> list[CompletionItem]:
    """Complete languages of reports."""
    from importlib.resources import files

    written = [file.name.removesuffix(".po") for file in (files("auditor") / "translations").iterdir() if file.name.endswith(".po")]
    return _beginning(begun, [(code, "") for code in ("en", *written)])


def _checks() -> list[tuple[str, str]]:
    from auditor.plugins.discovery import load_catalogue

    return [(check.id, check.title) for check in load_catalogue(()).checks]


def _beginning(begun: str, names: Iterable[tuple[str, str]]) -> list[CompletionItem]:
    known = dict(sorted(names))
    return [CompletionItem(name, help=text or None) for name, text in known.items() if name.startswith(begun)]
