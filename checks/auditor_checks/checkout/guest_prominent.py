"""checkout-guest-prominent."""

import re

from auditor.api import (
    Control,
    Effort,
    Finding,
    JourneyRecord,
    Message,
    Missing,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    not_measurable,
    passed,
    say,
    warned,
)
from auditor_checks.selectors import selector_of

_LIKELY, _ALMOST, _BESIDE, _BUTTON = 0.55, 0.7, 60, 34
_OPEN = re.compile(r"(^|[\s_-])(active|selected|current)($|\s)", re.IGNORECASE)
_PRESSED = re.compile(r"(link|button) “(.+)”")  # how the journey names what it pressed
_SEE_THROUGH = ("", "transparent", "rgba(0, 0, 0, 0)")
_THRESHOLD = say("4 of 4")


@journey_check(
    id="checkout-guest-prominent",
    category="checkout",
    title="Buying as a guest is the most prominent choice",
    failure_title="Buying as a guest is hard to find",
    why="A way that is not seen is not there: shoppers take the login for the only one and leave.",
    fix="Put the guest's way first, as a button as large as that of the login, and call it “Continue as guest”.",
    severity=Severity.MAJOR,
    effort=Effort.S,
    stages=(Stage.CHECKOUT,),
    sources=(
        Source(
            "Baymard Institute, Make guest checkout the most prominent option",
            "https://baymard.com/blog/make-guest-checkout-prominent",
            "47 % of sites fail: unclear label, plain link, below the login, only after the e-mail address",
        ),
    ),
    limits="Judged where login and guest stand on one page. A box to tick among the fields is no button. Colours are not compared.",
)
def guest_prominent(journey: JourneyRecord) -> Outcome:
    """Compare the guest's way with the login beside it: kind, place, size and words."""
    page = journey.page(Stage.CHECKOUT)
    passwords = [f.control for f in page.facts.checkout.passwords]
    if not passwords:
        if page.facts.checkout.asks_address or page.facts.checkout.asks_email or journey.reached(Stage.ADDRESS):
            return passed(say("The checkout goes on as a guest without a question about an account."))
        return not_measurable(journey.why_not(Stage.ADDRESS))
    taken = _taken(journey)
    entries = (c for c in page.facts.guest_entries if c.control.landmark not in {"header", "footer"})
    entry = next((c for c in entries if c.p >= _LIKELY or (c.control.tag, c.control.label_text) in taken), None)
    if entry is None:
        if page.facts.checkout.asks_address or _asks_guest_email(page):
            return passed(say("The login stands beside the form that a guest fills in."))
        return not_measurable(say("The guest's way was not recognised on the page with the login."))
    guest = entry.control
    if _is_open(page, guest):
        return passed(say("“{name}” is chosen already, with its form open.", name=_name(page, guest)))
    faults = _faults(page, guest, passwords[0], announced=entry.features.get("announced", 0.0) > 0)
    findings = [Finding(fault, selector_of(guest), guest.box, page.url, key) for key, fault in faults.items()]
    right = 4 - len(faults)
    if not faults:
        return passed(say("The guest's way is as easy to see as the login."), value=right, unit="of 4", threshold=_THRESHOLD)
    outcome = failed if right <= 1 else warned
    return outcome(findings[0].message, findings=findings, value=right, unit="of 4", threshold=_THRESHOLD)


def _taken(journey: JourneyRecord) -> set[tuple[str, str]]:
    """What the shopper has pressed to go on as a guest, by tag and name: where no password was asked any more, it is the guest's way."""
    try:
        pressed = [str(a["chosen"]) for a in journey.attempts if a.get("strategy") == "guest entry" and a.get("verified")]
    except Missing:
        return set()
    named = (_PRESSED.fullmatch(chosen) for chosen in pressed)
    return {("a" if found[1] == "link" else found[1], found[2]) for found in named if found is not None}


def _asks_guest_email(page: PageRecord) -> bool:
    """Whether a form without a password asks for an e-mail address, on a page that speaks of guests."""
    walled = {f.control.form for f in page.facts.checkout.passwords}
    asks = any(f.kind == "email" and f.control.form >= 0 and f.control.form not in walled for f in page.facts.checkout.fields)
    return asks and any(page.facts.lexicon.mentions("guest", t.text) for t in page.observation.texts)


def _name(page: PageRecord, guest: Control) -> str:
    label = page.observation.label_of(guest)
    return guest.label_text or (label.text if label else "")


def _is_open(page: PageRecord, guest: Control) -> bool:
    """Whether the guest's way is a tab that is open, with a form below it."""
    chosen = guest.attrs.get("aria-selected") == "true" or _OPEN.search(guest.css_class) is not None
    person = {"given_name", "family_name", "full_name", "email", "street"}
    return chosen and any(f.kind in person and f.control.box.y > guest.box.y for f in page.facts.checkout.fields)


def _faults(page: PageRecord, guest: Control, password: Control, *, announced: bool) -> dict[str, Message]:
    name = _name(page, guest)
    submit = next((c for c in page.observation.visible if c.form == password.form and c.form >= 0 and c.is_submit), None)
    faults: dict[str, Message] = {}
    if guest.tag == "a" and guest.background in _SEE_THROUGH and guest.box.height < _BUTTON:
        faults["link"] = say("“{name}” is a plain link, not a button.", name=name)
    box = guest.type == "checkbox"  # one of two radio buttons is as easy to see as the other; a box among fields is not
    label = page.observation.label_of(guest) if box else None
    area = max(guest.box.area, label.box.area if label is not None else 0)
    if box:
        faults["box"] = say("“{name}” is a box to tick, not a button.", name=name)
    in_another_column = not guest.is_choice and (guest.box.x >= password.box.right or guest.box.right <= password.box.x)
    if guest.box.y > password.box.y + _BESIDE and not in_another_column:
        faults["below"] = say("“{name}” stands below the questions about an account.", name=name)
    if submit is not None and (box or not guest.is_choice) and area < _ALMOST * submit.box.area:
        faults["small"] = say("“{name}” is smaller than “{login}”.", name=name, login=submit.label_text)
    if not announced and not page.facts.lexicon.has("guest", name, at_least=0.6) and not page.facts.lexicon.holds("guest", name):
        faults["words"] = say("“{name}” does not say that no account is needed.", name=name)
    return faults
