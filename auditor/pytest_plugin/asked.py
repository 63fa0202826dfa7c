"""What the command line asks for, and the settings, checks and rules that follow from it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import chdir, nullcontext
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from auditor.config.load import Config
    from auditor.external.lighthouserc import Assertions
    from auditor.gate.rules import GateRules
    from auditor.model.check import Check
    from auditor.plugins.discovery import Catalogue

RESULTS = Path("audit-results") / "pytest"


@dataclass(frozen=True)
class Asked:
    """A shop to audit (`url`) or an audit to judge again (`run`); `root` is the folder whose configuration counts.

    `session` is the same for all workers of one session, and no other.
    """

    url: str
    run: Path | None
    config_file: Path | None
    devices_named: tuple[str, ...]
    only: tuple[str, ...]
    folder: Path
    root: Path
    session: str
    is_worker: bool

    @cached_property
    def config(self) -> Config:
        """The settings as `auditor run` or `auditor judge` would take them."""
        from auditor.audit import terms_of
        from auditor.config.load import load_config

        flags = {"devices": list(self.devices_named) or None, "only": list(self.only) or None}
        return load_config(flags, file=self.config_file, folder=self.root, recorded=terms_of(self.run) if self.run else None)

    @cached_property
    def chosen(self) -> Catalogue:
        """The checks that judge, and plugins that are missing."""
        from auditor.choosing import chosen_checks

        return chosen_checks(self.config)

    @cached_property
    def checks(self) -> dict[str, Check]:
        """The checks that judge, by their ids."""
        return {check.id: check for check in self.chosen.checks}

    @cached_property
    def devices(self) -> list[str]:
        """The devices that walk, or have walked, through the shop."""
        if self.run is None:
            return list(dict.fromkeys(self.config.settings.devices))
        from auditor.record.recording import Recording

        return [journey.journey.device for journey in Recording.load(self.run).journeys]

    @cached_property
    def rules(self) -> GateRules:
        """The rules of the gate."""
        from auditor.config.ruling import rules_of

        return rules_of(self.config.settings, self.devices, self.chosen.broken)

    @cached_property
    def assertions(self) -> Assertions | None:
        """What a lighthouserc demands, None without one: that of the folder, or the one that the recording keeps."""
        if self.run is not None:
            from auditor.record.recording import Recording

            return Recording.load(self.run).lighthouse_assertions
        from auditor.record.lighthouse import demanded

        return demanded(self.config.settings.lighthouse, lambda *_: None)

    def verify(self) -> None:
        """Refuse what cannot be used before a test is collected; raises `UsageError` of pytest."""
        from auditor.errors import AuditorError

        try:
            with chdir(self.root) if self.run is None else nullcontext():  # where the audit runs
                self._verify()
        except AuditorError as error:
            raise pytest.UsageError(str(error)) from error

    def _verify(self) -> None:
        """Do what `auditor run` or `auditor judge` does first; raises `AuditorError`."""
        from auditor.audit import checked_url, read_survey

        if self.run is None:
            checked_url(self.url)
        if not self.checks:
            raise pytest.UsageError("No check is left after --shop-only and the configuration, so there would be nothing to judge.")
        _ = self.rules, self.assertions
        if self.run is not None:
            read_survey(self.config)
        elif not self.is_worker:  # else its session did
            self._prepare()

    def _prepare(self) -> None:
        """Do all that an audit does before it visits the shop, and leave nothing of it; raises `AuditorError`."""
        from auditor.audit import checked_url, verify_folder
        from auditor.browser.devices import check_devices
        from auditor.cli.preparing import prepared
        from auditor.record.instructions import instructions

        verify_folder(self.folder, "--shop-audit-dir")
        prepared(self.config)
        instructions(checked_url(self.url), self.config.settings, lambda *_: None)
        with ThreadPoolExecutor(1) as thread:  # Playwright is asked, which may not be where an event loop runs
            thread.submit(check_devices, self.config.settings.devices).result()


def asked_of(config: pytest.Config, session: str) -> Asked | None:
    """Return what the options ask for, None without a shop."""
    url, run = config.getoption("shop_url"), config.getoption("shop_run")
    if url and run:
        raise pytest.UsageError("--shop-url audits a shop, --shop-run judges an earlier audit: give one of them.")
    if not url and not run:
        return None
    here = config.invocation_params.dir
    file, folder = config.getoption("shop_config"), config.getoption("shop_audit_dir")
    return Asked(
        url=url or "",
        run=here / run if run else None,
        config_file=here / file if file else None,
        devices_named=tuple(config.getoption("shop_device")),
        only=tuple(config.getoption("shop_only")),
        folder=here / folder if folder else config.rootpath / RESULTS,
        root=config.rootpath,
        session=session,
        is_worker=hasattr(config, "workerinput"),
    )
