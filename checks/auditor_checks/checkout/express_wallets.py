"""checkout-express-wallets."""

import re
from urllib.parse import urlsplit

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
    listing,
    not_measurable,
    passed,
    say,
    several,
    warned,
)
from auditor_checks.checkout.words import brands, listed_for, names_brand

_BEFORE = frozenset({Stage.PRODUCT, Stage.CART, Stage.CHECKOUT, Stage.ADDRESS})
_SHORT = 60
_TALL = 28  # CSS pixels; a button, not a link in a sentence
_THRESHOLD = say("a wallet before the address form")


@journey_check(
    id="checkout-express-wallets",
    category="checkout",
    title="An express wallet is offered before the address form",
    failure_title="No express wallet is offered",
    why="A wallet knows name, address and card. It saves the whole form, most of all on phones.",
    fix="Offer Apple Pay, Google Pay, PayPal or the wallet of your country as a button in the cart or at the top of the checkout.",
    severity=Severity.MAJOR,
    effort=Effort.M,
    stages=(Stage.PRODUCT, Stage.CART, Stage.CHECKOUT, Stage.ADDRESS, Stage.PAYMENT),
    confidence=Confidence.LOW,
    sources=(
        Source(
            "Stripe, The state of European checkouts",
            "https://go.stripe.global/state-of-checkouts-2021",
            "80 % of checkouts offered neither Apple Pay nor Google Pay (2021)",
        ),
    ),
    limits="Wallets hide in browsers that do not know them. Where only their script was seen, nothing is judged.",
)
def express_wallets(journey: JourneyRecord) -> Outcome:
    """Look for buttons and frames of wallets before the address, then for their scripts, then among the ways to pay."""
    pages = [page for page in journey.pages if page.stage in _BEFORE]
    for page in pages:
        name = _button(page)
        if name:
            message = say("“{wallet}” is offered on the {place} page.", wallet=name, place=page.place)
            return passed(message, value=name, threshold=_THRESHOLD)
    loaded = next((host for page in pages for request in page.network for host in listed_for("wallet_hosts") if host in request.url), "")
    if loaded:
        return not_measurable(say("The script of a wallet was loaded from {host}, but it shows no button in this browser.", host=loaded))
    last = journey.page(Stage.PAYMENT)
    offered = brands("wallets", [c.text for g in last.facts.checkout.payment for c in g.choices])
    finding = Finding(say("No button of a wallet was seen before the address form."), url=last.url, key="none")
    if offered:
        message = several(
            len(offered),
            "{wallets} can be chosen at the payment step only, after the address has been typed.",
            "{wallets} can be chosen at the payment step only, after the address has been typed.",
            wallets=listing(sorted(offered)),
        )
        return warned(message, findings=[finding], threshold=_THRESHOLD)
    severity = None if journey.mobile else Severity.MINOR
    return failed(
        say("No wallet is offered, neither before the address form nor after it."),
        findings=[finding],
        threshold=_THRESHOLD,
        severity=severity,
    )


def _starts(page: PageRecord, link: Control) -> bool:
    """Whether a link begins to pay, as "/checkout/express?with=paypal" does, and "/info/paypal" does not."""
    parts = urlsplit(link.href)
    there = [part for part in parts.path.lower().split("/") if part]
    words = {word for part in there for word in re.split(r"[-_.]", part)}
    if parts.netloc != urlsplit(page.url).netloc or link.box.height < _TALL:
        return False
    return "express" in words or (there[:1] in (["checkout"], ["checkouts"]) and names_brand("wallets", " ".join(words)) != "")


def _button(page: PageRecord) -> str:
    """The wallet of a button or frame on the page, "" if there is none."""
    for control in page.observation.visible:
        if control.is_button and control.landmark not in {"footer", "nav"} and len(control.label_text) <= _SHORT and not control.is_choice:
            named = names_brand("wallets", " ".join((control.label_text, control.tokens.replace("-", " "))))
            if named and (not control.href.startswith("http") or _starts(page, control)):
                return named
    frames = [f for f in page.observation.embedded if f.visible]
    return next((n for f in frames if (n := names_brand("wallets", f"{f.title} {f.name}"))), "")
