"""trust-company-identity."""

from auditor.api import (
    Confidence,
    Effort,
    Finding,
    Law,
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
from auditor_checks.jurisdiction import market_of
from auditor_checks.trust.company import COMPANY_PAGES, company_of

_ENOUGH, _SOME = 4, 2


@shop_check(
    id="trust-company-identity",
    category="trust",
    title="The shop says which company runs it",
    failure_title="The shop does not say which company runs it",
    why="“Who are these people?” is the first question of whoever does not know a shop, and in the EU the answer is a duty (indication).",
    fix="Write the company's full name with its legal form, its address, its register or VAT number and an e-mail address on the contact "
    "page or the legal notice, and name the company in the footer.",
    severity=Severity.CRITICAL,
    effort=Effort.S,
    site_pages=COMPANY_PAGES,
    confidence=Confidence.MEDIUM,
    laws=(Law("eu", "Directive 2011/83/EU (Consumer Rights), Article 6(1)(b) and (c)"),),
    sources=(
        Source(
            "EU, Consumer Rights Directive 2011/83/EU, Art. 6(1)(b) and (c)",
            "https://eur-lex.europa.eu/eli/dir/2011/83/oj",
            "identity, address and e-mail address of the trader (2011, changed 2019)",
        ),
        Source(
            "Nielsen Norman Group, Trustworthiness in web design",
            "https://www.nngroup.com/articles/trustworthy-design/",
            "people look for real-world contact information (2016)",
        ),
    ),
    limits="Reads names with a legal form, addresses, numbers and e-mail addresses in footers and on the linked pages about the shop; what "
    "stands in pictures is not seen. A name without a legal form is not recognised. Outside the EU and the UK it fails only where nothing "
    "at all is found.",
)
def company_identity(recording: Recording) -> Outcome:
    """Look for four facts about the company in footers, on its pages about itself and in the structured data."""
    company = company_of(recording)
    told = {
        say("the company's name with its legal form"): company.named or company.tells("names"),
        say("a postal address"): company.located or company.tells("addresses") or company.tells("streets"),
        say("a register or VAT number"): company.tells("numbers"),
        say("an e-mail address"): company.mailed or company.tells("emails"),
    }
    missing = [fact for fact, there in told.items() if not there]
    number = len(told) - len(missing)
    threshold = str(_ENOUGH)
    if number >= _ENOUGH:
        return passed(
            say("The shop tells name, address, number and e-mail address of its company."), value=number, unit="of 4", threshold=threshold
        )
    findings = [Finding(say("Not found: {fact}.", fact=fact), url=recording.site, key=str(fact)) for fact in missing]
    found = (
        several(number, "Of four facts about the company {n} can be found.", "Of four facts about the company {n} can be found.")
        if number
        else say("Of four facts about the company none can be found.")
    )
    message = together(found, say("Missing: {facts}.", facts=together(*missing, between=", ")), between=" ")
    market = market_of(recording.journeys)
    # Abroad no law asks for all four; without any page about the shop, its words may just not be known.
    lenient = number > 0 and not (market.eea or market.uk)
    if number >= _SOME or lenient or company.thin:
        return warned(message, findings=findings, value=number, unit="of 4", threshold=threshold)
    return failed(say("Indication: {finding}", finding=message), findings=findings, value=number, unit="of 4", threshold=threshold)
