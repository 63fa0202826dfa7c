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


def on_one_line(text: str) -> str:
    """Return a text that may hold a shop's words so that it can neither break a line nor steer a terminal."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
