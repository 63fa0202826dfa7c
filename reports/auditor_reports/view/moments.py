"""Moments for programs: in UTC, by ISO 8601."""

from __future__ import annotations

from datetime import UTC, datetime


def utc(moment: str) -> str:
    """Return a moment to the second without its zone, such as 2026-11-24T10:00:00; "" for what is none."""
    try:
        return datetime.fromisoformat(moment).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")
    except (ValueError, OverflowError):
        return ""
