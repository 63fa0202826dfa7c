"""Options that several commands share."""

from __future__ import annotations

import difflib
import functools
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from auditor.cli import names
from auditor.cli.telling import telling
from auditor.config.history import OFF
from auditor.config.lighthouse import USUAL
from auditor.config.load import Config, load_config
from auditor.model.stage import Stage

_F = Callable[..., Any]


def loose_checks(function: _F) -> _F:
    """Add --checks."""
    return click.option(
        "--checks",
        multiple=True,
        type=click.Path(path_type=Path),
        metavar="DIR",
        help="Folder with checks of your own, one Python file each (repeatable).",
    )(function)


def selection(function: _F) -> _F:
    """Add --only, --skip and --checks."""
    named = functools.partial(click.option, multiple=True, metavar="NAME", shell_complete=names.selectable)
    for option in (
        loose_checks,
        named("--skip", help="Leave out a check, category or stage (repeatable)."),
        named("--only", help="Run only a check, category or stage (repeatable)."),
    ):
        function = option(function)
    return function


def gating(function: _F) -> _F:
    """Add the options of the gate."""
    for option in (
        click.option("--exit-zero", is_flag=True, default=None, help="Exit with 0 although the gate failed."),
        click.option(
            "--fail-on",
            type=click.Choice(["none", "minor", "major", "critical"]),
            help="Fail on failed checks of this severity and above (default: critical).",
        ),
        click.option("--min-score", type=click.IntRange(0, 100), help="Fail below this total score."),
        click.option("--max-new", type=click.IntRange(0), help="Fail on more findings than this that the baseline does not know."),
        click.option(
            "--baseline",
            type=click.Path(path_type=Path, dir_okay=False),
            help="File of known findings that `auditor baseline` wrote: failed checks count only where they are new.",
        ),
    ):
        function = option(function)
    return function


def judging(function: _F) -> _F:
    """Add the options that say how to judge."""
    for option in (
        click.option(
            "--survey",
            type=click.Path(path_type=Path, dir_okay=False),
            help="CSV file with customers' answers to show beside the audit; [survey] says which column is what.",
        ),
        click.option(
            "--jurisdiction",
            multiple=True,
            type=click.Choice(["eu", "uk", "us"]),
            help="Judge the rules of this law too, as indications (repeatable; default: that of --country).",
        ),
        click.option(
            "--profile",
            type=click.Choice(["balanced", "checkout", "legal-eu", "accessibility"]),
            help="What the categories weigh in the score (default: balanced).",
        ),
    ):
        function = option(function)
    return function


def configured(function: _F) -> _F:
    """Add --config."""
    return click.option(
        "--config",
        "config_file",
        type=click.Path(path_type=Path, dir_okay=False),
        help="Configuration file (default: auditor.toml or [tool.auditor] in pyproject.toml).",
    )(function)


def browsing(function: _F) -> _F:
    """Add the options that say how to visit the shop."""
    for option in (
        click.option(
            "--lighthouse",
            is_flag=False,
            flag_value=",".join(USUAL),
            callback=lambda _context, _option, value: None if value is None else _stages(value),
            metavar="[STAGES]",
            help="Measure pages with Lighthouse CI after the journeys: --lighthouse for home, category, product, cart and checkout, "
            "--lighthouse=cart,checkout for some, --lighthouse=none for none.",
        ),
        click.option("--max-seconds", type=click.FloatRange(min=1), help="Hard limit for recording all devices (default: 600)."),
        click.option("--proxy", metavar="URL", help="Proxy server for the browser."),
        click.option(
            "--basic-auth", is_flag=True, default=None, help="Log in with the user:password of the environment variable AUDITOR_BASIC_AUTH."
        ),
        click.option(
            "--storage-state",
            type=click.Path(path_type=Path, exists=True, dir_okay=False),
            help="Start with a Playwright storage state (cookies, logins).",
        ),
        click.option(
            "--header", "header", multiple=True, metavar="NAME:VALUE", help="Send an extra HTTP header with every request (repeatable)."
        ),
        click.option("--headed", is_flag=True, default=None, help="Show the browser window."),
        click.option(
            "--browser",
            type=click.Choice(["chromium", "chrome", "msedge", "firefox", "webkit"]),
            help="Browser to drive (default: chromium).",
        ),
        click.option("--throttle", type=click.Choice(["none", "slow-4g", "fast-4g"]), help="Network and processor of a slower device."),
        click.option("--runs", type=click.IntRange(1, 15), help="Page loads per timing; the median counts (default: 1)."),
        click.option("--no-platform-hints", is_flag=True, default=None, help="Do not let knowledge of shop systems nudge the ranking."),
        click.option("--no-probes", is_flag=True, default=None, help="Do not try active probes, such as sending a form empty."),
        click.option("--geolocation", metavar="LAT,LON", help="Where the browser says it is, in degrees."),
        click.option("--hooks", metavar="FILE", help="Python file with step hooks, see docs/journeys.md."),
        click.option("--search", metavar="TERM", help="Term to search for (default: the name of a product seen in a list)."),
        click.option("--product", metavar="ADDRESS-OR-NAME", help="Product to buy (default: an ordinary one of a list)."),
        click.option("--email", metavar="ADDRESS", help="The test shopper's e-mail address."),
        click.option("--locale", metavar="TAG", help="Language the browser asks for, such as de-DE."),
        click.option("--country", metavar="CODE", help="Country of the test shopper, such as DE (default: the shop's own)."),
        click.option(
            "--device",
            "devices",
            multiple=True,
            metavar="NAME",
            shell_complete=names.devices,
            help='desktop, mobile or a Playwright device such as "Pixel 7" (repeatable; default: desktop and mobile).',
        ),
    ):
        function = option(function)
    return function


def branding(function: _F) -> _F:
    """Add the options that say whose report it is, and on which paper."""
    for option in (
        click.option(
            "--brand",
            type=click.Path(path_type=Path, dir_okay=False),
            metavar="FILE",
            help="TOML file whose table [brand] says whose report it is, in place of the configured one.",
        ),
        click.option("--paper", type=click.Choice(["A4", "Letter"], case_sensitive=False), help="Paper of the PDF (default: A4)."),
    ):
        function = option(function)
    return function


def rendering(function: _F) -> _F:
    """Add the options that say which reports to write, and how."""
    for option in (
        branding,
        click.option(
            "--lang",
            metavar="TAG",
            shell_complete=names.languages,
            help="Language of the reports by its tag, such as de, es or fr-CH (default: en).",
        ),
        click.option(
            "--format",
            "formats",
            multiple=True,
            metavar="NAME[=PATH]",
            shell_complete=names.formats,
            help="Report to write (repeatable; default: html, json and terminal).",
        ),
    ):
        function = option(function)
    return function


def remembering(function: _F) -> _F:
    """Add the options that say where a run is remembered."""
    for option in (
        click.option("--label", metavar="TEXT", help="Remember the run by this, such as a release."),
        click.option("--no-history", is_flag=True, default=None, help="Do not store the run in the history."),
        kept_where,
    ):
        function = option(function)
    return function


def kept_where(function: _F) -> _F:
    """Add --history."""
    return click.option(
        "--history",
        metavar="FILE-OR-URL",
        help="History of past runs: a SQLite file or postgresql://host/name (default: a file of yours).",
    )(function)


def rendering_several(function: _F) -> _F:
    """Add the options of documents that are made of several audits."""
    for option in (
        branding,
        click.option("--lang", metavar="TAG", help="Language of the documents, such as de or fr-CA (default: en)."),
        click.option(
            "--format",
            "formats",
            multiple=True,
            metavar="NAME[=PATH]",
            help="Document to write: html, pdf, json, markdown, terminal (repeatable; default: html and terminal).",
        ),
        click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), help="Folder for the documents."),
    ):
        function = option(function)
    return function


def reporting(function: _F) -> _F:
    """Add the options of the output."""
    for option in (
        telling,
        rendering,
    ):
        function = option(function)
    return function


def resolve(config_file: Path | None, recorded: Mapping[str, Any] | None = None, **flags: Any) -> Config:
    """Turn command-line flags into the resolved configuration; `recorded` are settings of the run that is judged again."""
    headers = flags.pop("header", None)
    if headers:
        flags["headers"] = dict(_header(line) for line in headers)
    if flags.pop("no_probes", None):
        flags["probes"] = False
    if flags.pop("no_platform_hints", None):
        flags["platform_hints"] = False
    if flags.pop("basic_auth", None):
        import os

        if not os.environ.get("AUDITOR_BASIC_AUTH"):
            raise click.UsageError("--basic-auth takes user and password from AUDITOR_BASIC_AUTH, which is not set.")
    hints = {key: value for key in ("product", "search", "hooks", "geolocation") if (value := flags.pop(key, None)) is not None}
    gate = {key: value for key in ("fail_on", "min_score", "max_new", "baseline") if (value := flags.pop(key, None)) is not None}
    history, label = flags.pop("history", None), flags.pop("label", None)
    if flags.pop("no_history", None):
        history = OFF
    survey, paper, brand, lighthouse = (flags.pop(name, None) for name in ("survey", "paper", "brand", "lighthouse"))
    given = {key: (list(value) or None) if isinstance(value, tuple) else value for key, value in flags.items()}
    given["journey"] = hints or None
    given["gate"] = gate or None
    given["survey"] = {"file": survey} if survey is not None else None
    given["lighthouse"] = {"stages": lighthouse} if lighthouse is not None else None
    given["report"] = {"paper": paper} if paper is not None else None
    given["history"] = {key: value for key, value in (("url", history), ("label", label)) if value is not None} or None
    return load_config(given, file=config_file, recorded=recorded, brand=brand)


def before_the_command(context: click.Context, *counting: str) -> None:
    """Refuse options of a group that stand before one of its commands and mean nothing to it; `counting` are those that do."""
    for option in context.command.params:
        if option.name is None or option.name in counting or not isinstance(option, click.Option):
            continue
        if context.get_parameter_source(option.name) is ParameterSource.COMMANDLINE:
            name = context.invoked_subcommand
            raise click.UsageError(f"{option.opts[0]} says nothing before {name}. Its options: `{context.command_path} {name} --help`.")


def _stages(text: str) -> list[str]:
    """Read the value of --lighthouse, which takes the word after it for its value."""
    names = [name.strip() for name in text.split(",") if name.strip() and text != "none"]
    unknown = next((name for name in names if name not in list(Stage)), None)
    if unknown is not None:
        near = difflib.get_close_matches(unknown, list(Stage), 1)
        hint = f"Did you mean {near[0]}?" if near else f"Known: {', '.join(Stage)}."
        after = " Write --lighthouse after the address, or --lighthouse=cart,checkout." if "." in unknown or ":" in unknown else ""
        raise click.BadParameter(f"There is no stage {unknown!r}. {hint}{after}", param_hint="--lighthouse")
    return names


def _header(line: str) -> tuple[str, str]:
    name, separator, value = line.partition(":")
    if not separator or not name.strip():
        raise click.BadParameter(f"{line!r} is no header; write NAME:VALUE.", param_hint="--header")
    return name.strip(), value.strip()


def stack(*decorators: Callable[[_F], _F]) -> Callable[[_F], _F]:
    """Apply several option groups as one decorator."""
    return lambda function: functools.reduce(lambda f, decorate: decorate(f), decorators, function)
