"""postpurchase-order-tracking."""

from urllib.parse import urldefrag

from auditor.api import (
    Confidence,
    Control,
    Effort,
    Finding,
    Missing,
    Outcome,
    PageRecord,
    Recording,
    Severity,
    Source,
    Stage,
    failed,
    not_applicable,
    passed,
    say,
    shop_check,
    warned,
)
from auditor_checks.known_words import unknown_words
from auditor_checks.linked_pages import is_read_only, is_unlinked, linked_page
from auditor_checks.page_links import CHECKOUT_STAGES, shows_whole_frame
from auditor_checks.page_text import standing_lines, told_lines
from auditor_checks.phrases import Phrases
from auditor_checks.postpurchase.shipped import NOTHING_SHIPPED, ships_nothing
from auditor_checks.service.account import account_of

_WORDS = Phrases("auditor_checks.postpurchase", "policy_facts.toml")
_TELLING = ("delivery_info", "faq")  # where a shop says that a number comes by e-mail
_KNOWN = (*_TELLING, "returns", "terms", "warranty")  # pages whose links say that they are about orders, and that track none
_LABEL = 80  # letters of what a link is called
_STAYING = ("#", "javascript:")
_ELSEWHERE = frozenset({"header", "footer", "nav", "search"})


@shop_check(
    id="postpurchase-order-tracking",
    category="postpurchase",
    title="Orders can be tracked without an account",
    failure_title="No way to track an order without an account was found",
    why="“Where is my parcel?” is what is asked most after an order, and guests have no account to look into.",
    fix="Link “Track your order” in the footer: a page that asks for order number and e-mail address or postcode and "
    "shows state, carrier and day of arrival.",
    severity=Severity.MAJOR,
    effort=Effort.M,
    site_pages=("tracking", *_KNOWN),
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "Baymard Institute, Integrate tracking information",
            "https://baymard.com/blog/integrate-tracking-info",
            "50 % rank tracking first; 67 % of test sites lacked key details",
        ),
    ),
    limits="A failure only where no page links to it, there are no accounts, and neither the page on delivery nor the help page speaks of "
    "it: the link may come by e-mail. The form is not sent.",
)
def order_tracking(recording: Recording) -> Outcome:
    """Open the linked tracking page; look for a field for the order number, or a login."""
    try:
        page = linked_page(recording, "tracking")
    except Missing as missing:
        if not is_unlinked(str(missing)):
            raise
        if ships_nothing(recording.journeys):
            return not_applicable(NOTHING_SHIPPED)
        message = say("No page of the shop links to tracking an order.")
        return (failed if _is_nowhere(recording) else warned)(message, findings=[Finding(message, key="no link")], value=say("none"))
    fields = [c for c in page.observation.controls if c.is_text_field and c.visible and c.landmark not in _ELSEWHERE]
    logins = {c.form for c in fields if c.type == "password"}
    asked = [c for c in fields if c.form not in logins]
    if any(_asks_order(page, " ".join((c.label_text, c.placeholder))) for c in asked) or (not logins and len(asked) > 1):
        return passed(say("An order can be tracked with its number, without an account."), value=say("guest"))
    if logins:
        message = say("Tracking an order leads to a login; guests cannot look.")
        return warned(message, findings=[Finding(message, url=page.url, key="login")], value=say("account"))
    if any(frame.visible and not frame.read and frame.box.area for frame in page.observation.embedded):
        raise Missing(say("The tracking page embeds a foreign page whose inside could not be read"))
    message = say("The page for tracking an order has no field for the order's number.")
    return warned(message, findings=[Finding(message, url=page.url, key="no field")], value=say("no field"))


def _asks_order(page: PageRecord, label: str) -> bool:
    return _WORDS.mentions("order_number", label, page)


def _is_nowhere(recording: Recording) -> bool:
    """Whether nothing of the shop speaks of tracking, as far as that can be known: no account either, nor a word on delivery."""
    pages = [page for journey in recording.journeys for page in journey.pages]
    read = [j.site_page(name) for j in recording.journeys for name in _TELLING if j.has_site_page(name)]
    if not read or unknown_words(pages) is not None or not any(map(shows_whole_frame, pages)) or account_of([*pages, *read]):
        return False
    if not all(_WORDS.holds("tracked", page) or page.facts.language == "en" for page in read):
        return False
    walked = {urldefrag(page.url)[0] for page in pages}
    known = [j.site_page(name) for j in recording.journeys for name in _KNOWN if j.has_site_page(name)]
    links = ((page, c) for page in (*pages, *read) for c in page.observation.controls if _leads(c))
    links = ((page, c) for page, c in links if _opens(page, c) or urldefrag(c.href)[0] not in walked)
    links = ((page, c) for page, c in links if not _tells_only(page, c, known))
    if any(_WORDS.mentions("parcel", c.label_text, page) for page, c in links):
        return False
    return not any(_WORDS.mentions("tracked", line, page) for page in read for line in told_lines(page) if line not in standing_lines(page))


def _tells_only(page: PageRecord, control: Control, known: list[PageRecord]) -> bool:
    """Whether a link withdraws from a contract, or leads to a page that was read and has nothing to fill in: "Shipping & orders"."""
    return _WORDS.mentions("withdraw", control.label_text, page) or is_read_only(control.href, known)


def _opens(page: PageRecord, control: Control) -> bool:
    """Whether a link may open a layer: it has a fragment or runs a script; in cart and checkout it is about the order at hand."""
    opens = bool(urldefrag(control.href)[1]) or control.raw_href.lstrip().lower().startswith(_STAYING)
    return opens and page.stage not in {Stage.CART, *CHECKOUT_STAGES}


def _leads(control: Control) -> bool:
    return bool(control.raw_href) and len(control.label_text) <= _LABEL
