"""What the shops are called: short, and never two alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlsplit

from auditor.result.model import Result


def labels_of(results: Sequence[Result]) -> list[str]:
    """Name each shop by its host; with its path or its day where that is needed, numbered where all of it is equal."""
    hosts = [_host(result.site) for result in results]
    sites = [_site(result.site) for result in results]
    named = [
        site if len({s for s, h in zip(sites, hosts, strict=True) if h == host}) > 1 else host
        for site, host in zip(sites, hosts, strict=True)
    ]
    labels = _told_apart(named, [result.started_at[:10] for result in results])
    return _numbered(labels)


def _told_apart(labels: Sequence[str], days: Sequence[str]) -> list[str]:
    count = Counter(labels)
    return [f"{label} ({day})" if count[label] > 1 and day else label for label, day in zip(labels, days, strict=True)]


def _numbered(labels: Sequence[str]) -> list[str]:
    count, met = Counter(labels), Counter[str]()
    found = []
    for label in labels:
        met[label] += 1
        found.append(f"{label} #{met[label]}" if count[label] > 1 else label)
    return found


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc.rpartition("@")[2].removeprefix("www.") or address
    except ValueError:
        return address


def _site(address: str) -> str:
    try:
        path = urlsplit(address).path.rstrip("/")
    except ValueError:
        return address
    return f"{_host(address)}{path}"
