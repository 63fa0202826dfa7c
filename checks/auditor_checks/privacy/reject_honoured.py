"""privacy-reject-honoured."""

from auditor.api import (
    Confidence,
    Effort,
    Finding,
    JourneyRecord,
    Law,
    Outcome,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    not_applicable,
    not_measurable,
    passed,
    say,
    several,
    together,
    warned,
)
from auditor_checks.jurisdiction import market_of
from auditor_checks.privacy.answered import pages_after, refused, requests_since_load, was_asked
from auditor_checks.privacy.trackers import VERSION, Trace, requests_to_trackers, stored_by_trackers, traces_of, unheld_tags


@journey_check(
    id="privacy-reject-honoured",
    category="privacy",
    title="After refusing, nothing tracks",
    failure_title="The shop tracks although the visitor has refused",
    why="Tracking after a refusal is a breach of EU and UK law (indication), and the one that angers visitors most.",
    fix="Tie every tool listed to the consent tool's refusal, also those a tag manager or an app of the shop system loads.",
    severity=Severity.CRITICAL,
    effort=Effort.S,
    needs=("network", "cookies", "html"),
    legal=True,
    laws=(
        Law("eu", "Directive 2002/58/EC (ePrivacy), Article 5(3)"),
        Law("uk", "Privacy and Electronic Communications Regulations 2003, regulation 6"),
    ),
    sources=(
        Source(
            "Bouhoula et al., Automated Large-Scale Analysis of Cookie Notice Compliance (USENIX Security 2024)",
            "https://www.usenix.org/conference/usenixsecurity24/presentation/bouhoula",
            "65.4 % of the sites that could be refused collected data nevertheless (2024)",
        ),
        Source(
            "EU, ePrivacy Directive 2002/58/EC, Art. 5(3)",
            "https://eur-lex.europa.eu/eli/dir/2002/58/oj",
            "no storing on the device without consent unless strictly necessary (2002, changed 2009)",
        ),
    ),
    limits=say(
        "Knows the trackers of its list (version {version}), and Google's and Meta's measuring by its parameters "
        "on any host. What else the shop's server passes on is not seen. Judged only where the shop's own "
        "button was pressed to refuse.",
        version=VERSION,
    ),
)
def reject_honoured(journey: JourneyRecord) -> Outcome:
    """After the banner was refused, look for trackers' requests and new cookies on the pages that follow."""
    home = journey.page(Stage.HOME)
    if not was_asked(journey):
        if traces_of(home):
            return not_applicable(say("There is no banner to refuse. That trackers run without one is judged by another check."))
        return passed(say("There is no banner, and no known tracker that would need one."), value=0, unit="trackers", threshold="0")
    if not refused(journey):
        return not_applicable(say("The banner was not refused by a button of its own, so there is no refusal to honour."))
    pages = pages_after(journey)
    if not pages:
        return not_measurable(say("No page was reached after the banner was refused."))
    before = {(t.vendor, t.seen) for t in stored_by_trackers(home)}
    traces: dict[tuple[str, str], tuple[Trace, str]] = {}
    for page in pages:
        fresh = [t for t in stored_by_trackers(page) if (t.vendor, t.seen) not in before]
        requests = requests_since_load(page)
        for trace in (*fresh, *requests_to_trackers(requests), *unheld_tags(page, requests)):
            traces.setdefault((trace.vendor, trace.seen), (trace, page.url))
    tracking = {key: found for key, found in traces.items() if not found[0].ping}
    findings = [Finding(t.message, url=t.url or url, key=t.key) for t, url in (tracking or traces).values()]
    vendors = list(dict.fromkeys(t.vendor for t, _ in (tracking or traces).values()))
    companies = together(*vendors, between=", ")
    if not traces:
        return passed(
            several(
                len(pages),
                "After refusing, no known tracker was active on {n} page.",
                "After refusing, no known tracker was active on {n} pages.",
            ),
            value=0,
            unit="trackers",
            threshold="0",
        )
    if not tracking:
        message = say("After refusing, only a tag manager or cookieless pings were active ({companies}).", companies=companies)
        return warned(message, findings=findings, value=0, unit="trackers", threshold="0")
    message = say("Active although tracking was refused: {companies}.", companies=companies)
    market = market_of([journey])
    if not (market.eea or market.uk):
        outside = say("The shop seems to sell in {market}, outside of EU and UK law.", market=market.name)
        return warned(together(message, outside, between=" "), findings=findings, value=len(vendors), unit="trackers", threshold="0")
    sure = Confidence.HIGH if any(t.url for t, _ in tracking.values()) else Confidence.MEDIUM
    return failed(
        say("Indication: {finding}", finding=message),
        findings=findings,
        value=len(vendors),
        unit="trackers",
        threshold="0",
        confidence=sure,
    )
