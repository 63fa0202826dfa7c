"""trust-no-dead-odr-link."""

from collections.abc import Iterator

from auditor.api import (
    Effort,
    Finding,
    Law,
    Missing,
    Outcome,
    PageRecord,
    Recording,
    Severity,
    Source,
    failed,
    not_applicable,
    passed,
    say,
    several,
    shop_check,
)
from auditor_checks.jurisdiction import market_of
from auditor_checks.selectors import selector_of

_ADDRESSES = ("ec.europa.eu/consumers/odr", "ec.europa.eu/odr", "webgate.ec.europa.eu/odr")
_LEGAL = ("terms", "privacy", "imprint", "contact")


@shop_check(
    id="trust-no-dead-odr-link",
    category="trust",
    title="No link to the closed EU dispute platform",
    failure_title="The closed EU dispute platform is still linked",
    why="The platform was closed on 20 July 2025. A link that promises help and leads nowhere misleads (indication).",
    fix="Remove the link and the sentence around it from footer, terms and legal notice.",
    severity=Severity.MINOR,
    effort=Effort.XS,
    site_pages=_LEGAL,
    legal=True,
    laws=(Law("eu", "Regulation (EU) No 524/2013, Article 14, repealed by Regulation (EU) 2024/3228"),),
    sources=(
        Source(
            "EU, Regulation (EU) 2024/3228",
            "https://eur-lex.europa.eu/eli/reg/2024/3228/oj",
            "platform closed on 20 July 2025; links are to be removed",
        ),
    ),
    limits="Looks at the pages of the journey and at the legal pages, not at old articles.",
)
def no_dead_odr_link(recording: Recording) -> Outcome:
    """Look for the platform's addresses in the links and the text of all pages, the legal ones included."""
    pages = [page for journey in recording.journeys for page in (*journey.pages, *_legal_pages(recording))]
    if not pages:
        raise Missing(say("No page of the shop was reached"))
    market = market_of(recording.journeys)
    if not market.eea:
        return not_applicable(say("The shop seems to sell in {market}, outside the European Union.", market=market.name))
    findings = list({f.url: f for page in pages for f in _mentions(page)}.values())
    if findings:
        message = several(len(findings), "The closed platform is named on {n} page.", "The closed platform is named on {n} pages.")
        return failed(message, findings=findings, value=len(findings), unit="pages", threshold="0")
    return passed(say("No page names the closed platform."), value=0, unit="pages", threshold="0")


def _legal_pages(recording: Recording) -> Iterator[PageRecord]:
    for journey in recording.journeys:
        yield from (journey.site_page(name) for name in _LEGAL if journey.has_site_page(name))


def _mentions(page: PageRecord) -> Iterator[Finding]:
    for control in page.observation.controls:
        if any(address in control.href.lower() for address in _ADDRESSES):
            message = say("The link “{label}” leads to the closed platform.", label=control.label_text[:60])
            yield Finding(message, selector_of(control), control.box, page.url, "odr link")
            return
    for text in page.observation.texts:
        if any(address in text.text.lower() for address in _ADDRESSES):
            yield Finding(say("The text names the closed platform."), box=text.box, url=page.url, key="odr text")
            return
