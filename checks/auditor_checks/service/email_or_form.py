"""service-email-or-form."""

from auditor.api import (
    Effort,
    Finding,
    Missing,
    Outcome,
    PageRecord,
    Recording,
    Severity,
    Source,
    failed,
    passed,
    say,
    several,
    shop_check,
    warned,
)
from auditor_checks.jurisdiction import market_of
from auditor_checks.linked_pages import is_unlinked, linked_page, why_missing
from auditor_checks.page_links import link_named, shows_whole_frame
from auditor_checks.service.ways import ADDRESS, FRAME, WORDS, way_to_contact

_MOST_REQUIRED = 5
_LONGEST = 400  # characters
_TELLING = ("contact", "imprint", "about", "terms", "privacy")  # pages on which a shop tells how to reach it


@shop_check(
    id="service-email-or-form",
    category="service",
    title="The shop can be written to by e-mail or a form",
    failure_title="The shop can be written to neither by e-mail nor by a form",
    why="A written question leaves a trace and can be asked at any hour; in the EU an e-mail address must be told.",
    fix="Put an e-mail address that can be pressed (mailto:) and a short form on the contact page.",
    severity=Severity.MAJOR,
    effort=Effort.XS,
    site_pages=_TELLING,
    sources=(
        Source(
            "EU, Consumer Rights Directive 2011/83/EU, Art. 6(1)(c)",
            "https://eur-lex.europa.eu/eli/dir/2011/83/oj",
            "e-mail address before the contract (2011)",
        ),
    ),
    limits="Looks at the contact page and the other pages about the shop, and at header and footer of all pages reached. Nothing is sent. "
    "Addresses in pictures are not seen.",
)
def email_or_form(recording: Recording) -> Outcome:
    """Look for mail links and addresses on all pages, those about the shop included, and for a form with a field for a message."""
    pages = [page for journey in recording.journeys for page in journey.pages]
    try:
        contact: PageRecord | None = linked_page(recording, "contact")
    except Missing:
        contact = None
        if not pages:
            raise
    told = [j.site_page(name) for j in recording.journeys for name in _TELLING if j.has_site_page(name)]
    every = [*([contact] if contact is not None else []), *told, *pages]
    mail = next((address for page in every if (address := _mail(page))), "")
    form = contact is not None and _has_form(contact)
    required = _required(contact) if contact is not None and form else 0
    url = contact.url if contact is not None else ""
    if required > _MOST_REQUIRED:
        message = several(
            required,
            "The contact form demands {n} field; {most} are enough to answer a question.",
            "The contact form demands {n} fields; {most} are enough to answer a question.",
            most=_MOST_REQUIRED,
        )
        return warned(message, findings=[Finding(message, url=url, key="long form")], value=required)
    if mail and form:
        return passed(say("The shop can be written to by e-mail ({address}) and by a form.", address=mail), value=2, unit="of 2")
    if mail:
        message = say("The shop offers an e-mail address, but a form was not found.")
        return warned(message, findings=[Finding(message, url=url, key="a form")], value=1, unit="of 2")
    if form:
        message = say("The shop offers a form, but an e-mail address was not found.")
        return warned(message, findings=[Finding(message, url=url, key="an e-mail address")], value=1, unit="of 2")
    if contact is None:
        return _without_page(recording, pages, len(told))
    if any(frame.visible and not frame.read and frame.box.area for frame in contact.observation.embedded):
        raise Missing(say("The contact page embeds a foreign page whose inside could not be read"))
    if _leads_on(contact):
        message = say("The contact page itself shows neither an e-mail address nor a form; a link leads on.")
        return warned(message, findings=[Finding(message, url=url, key="leads on")], value=0, unit="of 2")
    message = say("The contact page shows neither an e-mail address nor a form.")
    return failed(message, findings=[Finding(message, url=url, key="none")], value=0, unit="of 2")


def _without_page(recording: Recording, pages: list[PageRecord], others: int) -> Outcome:
    """No page for contact and no address: wrong only where none is linked and nothing else on the way leads to the shop."""
    reason = why_missing(recording, "contact")
    country = market_of(recording.journeys).country
    led = any(way_to_contact(page, country) or link_named(page, "faq") is not None for page in pages)
    if led or not is_unlinked(reason) or not any(shows_whole_frame(page) for page in pages):
        raise Missing(say("No contact page could be read, and no e-mail address was found on the pages reached"))
    message = several(
        len({page.place for page in pages}) + others,
        "No contact page is linked, and no e-mail address was found on {n} page.",
        "No contact page is linked, and no e-mail address was found on {n} pages.",
    )
    return failed(message, findings=[Finding(message, url=pages[0].url, key="none")], value=0, unit="of 2")


def _mail(page: PageRecord) -> str:
    controls = page.observation.controls
    linked = next((c.raw_href for c in controls if c.raw_href.startswith("mailto:") and "@" in c.raw_href), "")
    if linked:
        return linked.removeprefix("mailto:").partition("?")[0]
    texts = (t for t in page.observation.texts if len(t.text) < _LONGEST)
    # In a checkout the shopper's own address may stand in the main part, on the page of a product that of its maker.
    own = (t for t in texts if page.stage is None or t.landmark in FRAME)
    return next((m[0] for t in own if (m := ADDRESS.search(t.text))), "")


def _leads_on(page: PageRecord) -> bool:
    """Whether a link or button in the main part names e-mail, contact or a message: the form may stand behind it."""
    buttons = (c for c in page.observation.visible if c.is_button and c.landmark not in {"header", "nav", "footer"})
    return any(page.facts.lexicon.has(concept, *c.words) for c in buttons for concept in ("contact", "field_email", "chat"))


def _has_form(page: PageRecord) -> bool:
    fields = [c for c in page.observation.controls if c.is_text_field and c.landmark not in {"header", "footer", "search"}]
    areas = any(c.tag == "textarea" and c.visible for c in fields)
    return areas or any(WORDS.mentions("message", c.label_text or c.placeholder, page) for c in fields if c.visible)


def _required(page: PageRecord) -> int:
    area = next((c for c in page.observation.controls if c.tag == "textarea" and c.form >= 0), None)
    fields = page.observation.fields
    return len({c.attrs.get("name") or c.n for c in fields if area is not None and c.form == area.form and c.required})
