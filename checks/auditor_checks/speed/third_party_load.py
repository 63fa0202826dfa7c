"""speed-third-party-load."""

import tomllib
from collections import Counter
from dataclasses import dataclass
from importlib.resources import files

from auditor.api import (
    Effort,
    Finding,
    JourneyRecord,
    Outcome,
    PageRecord,
    Request,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    not_measurable,
    passed,
    say,
    several,
    warned,
)
from auditor_checks.hosts import host_of, same_site, site_of, stands_under
from auditor_checks.page_links import CHECKOUT_STAGES

_HOSTS = tomllib.loads((files("auditor_checks.speed") / "third_parties.toml").read_text(encoding="utf-8"))
_NEEDED, _TAGS = frozenset(_HOSTS["needed"]), frozenset(_HOSTS["tags"])
_GOOD, _POOR = 300.0, 800.0  # KiB of scripts
_MOST_CALLS = 5  # to hosts of advertising and statistics, per page
_KIBIBYTE = 1024
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class _Load:
    """What third parties bring to a page: KiB of scripts of tags and of all, calls of tags, KiB by domain."""

    page: PageRecord
    tags: int
    everything: int
    calls: int
    by_host: tuple[tuple[str, int], ...]


@journey_check(
    id="speed-third-party-load",
    category="speed",
    title="Third-party code does not slow the checkout",
    failure_title="Third-party code slows the checkout",
    why="The checkout is where a slow page costs most, and every script of somebody else on it can read what is typed there.",
    fix="Take tags, chats, videos and recordings off the checkout's pages, or let them load after everything else; keep "
    "what pays, protects and asks for consent.",
    severity=Severity.MAJOR,
    effort=Effort.S,
    stages=(Stage.CHECKOUT, Stage.ADDRESS, Stage.SHIPPING, Stage.PAYMENT),
    needs=("network",),
    sources=(
        Source(
            "PCI Security Standards Council, PCI DSS 4.0, requirement 6.4.3",
            "https://www.pcisecuritystandards.org/document_library/",
            "scripts on payment pages are inventoried and justified (2022); 300 and 800 KiB are this project's policy",
        ),
    ),
    limits="Fails only for hosts known to advertise, count, record or chat; unknown ones can bring no more than a warning. What the "
    "browser had in its cache is not counted.",
)
def third_party_load(journey: JourneyRecord) -> Outcome:
    """Add up the scripts of other hosts on the checkout's pages, by what the hosts are known for."""
    pages = [page for page in journey.pages if page.stage in CHECKOUT_STAGES]
    if not pages:
        return not_measurable(journey.why_not(Stage.CHECKOUT))
    worst = max((_foreign(page) for page in pages), key=lambda load: (load.tags, load.everything, load.calls))
    findings = [
        Finding(say("{host}: {kilobytes:.0f} KiB of scripts.", host=host, kilobytes=size), url=worst.page.url, key=host)
        for host, size in worst.by_host[:_SHOWN]
    ]
    said = several(
        worst.calls,
        "Other companies bring {kilobytes:.0f} KiB of scripts to the {place} page, the heaviest of the "
        "checkout, and {n} request to advertising, statistics or chats.",
        "Other companies bring {kilobytes:.0f} KiB of scripts to the {place} page, the heaviest of the "
        "checkout, and {n} requests to advertising, statistics or chats.",
        kilobytes=worst.everything,
        place=worst.page.place,
    )
    if not worst.everything and not worst.calls:
        return passed(
            say("Other companies bring no scripts and no tags to the checkout."),
            value=0,
            unit="KiB",
            threshold=say("≤ {good:g} KiB", good=_GOOD),
        )
    value, threshold = round(worst.everything), say("≤ {good:g} KiB", good=_GOOD)
    if worst.tags > _POOR:
        return failed(said, findings=findings, value=value, unit="KiB", threshold=threshold)
    if worst.everything > _GOOD or worst.calls > _MOST_CALLS:
        return warned(said, findings=findings, value=value, unit="KiB", threshold=threshold)
    return passed(said, value=value, unit="KiB", threshold=threshold)


def _foreign(page: PageRecord) -> _Load:
    """What other hosts bring to a page, those left out that a checkout needs."""
    foreign = [r for r in page.network if r.host and not same_site(r.host, host_of(page.url)) and not stands_under(r.host, _NEEDED)]
    sizes: Counter[str] = Counter()
    for request in foreign:
        sizes[site_of(request.host)] += _script_size(request)
    known = [r for r in foreign if stands_under(r.host, _TAGS)]
    return _Load(page, sum(map(_script_size, known)), sum(map(_script_size, foreign)), len(known), tuple(sizes.most_common()))


def _script_size(request: Request) -> int:
    """Size in KiB, rounded."""
    return round(request.bytes / _KIBIBYTE) if request.kind == "script" else 0
