"""One device's whole way through a shop, and its back-tracking: other products, other lists, the other route."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from playwright.async_api import Error

from auditor.browser.tab import Gone
from auditor.errors import AuditorError
from auditor.facts.cards import Card, title_similarity
from auditor.facts.page import PageFacts
from auditor.facts.ranking import Candidate
from auditor.facts.walls import bot_wall
from auditor.journey import stages
from auditor.journey.configured import note_unused
from auditor.journey.configured_product import named_card
from auditor.journey.doorway import pass_doorways
from auditor.journey.home import told_wall
from auditor.journey.hooking import after, before
from auditor.journey.list_buying import buy_from_list
from auditor.journey.product import can_be_bought, note_product, open_product, opened_by_search, ranked
from auditor.journey.progress import Progress
from auditor.journey.returning import back_to
from auditor.journey.walker import Stop, Walker
from auditor.model.failure import FAILURES
from auditor.model.journey import Ended, Journey, Signal, Step, StepOutcome, is_confirmed
from auditor.model.moment import Moment
from auditor.model.stage import Stage
from auditor.words.message import say, together

_MOST_PRODUCTS = 4
_FROM_SEARCH = say("opened from the search")
_log = logging.getLogger(__name__)


@dataclass
class _List:
    """A page of products to choose from: a category or search results."""

    facts: PageFacts
    used: set[str]


async def walk(walker: Walker) -> Journey:
    """Walk as far as the shop allows and say how it ended; a fault of ours ends it too, and costs nothing that was seen.

    Raises `asyncio.CancelledError` when interrupted, after the steps so far have been noted on the walker.
    """
    started = time.monotonic()
    code, detail = "", ""
    try:
        async with asyncio.timeout(walker.plan.max_seconds):
            try:
                await _through_the_shop(walker)
            except Stop as stop:
                raise await _explained(walker, stop) from stop
    except Stop as stop:
        code, detail = stop.failure.code, stop.detail
    except TimeoutError:
        code = "out_of_time"
        detail = say("The journey took longer than the {max_seconds:g} seconds it was given.", max_seconds=walker.plan.max_seconds)
    except Error as error:
        code = "browser_crashed" if walker.tab.crashed or walker.tab.page.is_closed() else "engine_error"
        detail = str(error).strip().splitlines()[0][:200] if code == "engine_error" else ""
    except (OSError, AuditorError):
        raise  # a full disk, a wrong hook: no affair of this journey
    except Exception as error:  # noqa: BLE001 - whatever it is, the recording is kept
        _log.exception("The journey of the %s broke", walker.tab.device.name)
        code, detail = "engine_error", f"{type(error).__name__}: {error}"[:200]
    return conclude(walker, code, detail, time.monotonic() - started)


async def _explained(walker: Walker, stop: Stop) -> Stop:
    """Return why a walk really stopped: a bot protection that came up on the way explains whatever could not be found."""
    if stop.failure.ended is Ended.BLOCKED or stop.failure.code == "order_suspected":
        return stop
    try:
        facts = await walker.tab.look()
    except (Error, Gone):
        return stop
    vendor = bot_wall(facts, walker.tab.headers)
    if not vendor:
        return stop
    detail = told_wall(vendor, facts)
    if walker.steps and walker.steps[-1].outcome is not StepOutcome.REACHED:
        walker.steps[-1] = replace(walker.steps[-1], outcome=StepOutcome.BLOCKED, reason=detail)
    return Stop("bot_wall", detail)


def conclude(walker: Walker, code: str, detail: str, seconds: float) -> Journey:
    """Sum up a walk: one step per stage, the way it ended, and why in a sentence."""
    if code == "no_product_found" and not any(_sells(facts) for facts in walker.seen):
        code, detail = "not_a_shop", ""
        walker.steps[:] = [_no_shop_step(step) for step in walker.steps]
    failure = FAILURES.get(code)
    ended = failure.ended if failure else Ended.PAYMENT_REACHED
    message = say("The payment step was reached; nothing was ordered.") if failure is None else failure.sentence
    if failure and detail and detail != failure.sentence:
        message = together(failure.sentence, detail, between=" ")
    return Journey(
        walker.tab.device.name, ended, tuple(one_per_stage(walker.steps)), code or None, message, round(seconds, 3), tuple(walker.notes)
    )


def _sells(facts: PageFacts) -> bool:
    """Whether a page shows that something is sold: a cart, a buy button, product markup. Blogs have prices too."""
    cart = any(
        c.p >= 0.75
        and c.control.visible
        and (c.features.get("address") or c.features.get("attribute") or len(c.control.label_text.split()) <= 3)
        for c in facts.cart_links
    )
    button = bool(facts.buy_box.buttons) and facts.buy_box.buttons[0].p >= 0.7
    return cart or button or bool(facts.structured.of_type("Product", "ProductGroup", "Offer"))


def _no_shop_step(step: Step) -> Step:
    """On a site that sells nothing, a list of links was no product list."""
    if step.stage is Stage.HOME or step.outcome is not StepOutcome.REACHED:
        return step
    return replace(step, outcome=StepOutcome.NOT_FOUND, reason=say("There are lists of links, but nothing is sold."))


def one_per_stage(steps: Sequence[Step]) -> list[Step]:
    """Merge repeated attempts at a stage: the reached one counts, else the last; effort and attempts add up."""
    merged: dict[Stage, Step] = {}
    for step in steps:
        first = merged.get(step.stage)
        if first is None:
            merged[step.stage] = step
            continue
        best = first if first.outcome is StepOutcome.REACHED and step.outcome is not StepOutcome.REACHED else step
        merged[step.stage] = replace(
            best,
            attempts=first.attempts + step.attempts,
            seconds=round(first.seconds + step.seconds, 3),
            clicks=first.clicks + step.clicks,
            fields=first.fields + step.fields,
            characters=first.characters + step.characters,
            choices=first.choices + step.choices,
            page_loads=first.page_loads + step.page_loads,
            wait_seconds=round(first.wait_seconds + step.wait_seconds, 3),
            dialogs=first.dialogs + step.dialogs,
            errors=first.errors + step.errors,
            scrolled=round(first.scrolled + step.scrolled, 2),
            typed=first.typed + step.typed,
        )
    return sorted(merged.values(), key=lambda step: step.stage.position)


async def _through_the_shop(walker: Walker) -> None:
    home = await pass_doorways(walker, await stages.home(walker))
    walker.tab.furniture |= home.standing_forms
    home = await walker.witness.moment(Moment.HOME, walker, home)
    cart = await _to_the_cart(walker, home)
    checkout = await stages.checkout(walker, cart)
    progress = Progress()
    facts = await stages.address(walker, checkout, progress)
    facts = await stages.shipping(walker, facts, progress)
    if progress.paid_first:
        walker.guard.sealed = True  # the address was the last thing asked: nothing is pressed any more
    else:
        await stages.payment(walker, facts)
    note_unused(walker)


async def _to_the_cart(walker: Walker, home: PageFacts) -> PageFacts:
    """Find a product and add it; a product that cannot be bought gives way to the next, a list to another list."""
    overrides = walker.plan.overrides
    category = await stages.category(walker, home)
    if category is None and not overrides.leads_to_product:
        cart = await _from_the_list(walker, [home])
        if cart is not None:
            return cart
        if not walker.passed:
            raise Stop("no_product_found")
        page = await back_to(walker, walker.passed[0], can_be_bought)
        return await _buy_from(walker, page, None, [], how=say("met while looking for a list"))
    lists = [_List(category, set())] if category is not None else []
    first = named_card(overrides.product_name) or (_first(lists[0]) if lists else None)
    straight = None
    if first is not None or overrides.leads_to_product:
        page = await walker.witness.moment(Moment.LIST, walker, category or await walker.look())
        results = await stages.search(walker, page, first)
        if results is not None and results.cards:
            lists.insert(0, _List(results, set()))
        if results is not None and opened_by_search(results):
            straight = results
    if overrides.tells_product:
        return await _buy_configured(walker, lists, straight)
    return await _buy_from(walker, straight, None if overrides.search else first, lists)


async def _buy_configured(walker: Walker, lists: list[_List], straight: PageFacts | None) -> PageFacts:
    """Buy the product that is configured, and no other."""
    facts, card = await stages.product(walker, [source.facts for source in lists], straight)
    note_product(walker, facts, card)
    cart, code = await stages.cart(walker, facts)
    if cart is None:
        raise Stop(code, say("No other product than the configured one was tried."))
    return cart


async def _buy_from(
    walker: Walker, opened: PageFacts | None, wanted: Card | None, lists: list[_List], how: str = _FROM_SEARCH
) -> PageFacts:
    reasons: list[str] = []
    tried: set[str] = set()
    for _ in range(_MOST_PRODUCTS):
        facts: PageFacts | None
        fresh = await before(walker, Stage.PRODUCT)
        if opened is not None:
            facts, opened = fresh or opened, None
            card = wanted
            async with walker.step(Stage.PRODUCT) as step:
                step.reached(
                    facts,
                    [Signal(say("a product's own page"), "address"), Signal(say("buy button"), "button")],
                    how,
                )
        else:
            facts, card = await _open_next(walker, lists, tried, wanted, reasons)
            if facts is None:
                break
        facts = await after(walker, Stage.PRODUCT) or facts
        note_product(walker, facts, card)
        cart, code = await stages.cart(walker, facts)
        if cart is not None:
            return cart
        reasons.append(code)
    if all(reason == "no_product_found" for reason in reasons):
        cart = await _from_the_list(walker, [source.facts for source in reversed(lists)])
        if cart is not None:
            return cart
    raise Stop(_why(reasons))


async def _from_the_list(walker: Walker, pages: list[PageFacts]) -> PageFacts | None:
    """Buy on a page that sells by itself, the first of the pages that does."""
    for page in pages:
        if not page.order_rows:
            continue
        facts = await back_to(walker, page, lambda f: bool(f.order_rows))
        cart = await buy_from_list(walker, facts)
        if cart is not None:
            return cart
    return None


async def _open_next(
    walker: Walker, lists: list[_List], tried: set[str], wanted: Card | None, reasons: list[str]
) -> tuple[PageFacts | None, Card | None]:
    """Open the best product not tried yet; sold-out ones are passed by."""
    for source in lists:
        while (choice := _next(source, tried, wanted)) is not None:
            _, card = choice
            source.used.add(_key(card))
            tried.add(_key(card))
            facts = await back_to(walker, source.facts, partial(_offers, _key(card)))
            source.facts = facts
            again = _find(facts, _key(card))
            if again is None:
                continue
            async with walker.step(Stage.PRODUCT) as step:
                after, good, signals = await open_product(walker, step, facts, *again)
                if is_confirmed(signals):
                    step.reached(after, signals, say("opened “{title}”", title=card.title[:60]))
                    if good:
                        return after, card
                else:
                    step.missed(StepOutcome.NOT_FOUND, say("“{title}” led to no product page.", title=card.title[:60]), after)
                sold_out = after.buy_box.sold_out
                reasons.append("no_in_stock_product" if sold_out else "no_product_found")
                title = card.title[:60]
                walker.note(say("“{title}” is sold out.", title=title) if sold_out else say("“{title}” has no buy button.", title=title))
            if len([r for r in reasons if r in {"no_in_stock_product", "no_product_found"}]) >= 2 * _MOST_PRODUCTS:
                return None, None
    return None, None


def _offers(key: str, facts: PageFacts) -> bool:
    return _find(facts, key) is not None


def _find(facts: PageFacts, key: str) -> tuple[Candidate, Card] | None:
    return next(((c, k) for c, k in ranked(facts) if _key(k) == key), None)


def _next(source: _List, tried: set[str], wanted: Card | None) -> tuple[Candidate, Card] | None:
    fresh = [(c, k) for c, k in ranked(source.facts) if _key(k) not in source.used and _key(k) not in tried]
    if not fresh:
        return None
    if wanted is not None and not tried:
        same = [item for item in fresh if title_similarity(wanted.title, item[1].title) >= 0.6]
        if same:
            return same[0]
    return fresh[0]


def _first(source: _List) -> Card | None:
    choice = _next(source, set(), None)
    return choice[1] if choice else None


def _key(card: Card) -> str:
    return card.target.partition("#")[0] or card.title


def _why(reasons: Sequence[str]) -> str:
    if not reasons:
        return "no_product_found"
    if all(reason == "no_in_stock_product" for reason in reasons):
        return "no_in_stock_product"
    return next((r for r in reversed(reasons) if r not in {"no_in_stock_product", "no_product_found"}), "no_product_found")
