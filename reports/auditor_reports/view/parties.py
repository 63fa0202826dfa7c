"""Whose hosts a page's requests went to: the shop's own, or somebody else's."""

from __future__ import annotations

from functools import cache
from ipaddress import ip_address

from publicsuffixlist import PublicSuffixList


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList()


@cache
def party_of(host: str) -> str:
    """Return the registrable domain of a host ("cdn.example.co.uk" gives "example.co.uk"); an IP address stays itself."""
    host = host.lower().rstrip(".")
    try:
        return str(ip_address(host.strip("[]")))
    except ValueError:
        return str(_suffixes().privatesuffix(host) or host)
