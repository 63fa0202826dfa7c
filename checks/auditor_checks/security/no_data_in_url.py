"""security-no-data-in-url."""

from auditor.api import Disclosure, Effort, Finding, Outcome, Recording, Severity, Source, failed, passed, say, shop_check, together, warned
from auditor_checks.disclosures import data_of, disclosures_of
from auditor_checks.hosts import host_of, same_site


@shop_check(
    id="security-no-data-in-url",
    category="security",
    title="Personal data does not stand in addresses",
    failure_title="Personal data stands in addresses",
    why="Addresses end up in server logs, in statistics, in the browser's history and with everyone the page links to.",
    fix="Send forms and background requests with POST and the data in the body, never after the question mark of the "
    "address. A form that a script sends needs method=post as well, for the moment before the script has started.",
    severity=Severity.MAJOR,
    effort=Effort.S,
    needs=("typed",),
    sources=(
        Source(
            "OWASP, Information exposure through query strings in URL",
            "https://owasp.org/www-community/vulnerabilities/Information_exposure_through_query_strings_in_url",
            "sensitive data in addresses is logged and passed on (read in 2026)",
        ),
    ),
    limits="Looks for the e-mail address and the phone number that the journey typed, also encoded and hashed, in addresses of the "
    "shop itself. What goes to others is judged by another check.",
)
def no_data_in_url(recording: Recording) -> Outcome:
    """Look at which addresses of the shop carried typed data while the checkout was filled in."""
    told = [d for d in disclosures_of(recording) if d.place == "address" and same_site(d.host, host_of(recording.site))]
    if not told:
        return passed(say("Nothing that was typed stood in an address of the shop."), value=0, unit="addresses", threshold="0")
    findings = list({(d.url, d.what): _finding(d) for d in told}.values())
    usual = {d.url for d in disclosures_of(recording) if d.place == "body" and d.kind in {"fetch", "xhr"}}
    if all(d.url in usual for d in told):
        sent = say("A form sent what was typed in its address, as before the page's script has started.")
        message = together(sent, findings[0].message, between=" ")
        return warned(message, findings=findings, value=len(findings), unit="addresses", threshold="0")
    message = together(say("What was typed into the checkout stands in addresses."), findings[0].message, between=" ")
    return failed(message, findings=findings, value=len(findings), unit="addresses", threshold="0")


def _finding(disclosure: Disclosure) -> Finding:
    data, url = data_of(disclosure, first=True), disclosure.url
    message = (
        say("{data} stood in the address of a request to {url}.", data=data, url=url)
        if disclosure.written == "plain"
        else say("{data} ({encoding}) stood in the address of a request to {url}.", data=data, encoding=disclosure.written, url=url)
    )
    return Finding(message, url=disclosure.url, key=f"{disclosure.what} {disclosure.url}")
