"""The `[history]` table: where past runs are kept, and how many."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

OFF = "off"
_SCHEME = re.compile(r"([a-z][a-z0-9+]*):/", re.IGNORECASE)
_KNOWN = ("sqlite", "postgresql", "postgres", "postgresql+psycopg")
_SECRETS = re.compile(r"^(?P<scheme>[^:/]+://)(?:(?P<login>.*)@)?(?P<server>[^?]*)(?P<options>\?.*)?$", re.DOTALL)
REDACTED = "[redacted]"


def _known(url: str) -> str:
    scheme = _SCHEME.match(url)
    if scheme and scheme[1].lower() not in _KNOWN:
        raise ValueError('must be a file, an address that begins with postgresql://, or "off"')
    return url.strip()


def _line(text: str) -> str:
    if any(not letter.isprintable() for letter in text):
        raise ValueError("must be a single line")
    return text.strip()


class HistorySettings(BaseModel):
    """Where past runs are kept."""

    model_config = ConfigDict(extra="forbid")

    url: Annotated[str, AfterValidator(_known)] = Field(
        default="", description='SQLite file, or an address such as postgresql://host/name; "off": keep none; empty: a file of the user'
    )
    keep: Annotated[int, Field(ge=1)] | None = Field(default=None, description="runs to keep per site, the newest; empty: all")
    label: Annotated[str, AfterValidator(_line), Field(max_length=80)] = Field(
        default="", description="what a run is remembered by, such as a release"
    )


def without_secrets(url: str) -> str:
    """Return where a history is, without user, password and options, any of which may be nobody's business."""
    parts = _SECRETS.match(url)
    if parts is None:
        return url
    login = f"{REDACTED}@" if parts["login"] is not None else ""
    options = f"?{REDACTED}" if parts["options"] else ""
    return f"{parts['scheme']}{login}{parts['server']}{options}"
