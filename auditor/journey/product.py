"""Stage product: open a product that can be bought."""

from __future__ import annotations

from functools import partial

from auditor.facts.cards import Card, title_similarity
from auditor.facts.navigation import product_cards_ranked
from auditor.facts.page import PageFacts
from auditor.facts.patterns import addressed
from auditor.facts.ranking import Candidate
from auditor.facts.walls import is_error_page
from auditor.journey.acting import act
from auditor.journey.overlays import clear_overlays
from auditor.journey.variant import chosen_texts, other_choice, pick
from auditor.journey.walker import Product, StepDraft, Walker
from auditor.model.journey import Signal, is_confirmed
from auditor.model.stage import Stage
from auditor.words.message import say

_SAME, _SURE = 0.5, 0.5
_VARIANT_LINKS = 30
_MOST_CHOICES = 3


def ranked(facts: PageFacts) -> list[tuple[Candidate, Card]]:
    """Rank the products of a list for being ordinary ones that can be bought."""
    by_link = {card.link.n: card for card in facts.cards}
    return [(candidate, by_link[candidate.control.n]) for candidate in product_cards_ranked(facts.cards)]


async def open_product(
    walker: Walker, step: StepDraft, facts: PageFacts, candidate: Candidate, card: Card
) -> tuple[PageFacts, bool, list[Signal]]:
    """Open one product from a list; returns the page, whether it can be bought, and the signals."""
    step.attempts += 1
    result = await act(
        walker,
        facts,
        candidate.control,
        lambda f: confirm_product(facts, f, card),
        Stage.PRODUCT,
        strategy="product card",
        candidates=[c for c, _ in ranked(facts)],
    )
    after = await clear_overlays(walker, result.facts)
    signals = confirm_product(facts, after, card)
    if is_confirmed(signals) and not can_be_bought(after) and not after.buy_box.sold_out:
        variant = await _open_variant(walker, after, card)
        if variant is not None:
            return variant, True, [*confirm_product(facts, variant, card), Signal(say("a variant's own page"), "page")]
    if is_confirmed(signals) and after.buy_box.sold_out:
        chosen = await _in_stock(walker, after)
        if chosen is not None:
            return chosen, True, [*signals, Signal(say("a choice of it that is in stock"), "choice")]
    return after, is_confirmed(signals) and can_be_bought(after), signals


async def _in_stock(walker: Walker, facts: PageFacts) -> PageFacts | None:
    """Make other choices where the one that is made is sold out; returns the page of one that can be bought."""
    avoid = frozenset(chosen_texts(facts))
    for _ in range(_MOST_CHOICES):
        another = other_choice(facts, avoid)
        if another is None:
            break
        avoid |= {another[1].text}
        facts, _ = await pick(walker, facts, *another)
        facts = await clear_overlays(walker, facts)
        if can_be_bought(facts):
            return facts
    return None


def confirm_product(before: PageFacts, after: PageFacts, card: Card) -> list[Signal]:
    """One product as the subject of the page: markup, heading, price, buy button."""
    signals: list[Signal] = []
    if is_error_page(after) or after.cart_is_empty:
        return signals
    box = after.buy_box
    alike = title_similarity(card.title, box.title) >= _SAME if card.title else False
    product = after.structured.product
    button = bool(box.buttons) and box.buttons[0].p >= _SURE
    if product is not None and title_similarity(card.title, str(product.get("name", ""))) >= _SAME and (button or box.sold_out):
        signals.append(Signal(say("product markup of the chosen product and a buy button"), "markup", hard=True))
    if after.observation.meta.get("og:type", "").lower() in {"product", "og:product", "product.item"}:
        signals.append(Signal(say("og:type product"), "markup"))
    if alike:
        signals.append(Signal(say("heading “{title}”", title=box.title[:60]), "heading"))
    if box.price is not None and card.price is not None and box.price.amount.value == card.price.amount.value:
        signals.append(Signal(say("the price of the list"), "price"))
    elif box.price is not None and len(after.cards) < 2:
        signals.append(Signal(say("one main price"), "price"))
    if button:
        signals.append(Signal(say("buy button “{label_text}”", label_text=box.buttons[0].control.label_text[:40]), "button"))
    if after.url != before.url and (after.url == card.target or addressed("product", after.url)):
        signals.append(Signal(say("the product's address"), "address"))
    families = {s.family for s in signals}
    if not families & {"heading", "markup"} and not ({"price", "button"} <= families and "address" in families):
        return []  # a buy button alone may stand in any list
    return signals


def can_be_bought(facts: PageFacts) -> bool:
    """Whether the page has a button to buy with and does not say that the product is sold out."""
    return bool(facts.buy_box.likely) and not facts.buy_box.sold_out


def opened_by_search(results: PageFacts) -> bool:
    """Whether a search led straight to a product's own page: nothing is listed, and one button surely buys.

    The only hit of a search may be drawn without a link; where all of it can be pressed it looks a little like a button.
    """
    return not results.cards and can_be_bought(results) and results.buy_box.buttons[0].p >= _SURE


def note_product(walker: Walker, facts: PageFacts, card: Card | None) -> None:
    """Remember what is being bought, as the product page names it."""
    box = facts.buy_box
    title = box.title or (card.title if card else "")
    if card is not None and card.title and title_similarity(card.title, title) < _SAME and title not in facts.observation.title:
        title = card.title
    price = box.price or (card.price if card else None)
    walker.product = Product(title=title, url=facts.url, amount=price.amount if price else None)


async def _open_variant(walker: Walker, facts: PageFacts, card: Card) -> PageFacts | None:
    """Follow a link to a variant's own page, where the product's page only lists its variants."""
    here = facts.url.partition("?")[0]
    links = [
        c
        for c in facts.observation.visible
        if c.href
        and c.href.partition("#")[0] != facts.url
        and c.landmark not in {"header", "nav", "footer"}
        and (title_similarity(card.title, c.label_text) >= 0.99 or c.href.startswith(here.rstrip("/") + "/"))
        and len(c.label_text) < 120
    ]
    fallback = [k.link for k in facts.cards if len(facts.cards) > 1 and k.link.href and title_similarity(card.title, k.title) >= 0.99]
    for control in (links or fallback)[:_VARIANT_LINKS][:4]:
        before = facts
        result = await act(walker, facts, control, partial(confirm_product, before, card=card), Stage.PRODUCT, strategy="variant link")
        after = await clear_overlays(walker, result.facts)
        if is_confirmed(confirm_product(before, after, card)) and can_be_bought(after):
            return after
        await walker.tab.goto(before.url)
        facts = await clear_overlays(walker, await walker.look())
        again = next((c for c in facts.observation.visible if c.href == control.href), None)
        if again is None:
            break
    return None
