"""Stage cart as it is configured: which button adds the product, and where the cart is."""

from __future__ import annotations

from auditor.facts.page import PageFacts
from auditor.facts.ranking import Candidate
from auditor.journey.acting import Acted, Confirm
from auditor.journey.configured import misfit, note_attempt, open_configured, reach, resolved
from auditor.journey.evidence import described
from auditor.journey.overrides import setting
from auditor.journey.walker import StepDraft, Walker
from auditor.model.journey import is_confirmed
from auditor.model.stage import Stage
from auditor.words.message import say


async def buy_buttons(walker: Walker, facts: PageFacts) -> list[Candidate]:
    """Return the configured buy button as the only candidate, nothing where none is configured.

    Raises `Stop` where it is not on the page.
    """
    told = walker.plan.overrides.of(Stage.CART)
    if not told.control:
        return []
    facts, control = await resolved(walker, facts, Stage.CART, wait=True)
    if control is None:
        raise misfit(Stage.CART, told.control, say("matches nothing on {url}", url=facts.url))
    walker.used.add(setting(Stage.CART, told.control))
    return [Candidate(control, 1.0, {"configured": 1.0})]


def way_to(walker: Walker, candidate: Candidate) -> str:
    """Say that a buy button was configured, in front of what else is said of it; "" for one that was found."""
    return say("configured {control}: ", control=walker.plan.overrides.of(Stage.CART).control) if "configured" in candidate.features else ""


def goes_to_look(walker: Walker, candidate: Candidate, result: Acted) -> bool:
    """Whether to open the configured cart although nothing on the page speaks for an effect of the configured button.

    Raises `Stop` where the button was not pressed.
    """
    if "configured" not in candidate.features:
        return False
    told = walker.plan.overrides.of(Stage.CART)
    if result.rung == "vetoed":
        raise misfit(
            Stage.CART,
            told.control,
            say("points at {described}, which is never pressed: {note}", described=described(candidate.control), note=result.note),
        )
    return bool(told.url) and result.changed


def refuse_configured(walker: Walker, facts: PageFacts, code: str) -> None:
    """Raise `Stop` where the configured buy button has had no effect; what the shop says itself is no matter of the setting."""
    told = walker.plan.overrides.of(Stage.CART)
    if told.control and code == "add_no_effect":
        raise misfit(Stage.CART, told.control, say("put nothing into the cart on {url}", url=facts.url))


async def open_cart(walker: Walker, step: StepDraft, confirm: Confirm) -> PageFacts | None:
    """Open the cart's configured address and verify that the product stands in it; None where none is configured."""
    told = walker.plan.overrides.of(Stage.CART)
    added = step.action
    if not told.url:
        return None
    url = walker.tab.page.url
    await open_configured(walker, step, Stage.CART)
    facts, _ = await walker.tab.until(lambda f: is_confirmed(confirm(f)), 4.0)
    signals = list(confirm(facts))
    note_attempt(walker, Stage.CART, "configured address", told.url, signals, url, facts.url)
    step.action = say("{first}, then {second}", first=added, second=step.action) if added else step.action
    return reach(walker, step, facts, signals, "url")
