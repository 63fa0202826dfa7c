"""Stage home: open the address, get past what stands in front of the shop."""

from __future__ import annotations

from urllib.parse import urlsplit

from auditor.browser.tab import Landing
from auditor.facts.page import PageFacts
from auditor.facts.walls import CAPTCHA, UNNAMED, bot_wall, is_error_page, login_wall
from auditor.journey.configured_home import get_inside, open_home
from auditor.journey.overlays import clear_overlays, stuck
from auditor.journey.unopened import why_unopened
from auditor.journey.walker import Stop, Walker
from auditor.model.journey import Signal, is_confirmed
from auditor.model.stage import Stage
from auditor.words.message import say

_LONGEST_REFRESH = 15  # seconds
_BLANK_SECONDS = 8.0
_CHALLENGE_SECONDS = 10.0  # some challenges let an ordinary browser pass by themselves


async def reach_home(walker: Walker) -> PageFacts:
    """Open the shop; raises `Stop` for unreachable, blocked and walled shops.

    The page is recorded as it greets the visitor, before any banner is answered; the facts returned are those after.
    """
    async with walker.step(Stage.HOME) as step:
        step.action = say("opened {url}", url=walker.plan.url)
        step.attempts = 1
        landing = await open_home(walker, step)
        if landing.error:
            raise Stop("unreachable", say("{url} could not be opened: {why}.", url=walker.plan.url, why=why_unopened(landing)))
        facts = await _past_challenge(walker, await _past_refresh(walker, await walker.look()))
        if facts.status < 400 and not is_confirmed(confirm_home(facts, landing)):
            # A page built by script may be blank for a while after it has loaded.
            facts, _ = await walker.tab.until(lambda f: is_confirmed(confirm_home(f, landing)), _BLANK_SECONDS, idle=False)
        if facts.status >= 400:
            if facts.status == 401:
                raise Stop("login_wall", say("The shop answers 401: it wants a user name and a password (see --basic-auth)."))
            raise Stop("server_error", say("{url} answered with HTTP status {status}.", url=facts.url, status=facts.status))
        facts = await get_inside(walker, step, facts)
        if login_wall(facts):
            step.facts = facts
            raise Stop("login_wall", say("{url} shows only a login form.", url=facts.url))
        walker.site_host = urlsplit(facts.url).netloc
        asked = urlsplit(walker.plan.url).netloc
        if walker.site_host.removeprefix("www.") != asked.removeprefix("www."):
            walker.note(say("{asked} redirected to {site_host}.", asked=asked, site_host=walker.site_host))
        step.reached(facts, confirm_home(facts, landing))
    facts = await clear_overlays(walker, facts)
    blocking = stuck(facts)
    if blocking is not None:
        walker.note(say("Something still covers the page: “{words}”.", words=blocking.words[:80]))
    return facts


def confirm_home(facts: PageFacts, landing: Landing) -> list[Signal]:
    """A page of the site that is neither an error nor a wall, with something on it."""
    signals = []
    if 200 <= (facts.status or landing.status) < 400:
        signals.append(Signal(say("HTTP status {status}", status=facts.status or landing.status), "network"))
    if len(facts.observation.visible) >= 3 and not is_error_page(facts):
        signals.append(Signal(say("{visible} links and controls", visible=len(facts.observation.visible)), "page"))
    return signals


async def _past_refresh(walker: Walker, facts: PageFacts) -> PageFacts:
    """Follow a page that sends the visitor on by itself after a moment."""
    delay, separator, _ = facts.observation.meta.get("refresh", "").partition(";")
    if separator and delay.strip().isdecimal() and int(delay) <= _LONGEST_REFRESH:
        facts, _ = await walker.tab.until(lambda f: f.url != facts.url, int(delay) + 4.0, idle=False)
    return facts


async def _past_challenge(walker: Walker, facts: PageFacts) -> PageFacts:
    vendor = bot_wall(facts, walker.tab.headers)
    if not vendor:
        return facts
    if facts.observation.full_text and facts.status in {0, 200, 403, 503} and _runs_script(facts):
        facts, _ = await walker.tab.until(lambda f: not bot_wall(f, {}) and f.status < 400, _CHALLENGE_SECONDS)
        vendor = bot_wall(facts, walker.tab.headers)
        if not vendor:
            return facts
    raise Stop("bot_wall", told_wall(vendor, facts))


def told_wall(vendor: str, facts: PageFacts) -> str:
    """Say which protection answered instead of the shop."""
    status = say("HTTP status {status}", status=facts.status) if facts.status else say("HTTP status unknown")
    if vendor == UNNAMED:
        return say("A bot protection answered instead of the shop ({status}).", status=status)
    if vendor == CAPTCHA:
        return say("A captcha answered instead of the shop ({status}).", status=status)
    return say("{vendor} answered instead of the shop ({status}).", vendor=vendor, status=status)


def _runs_script(facts: PageFacts) -> bool:
    return bool(facts.observation.embedded) or facts.lexicon.mentions("bot_wall", facts.observation.title)
