"""security-payment-scripts."""

from auditor.api import Effort, Finding, JourneyRecord, Outcome, Severity, Source, Stage, journey_check, measured, say, several
from auditor_checks.hosts import site_of
from auditor_checks.security.scripts import foreign_scripts

_FEW, _MANY = 3, 8  # sites besides the shop's and the payment provider's; project policy


@journey_check(
    id="security-payment-scripts",
    category="security",
    title="Hardly anybody else's scripts run on the payment page",
    failure_title="Many others' scripts run on the payment page",
    why="Every script on the page can read what is typed there. Card thieves come in through a supplier that was forgotten.",
    fix="Take analytics, chat, advertising and test tools off the payment page, keep a list of the scripts that remain with the reason for "
    "each, and give them integrity where possible.",
    severity=Severity.MAJOR,
    effort=Effort.M,
    stages=(Stage.PAYMENT,),
    needs=("html",),
    devices="desktop",
    sources=(
        Source(
            "PCI Security Standards Council, PCI DSS 4.0.1, 6.4.3 and 11.6.1",
            "https://www.pcisecuritystandards.org/document_library/",
            "scripts of payment pages are inventoried, authorised and checked for changes since 31 March 2025",
        ),
    ),
    limits="Counts the sites of other companies, not of the shop, its shop system or payment providers; the numbers 3 and 8 are ours. "
    "Evidence, no verdict on compliance. What embedded payment forms load is theirs.",
)
def payment_scripts(journey: JourneyRecord) -> Outcome:
    """Count whose scripts the document of the payment page holds."""
    page = journey.page(Stage.PAYMENT)
    scripts = foreign_scripts(page)
    sites = {site_of(script.host): script for script in scripts}
    message = (
        several(
            len(sites),
            "Scripts of {n} other company run on the payment page: {sites}.",
            "Scripts of {n} other companies run on the payment page: {sites}.",
            sites=", ".join(sorted(sites)),
        )
        if sites
        else say("Nobody's scripts but the shop's and the payment provider's run on the payment page.")
    )
    findings = [
        Finding(say("A script of {site}: {address}", site=site, address=s.url.partition("?")[0][:120]), url=page.url, key=site)
        for site, s in sorted(sites.items())
    ]
    return measured(message, value=len(sites), good=_FEW, poor=_MANY, unit="companies", findings=findings if len(sites) > _FEW else ())
