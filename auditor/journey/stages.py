"""The stages as the walk takes them: the user's hooks around each, what is configured first, else what is found out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from auditor.facts.cards import Card
from auditor.facts.page import PageFacts
from auditor.facts.walls import is_error_page
from auditor.journey.address import address_done, reach_address
from auditor.journey.cart import confirm_cart, reach_cart
from auditor.journey.category import confirm_category, listed, reach_category
from auditor.journey.checkout import confirm_checkout, is_entry, reach_checkout
from auditor.journey.configured import as_configured, by_hook
from auditor.journey.configured_product import open_configured_product
from auditor.journey.configured_search import is_configured, search_as_configured
from auditor.journey.guest import demands_account
from auditor.journey.home import reach_home
from auditor.journey.hooking import after, before
from auditor.journey.payment import reach_payment
from auditor.journey.progress import Progress
from auditor.journey.search import reach_search
from auditor.journey.shipping import reach_shipping, stated_delivery
from auditor.journey.walker import Walker
from auditor.model.journey import Signal, StepOutcome
from auditor.model.moment import Moment
from auditor.model.stage import Stage
from auditor.words.message import say


async def home(walker: Walker) -> PageFacts:
    """Open the shop."""
    await before(walker, Stage.HOME)
    facts = await reach_home(walker)
    return await after(walker, Stage.HOME) or facts


async def category(walker: Walker, facts: PageFacts) -> PageFacts | None:
    """Get to a list of products; the page itself where this stage is left out, None where there is no list."""
    if await _left_out(walker, Stage.CATEGORY, facts):
        return facts
    facts = await before(walker, Stage.CATEGORY) or facts
    found: PageFacts | None
    if _is_told(walker, Stage.CATEGORY):
        async with walker.step(Stage.CATEGORY) as step:
            found = await as_configured(walker, step, facts, lambda f: confirm_category(facts, f) if listed(f) else [])
    else:
        found = await reach_category(walker, facts)
    return await after(walker, Stage.CATEGORY) or found


async def search(walker: Walker, facts: PageFacts, wanted: Card | None) -> PageFacts | None:
    """Search for a product or for the configured term; None where that is left out or shows nothing."""
    if await _left_out(walker, Stage.SEARCH, facts):
        return None
    facts = await before(walker, Stage.SEARCH) or facts
    results: PageFacts | None = None
    if is_configured(walker):
        async with walker.step(Stage.SEARCH) as step:
            results = await search_as_configured(walker, step, facts, wanted)
            if results is None:
                step.missed(StepOutcome.NOT_FOUND, say("There was no product to search for."), facts)
    elif wanted is not None:
        results = await reach_search(walker, facts, wanted)
    return await after(walker, Stage.SEARCH) or results


async def product(walker: Walker, lists: Sequence[PageFacts], straight: PageFacts | None) -> tuple[PageFacts, Card | None]:
    """Open the product that is configured."""
    fresh = await before(walker, Stage.PRODUCT)
    facts, card = await open_configured_product(walker, lists, fresh if straight is not None and fresh is not None else straight)
    return await after(walker, Stage.PRODUCT) or facts, card


async def cart(walker: Walker, facts: PageFacts) -> tuple[PageFacts | None, str]:
    """Put the product into the cart and go there; None and the failure code where that did not work."""
    facts = await before(walker, Stage.CART) or facts
    found: PageFacts | None
    if walker.plan.overrides.hook(Stage.CART.value) is not None:
        async with walker.step(Stage.CART) as step:
            facts = await walker.witness.moment(Moment.PRODUCT, walker, facts)
            found, code = await by_hook(walker, step, partial(confirm_cart, walker)), ""
            if found is not None:
                walker.remember_total(found)
                step.facts = found = await walker.witness.moment(Moment.CART, walker, found)
    else:
        found, code = await reach_cart(walker, facts)
    return await after(walker, Stage.CART) or found, code


async def checkout(walker: Walker, facts: PageFacts) -> PageFacts:
    """Go from the cart to the checkout."""
    facts = await before(walker, Stage.CHECKOUT) or facts
    left = facts
    if _is_told(walker, Stage.CHECKOUT) and not is_entry(facts):
        async with walker.step(Stage.CHECKOUT) as step:
            facts = await as_configured(walker, step, left, partial(_confirm_checkout, walker, left)) or left
    else:
        facts = await reach_checkout(walker, facts)
    return await after(walker, Stage.CHECKOUT) or facts


async def address(walker: Walker, facts: PageFacts, progress: Progress) -> PageFacts:
    """Give the address, unless the shop has it from the account."""
    facts = await before(walker, Stage.ADDRESS) or facts
    hooked = walker.plan.overrides.hook(Stage.ADDRESS.value) is not None
    progress.known = hooked or walker.plan.overrides.login is not None
    if hooked:
        async with walker.step(Stage.ADDRESS) as step:
            facts = await by_hook(walker, step, lambda f: address_done(f, progress)) or facts
    else:
        facts = await reach_address(walker, facts, progress)
    return await after(walker, Stage.ADDRESS) or facts


async def shipping(walker: Walker, facts: PageFacts, progress: Progress) -> PageFacts:
    """See a delivery chosen."""
    facts = await before(walker, Stage.SHIPPING) or facts
    left = facts
    if walker.plan.overrides.hook(Stage.SHIPPING.value) is not None:
        async with walker.step(Stage.SHIPPING) as step:
            facts = await by_hook(walker, step, partial(_confirm_shipping, left)) or left
    else:
        facts = await reach_shipping(walker, facts, progress)
    return await after(walker, Stage.SHIPPING) or facts


async def payment(walker: Walker, facts: PageFacts) -> None:
    """See the choice of payment; nothing is sent any more after that."""
    facts = await before(walker, Stage.PAYMENT) or facts
    await reach_payment(walker, facts)
    await after(walker, Stage.PAYMENT)


def _is_told(walker: Walker, stage: Stage) -> bool:
    told = walker.plan.overrides.of(stage)
    return bool(told.url or told.control or walker.plan.overrides.hook(stage.value))


async def _left_out(walker: Walker, stage: Stage, facts: PageFacts) -> bool:
    if not walker.plan.overrides.of(stage).skip:
        return False
    async with walker.step(stage) as step:
        step.missed(StepOutcome.SKIPPED, say("Left out, as [journey.stages.{stage}] skip says.", stage=stage), facts)
    return True


def _confirm_checkout(walker: Walker, left: PageFacts, facts: PageFacts) -> list[Signal]:
    """The entry of the checkout, or its question for an account, or the checkout of a customer whose address is known."""
    signals = confirm_checkout(walker, left, facts)
    if signals or is_error_page(facts) or facts.url == left.url:
        return signals
    return [Signal(say("the checkout opens with a login"), "page", hard=True)] if demands_account(facts) else []


def _confirm_shipping(left: PageFacts, facts: PageFacts) -> list[Signal]:
    """A delivery that is chosen, or payment where only delivery was offered before."""
    chosen = next((g.selected for g in facts.checkout.shipping if g.selected), None)
    if chosen is not None:
        return [Signal(say("“{text}” is chosen", text=chosen.text[:60]), "choice", hard=True)]
    if not facts.checkout.offers_payment or facts.checkout.asks_address:
        return []
    if left.checkout.shipping and not left.checkout.offers_payment:
        return [Signal(say("payment follows the choice of delivery"), "payment", hard=True)]
    shown = stated_delivery(facts)
    return [Signal(say("“{shown}” is set", shown=shown[:60]), "choice"), Signal(say("payment follows"), "payment")] if shown else []
