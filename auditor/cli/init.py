"""`auditor init`: writes a first auditor.toml."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from auditor.audit import checked_url
from auditor.browser.devices import check_devices
from auditor.cli import names
from auditor.cli.showing import on_one_line
from auditor.config.load import PYPROJECT, configures, load_config
from auditor.config.settings_file import FILE
from auditor.config.starting import starting_file
from auditor.errors import ConfigError
from auditor.words.catalogue import voice_for
from auditor.writing import write_atomically

_FAIL_ON = ["none", "minor", "major", "critical"]


@click.command("init")
@click.argument("url", required=False)
@click.option("--url", "url_option", metavar="URL", help="Address of the shop, as the argument.")
@click.option("--device", "devices", multiple=True, metavar="NAME", shell_complete=names.devices, help="Device to send (repeatable).")
@click.option("--country", metavar="CODE", help="Country of the test shopper, such as DE.")
@click.option("--lang", metavar="TAG", shell_complete=names.languages, help="Language of the reports, such as de.")
@click.option("--min-score", type=click.IntRange(0, 100), help="Fail below this total score.")
@click.option("--fail-on", type=click.Choice(_FAIL_ON), help="Fail on failed checks of this severity and above.")
@click.option("--must-reach", metavar="STAGE", help="Stage that every device has to reach, such as payment.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), default=Path(FILE), show_default=True, help="File to write."
)
@click.option("--force", is_flag=True, help="Overwrite a file that is there.")
@click.option("-y", "--yes", is_flag=True, help="Ask nothing.")
def command(url: str | None, url_option: str | None, output: Path, *, force: bool, yes: bool, **flags: Any) -> int:
    """Write a commented auditor.toml for the shop at URL; on a terminal it asks for what no flag told."""
    if url and url_option and url != url_option:
        raise click.UsageError("The address was given twice, and not the same.")
    _refuse_to_shadow(output, force=force)
    site = url or url_option or ""
    if not yes and somebody_sits_there():
        site = site or _ask("Address of the shop", "")
        flags = _asked(flags)
    if site:
        site = on_one_line(checked_url(site))
    answers = _answers(**flags)
    output.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(output, starting_file(answers, site))
    click.echo(output)
    click.echo(f"Next: auditor run {site or 'URL'}", err=True)
    return 0


def somebody_sits_there() -> bool:
    """Whether questions can be asked and answered."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def _refuse_to_shadow(output: Path, *, force: bool) -> None:
    """Refuse to overwrite a file, or to write one that would take the place of another one's settings."""
    if force:
        return
    if output.exists():
        raise ConfigError(f"{output} is there already. Use --force to overwrite it, or --output for another file.")
    project = output.parent / PYPROJECT
    if output.name == FILE and configures(project):
        raise ConfigError(f"{project} holds [tool.auditor], which {output} would replace as a whole. Use --force if that is meant.")


def _asked(flags: dict[str, Any]) -> dict[str, Any]:
    """Ask for what no flag told; an empty answer leaves the default."""
    told = {key: value for key, value in flags.items() if value not in (None, ())}
    questions: Sequence[tuple[str, str, str, Any]] = (
        ("country", "Country of the test shopper, such as DE (empty: the shop's own)", "", None),
        ("lang", "Language of the reports", "en", None),
        ("fail_on", "Fail a release on failed checks of this severity and above", "critical", click.Choice(_FAIL_ON)),
        ("min_score", "Fail a release below this score, from 0 to 100 (empty: no such rule)", "", None),
    )
    for key, text, default, kind in questions:
        if key not in told and (answer := _ask(text, default, kind)) != default:
            told[key] = answer
    return told


def _ask(text: str, default: str, kind: Any = None) -> str:
    return str(click.prompt(text, default=default, show_default=bool(default), type=kind, err=True)).strip()


def _answers(**flags: Any) -> dict[str, Any]:
    """Return the answers by the dotted names of their settings; raises `ConfigError` for one that is no value of its setting."""
    given = {key: list(value) if isinstance(value, tuple) else value for key, value in flags.items() if value not in (None, ())}
    if isinstance(score := given.get("min_score"), str):
        try:
            given["min_score"] = int(score)
        except ValueError:
            raise ConfigError(f"{score!r} is no score from 0 to 100.") from None
    gate = {key: given.pop(key) for key in ("fail_on", "min_score", "must_reach") if key in given}
    config = load_config({**given, "gate": gate or None}, alone=True)
    voice_for(config.settings.lang)
    check_devices(config.settings.devices)
    told = config.public()
    return {**{key: told[key] for key in given}, **{f"gate.{key}": told["gate"][key] for key in gate}}
