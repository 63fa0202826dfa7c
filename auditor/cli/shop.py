"""`auditor shop`: serves the embedded shop alone."""

from __future__ import annotations

import signal
import threading

import click

from auditor.demo.flaws import FLAWS
from auditor.demo.server import serve
from auditor.demo.shape import Shape


@click.command("shop")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Port on 127.0.0.1 (default: a free one).")
@click.option("--shape", default="", metavar="KEY=VALUE,...", help="Shape of the shop, such as cart=drawer,lang=de.")
@click.option("--flaws", default="", metavar="ID,...", help="Flaws to plant, by id.")
@click.option("--list-flaws", is_flag=True, help="List the flaws that can be planted, and stop.")
def command(port: int, shape: str, flaws: str, list_flaws: bool) -> int:
    """Serve the embedded shop on 127.0.0.1 until Ctrl-C."""
    if list_flaws:
        for flaw in FLAWS.values():
            click.echo(f"{flaw.id:<40} {flaw.summary}")
        return 0
    wanted = [part.strip() for part in flaws.split(",") if part.strip()]
    unknown = [flaw for flaw in wanted if flaw not in FLAWS]
    if unknown:
        raise click.BadParameter(f"There is no flaw {unknown[0]!r}. See --list-flaws.", param_hint="--flaws")
    try:
        chosen = Shape.parse(shape)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--shape") from error
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    with serve(chosen, wanted, port) as running:
        click.echo(running.url)
        stop.wait()
    return 0
