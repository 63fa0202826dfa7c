"""Tells whether a finding of today is the same as one of yesterday."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import urlsplit

from auditor.model.outcome import Finding
from auditor.model.verdict import Verdict

_NUMBERS = re.compile(r"\d+(?:[.,]\d+)*")


def fingerprint(verdict: Verdict, finding: Finding, page_url: str) -> str:
    """Return 16 hex digits over check, stage, path, selector and key; device and measured numbers do not count."""
    path = urlsplit(finding.url or page_url).path
    key = finding.key or _NUMBERS.sub("#", finding.message)
    parts = (verdict.check.id, verdict.stage.value if verdict.stage else "", path, finding.selector, key)
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def fingerprint_of_check(check: str, stage: str | None) -> str:
    """Return the fingerprint of a failure that names no finding: it stands for itself at its stage."""
    return hashlib.sha256("\x1f".join((check, stage or "", "")).encode()).hexdigest()[:16]
