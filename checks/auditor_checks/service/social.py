"""service-social."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from auditor.api import (
    Effort,
    Finding,
    Missing,
    Outcome,
    PageRecord,
    Recording,
    Severity,
    Source,
    failed,
    info,
    passed,
    say,
    shop_check,
    together,
)
from auditor_checks.phrases import Phrases

_WORDS = Phrases("auditor_checks.service", "service_facts.toml")
_NETWORKS, _SHARING = _WORDS.listed("networks"), _WORDS.listed("sharing")
_ENOUGH = 2


@shop_check(
    id="service-social",
    category="service",
    title="Profiles in social networks are linked",
    failure_title="Links to social networks lead to no profile",
    why="Some shoppers ask there, or look whether somebody is at home; a link to a network's front page helps nobody.",
    fix="Link your own profiles in the footer and name them in the structured data (sameAs).",
    severity=Severity.MINOR,
    effort=Effort.XS,
    sources=(
        Source(
            "schema.org, sameAs",
            "https://schema.org/sameAs",
            "how profiles are named for machines; how many are enough is our own rule",
        ),
    ),
    limits="The links' addresses only: networks turn programs away, so whether a profile exists is not looked at. None at all is no "
    "fault; links that lead to no profile are one.",
)
def social(recording: Recording) -> Outcome:
    """Collect links to profiles on known networks from all pages and from sameAs; buttons that share do not count."""
    pages = [page for journey in recording.journeys for page in journey.pages]
    if not pages:
        raise Missing(say("No page of the shop was reached"))
    addresses = list(dict.fromkeys(a for page in pages for a in _addresses(page) if _network(a)))
    profiles = {_network(a) for a in addresses if _is_profile(a)}
    empty = [a for a in addresses if not urlsplit(a).path.strip("/") and not urlsplit(a).query]
    if empty and not profiles:
        message = say("The link to {network} leads to the network's front page instead of a profile.", network=_network(empty[0]))
        return failed(message, findings=[Finding(message, url=pages[0].url, key=a) for a in empty], value=0)
    if len(profiles) >= _ENOUGH:
        said = say("Profiles are linked on {networks}.", networks=together(*sorted(profiles), between=", "))
        return passed(said, value=len(profiles), threshold=f"≥ {_ENOUGH}")
    if profiles:
        return info(say("A profile is linked on {network}.", network=next(iter(profiles))), value=1)
    return info(say("No profile in a social network is linked."), value=0)


def _addresses(page: PageRecord) -> Iterator[str]:
    yield from (c.href for c in page.observation.controls if c.href.startswith("http"))
    for item in page.facts.structured.items:
        same = item.get("sameAs")
        yield from (s for s in (same if isinstance(same, list) else [same]) if isinstance(s, str))


def _network(address: str) -> str:
    host = urlsplit(address).hostname or ""
    return next((n for n in _NETWORKS if host == n or host.endswith(f".{n}")), "")


def _is_profile(address: str) -> bool:
    return bool(urlsplit(address).path.strip("/")) and not any(part in address.casefold() for part in _SHARING)
