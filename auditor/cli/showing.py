"""Output of commands whose exit code is a judgement: who stops reading early must not turn it into a pass."""

from __future__ import annotations

import os
import sys

import click


def shown_whole(text: str) -> None:
    """Print a text. Where nobody reads on (`auditor run … | head`), the rest goes nowhere, and the command still ends as it should."""
    try:
        click.echo(text, nl=False, color=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
