"""Runs the user's step hooks on the journey: before a stage, after it, or in place of what the journey would do itself.

A hook gets the page and does what it likes with it, and the rails against ordering hold for it too: the veto of `hook_rail` on
what it presses; the guard on the network, in its strict mode; the seal on everything once payment is reached; and there is
nothing to pay with. After each hook the page is looked at for an order confirmation.
"""

from __future__ import annotations

import time
from dataclasses import replace

from auditor.browser.tab import ACTION_SECONDS
from auditor.facts.page import PageFacts
from auditor.journey.evidence import Attempt
from auditor.journey.hook_file import Hook, described
from auditor.journey.hook_rail import rail_of
from auditor.journey.walker import Stop, Walker
from auditor.model.journey import StepOutcome
from auditor.model.stage import Stage
from auditor.words.message import say, together

_HOOK_SECONDS = 30.0  # how long an action of a hook waits for its element: Playwright's own default, which recorded scripts count on


async def before(walker: Walker, stage: Stage) -> PageFacts | None:
    """Run the hook before a stage; returns the page it leaves, None without such a hook. Its failure is a step of the stage."""
    hook = walker.plan.overrides.hook(f"before_{stage}")
    if hook is None:
        return None
    try:
        return await _run(walker, stage, f"before_{stage}", hook)
    except Stop as stop:
        async with walker.step(stage) as step:
            step.action = say("configured hook before_{stage}", stage=stage)
            raise stop from stop.__cause__


async def after(walker: Walker, stage: Stage) -> PageFacts | None:
    """Run the hook after a stage that was reached; returns the page it leaves, None without one. Its failure ends the step."""
    hook = walker.plan.overrides.hook(f"after_{stage}")
    place = next((i for i in reversed(range(len(walker.steps))) if walker.steps[i].stage is stage), None)
    if hook is None or place is None or walker.steps[place].outcome is not StepOutcome.REACHED:
        return None
    try:
        return await _run(walker, stage, f"after_{stage}", hook)
    except Stop as stop:
        walker.steps[place] = replace(walker.steps[place], outcome=StepOutcome.FAILED, reason=stop.detail or stop.failure.sentence)
        raise


async def instead(walker: Walker, stage: Stage) -> PageFacts | None:
    """Run the hook that takes the place of what the journey does for a stage; returns the page it leaves, None without one."""
    hook = walker.plan.overrides.hook(stage.value)
    return await _run(walker, stage, stage.value, hook) if hook is not None else None


async def _run(walker: Walker, stage: Stage, name: str, hook: Hook) -> PageFacts:
    hooks, page, url = walker.plan.overrides.hooks, walker.tab.page, walker.tab.page.url
    blocked, started = len(walker.guard.blocked), time.monotonic()
    walker.used.add(name)
    problem = ""
    page.set_default_timeout(_HOOK_SECONDS * 1000)
    rail = await rail_of(walker)
    await rail.start(stage)
    try:
        await hook(page)
    except (Exception, SystemExit) as error:  # whatever a hook raises is the hook's
        if walker.tab.crashed:
            raise
        problem = say(
            "The hook {name} failed ({where}): {described}", name=name, where=hooks.where(error.__traceback__), described=described(error)
        )
    page.set_default_timeout(ACTION_SECONDS * 1000)
    await walker.follow_new_tab()
    closed = walker.tab.page.is_closed()
    if not closed:
        await walker.tab.settle()
    elif not problem:
        problem = say("The hook {name} ({path}) closed the page.", name=name, path=str(hooks.path))
    rail.stage = None
    warnings = [
        say("The hook {name} wanted to press “{label}”, which was stopped: {why}.", name=name, label=press.label[:60], why=press.why)
        for press in rail.stopped
    ]
    if len(walker.guard.blocked) > blocked:
        warnings.append(say("A request that may order was stopped during the hook {name}.", name=name))
    for warning in warnings:
        walker.note(warning)
    seconds = round(time.monotonic() - started, 3)
    now = "" if closed else walker.tab.page.url
    note = together(*filter(None, (problem, *warnings)), between=" ")
    walker.tried(Attempt(stage, "configured hook", say("hook {name}", name=name), "hook", not problem, (), url, now, seconds, note=note))
    if problem:
        raise Stop("hook_failed", note)
    facts = await walker.look()
    if walker.is_thanked(facts):
        raise Stop("order_suspected")
    return facts
