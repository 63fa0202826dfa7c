"""Does for a stage what is configured instead of what would be found out, and verifies it in the same way.

A hint that does not fit ends the journey with a step that names it: a set-up that quietly falls back to guessing would
audit something else than what was asked for. The rails against ordering are stricter here than for what the journey finds
itself, since a selector may point anywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from functools import partial
from urllib.parse import urldefrag

from playwright.async_api import Error

from auditor.browser.tab import Gone
from auditor.facts.checkout import is_final_label
from auditor.facts.page import PageFacts
from auditor.facts.walls import is_error_page
from auditor.journey.acting import Confirm, act, refind
from auditor.journey.boxes import tick_required
from auditor.journey.evidence import Attempt, described, names
from auditor.journey.hooking import instead
from auditor.journey.overlays import clear_overlays
from auditor.journey.overrides import setting
from auditor.journey.repair import Corrections, repair
from auditor.journey.resolving import BadSelector, await_control, find_control
from auditor.journey.unopened import why_unopened
from auditor.journey.veto import is_review, veto
from auditor.journey.walker import StepDraft, Stop, Walker
from auditor.model.journey import Signal, is_confirmed
from auditor.model.stage import Stage
from auditor.observe import Control
from auditor.words.message import say, together

_BROWSING = {Stage.HOME, Stage.CATEGORY, Stage.SEARCH, Stage.PRODUCT}
_LAST = {Stage.ADDRESS, Stage.SHIPPING, Stage.PAYMENT}
_PATIENCE = 6.0
_WANTED = {
    Stage.HOME: say("a page behind it"),
    Stage.CATEGORY: say("a list of products"),
    Stage.SEARCH: say("results of a search"),
    Stage.PRODUCT: say("a product with a way to buy it"),
    Stage.CART: say("the cart with the product in it"),
    Stage.CHECKOUT: say("a checkout"),
    Stage.ADDRESS: say("what comes after the address"),
    Stage.SHIPPING: say("a chosen delivery"),
    Stage.PAYMENT: say("a choice of payment with a total"),
}


async def as_configured(walker: Walker, step: StepDraft, facts: PageFacts, confirm: Confirm) -> PageFacts | None:
    """Take the step as it is configured: its hook, or its address and then its control.

    Returns the verified page, None where nothing is configured. Raises `Stop` with what does not fit.
    """
    stage, told = step.stage, walker.plan.overrides.of(step.stage)
    after = await by_hook(walker, step, confirm)
    if after is not None:
        return after
    if not told.url and not told.control:
        return None
    opened = await open_configured(walker, step, stage)
    if told.control:
        after = await press_configured(walker, step, opened or facts, stage, confirm)
        return reach(walker, step, after, confirm(after), told.control)
    after, _ = await walker.tab.until(lambda f: is_confirmed(_at_address(told.url, f, confirm(f))), _PATIENCE)
    after = await clear_overlays(walker, after)
    signals = _at_address(told.url, after, confirm(after))
    note_attempt(walker, stage, "configured address", told.url, signals, facts.url, after.url)
    return reach(walker, step, after, signals, say("url {url}", url=told.url))


async def by_hook(walker: Walker, step: StepDraft, confirm: Confirm) -> PageFacts | None:
    """Take the step by the hook that replaces it and verify what it came to; None without such a hook."""
    stage = step.stage
    if walker.plan.overrides.hook(stage.value) is None:
        return None
    step.attempts += 1
    step.action = say("configured hook {stage}", stage=stage)
    await instead(walker, stage)
    after, _ = await walker.tab.until(lambda f: is_confirmed(confirm(f)), _PATIENCE)
    if stage not in _LAST:
        after = await clear_overlays(walker, after)
    signals = confirm(after)
    if is_confirmed(signals):
        step.reached(after, list(signals), step.action)
        return after
    raise Stop(
        "setting_failed",
        say(
            "The hook {stage} ({path}) led to {url}, which shows no sign of {wanted}.",
            stage=stage,
            path=str(walker.plan.overrides.hooks.path),
            url=after.url,
            wanted=_WANTED[stage],
        ),
    )


def reach(walker: Walker, step: StepDraft, facts: PageFacts, signals: Sequence[Signal], by: str) -> PageFacts:
    """Note the step as reached if the signals verify it; raises `Stop` naming the setting if they do not."""
    if not is_confirmed(signals):
        raise misfit(step.stage, by, say("led to {url}, which shows no sign of {wanted}", url=facts.url, wanted=_WANTED[step.stage]))
    step.reached(facts, list(signals), step.action or say("configured {by}", by=by))
    return facts


def misfit(stage: Stage, by: str, why: str) -> Stop:
    """Make the end of a journey whose setting for a stage does not fit."""
    return Stop("setting_failed", say("{setting} {why}.", setting=setting(stage, by), why=why))


async def open_configured(walker: Walker, step: StepDraft, stage: Stage) -> PageFacts | None:
    """Open the address that is configured for a stage; None where there is none. Raises `Stop` if it cannot be opened."""
    url = walker.plan.overrides.of(stage).url
    return await open_address(walker, step, url, setting(stage, "url")) if url else None


async def open_address(walker: Walker, step: StepDraft, url: str, name: str) -> PageFacts:
    """Open a configured address; raises `Stop` naming the setting if that gives no page."""
    walker.used.add(name)
    step.attempts += 1
    step.action = say("opened the configured address {url}", url=url)
    landing = await walker.tab.goto(url)
    if landing.error:
        raise Stop("setting_failed", say("{name} {url} could not be opened: {why}.", name=name, url=url, why=why_unopened(landing)))
    facts = await clear_overlays(walker, await walker.look())
    if is_error_page(facts):
        why = say("{name} {url} leads to an error page.", name=name, url=url)
        if facts.status >= 400:
            why = say("{name} {url} leads to an error page (HTTP status {status}).", name=name, url=url, status=facts.status)
        raise Stop("setting_failed", why)
    return facts


async def press_configured(
    walker: Walker, step: StepDraft, facts: PageFacts, stage: Stage, confirm: Confirm, *, patience: float = _PATIENCE
) -> PageFacts:
    """Press the control that is configured for a stage; returns the page it led to, verified by nobody yet.

    Raises `Stop` naming the setting where it matches nothing, must not be pressed, or has no effect.
    """
    told = walker.plan.overrides.of(stage)
    facts = await clear_overlays(walker, facts)
    facts, control = await resolved(walker, facts, stage, wait=True)
    if control is None:
        raise misfit(stage, told.control, say("matches nothing on {url}", url=facts.url))
    walker.used.add(setting(stage, told.control))
    step.attempts += 1
    step.action = say("configured {control}: pressed “{shown}”", control=told.control, shown=_shown(control))
    refused = forbidden(facts, control, stage)
    if refused:
        raise refusal(walker, facts, control, stage, refused)
    if control.disabled and stage not in _BROWSING and await tick_required(walker, facts):
        facts = await walker.look()
        control = refind(facts, control) or control
    stopped = len(walker.guard.blocked)
    with nullcontext() if stage in _BROWSING else walker.guard.step():
        result = await act(
            walker, facts, control, confirm, stage, strategy=say("configured {control}", control=told.control), patience=patience
        )
    if len(walker.guard.blocked) > stopped:
        raise misfit(
            stage, told.control, say("points at {described}, whose request may order and was stopped", described=described(control))
        )
    if walker.is_thanked(result.facts):
        raise Stop("order_suspected")
    if not result.changed and not result.confirmed:
        named = described(control)
        raise misfit(
            stage,
            told.control,
            say("points at {described}, and pressing it had no effect ({note})", described=named, note=result.note)
            if result.note
            else say("points at {described}, and pressing it had no effect", described=named),
        )
    return await clear_overlays(walker, result.facts)


async def resolved(walker: Walker, facts: PageFacts, stage: Stage, *, wait: bool = False) -> tuple[PageFacts, Control | None]:
    """Look for the configured control of a stage on the page; raises `Stop` for a selector that is none."""
    told = walker.plan.overrides.of(stage)
    try:
        if wait:
            facts, control = await await_control(walker, facts, told)
        else:
            control = await find_control(walker, facts, told)
    except BadSelector as error:
        raise misfit(stage, told.control, say("is no selector the browser understands ({error})", error=str(error))) from error
    return facts, control


def is_waiting(walker: Walker, stage: Stage) -> bool:
    """Whether a control is configured for a stage and has not been met yet."""
    told = walker.plan.overrides.of(stage)
    return bool(told.control) and setting(stage, told.control) not in walker.used


async def onward(walker: Walker, step: StepDraft, facts: PageFacts, stage: Stage, confirm: Confirm) -> PageFacts | None:
    """Press the control of a stage of the checkout as soon as a page shows it, once; None while there is none to press."""
    if not is_waiting(walker, stage):
        return None
    _, control = await resolved(walker, facts, stage)
    if control is None or control.is_choice:
        return None
    after = await press_configured(walker, step, facts, stage, confirm)
    if not is_confirmed(confirm(after)) and await repair(walker, after, Corrections()):
        after = await press_configured(walker, step, await walker.look(), stage, confirm)
    if is_confirmed(confirm(after)):
        return after
    if after.checkout.errors:
        raise Stop("address_rejected", say("The shop said: “{text}”", text=after.checkout.errors[0].text[:140]))
    raise misfit(
        stage,
        walker.plan.overrides.of(stage).control,
        say("points at {described}, and pressing it did not lead on", described=described(control)),
    )


async def demand_met(walker: Walker, facts: PageFacts, stage: Stage) -> None:
    """Raise `Stop` where the stage is about to be left and its configured control was on no page of it."""
    if not is_waiting(walker, stage):
        return
    told = walker.plan.overrides.of(stage)
    _, control = await resolved(walker, facts, stage)
    if control is None:
        raise misfit(stage, told.control, say("matches nothing on the pages of this stage, the last of which is {url}", url=facts.url))
    refused = forbidden(facts, control, stage)
    if refused:
        raise refusal(walker, facts, control, stage, refused)


def refusal(walker: Walker, facts: PageFacts, control: Control, stage: Stage, why: str) -> Stop:
    """Keep the evidence of a configured control that must not be pressed, and make the end of the journey."""
    told = walker.plan.overrides.of(stage)
    walker.tried(
        Attempt(
            stage,
            say("configured {control}", control=told.control),
            described(control),
            "vetoed",
            False,
            (),
            facts.url,
            facts.url,
            0.0,
            note=why,
        )
    )
    return misfit(stage, told.control, say("points at {described}, which is never pressed: {why}", described=described(control), why=why))


def forbidden(facts: PageFacts, control: Control, stage: Stage) -> str | None:
    """Return why a configured control must not be pressed, or None; stricter than `veto`, since it may point anywhere. Pure."""
    refused = veto(facts, control, stage)
    if refused or control.is_choice:
        return refused
    follows = control.tag == "a" and control.href.startswith("http") and "onclick" not in control.attrs and not control.custom
    if follows and stage not in _LAST:
        return None
    if stage in _BROWSING and is_final_label(control, facts.lexicon):
        return say("its label or markup says that it orders")
    if stage not in _BROWSING and facts.checkout.offers_payment:
        return say("payment is on this page: any press may be the last one")
    if stage in _LAST and is_review(facts):
        return say("this is an order review: any press may be the last one")
    return None


async def choose_configured(walker: Walker, facts: PageFacts, stage: Stage) -> tuple[PageFacts, str]:
    """Pick the choice that is configured for a stage as soon as a page shows it; returns the page and the choice's name.

    The name is "" where there is nothing to pick (yet). Raises `Stop` where the choice cannot be made.
    """
    if not is_waiting(walker, stage):
        return facts, ""
    told = walker.plan.overrides.of(stage)
    _, control = await resolved(walker, facts, stage)
    if control is None or not control.is_choice:
        return facts, ""  # something to press is for `onward`
    walker.used.add(setting(stage, told.control))
    url, label = facts.url, facts.observation.label_of(control)
    name = control.label_text or (label.text if label else "") or control.beside
    try:
        if not control.checked:
            await walker.tab.tick(facts.observation, control, on=True)
    except (Error, Gone) as error:
        raise misfit(stage, told.control, say("points at {described}, which cannot be chosen", described=described(control))) from error
    facts, chosen = await walker.tab.until(partial(_is_checked, control), 3.0)
    note_attempt(
        walker,
        stage,
        say("configured {control}", control=told.control),
        described(control),
        [Signal(say("it is chosen"), "choice", hard=True)] if chosen else [],
        url,
        facts.url,
    )
    if not chosen:
        raise misfit(stage, told.control, say("points at {described}, which did not stay chosen", described=described(control)))
    return facts, name


def said(walker: Walker, stage: Stage, action: str) -> str:
    """Say what was done for a stage, and that it was configured if its control was used."""
    told = walker.plan.overrides.of(stage)
    used = bool(told.control) and setting(stage, told.control) in walker.used
    return together(*filter(None, (say("configured {control}", control=told.control) if used else "", action)), between=", ")


def note_attempt(walker: Walker, stage: Stage, strategy: str, chosen: str, signals: Sequence[Signal], before: str, after: str) -> None:
    """Keep the evidence of something configured that was no press."""
    walker.tried(Attempt(stage, strategy, chosen, "configured", is_confirmed(signals), names(signals), before, after, 0.0))


def note_unused(walker: Walker) -> None:
    """Name what was configured and never came to be used, so that nobody believes that it was."""
    overrides = walker.plan.overrides
    wanted = [*(setting(stage, told.control) for stage, told in overrides.stages.items() if told.control)]
    wanted += [setting(stage, "url") for stage, told in overrides.stages.items() if told.url]
    named = {name: name for name in wanted} | {name: say("The hook {name}", name=name) for name in overrides.hooks.steps}
    for name, called in named.items():
        if name not in walker.used:
            walker.note(say("{name} was not used on this way.", name=called))


def _is_checked(control: Control, facts: PageFacts) -> bool:
    again = refind(facts, control)
    return again is None or again.checked  # where the list was replaced, something took notice


def _at_address(url: str, facts: PageFacts, signals: Sequence[Signal]) -> list[Signal]:
    """Count the configured address as a sign where the page itself already speaks for the stage."""
    there = urldefrag(facts.url)[0].rstrip("/") == urldefrag(url)[0].rstrip("/")
    return [*signals, *([Signal(say("the configured address"), "configured")] if there and signals else [])]


def _shown(control: Control) -> str:
    return (control.label_text or control.id or control.tag)[:60]
