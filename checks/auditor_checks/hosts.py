"""Whose host an address names: the shop's own, this machine's, or somebody else's."""

from functools import cache
from ipaddress import ip_address
from urllib.parse import urlsplit

from publicsuffixlist import PublicSuffixList

_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList()


@cache
def site_of(host: str) -> str:
    """Return the registrable domain of a host ("shop.example.co.uk" gives "example.co.uk"); an IP address stays itself."""
    host = host.lower().rstrip(".")
    try:
        return str(ip_address(host.strip("[]")))
    except ValueError:
        return _suffixes().privatesuffix(host) or host


def host_of(address: str) -> str:
    """Return the host an address names, "" if it names none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""  # such as an unclosed bracket


def same_site(one: str, other: str) -> bool:
    """Whether two hosts belong to the same registrable domain."""
    return site_of(one) == site_of(other)


def is_local(host: str) -> bool:
    """Whether a host is this machine, which browsers trust without encryption."""
    return host in _LOOPBACK or host.endswith(".localhost")


def is_insecure(address: str) -> bool:
    """Whether an address goes over the network without encryption."""
    return address.lower().startswith(("http://", "ws://")) and not is_local(host_of(address))


def stands_under(host: str, domains: frozenset[str]) -> bool:
    """Whether a host is one of the domains or a subdomain of one."""
    return any(host == domain or host.endswith(f".{domain}") for domain in domains)
