"""Stage product as it is configured: an address, a name, a link to press, or a hook."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from auditor.facts.cards import Card, title_similarity
from auditor.facts.page import PageFacts
from auditor.facts.walls import is_error_page
from auditor.journey.configured import as_configured, note_attempt, open_address
from auditor.journey.overlays import clear_overlays
from auditor.journey.overrides import setting
from auditor.journey.product import can_be_bought, open_product, ranked
from auditor.journey.walker import StepDraft, Stop, Walker
from auditor.model.journey import Signal, StepOutcome, is_confirmed
from auditor.model.stage import Stage
from auditor.observe import Control
from auditor.words.message import say

_SAME = 0.6


def named_card(name: str) -> Card | None:
    """Return a product of which only the name is known, as something to search for."""
    return Card(0, 0, Control(0, "a"), name, None, pictured=False) if name else None


async def open_configured_product(walker: Walker, lists: Sequence[PageFacts], straight: PageFacts | None) -> tuple[PageFacts, Card | None]:
    """Open the configured product; returns its page and the card it was opened by, if any.

    `lists` are the pages to look for its name or its link on, the best first; `straight` is its page where the search led
    there at once. Raises `Stop` where it is not found or cannot be bought: no other one is bought instead.
    """
    overrides = walker.plan.overrides
    async with walker.step(Stage.PRODUCT) as step:
        if overrides.hook(Stage.PRODUCT.value) or overrides.of(Stage.PRODUCT).control:
            facts, card = await _as_configured(walker, step, lists), None
        elif overrides.product_url:
            facts, card = await _by_address(walker, step, overrides.product_url), None
        else:
            facts, card = await _by_name(walker, step, lists, straight)
        if not can_be_bought(facts) and (facts.buy_box.sold_out or not _tells_how_to_buy(walker)):
            code = "no_in_stock_product" if facts.buy_box.sold_out else "no_product_found"
            step.missed(StepOutcome.FAILED, say("The configured product at {url} cannot be bought.", url=facts.url), facts)
            raise Stop(code, say("The configured product at {url} cannot be bought.", url=facts.url))
    return facts, card


def _tells_how_to_buy(walker: Walker) -> bool:
    """Whether the buy button is configured too; it may be one that nobody would find."""
    return bool(walker.plan.overrides.of(Stage.CART).control) or walker.plan.overrides.hook(Stage.CART.value) is not None


async def _as_configured(walker: Walker, step: StepDraft, lists: Sequence[PageFacts]) -> PageFacts:
    """By its hook, or by the link that is configured: on the best list."""
    facts = await _back_to(walker, lists[0]) if lists else await walker.look()
    return await as_configured(walker, step, facts, partial(confirm_configured, facts, told=_tells_how_to_buy(walker))) or facts


async def _by_address(walker: Walker, step: StepDraft, url: str) -> PageFacts:
    name = "[journey] product" if walker.plan.overrides.product else setting(Stage.PRODUCT, "url")
    before = await walker.look()
    facts = await open_address(walker, step, url, name)
    confirm = partial(confirm_configured, before, told=_tells_how_to_buy(walker))
    facts, _ = await walker.tab.until(lambda f: is_confirmed(confirm(f)), 4.0)
    signals = confirm(facts)
    note_attempt(walker, Stage.PRODUCT, "configured address", url, signals, before.url, facts.url)
    if not is_confirmed(signals):
        raise Stop(
            "setting_failed",
            say("{name} {url} led to {url2}, which shows no product with a price and a way to buy it.", name=name, url=url, url2=facts.url),
        )
    step.reached(facts, signals)
    return facts


async def _by_name(
    walker: Walker, step: StepDraft, lists: Sequence[PageFacts], straight: PageFacts | None
) -> tuple[PageFacts, Card | None]:
    name = walker.plan.overrides.product_name
    if straight is not None and title_similarity(name, straight.buy_box.title) >= _SAME:
        signals = [
            Signal(say("the search led straight to the product"), "address"),
            Signal(say("heading “{title}”", title=straight.buy_box.title[:60]), "heading"),
        ]
        step.reached(straight, signals, say("the search for the configured product “{name}” led straight to it", name=name[:60]))
        return straight, named_card(name)
    for source in lists:
        page = await _back_to(walker, source)
        alike = max(ranked(page), key=lambda item: title_similarity(name, item[1].title), default=None)
        if alike is None or title_similarity(name, alike[1].title) < _SAME:
            continue
        after, _, signals = await open_product(walker, step, page, *alike)
        if is_confirmed(signals):
            step.reached(after, signals, say("opened the configured product “{title}”", title=alike[1].title[:60]))
            return after, alike[1]
    raise Stop("setting_failed", say("[journey] product “{name}” was not found, neither by searching for it nor in a list.", name=name))


async def _back_to(walker: Walker, source: PageFacts) -> PageFacts:
    facts = await walker.look()
    if facts.url != source.url:
        await walker.tab.goto(source.url)
        facts = await walker.look()
    return await clear_overlays(walker, facts)


def confirm_configured(before: PageFacts, after: PageFacts, *, told: bool = False) -> list[Signal]:
    """One product as the subject of the page, whichever it is: its price apart from any list, a button, markup. Pure.

    `told`: how to buy it is configured, so that it need not have a button that is known as one.
    """
    box = after.buy_box
    button = bool(box.buttons) and box.buttons[0].p >= 0.5
    product = after.structured.product
    if is_error_page(after) or after.cart_is_empty or not box.title or not (button or box.sold_out or box.price is not None):
        return []
    signals: list[Signal] = []
    if product is not None and title_similarity(box.title, str(product.get("name", ""))) >= _SAME and (button or box.sold_out):
        signals.append(Signal(say("product markup of what the heading names and a buy button"), "markup", hard=True))
    if after.observation.meta.get("og:type", "").lower() in {"product", "og:product", "product.item"}:
        signals.append(Signal(say("og:type product"), "markup"))
    if box.price is not None:
        signals.append(Signal(say("one main price"), "price"))
    if button:
        signals.append(Signal(say("buy button “{label_text}”", label_text=box.buttons[0].control.label_text[:40]), "button"))
    elif box.sold_out:
        signals.append(Signal(say("says that it is sold out"), "button"))
    if after.url != before.url:
        signals.append(Signal(say("another address"), "address"))
    families = {s.family for s in signals}
    enough = {"price", "address"} if told else {"price", "button"}
    return signals if "markup" in families or enough <= families else []
