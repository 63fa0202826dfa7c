"""What a recording goes by besides plain settings: hints and hooks, assertions, a stored session; read before a browser is started."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.browser.storage_state import check_storage_state
from auditor.journey.overrides import Overrides, overrides_from
from auditor.record.lighthouse import demanded

if TYPE_CHECKING:
    from auditor.config.settings import Settings
    from auditor.external.lighthouserc import Assertions


@dataclass(frozen=True)
class Instructions:
    """What the journey is told, and what Lighthouse's results are held against, if anything."""

    overrides: Overrides
    demanded: Assertions | None = None


def instructions(url: str, settings: Settings, tell: Callable[[str, str], None]) -> Instructions:
    """Read the instructions for a shop; `tell` hears of a file that is passed over.

    Raises `ConfigError` for a file that is not there or not what it should be, and for a login without a password.
    """
    if settings.storage_state is not None:
        check_storage_state(settings.storage_state)
    return Instructions(overrides_from(url, settings), demanded(settings.lighthouse, tell))
