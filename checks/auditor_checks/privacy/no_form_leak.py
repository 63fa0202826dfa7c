"""privacy-no-form-leak."""

from auditor.api import (
    Disclosure,
    Effort,
    Finding,
    Missing,
    Outcome,
    Recording,
    Severity,
    Source,
    failed,
    passed,
    say,
    several,
    shop_check,
    together,
    warned,
)
from auditor_checks.disclosures import data_of, disclosures_of
from auditor_checks.hosts import host_of, same_site, site_of, stands_under
from auditor_checks.privacy.trackers import VERSION, speaks_like, vendor_of
from auditor_checks.security.scripts import PAYMENT_DOMAINS, PLATFORM_DOMAINS

_PORTRAITS = frozenset({"gravatar.com"})  # asked for a picture by the hash of an e-mail address


@shop_check(
    id="privacy-no-form-leak",
    category="privacy",
    title="What is typed into the checkout reaches no tracker",
    failure_title="What is typed into the checkout reaches trackers",
    why="Tools for statistics and advertising that take an e-mail address out of the form, hashed or not, know who the visitor is.",
    fix="Switch off “advanced matching”, “enhanced conversions” and form recording in the tools listed, or keep them out of the checkout.",
    severity=Severity.MAJOR,
    effort=Effort.S,
    needs=("typed", "network"),
    sources=(
        Source(
            "Senol, Acar, Humbert, Zuiderveen Borgesius, Leaky Forms (USENIX Security 2022)",
            "https://www.usenix.org/conference/usenixsecurity22/presentation/senol",
            "1,844 of 100,000 sites sent typed e-mail addresses to trackers before sending the form, seen from the EU (2022)",
        ),
    ),
    limits=say(
        "Follows the e-mail address and the phone number, also encoded and hashed. Knows the trackers of "
        "its list (version {version}) and their ways: hashes, requests for pictures, and hosts that measure "
        "visits as they do. Other companies only warn, since they may work for the shop. The shop's system "
        "and payment providers are left out.",
        version=VERSION,
    ),
)
def no_form_leak(recording: Recording) -> Outcome:
    """Look at which other companies' hosts got typed data while the checkout was filled in."""
    own = host_of(recording.site)
    told = {site_of(d.host): d for d in disclosures_of(recording) if not _is_involved(d, own)}
    measuring = _measuring(recording)
    trackers = {
        vendor: d for site, d in told.items() if (vendor := vendor_of(d.url) or (site if _is_tracking(d) or site in measuring else ""))
    }
    if trackers:
        findings = [_finding(vendor, d) for vendor, d in trackers.items()]
        reached = several(
            len(trackers), "What is typed into the checkout reaches {n} tracker.", "What is typed into the checkout reaches {n} trackers."
        )
        message = together(reached, findings[0].message, between=" ")
        return failed(message, findings=findings, value=len(trackers), unit="trackers", threshold="0")
    if told:
        findings = [_finding(site, d) for site, d in told.items()]
        message = together(findings[0].message, say("If it works for the shop, the privacy policy has to name it."), between=" ")
        return warned(message, findings=findings, value=len(told), unit="companies", threshold="0")
    return passed(
        say("What was typed went to nobody but the shop and those who carry out the order."), value=0, unit="trackers", threshold="0"
    )


def _is_involved(disclosure: Disclosure, own: str) -> bool:
    """Whether data went to the shop itself, its shop system or a payment provider."""
    return same_site(disclosure.host, own) or stands_under(disclosure.host, PAYMENT_DOMAINS | PLATFORM_DOMAINS)


def _measuring(recording: Recording) -> set[str]:
    """Companies whose hosts took visits in a known tracker's own way on some page: they do not work for the order."""
    found = set()
    for mobile in (False, True):
        journey = recording.journey(mobile=mobile)
        for page in journey.pages if journey is not None else ():
            try:
                found |= {site_of(request.host) for request in page.network if speaks_like(request.url)}
            except Missing:
                continue
    return found


def _is_tracking(disclosure: Disclosure) -> bool:
    """Whether data went the way only trackers take it: hashed, or in a request that nobody on the page waits for."""
    hashed = disclosure.written in {"md5", "sha1", "sha256"} and not stands_under(disclosure.host, _PORTRAITS)
    return hashed or disclosure.kind in {"image", "beacon", "ping"}


def _finding(who: str, disclosure: Disclosure) -> Finding:
    data = data_of(disclosure)
    message = (
        say("{company} got {data} (as typed).", company=who, data=data)
        if disclosure.written == "plain"
        else say("{company} got {data} ({encoding}).", company=who, data=data, encoding=disclosure.written)
    )
    return Finding(message, url=disclosure.url, key=f"{who} {disclosure.what}")
