"""`auditor history`: past runs of a site and their trend; `history import` and `history prune`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from auditor.cli.options import before_the_command, branding, configured, kept_where, resolve, stack
from auditor.errors import ExitCode

if TYPE_CHECKING:
    from auditor.config.load import Config
    from auditor.history.store import Store

_USUAL = 30  # runs of a site
_WHERE = ("history", "config_file")  # count before `import` and `prune` as behind them
_DAYS = re.compile(r"(\d{1,5})d")


def _moment(_context: click.Context, _option: click.Parameter, told: str | None) -> datetime | None:
    """Read a day (2026-10-01, in UTC where no zone is told) or how many days ago (90d)."""
    if told is None:
        return None
    try:
        if days := _DAYS.fullmatch(told):
            return datetime.now(UTC) - timedelta(days=int(days[1]))
        moment = datetime.fromisoformat(told)
    except (ValueError, OverflowError) as error:
        raise click.BadParameter(f"{told!r} is no day such as 2026-10-01 and no number of days such as 90d.") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


class _History(click.Group):
    """`history SITE` lists; `history import` and `history prune` are commands, so no site is called like them."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Let a command stand where a site could, and options behind a site."""
        place = next((at for at, argument in enumerate(args) if argument in self.commands), None)
        ctx.allow_interspersed_args = place is None
        return super().parse_args(ctx, args if place is None else [*args[:place], "", *args[place:]])


@click.group("history", cls=_History, invoke_without_command=True, subcommand_metavar="[import RUN... | prune]")
@click.argument("site", required=False, default="")
@click.option("--since", callback=_moment, metavar="DAY", help="Only runs since a day (2026-10-01) or of the last days (90d).")
@click.option("--limit", type=click.IntRange(min=0), default=_USUAL, show_default=True, help="The newest runs of each site; 0: all.")
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="NAME[=PATH]",
    help="Document to write: html, json, terminal (repeatable; default: terminal).",
)
@click.option("--lang", metavar="TAG", help="Language of the documents, such as de or fr-CA (default: en).")
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), help="Folder for the documents.")
@stack(kept_where, branding, configured)
@click.pass_context
def command(
    context: click.Context,
    /,
    site: str,
    since: datetime | None,
    limit: int,
    output: Path | None,
    config_file: Path | None,
    formats: tuple[str, ...],
    **flags: Any,
) -> int:
    """List past runs of SITE, an address or a host: scores, changes, the release gate, problems, and trends.

    Without SITE all sites. It informs: the exit code is 0 whatever changed.
    """
    if context.invoked_subcommand is not None:
        before_the_command(context, *_WHERE)
        return 0
    from auditor.history.store import Wanted
    from auditor.history.telling import PLAIN, tell_history

    config = resolve(config_file, formats=formats or ("terminal",), **flags)
    names = {name.partition("=")[0] for name in config.settings.formats}
    wanted = Wanted(site, since, limit or None, details=not names <= PLAIN)
    stem = (output or Path("audit-results") / f"history-{datetime.now():%Y%m%d-%H%M%S}") / "history"
    with _open(config) as store:
        for path in tell_history(store, wanted, config.settings, stem, partial(click.echo, nl=False, color=True)):
            click.echo(path)
    return 0


@command.command("import")
@click.argument("runs", metavar="RUN...", nargs=-1, required=True)
@click.option("--label", default="", metavar="TEXT", help="Remember the runs by this.")
@stack(kept_where, configured)
@click.pass_context
def import_(context: click.Context, /, runs: tuple[str, ...], label: str, config_file: Path | None, history: str | None) -> int:
    """Take old runs into the history: run folders, folders of such, result files, or patterns of them.

    A run that is stored already is not stored twice; one that was judged anew since takes the place of what was stored.
    """
    from auditor.history.importing import import_runs

    history, config_file = _where(context)
    with _open(resolve(config_file, history=history, label=label or None)) as store:
        done = import_runs(runs, store, label=label)
    for problem in done.problems:
        click.echo(f"auditor: {problem}", err=True)
    added, renewed, known = (done.counts[name] for name in ("added", "renewed", "known"))
    click.echo(f"{added} added, {renewed} judged anew, {known} known already")
    return ExitCode.USAGE if done.problems else ExitCode.PASSED


@command.command()
@click.option("--keep", type=click.IntRange(min=1), metavar="N", help="Keep the newest N runs of each site.")
@click.option("--older-than", callback=_moment, metavar="DAY", help="Delete what began before a day (2026-10-01) or days ago (365d).")
@click.option("--site", default="", help="Only the runs of this site, an address or a host.")
@click.option("--dry-run", is_flag=True, help="Say how many it would be, and delete none.")
@stack(kept_where, configured)
@click.pass_context
def prune(
    context: click.Context,
    /,
    keep: int | None,
    older_than: datetime | None,
    site: str,
    dry_run: bool,
    config_file: Path | None,
    history: str | None,
) -> int:
    """Delete old runs from the history; run folders stay."""
    if keep is None and older_than is None:
        raise click.UsageError("Say which runs: --keep N or --older-than DAY.")
    history, config_file = _where(context)
    with _open(resolve(config_file, history=history)) as store:
        count = store.prune(keep=keep, before=older_than, site=site, pretend=dry_run)
    click.echo(f"{count} would be deleted" if dry_run else f"{count} deleted")
    return 0


@contextmanager
def _open(config: Config) -> Iterator[Store]:
    from auditor.history.place import place_of

    place = place_of(config.settings.history.url)
    if place is None:
        raise click.UsageError("The history is switched off (history.url is off). Name one with --history.")
    from auditor.history.store import kept_at

    with kept_at(place) as store:
        yield store


def _where(context: click.Context) -> tuple[str | None, Path | None]:
    """Return --history and --config, wherever they stand; behind the command they are nearer."""
    before = context.parent.params if context.parent else {}
    history, config_file = (context.params[name] or before.get(name) for name in _WHERE)
    return history, config_file
