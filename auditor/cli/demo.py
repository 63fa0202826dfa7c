"""`auditor demo`: serves the embedded shop, audits it, says where the report is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from auditor.audit import load_result
from auditor.cli.events_file import STDOUT
from auditor.cli.options import browsing, configured, gating, judging, reporting, resolve, selection, stack
from auditor.cli.run import run_audit
from auditor.cli.telling import keep_stdout_for_events, told
from auditor.config.load import Config
from auditor.config.weighing import jurisdictions_of
from auditor.words.catalogue import voice_for
from auditor.words.message import say


@click.command("demo")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=Path("audit-results") / "demo", show_default=True, help="Run folder."
)
@click.option("--shape", default="", metavar="KEY=VALUE,...", help="Shape of the shop, such as cart=drawer,lang=de.")
@click.option("--flaws", default="", metavar="ID,...", help="Flaws to plant, by id.")
@stack(reporting, gating, judging, browsing, selection, configured)
def command(
    output: Path, shape: str, flaws: str, config_file: Path | None, quiet: bool, verbose: int, events_to: str | None, **flags: Any
) -> int:
    """Audit the embedded shop on this machine: nothing leaves it."""
    from auditor.demo.flaws import FLAWS
    from auditor.demo.server import serve
    from auditor.demo.shape import Shape

    config = _at_home(resolve(config_file, **flags))
    wanted = [part.strip() for part in flaws.split(",") if part.strip()]
    unknown = [flaw for flaw in wanted if flaw not in FLAWS]
    if unknown:
        raise click.BadParameter(f"There is no flaw {unknown[0]!r}. See `auditor shop --list-flaws`.", param_hint="--flaws")
    try:
        chosen = Shape.parse(shape)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--shape") from error
    keep_stdout_for_events(events_to, config.settings.formats)
    with serve(chosen, wanted) as running, told(quiet=quiet, verbose=verbose, events_to=events_to) as events:
        code, written = run_audit(running.url, output, config, events)
    if events_to == STDOUT:
        return code
    for line in told_at_the_end(load_result(output).score.total, written):
        click.echo(voice_for(config.settings.lang).say(line))
    return code


def told_at_the_end(total: int | None, written: Sequence[Path]) -> Iterator[str]:
    """Yield what a reader wants to know last: the score, and where the reports are."""
    yield ""
    yield say("Score: none") if total is None else say("Score: {total} of 100", total=total)
    yield from (say("Report: {file}", file=str(report.resolve())) for report in written)


def _at_home(config: Config) -> Config:
    """Judge the embedded shop under the law of the European Union, where it sells, unless another one was named."""
    if jurisdictions_of(config.settings):
        return config
    return replace(config, settings=config.settings.model_copy(update={"jurisdiction": ["eu"]}))
