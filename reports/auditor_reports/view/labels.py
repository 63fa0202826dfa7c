"""What stands before a text, written as each language puts the colon."""

from __future__ import annotations

from auditor_reports.view.voice import tell


def labelled(label: str, text: str) -> str:
    """Return a text with its label before it."""
    return tell("{label}: {text}", label=label, text=text)
