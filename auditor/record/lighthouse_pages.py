"""Which addresses of a journey Lighthouse can measure, and whether the shopper's session brings one back there.

A cart and a checkout are only what they are with the shopper's session. Lighthouse sees an address and a score, not whether
the cart it measured was empty. So such a page is opened once before, in a fresh context with the same session, and must show
what the journey saw.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urldefrag, urlsplit

from playwright.async_api import Browser, Error

from auditor.browser.launch import Visitor, open_context
from auditor.browser.tab import Tab
from auditor.external.lighthouse_report import is_same_page
from auditor.facts.page import PageFacts
from auditor.facts.walls import is_error_page
from auditor.journey.buying import FOUND_CART
from auditor.journey.unopened import why_unopened
from auditor.model.device import Device
from auditor.model.journey import Journey, StepOutcome
from auditor.model.stage import Stage
from auditor.record.places import called
from auditor.record.recording import NOT_REACHED
from auditor.words.message import say

_OF_A_SESSION = (Stage.CART, Stage.CHECKOUT, Stage.ADDRESS, Stage.SHIPPING, Stage.PAYMENT)
_CARTS = 3  # links that are tried


@dataclass(frozen=True)
class Target:
    """A page to measure. `why_not` says why it cannot be; `same_as` names the stage whose page it shares.

    `others` are addresses where it may have a page of its own after all, such as the one of a cart that was seen in a drawer.
    """

    stage: Stage
    url: str = ""
    why_not: str = ""
    same_as: str = ""
    others: tuple[str, ...] = ()


def cart_addresses(seen: Sequence[PageFacts]) -> tuple[str, ...]:
    """Return where links to the cart lead, those of the last pages and the surest first."""
    links = [c.control.href for facts in reversed(seen) for c in facts.cart_links if c.p >= FOUND_CART]
    return tuple(dict.fromkeys(urldefrag(link)[0] for link in links if is_same_origin(link, seen[0].url)))[:_CARTS]


def is_same_origin(one: str, other: str) -> bool:
    """Whether two addresses are of one server."""
    return urlsplit(one)[:2] == urlsplit(other)[:2]


def targets_of(journey: Journey, asked: Collection[Stage], carts: Sequence[str] = ()) -> list[Target]:
    """Return the pages that were asked for, in the order of the way; `carts` are addresses that may be the cart's."""
    reached = {step.stage: urldefrag(step.url)[0] for step in journey.steps if step.outcome is StepOutcome.REACHED and step.url}
    return [_target(stage, journey, reached, asked, carts) for stage in Stage if stage in asked]


def _target(stage: Stage, journey: Journey, reached: Mapping[Stage, str], asked: Collection[Stage], carts: Sequence[str]) -> Target:
    if stage not in reached:
        step = journey.step(stage)
        reason = step.reason if step is not None and step.reason else journey.message
        return Target(stage, why_not=say(NOT_REACHED, page=called(stage.value), device=called(journey.device), reason=reason))
    url = reached[stage]
    earlier = [other for other in reached if other.position < stage.position and _shared(url, reached[other])]
    # a drawer over a product page has no address; steps of a checkout that share one are measured once
    for other in earlier:
        if other in asked or (other not in _OF_A_SESSION and stage in _OF_A_SESSION):
            others = (
                tuple(cart for cart in carts if not any(_shared(cart, page) for page in reached.values())) if stage is Stage.CART else ()
            )
            return Target(stage, url, same_as=other.value, others=others)
    return Target(stage, url)


def _shared(one: str, other: str) -> bool:
    return is_same_page(one, other) and is_same_page(other, one)


async def brought_back(browser: Browser, device: Device, visitor: Visitor, targets: list[Target], product: str) -> list[Target]:
    """Open what depends on the session, with the session that `visitor` holds, and say what cannot be measured, and why."""
    if not any(_depends(target) for target in targets):
        return targets
    context = await open_context(browser, device, visitor)
    try:
        tab = Tab(await context.new_page(), device)
        return [await _settled(tab, target, product) for target in targets]
    finally:
        await context.close()


def _depends(target: Target) -> bool:
    return target.stage in _OF_A_SESSION and not target.why_not and (not target.same_as or bool(target.others))


async def _settled(tab: Tab, target: Target, product: str) -> Target:
    if not _depends(target):
        return target
    if not target.same_as:
        return replace(target, why_not=await _why_not(tab, target, product))
    for other in target.others:
        own = Target(target.stage, other)
        if not await _why_not(tab, own, product):
            return own
    return target


async def _why_not(tab: Tab, target: Target, product: str) -> str:
    try:
        landing = await tab.goto(target.url)
        if landing.error:
            return say("The page could not be opened again: {why}.", why=why_unopened(landing))
        facts = await tab.look()
    except Error as error:
        return say("The page could not be opened again: {why}.", why=str(error).strip().splitlines()[0])
    if not is_same_page(target.url, facts.url):
        return say("Opened again with the shopper’s session, the address leads elsewhere, to {url}.", url=facts.url)
    return _unlike(target.stage, facts, product)


def _unlike(stage: Stage, facts: PageFacts, product: str) -> str:
    """Say how the page differs from what the journey saw, "" if it does not."""
    if is_error_page(facts):
        return say("Opened again with the shopper’s session, the address shows an error.")
    if facts.cart_is_empty or (stage is Stage.CART and product and not facts.cart_lines(product)):
        return say("Opened again with the shopper’s session, the cart is empty.")
    checkout = facts.checkout
    asks = checkout.asks_address or checkout.asks_email or checkout.passwords or facts.guest_entries
    if stage is not Stage.CART and not (asks or checkout.offers_payment or checkout.shipping):
        return say("Opened again with the shopper’s session, the address does not show the checkout.")
    return ""
