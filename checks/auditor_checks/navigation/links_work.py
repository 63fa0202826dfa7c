"""navigation-links-work."""

from collections.abc import Mapping
from typing import Any

from auditor.api import (
    Effort,
    Finding,
    JourneyRecord,
    Outcome,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    not_measurable,
    passed,
    say,
    several,
    together,
    warned,
)
from auditor_checks.phrases import Phrases
from auditor_checks.wording import counted

_WORDS = Phrases("auditor_checks.navigation", "links.toml")
_PROBE = "furniture_links"
_GONE = {404, 410}
_BROKEN = 500
_REFUSED = {401, 403, 407, 429, 503}
_POOR = 0.95
_SHOWN = 10


@journey_check(
    id="navigation-links-work",
    category="navigation",
    title="The links of header and footer work",
    failure_title="Links of header or footer are broken",
    why="A dead link to returns or terms looks as if nobody minded the shop any more.",
    fix="Correct or remove the links listed, and let a link checker run over the shop after each change of its menu.",
    severity=Severity.MAJOR,
    effort=Effort.XS,
    stages=(Stage.HOME,),
    devices="desktop",
    probes=(_PROBE,),
    sources=(
        Source(
            "IETF, RFC 9110, HTTP semantics, client error 4xx",
            "https://www.rfc-editor.org/rfc/rfc9110#name-client-error-4xx",
            "404 and 410 say that there is nothing (2022); 95 % is this project's policy",
        ),
    ),
    limits="At most 40 links of the home page's header and footer, asked once without opening them. What the shop refuses to "
    "answer is left out, and so are links that log in or put something into the cart. Up to one in twenty only warns, unless it leads to "
    "terms, returns, payment, disposal or the like.",
)
def links_work(journey: JourneyRecord) -> Outcome:
    """Read the answers to the links of header and footer."""
    found = journey.probe(_PROBE)
    links = [link for link in found["links"] if link["status"] and link["status"] not in _REFUSED]
    if not links or len(links) * 2 < len(found["links"]):
        return not_measurable(
            say("The shop answered too few of its own links in time; it may be slow just now, or protected against programs.")
        )
    dead = [link for link in links if link["status"] in _GONE or link["status"] >= _BROKEN]
    share = 1 - len(dead) / len(links)
    value, threshold = round(share, 3), "100 %"
    if not dead:
        said = several(
            len(links),
            "The one link of header and footer that was tried works.",
            "All {n} links of header and footer that were tried work.",
        )
        return passed(said, value=value, threshold=threshold)
    findings = [_finding(link) for link in dead[:_SHOWN]]
    nowhere = several(
        len(dead),
        "{n} of {links} in header and footer leads nowhere.",
        "{n} of {links} in header and footer lead nowhere.",
        links=counted(len(links), "link"),
    )
    message = together(nowhere, findings[0].message, between=" ")
    outcome = failed if share < _POOR or any(_is_policy(link, journey) for link in dead) else warned
    return outcome(message, findings=findings, unlisted=len(dead) - len(findings), value=value, threshold=threshold)


def _is_policy(link: Mapping[str, Any], journey: JourneyRecord) -> bool:
    """Whether a link leads to terms or the like; those of the footer are known by more words, which a menu has for goods: batteries."""
    return bool(link["policy"]) or (link.get("footer", False) and _WORDS.mentions("policy", link["label"], journey.page(Stage.HOME)))


def _finding(link: Mapping[str, Any]) -> Finding:
    message = say(
        "“{label}” leads to {url}, which is answered with HTTP status {status}.",
        label=link["label"],
        url=link["url"],
        status=link["status"],
    )
    return Finding(message, url=link["url"], key=link["url"])
