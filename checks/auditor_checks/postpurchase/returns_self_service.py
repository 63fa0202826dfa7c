"""postpurchase-returns-self-service."""

from auditor.api import (
    Confidence,
    Effort,
    Finding,
    Missing,
    Outcome,
    PageRecord,
    Recording,
    Severity,
    Source,
    failed,
    language_name,
    not_applicable,
    not_measurable,
    passed,
    say,
    shop_check,
    warned,
)
from auditor_checks.linked_pages import is_read_only, is_unlinked, linked_page
from auditor_checks.phrases import Phrases
from auditor_checks.postpurchase.offline import is_offline
from auditor_checks.postpurchase.on_paper import is_on_paper

_WORDS = Phrases("auditor_checks.postpurchase", "policy_facts.toml")
_ELSEWHERE = frozenset({"header", "footer", "nav", "search"})
_LABEL = 80
_FAULTS = "warranty"  # a page on faults begins no return


@shop_check(
    id="postpurchase-returns-self-service",
    category="postpurchase",
    title="A return can be begun online",
    failure_title="No way to begin a return online was found",
    why="A return that needs a phone call or a letter is put off, and the next order goes elsewhere.",
    fix="Offer a form or portal on the returns page: order number and e-mail address, what comes back, and a label to print or show.",
    severity=Severity.MINOR,
    effort=Effort.L,
    site_pages=("returns", _FAULTS),
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "Nielsen Norman Group, E-Commerce UX vol. 6: Customer Service",
            "https://www.nngroup.com/reports/ecommerce-ux-customer-service/",
            "a chapter on returns (contents read in 2026)",
        ),
    ),
    limits="The returns page's links, buttons and form. A failure where the page tells of paper or phone and of nothing else, or "
    "refuses all else; where it names an e-mail address, an account or a slip in the parcel, or leads on, no more than a warning.",
)
def returns_self_service(recording: Recording) -> Outcome:
    """Look on the returns page for a form that asks for an order, or a link or button that begins a return."""
    try:
        page = linked_page(recording, "returns")
    except Missing as missing:
        if not is_unlinked(str(missing)):
            raise
        return not_applicable(
            say("No page on returns is linked, so there is none to look at. That it is missing is judged by other checks.")
        )
    if not _WORDS.knows(page):
        return not_measurable(
            say("The words of returns are not known in the page's language ({language}).", language=language_name(page.facts.language))
        )
    label = _way_in(page)
    if label:
        return passed(say("A return can be begun online: “{label}”.", label=label[:60]), value=True)
    if is_offline(page, [j.site_page(_FAULTS) for j in recording.journeys if j.has_site_page(_FAULTS)]):
        message = say("A return is asked for on paper or by phone only; the returns page tells of no other way.")
        return failed(message, findings=[Finding(message, url=page.url, key="none")], value=False)
    message = say("The returns page has neither a form nor a link to begin a return online.")
    return warned(message, findings=[Finding(message, url=page.url, key="none")], value=False)


def _way_in(page: PageRecord) -> str:
    controls = page.observation.controls
    fields = [c for c in controls if c.is_text_field and c.visible and c.landmark not in _ELSEWHERE]
    asked = next((c.label_text for c in fields if _WORDS.mentions("order_number", f"{c.label_text} {c.placeholder}", page)), "")
    buttons = (c for c in controls if c.is_button and 0 < len(c.label_text) <= _LABEL)
    named = (c.label_text for c in buttons if not is_read_only(c.href, [page]))  # a link to this very page begins nothing
    return asked or next((name for name in named if _begins_return(name, page)), "")


def _begins_return(name: str, page: PageRecord) -> bool:
    """Whether a link or button begins a return: a form for withdrawing that is to be printed and posted does not, a label does."""
    if _WORDS.mentions("portal", name, page):
        return True
    return _WORDS.mentions("withdraw", name, page) and not is_on_paper(name, page)
