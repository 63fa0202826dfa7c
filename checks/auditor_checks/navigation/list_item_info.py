"""navigation-list-item-info."""

import re

from auditor.api import (
    Card,
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
    not_applicable,
    not_measurable,
    passed,
    say,
    warned,
)
from auditor_checks.wording import counted, portion

_GOOD, _POOR = 0.95, 0.8
_FEW = 3
_SHOWN = 6
_LETTER = re.compile(r"[^\W\d_]")
_NAMES = {"pictured": "picture", "title": "name", "price": "price"}


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
            say("The list shows only {products}.", products=counted(len(cards), "product")) if cards else say("The list shows no products.")
        )
    lacking = [(card, missing) for card in cards if (missing := _missing(card))]
    if all("price" in missing for _, missing in lacking) and len(lacking) == len(cards):
        hidden = page.facts.says("login_wall") or not page.facts.prices
        if hidden and not (journey.reached(Stage.PRODUCT) and journey.page(Stage.PRODUCT).facts.prices):
            return not_measurable(say("The list shows no prices at all; the shop may tell them to customers only."))
    share = 1 - len(lacking) / len(cards)
    value, threshold = round(share, 2), f"≥ {_GOOD:.0%}"
    if share >= _GOOD:
        said = say("{portion} picture, name and price.", portion=portion(len(cards) - len(lacking), len(cards), "product", "shows", "show"))
        return passed(said, value=value, threshold=threshold)
    findings = [_finding(card, missing, page) for card, missing in lacking[:_SHOWN]]
    message = _message(lacking, cards)
    outcome = failed if share < _POOR else warned
    return outcome(message, findings=findings, value=value, threshold=threshold)


def _main_list(page: PageRecord) -> list[Card]:
    """The products of the longest list on the page."""
    cards = page.facts.cards
    return [card for card in cards if card.list_n == cards[0].list_n]


def _missing(card: Card) -> list[str]:
    there = {
        "pictured": card.pictured,
        "title": bool(_LETTER.search(card.title)),
        "price": card.price is not None or card.sold_out,
    }
    return [_NAMES[name] for name, shown in there.items() if not shown]


def _message(lacking: list[tuple[Card, list[str]]], cards: list[Card]) -> str:
    """Say once what all of them lack, else how many lack something and what the first does."""
    some = portion(len(lacking), len(cards), "product", "lacks", "lack")
    kinds = {tuple(missing) for _, missing in lacking}
    if len(kinds) == 1:
        return say("{some} a {lacking} in the list.", some=some, lacking=" and a ".join(lacking[0][1]))
    card, missing = lacking[0]
    return say(
        "{some} something in the list. “{title}” has no {missing}.",
        some=some,
        title=card.title[:60] or "A product",
        missing=" and no ".join(missing),
    )


def _finding(card: Card, missing: list[str], page: PageRecord) -> Finding:
    message = say("“{title}” has no {missing}.", title=card.title[:60] or "A product", missing=" and no ".join(missing))
    return Finding(message, box=card.link.box, url=page.url, key=f"{card.title[:60]} {' '.join(missing)}")
