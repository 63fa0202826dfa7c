"""privacy-no-tracking-before-consent."""

from auditor.api import (
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
    passed,
    say,
    together,
    warned,
)
from auditor_checks.jurisdiction import market_of
from auditor_checks.privacy.trackers import VERSION, Trace, traces_of


@journey_check(
    id="privacy-no-tracking-before-consent",
    category="privacy",
    title="Nothing tracks before the visitor agrees",
    failure_title="The shop tracks before the visitor agrees",
    why="In the EU and the UK, measuring and advertising tools need consent first (indication). Fines and "
    "warning letters follow, and so does distrust.",
    fix="Load the listed tools only after the visitor has agreed: let the consent tool hold them back, also "
    "what a tag manager or an app of the shop system brings in.",
    severity=Severity.CRITICAL,
    effort=Effort.S,
    stages=(Stage.HOME,),
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
            "73.4 % of 97,000 sites collected data before the notice was answered (2024)",
        ),
        Source(
            "EU, ePrivacy Directive 2002/58/EC, Art. 5(3)",
            "https://eur-lex.europa.eu/eli/dir/2002/58/oj",
            "storing on the visitor's device needs consent unless strictly necessary (2002, changed 2009)",
        ),
    ),
    limits=say(
        "Knows the trackers of its list (version {version}). What loads after the page is not seen, nor "
        "what the shop's server passes on. What a shop shows may depend on the country it is visited "
        "from.",
        version=VERSION,
    ),
)
def no_tracking_before_consent(journey: JourneyRecord) -> Outcome:
    """Compare requests, cookies and stored names of the home page on arrival with a list of trackers."""
    page = journey.page(Stage.HOME)
    traces = traces_of(page)
    tracking = [t for t in traces if not t.ping]
    if not traces:
        return passed(say("No known tracker was active on arrival."), value=0, unit="trackers", threshold="0")
    shown = tracking or traces
    vendors = list(dict.fromkeys(t.vendor for t in shown))
    companies = together(*vendors, between=", ")
    findings = [_finding(trace, page.url) for trace in (*tracking, *(t for t in traces if t.ping))]
    if not tracking:
        message = say("Only a tag manager or cookieless pings were active before consent ({companies}).", companies=companies)
        return warned(message, findings=findings, value=0, unit="trackers", threshold="0")
    market = market_of([journey])
    message = say("Active before any consent: {companies}.", companies=companies)
    if not (market.eea or market.uk):
        outside = say("The shop seems to sell in {market}, outside of EU and UK law.", market=market.name)
        return warned(together(message, outside, between=" "), findings=findings, value=len(vendors), unit="trackers", threshold="0")
    return failed(say("Indication: {finding}", finding=message), findings=findings, value=len(vendors), unit="trackers", threshold="0")


def _finding(trace: Trace, url: str) -> Finding:
    return Finding(trace.message, url=trace.url or url, key=trace.key)
