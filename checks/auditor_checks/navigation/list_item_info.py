"""navigation-list-item-info."""

import re

from auditor.api import (
    Card,
    Effort,
    Finding,
    JourneyRecord,
    Message,
    Outcome,
    PageRecord,
    Severity,
    Source,
    Stage,
    failed,
    journey_check,
    listing,
    not_applicable,
    not_measurable,
    passed,
    say,
    several,
    together,
    warned,
)
from auditor_checks.wording import portion, quoted

_GOOD, _POOR = 0.95, 0.8
_FEW = 3
_SHOWN = 6
_LETTER = re.compile(r"[^\W\d_]")
_LACKED = {"picture": say("a picture"), "name": say("a name"), "price": say("a price")}
_ABSENT = {"picture": say("no picture"), "name": say("no name"), "price": say("no price")}


@journey_check(
    id="navigation-list-item-info",
    category="navigation",
    title="Products in lists show picture, name and price",
    failure_title="Products in lists lack a picture, a name or a price",
    why="Who cannot tell the products of a list apart has to open one after the other, and soon stops.",
    fix="Show picture, full name and price with every product of a list, and with a rating the number of reviews it rests on.",
    severity=Severity.MAJOR,
    effort=Effort.S,
    stages=(Stage.CATEGORY,),
    sources=(
        Source(
            "Baymard Institute, Perception of product ratings",
            "https://baymard.com/blog/user-perception-of-product-ratings",
            "an average without the number of ratings is distrusted (2022)",
        ),
    ),
    limits="Judges the longest list of the category page; pictures that load while scrolling count as soon as they have a "
    "place. Shops that tell prices only to customers are left out.",
)
def list_item_info(journey: JourneyRecord) -> Outcome:
    """Look at each product of the list for a picture, a name and a price."""
    page = journey.page(Stage.CATEGORY)
    cards = _main_list(page)
    if len(cards) < _FEW:
        return not_applicable(
            several(len(cards), "The list shows only {n} product.", "The list shows only {n} products.")
            if cards
            else say("The list shows no products.")
        )
    lacking = [(card, missing) for card in cards if (missing := _missing(card))]
    if all("price" in missing for _, missing in lacking) and len(lacking) == len(cards):
        hidden = page.facts.says("login_wall") or not page.facts.prices
        if hidden and not (journey.reached(Stage.PRODUCT) and journey.page(Stage.PRODUCT).facts.prices):
            return not_measurable(say("The list shows no prices at all; the shop may tell them to customers only."))
    share = 1 - len(lacking) / len(cards)
    value, threshold = round(share, 2), say("≥ {share:.0%}", share=_GOOD)
    if share >= _GOOD:
        said = say(
            "{products_show} picture, name and price.",
            products_show=portion(len(cards) - len(lacking), len(cards), "product", "shows", "show"),
        )
        return passed(said, value=value, threshold=threshold)
    findings = [_finding(card, missing, page) for card, missing in lacking[:_SHOWN]]
    message = _message(lacking, cards)
    outcome = failed if share < _POOR else warned
    return outcome(message, findings=findings, unlisted=len(lacking) - len(findings), value=value, threshold=threshold)


def _main_list(page: PageRecord) -> list[Card]:
    """The products of the longest list on the page."""
    cards = page.facts.cards
    return [card for card in cards if card.list_n == cards[0].list_n]


def _missing(card: Card) -> list[str]:
    there = {
        "picture": card.pictured,
        "name": bool(_LETTER.search(card.title)),
        "price": card.price is not None or card.sold_out,
    }
    return [name for name, shown in there.items() if not shown]


def _message(lacking: list[tuple[Card, list[str]]], cards: list[Card]) -> Message:
    """Say once what all of them lack, else how many lack something and what the first does."""
    some = portion(len(lacking), len(cards), "product", "lacks", "lack")
    kinds = {tuple(missing) for _, missing in lacking}
    if len(kinds) == 1:
        return say("{products_lack} {lacking} in the list.", products_lack=some, lacking=listing(_LACKED[name] for name in lacking[0][1]))
    return together(say("{products_lack} something in the list.", products_lack=some), _example(*lacking[0]), between=" ")


def _example(card: Card, missing: list[str]) -> Message:
    title = quoted(card.title[:60]) if card.title else say("A product")
    return say("{product} has {lacking}.", product=title, lacking=listing(_ABSENT[name] for name in missing))


def _finding(card: Card, missing: list[str], page: PageRecord) -> Finding:
    return Finding(_example(card, missing), box=card.link.box, url=page.url, key=f"{card.title[:60]} {' '.join(missing)}")
