"""relationship-wishlist."""

import re
from collections.abc import Sequence

from auditor.api import (
    Confidence,
    Control,
    Effort,
    Finding,
    JourneyRecord,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    passed,
    say,
    warned,
)
from auditor_checks.selectors import selector_of

_LABEL = 0.75
_MARKED = re.compile(
    r"wish-?_?list|favou?rit|merkzettel|merkliste|wunsch|save-?for-?later|heart|bookmark|deseo|envie|souhait|ulubion", re.IGNORECASE
)
_ACCOUNT = re.compile(
    r"/(log-?in|sign-?in|account|mypage|konto|anmelden|connexion|compte|cuenta|accedi|conta|inloggen|logowanie)\b", re.IGNORECASE
)


@journey_check(
    id="relationship-wishlist",
    category="relationship",
    title="Products can be saved for later",
    failure_title="Products cannot be saved for later",
    why="Dear things are not bought on the first visit. Who can save a product finds it again, on another device too.",
    fix="Put a button with a heart and the words “Save for later” beside the buy button, keep the list without an account first, and "
    "offer to take it along with one.",
    severity=Severity.MINOR,
    effort=Effort.M,
    stages=(Stage.PRODUCT,),
    confidence=Confidence.MEDIUM,
    sources=(
        Source(
            "Google, Retail UX playbook",
            "https://de.slideshare.net/hmvrulz/google-secret-ux-retail-playbook",
            "offer secondary calls to action such as a wish list (copy read in 2026)",
        ),
    ),
    limits="Told by words and names in the markup; the button is not pressed. For things that are bought often a list matters less.",
)
def wishlist(journey: JourneyRecord) -> Outcome:
    """Look on the product page for a button that saves the product, or a link to the list of saved ones."""
    page = journey.page(Stage.PRODUCT)
    buttons = [c for c in page.observation.controls if c.is_button and c.landmark not in {"footer"} and _saves(page, c)]
    walled = [c for c in buttons if _ACCOUNT.search(c.href)]
    if buttons and len(walled) == len(buttons):
        label = walled[0].label_text[:40]
        message = (
            say("“{label}” saves products only for those who log in.", label=label)
            if label
            else say("A button without a name saves products only for those who log in.")
        )
        return warned(message, findings=[Finding(message, selector_of(walled[0]), walled[0].box, page.url, "login")], value=say("login"))
    if buttons:
        button = _nearest(page, buttons)
        label = button.label_text[:40] or selector_of(button)
        return passed(say("“{label}” on the product page saves products.", label=label), value=True)
    if any(_MARKED.search(kind) for kind in page.observation.kinds):
        return passed(say("The product page has an icon for saving products."), value=True)
    message = say("The product page offers no way to save the product for later.")
    return failed(message, findings=[Finding(message, url=page.url, key="wishlist")], value=False)


def _nearest(page: PageRecord, buttons: Sequence[Control]) -> Control:
    """The first one below the product's name; above it stands the link to the list, further down the buttons of other products."""
    heading = page.facts.buy_box.heading
    below = [c for c in buttons if heading is not None and c.box.y >= heading.box.y]
    return min(below, key=lambda c: c.box.y) if below else buttons[-1]


def _saves(page: PageRecord, control: Control) -> bool:
    named = _MARKED.search(f"{control.tokens} {control.raw_href}") is not None
    return named or page.facts.lexicon.has("wishlist", *control.words, at_least=_LABEL)
