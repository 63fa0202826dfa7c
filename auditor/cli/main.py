"""`auditor`: dispatches to the commands, turns errors into one clear message and the right exit code."""

from __future__ import annotations

import gc
import importlib
import sys
import traceback
from collections.abc import Sequence
from typing import Any

import click

from auditor import __version__
from auditor.cli.unread import outlast_readers
from auditor.errors import AuditorError, ExitCode

# command -> module that holds it, imported only when it is asked for
_COMMANDS = {
    "init": "auditor.cli.init",
    "run": "auditor.cli.run",
    "demo": "auditor.cli.demo",
    "record": "auditor.cli.record",
    "judge": "auditor.cli.judge",
    "baseline": "auditor.cli.baseline",
    "report": "auditor.cli.report",
    "compare": "auditor.cli.compare",
    "benchmark": "auditor.cli.benchmark",
    "history": "auditor.cli.history",
    "checks": "auditor.cli.checks",
    "check": "auditor.cli.check",
    "doctor": "auditor.cli.doctor",
    "config": "auditor.cli.config",
    "schema": "auditor.cli.schema",
    "shop": "auditor.cli.shop",
    "completion": "auditor.cli.completion",
}

# What is read and judged stays until the end: looking for cycles as often as Python does costs a sixth of the time.
_OBJECTS = 100_000


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        module = _COMMANDS.get(cmd_name)
        if module is None:
            return None
        command: click.Command = importlib.import_module(module).command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command. What ends Python from within is a fault: a plugin names any exit code, and click 1 for a pipe that broke."""
        try:
            return super().invoke(ctx)
        except (SystemExit, BrokenPipeError) as error:
            raise RuntimeError("The command was ended from within.") from error


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="auditor")
def cli() -> None:
    """Audit a shop from its address to its payment step, as a desktop and a mobile shopper. Never places an order."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit.

    Exit codes: 0 passed, 1 the gate failed, 2 interrupted, 3 not completed, 4 usage, 5 nothing was judged.
    """
    gc.set_threshold(_OBJECTS)
    outlast_readers()
    sys.exit(run_command(arguments))


def run_command(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; errors go to stderr, never as a traceback."""
    try:
        result = cli.main(args=list(arguments) if arguments is not None else None, prog_name="auditor", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return ExitCode.USAGE
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted.", err=True)
        return ExitCode.INTERRUPTED
    except AuditorError as error:
        click.echo(f"auditor: {error}", err=True)
        return int(error.exit_code)
    except OSError as error:  # a full disk, a folder that may not be written
        click.echo(f"auditor: {error.filename or type(error).__name__}: {error.strerror or error}.", err=True)
        return ExitCode.NOT_COMPLETED
    except Exception:  # noqa: BLE001 - Python's own exit code would be 1, which says that the shop failed
        traceback.print_exc()
        click.echo("auditor: this is a fault of the auditor, not of the shop. Please report it with the lines above.", err=True)
        return ExitCode.NOT_COMPLETED
    return int(result) if isinstance(result, int) else ExitCode.PASSED


if __name__ == "__main__":
    main()
