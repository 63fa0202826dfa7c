"""service-contact-everywhere."""

from auditor.api import (
    Effort,
    Finding,
    JourneyRecord,
    Missing,
    Outcome,
    Severity,
    Source,
    failed,
    journey_check,
    not_measurable,
    passed,
    say,
    several,
    together,
    warned,
)
from auditor_checks.jurisdiction import market_of
from auditor_checks.known_words import unknown_words
from auditor_checks.page_links import CHECKOUT_STAGES, is_gate, link_named, pages_in_words
from auditor_checks.service.ways import way_to_contact

_MOST_AREAS = 1
_LEADING = ("faq", "imprint")  # links behind which a way to ask usually stands, in help centres and legal notices


@journey_check(
    id="service-contact-everywhere",
    category="service",
    title="A way to contact the shop is one click away on every page",
    failure_title="Pages offer no way to contact the shop",
    why="A question without a way to ask it ends many purchases, in the checkout most of all.",
    fix="Put a contact link, a phone number, an e-mail address or a chat into the header or footer of every "
    "page, and keep it in the reduced header of the checkout.",
    severity=Severity.MAJOR,
    effort=Effort.XS,
    site_pages=("contact",),
    sources=(
        Source(
            "Nielsen Norman Group, E-Commerce UX vol. 6: Customer Service",
            "https://www.nngroup.com/reports/ecommerce-ux-customer-service/",
            "contact information on every page, 50 recommendations (contents read in 2026)",
        ),
        Source(
            "EU, Consumer Rights Directive 2011/83/EU, Art. 6(1)(c)",
            "https://eur-lex.europa.eu/eli/dir/2011/83/oj",
            "address, telephone number and e-mail (2011)",
        ),
    ),
    limits="Chats are told by their button's label or their service. Folded footers and menus count, so it may take a tap more. Where "
    "a link to help or the legal notice is left, it is no more than a warning.",
)
def contact_everywhere(journey: JourneyRecord) -> Outcome:
    """Look on each page reached for a contact link, a phone or mail link, or a chat button."""
    pages = list(journey.pages)
    if not pages:
        raise Missing(say("No page of the shop was reached on {device}", device=journey.device))
    pages = [page for page in pages if not is_gate(page)]
    if not pages:
        raise Missing(say("Only a page that asks for a country, a language or a password was reached"))
    if (unknown := unknown_words(pages)) is not None:
        return not_measurable(unknown)
    country = market_of([journey]).country
    without = [page for page in pages if not way_to_contact(page, country)]
    findings = [Finding(say("No way to contact the shop on the {page} page.", page=p.place), url=p.url, key=p.place) for p in without]
    if not without:
        said = several(
            len(pages), "The one page reached offers a way to contact the shop.", "All {n} pages reached offer a way to contact the shop."
        )
        return passed(said, value=1, threshold="100 %")
    value = round(1 - len(without) / len(pages), 2)
    # The steps of the checkout share one frame, so they count as one place.
    areas = {"checkout" if page.stage in CHECKOUT_STAGES else page.place for page in without}
    missing = (
        several(
            len(pages),
            "A way to contact the shop is missing on the page reached: {pages}.",
            "A way to contact the shop is missing on all {n} pages reached: {pages}.",
            pages=pages_in_words(without),
        )
        if len(without) == len(pages) > 1
        else several(
            len(pages),
            "A way to contact the shop is missing on {without} of {n} page reached: {pages}.",
            "A way to contact the shop is missing on {without} of {n} pages reached: {pages}.",
            without=len(without),
            pages=pages_in_words(without),
        )
    )
    leading = [next((c for concept in _LEADING if (c := link_named(page, concept)) is not None), None) for page in without]
    if len(areas) <= _MOST_AREAS:
        return warned(missing, findings=findings, value=value, threshold="100 %")
    if leading[0] is not None and all(leading):
        said = together(missing, say("One may stand behind “{label}”.", label=leading[0].label_text[:40]), between=" ")
        return warned(said, findings=findings, value=value, threshold="100 %")
    return failed(missing, findings=findings, value=value, threshold="100 %")
