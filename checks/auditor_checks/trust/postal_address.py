"""trust-postal-address."""

from auditor.api import Confidence, Effort, Finding, Outcome, Recording, Severity, Source, failed, passed, say, shop_check, warned
from auditor_checks.jurisdiction import market_of
from auditor_checks.trust.company import COMPANY_PAGES, company_of


@shop_check(
    id="trust-postal-address",
    category="trust",
    title="The shop has an address in the real world",
    failure_title="The shop tells no postal address",
    why="A street and a town are where a complaint can go. A shop without them looks like one that does not want to be found.",
    fix="Put the full address into the footer or onto the contact page, as text: street and number, postcode and town, country.",
    severity=Severity.MAJOR,
    effort=Effort.XS,
    site_pages=COMPANY_PAGES,
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "EU, Consumer Rights Directive 2011/83/EU, Art. 6(1)(c)",
            "https://eur-lex.europa.eu/eli/dir/2011/83/oj",
            "the geographical address at which the trader is established (2011)",
        ),
    ),
    limits="Recognises addresses by postcode and town, or in the structured data, in footers and on the linked pages about the shop. A "
    "street without a postcode warns. An "
    "address in a picture is not seen. Outside the EU and the UK a missing address only warns.",
)
def postal_address(recording: Recording) -> Outcome:
    """Look for a postcode with its town in footers, on the shop's pages about itself and in the structured data."""
    company = company_of(recording)
    if company.located or company.tells("addresses"):
        return passed(say("The shop tells its postal address."), value=say("address"))
    if company.tells("boxes"):
        message = say("Only a post office box was found, no street.")
        return warned(message, findings=[Finding(message, url=recording.site, key="address")], value=say("post-office box"))
    if company.tells("streets"):
        message = say("A street was found, but no postcode with a town.")
        return warned(message, findings=[Finding(message, url=recording.site, key="address")], value=say("street"))
    message = say("No postal address was found in footers and on the pages about the shop.")
    market = market_of(recording.journeys)
    outcome = failed if (market.eea or market.uk) and not company.thin else warned
    return outcome(message, findings=[Finding(message, url=recording.site, key="address")], value=say("none"))
