"""Stage home as it is configured: where to start, logging in, and a door to press."""

from __future__ import annotations

from functools import partial

from auditor.browser.tab import Landing, fingerprint
from auditor.facts.page import PageFacts
from auditor.facts.walls import is_error_page, login_wall
from auditor.journey.configured import misfit, press_configured, reach
from auditor.journey.hooking import instead
from auditor.journey.login import log_in
from auditor.journey.overlays import clear_overlays
from auditor.journey.overrides import setting
from auditor.journey.unopened import why_unopened
from auditor.journey.walker import StepDraft, Stop, Walker
from auditor.model.journey import Signal
from auditor.model.stage import Stage
from auditor.words.message import say


async def open_home(walker: Walker, step: StepDraft) -> Landing:
    """Open the shop: by its hook, at its configured address, or at the address of the audit."""
    if walker.plan.overrides.hook(Stage.HOME.value) is not None:
        step.action = say("configured hook home")
        await instead(walker, Stage.HOME)
        if not walker.tab.page.url.startswith("http"):
            raise Stop(
                "setting_failed",
                say(
                    "The hook home ({path}) opened no shop but {url}.", path=str(walker.plan.overrides.hooks.path), url=walker.tab.page.url
                ),
            )
        return Landing(walker.tab.page.url, walker.tab.status)
    url = walker.plan.overrides.of(Stage.HOME).url
    if not url:
        return await walker.tab.goto(walker.plan.url)
    step.action = say("opened the configured address {url}", url=url)
    walker.used.add(setting(Stage.HOME, "url"))
    landing = await walker.tab.goto(url)
    if landing.error or landing.status >= 400:
        why = why_unopened(landing) if landing.error else say("HTTP status {status}", status=landing.status)
        raise misfit(Stage.HOME, "url", say("{url} could not be opened: {why}", url=url, why=why))
    return landing


async def get_inside(walker: Walker, step: StepDraft, facts: PageFacts) -> PageFacts:
    """Log in and pass the configured door, if there are such; the page is recorded as it greets the visitor, before that.

    A shop that shows nothing but its login is recorded as it is behind it.
    """
    overrides = walker.plan.overrides
    door = overrides.of(Stage.HOME).control
    walled = overrides.login is not None and login_wall(facts)
    if (door or overrides.login) and not walled:
        await walker.capture(step, facts)
    if overrides.login is not None:
        action, home = step.action, (overrides.of(Stage.HOME).url or walker.plan.url) if walled else facts.url
        await log_in(walker, facts, overrides.login)
        await walker.tab.goto(home)
        facts = await walker.look()
        step.action = say("{action}, configured login", action=action)
    if door:
        before = await clear_overlays(walker, facts)
        facts = await press_configured(walker, step, before, Stage.HOME, partial(_behind, before))
        reach(walker, step, facts, _behind(before, facts), door)
    return facts


def _behind(before: PageFacts, after: PageFacts) -> list[Signal]:
    if is_error_page(after) or fingerprint(after.observation) == fingerprint(before.observation):
        return []
    return [Signal(say("another page behind it"), "page", hard=True)]
