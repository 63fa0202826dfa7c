"""Makes the documents of a history."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from auditor import __version__
from auditor.brand.reading import read_brand
from auditor.config.settings import Settings
from auditor.errors import UsageError
from auditor.history.model import History
from auditor.history.reporting import HistoryInput
from auditor.history.store import Store, Wanted
from auditor.plugins.discovery import load_catalogue
from auditor.plugins.renderers import load_history_renderer
from auditor.publishing import publish
from auditor.result.model import Tool
from auditor.words.catalogue import voice_for

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAME = "storefront-auditor"
PLAIN = {"terminal"}
"""The formats that tell neither measures nor evidence, so that neither they nor the checks have to be loaded."""


def tell_history(store: Store, wanted: Wanted, settings: Settings, stem: Path, show: Callable[[str], None]) -> list[Path]:
    """Write the documents the settings ask for and return their files.

    Raises `UsageError` for a site that is not in the history, `PluginError` for an unknown format, `ReportError` when a document
    cannot be made or written.
    """
    renderers = {name: load_history_renderer(name) for name in (asked.partition("=")[0] for asked in settings.formats)}
    checks = {check.id: check for check in load_catalogue(settings.checks).checks} if wanted.details else {}
    voice = voice_for(settings.lang, {}, sorted({check.judge.__module__.partition(".")[0] for check in checks.values()}))
    brand = read_brand(settings.brand)
    sites = store.read(wanted)
    if wanted.site and not sites:
        _demand_known(wanted.site, store.names())
    history = History(tool=Tool(name=_NAME, version=__version__), sites=sites)
    report = HistoryInput(history, checks, voice, brand, settings.report.paper)
    documents = {name: (renderer.suffix, partial(renderer.render, report)) for name, renderer in renderers.items()}
    return publish(settings.formats, documents, stem, show)


def _demand_known(site: str, names: Sequence[tuple[str, str]]) -> None:
    """Name the closest of the known sites for one that is not among them; one without runs since a moment is."""
    hosts = sorted({host for _, host in names})
    if site.lower() in hosts or site.rstrip("/") in {name for name, _ in names}:
        return
    near = difflib.get_close_matches(site.rpartition("://")[2], hosts, 1)
    hint = f" Did you mean {near[0]}?" if near else f" Known: {', '.join(hosts[:10])}." if hosts else " It is empty."
    raise UsageError(f"The history knows no site {site!r}.{hint}")
