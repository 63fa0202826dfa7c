"""What a checkout has been told so far, and whether a press has brought it on.

One-page, multi-page and accordion checkouts are the same loop: see what the page asks, answer it as a guest, and press the
safest button that goes on, until payment is on screen. What was answered decides which stages count as reached.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from auditor.facts.page import PageFacts
from auditor.journey.form import Filled
from auditor.journey.guest import needs_guest_choice
from auditor.journey.repair import Corrections
from auditor.journey.veto import is_review
from auditor.journey.walker import Stop, Walker
from auditor.model.journey import Signal
from auditor.words.message import say, several

MOST_ROUNDS = 14
_AROUND = {"header", "nav", "footer"}


@dataclass
class Progress:
    """What the checkout has been told so far."""

    address: dict[str, str] = field(default_factory=dict)
    address_facts: PageFacts | None = None
    shipping: str = ""
    shipping_facts: PageFacts | None = None
    probed: bool = False
    early_payment: bool = False
    early_shipping: bool = False
    sent: bool = False
    corrections: Corrections = field(default_factory=Corrections)
    known: bool = False  # the shop has the address already: from the account, or by a hook
    seen: set[int] = field(default_factory=set)
    dead_ends: set[str] = field(default_factory=set)
    forgotten: bool = False
    paid_first: bool = False
    waits: int = 0  # for the lines of an address that would not open

    def is_news(self, facts: PageFacts) -> bool:
        """Whether the checkout has not looked like this before: other things are asked, other buttons are offered."""
        asked = tuple((f.kind, f.label) for f in facts.checkout.fields)
        offered = tuple(sorted({c.label_text for c in facts.observation.visible if c.is_button and c.landmark not in _AROUND}))
        state = hash((facts.url, asked, offered))
        news = state not in self.seen
        self.seen.add(state)
        return news

    def remember(self, filled: Filled, facts: PageFacts) -> None:
        """Keep what was filled, and the page it was filled on."""
        self.address.update(filled.kinds)
        if facts.checkout.asks_address:
            self.address_facts = facts

    @property
    def told(self) -> str:
        """What the shop was told, in words."""
        if self.address:
            return several(len(self.address), "filled {n} field", "filled {n} fields")
        return say("the shop knows the address") if self.known else say("nothing was asked")


def confirm_progress(before: PageFacts, after: PageFacts) -> list[Signal]:
    """Something new is asked or offered, without complaints about what was given."""
    if after.checkout.errors and after.url == before.url:
        fresh = {t.text for t in after.checkout.errors} - {t.text for t in before.checkout.errors}
        if after.says("saved") and not before.says("saved"):
            return [Signal(say("says that it is saved"), "message", hard=True)]
        if fresh and after.checkout.asks_address == before.checkout.asks_address:
            return []
    signals: list[Signal] = []
    was, now = before.checkout, after.checkout
    if now.offers_payment and not was.offers_payment:
        signals.append(Signal(say("payment is offered"), "payment", hard=True))
    if now.shipping and not was.shipping:
        signals.append(Signal(say("delivery is offered"), "delivery", hard=True))
    if needs_guest_choice(after) and not needs_guest_choice(before):
        signals.append(Signal(say("the question of an account"), "account", hard=True))
    if was.asks_address != now.asks_address:
        signals.append(Signal(say("the address form came or went"), "form", hard=True))
    if {f.kind for f in was.fields} != {f.kind for f in now.fields}:
        signals.append(Signal(say("other fields than before"), "form"))
    if was.shipping and not now.shipping:
        signals.append(Signal(say("delivery is settled"), "delivery"))
    if after.url.partition("#")[0] != before.url.partition("#")[0] or after.url.rpartition("#")[2] != before.url.rpartition("#")[2]:
        signals.append(Signal(say("another address"), "address"))
    before_headings, after_headings = ({t.text for t in f.observation.headings} for f in (before, after))
    if after_headings != before_headings:
        signals.append(Signal(say("other headings"), "heading"))
    if any(o.blocking for o in before.overlays) and not any(o.blocking for o in after.overlays):
        signals.append(Signal(say("the dialog is closed"), "layer"))
    if is_review(after) and not is_review(before):
        signals.append(Signal(say("an order review"), "review", hard=True))
    return signals


def alarm(walker: Walker, facts: PageFacts) -> None:
    """Stop the journey at once where the shop thanks for an order."""
    if walker.is_thanked(facts):
        raise Stop("order_suspected")
