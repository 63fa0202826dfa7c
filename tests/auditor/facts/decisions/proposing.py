"""What the engine proposes on a page for each target: the nodes a journey would try, in its order, and nothing below its floors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from auditor.facts.layers import best_for, dismissers
from auditor.facts.navigation import (
    menu_openers,
    product_cards_ranked,
    search_openers,
    update_buttons,
)
from auditor.facts.page import PageFacts
from auditor.facts.ranking import Candidate
from auditor.journey.category import propose
from auditor.journey.checkout import propose_checkout
from auditor.journey.going_on import LEAST as CONTINUE
from auditor.journey.going_on import reachable
from auditor.journey.guest import GUEST

CATEGORY, FAINT, CHECKOUT, MENU, LIKELY, CARD = 0.35, 0.08, 0.4, 0.4, 0.5, 0.02
"""The floors of the stages: below them a journey does not try."""


def _above(floor: float, candidates: Iterable[Candidate]) -> list[int]:
    return [c.control.n for c in candidates if c.p >= floor]


def _cards(facts: PageFacts) -> list[int]:
    return _above(CARD, product_cards_ranked(facts.cards))


def _of_layer(kind: str, concept: str) -> Callable[[PageFacts], list[int]]:
    def proposals(facts: PageFacts) -> list[int]:
        layers = [o for o in facts.overlays if o.kind == kind]
        return [best.n for o in layers if (best := best_for(o, facts.lexicon, concept)) is not None]

    return proposals


def _categories(facts: PageFacts) -> list[int]:
    """Likely links, then faint ones that can be seen: those are followed too, since looking costs little."""
    found = [c for c in propose(facts, facts.host) if c.p >= FAINT]
    return [c.control.n for c in found if c.p >= CATEGORY or (c.control.visible and c.control.landmark != "footer")]


def _dismissers(facts: PageFacts) -> list[int]:
    layers = [o for o in facts.overlays if o.blocking and o.kind not in {"cart", "menu", "consent"}]
    return [c.control.n for o in layers[:1] for c in dismissers(o, facts.lexicon)]


_TARGETS: Mapping[str, Callable[[PageFacts], list[int]]] = {
    "add_to_cart": lambda facts: [c.control.n for c in facts.buy_box.likely],
    "cart_link": lambda facts: _above(LIKELY, facts.cart_links),
    "category": _categories,
    "checkout": lambda facts: _above(CHECKOUT, propose_checkout(facts)),
    "consent_reject": _of_layer("consent", "consent_reject"),
    "consent_settings": _of_layer("consent", "consent_settings"),
    "continue": lambda facts: _above(CONTINUE, reachable(facts)),
    "dismiss": _dismissers,
    "guest": lambda facts: _above(GUEST, facts.guest_entries),
    "menu_opener": lambda facts: _above(MENU, menu_openers(facts.observation, facts.lexicon)),
    "product_card": _cards,
    "search_field": lambda facts: _above(LIKELY, (c for c in facts.search_fields if c.control.visible)),
    "search_opener": lambda facts: _above(LIKELY, search_openers(facts.observation, facts.lexicon)),
    "update_cart": lambda facts: _above(LIKELY, update_buttons(facts.observation, facts.lexicon)),
}


def proposals(target: str, facts: PageFacts) -> list[int]:
    """Return the proposed nodes, best first; for `field:<kind>` the fields that are read as that kind, surest first."""
    if target.startswith("field:"):
        found = [f for f in facts.fields if f.kind == target.removeprefix("field:")]
        return [f.control.n for f in sorted(found, key=lambda f: -f.confidence)]
    return _TARGETS[target](facts)
