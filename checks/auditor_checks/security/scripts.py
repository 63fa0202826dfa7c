"""The scripts of a page's own document; what embedded pages load is theirs."""

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from urllib.parse import urljoin

from auditor.api import PageRecord
from auditor_checks.hosts import host_of, same_site, stands_under

_DATA = tomllib.loads((files("auditor_checks.security") / "scripts.toml").read_text(encoding="utf-8"))
PAYMENT_DOMAINS = frozenset(_DATA["payment"])
PLATFORM_DOMAINS = frozenset(_DATA["platforms"])
LIBRARY_DOMAINS = frozenset(_DATA["libraries"])


@dataclass(frozen=True, slots=True)
class Script:
    """A script that the document loads: its address, and whether the browser checks its content (integrity)."""

    url: str
    checked: bool

    @property
    def host(self) -> str:
        """Host it comes from."""
        return host_of(self.url)


def scripts_of(page: PageRecord) -> list[Script]:
    """Return the scripts with an address of their own, each once, in document order."""
    found = [
        Script(urljoin(page.url, str(tag["src"])), bool(tag.get("integrity")))
        for tag in page.soup.select("script[src]")
        if str(tag.get("type", "")).lower() in {"", "module", "text/javascript", "application/javascript"}
    ]
    return list({script.url: script for script in found}.values())


def foreign_scripts(page: PageRecord) -> list[Script]:
    """Return the scripts of others: neither the shop's own, nor its shop system's, nor a payment provider's."""
    known = PAYMENT_DOMAINS | PLATFORM_DOMAINS
    own = host_of(page.url)
    return [s for s in scripts_of(page) if s.host and not same_site(s.host, own) and not stands_under(s.host, known)]
