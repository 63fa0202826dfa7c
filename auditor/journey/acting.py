"""Presses a control until it has an effect, and says whether the effect is the wanted one.

The ladder: a trusted click or tap, the Enter key, a dispatched click, the link's address. A rung that had any effect at all
is the last one tried; the wrong effect is a matter for the stage, which marks the candidate and tries the next.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from playwright.async_api import Error

from auditor.browser.tab import Gone, Rung, fingerprint
from auditor.facts.page import PageFacts
from auditor.facts.ranking import Candidate
from auditor.journey.evidence import Attempt, described, families, names, top
from auditor.journey.overlays import clear_overlays
from auditor.journey.veto import veto
from auditor.journey.walker import Walker
from auditor.model.journey import Signal, is_confirmed
from auditor.model.stage import Stage
from auditor.observe import Control

Confirm = Callable[[PageFacts], Sequence[Signal]]
LADDER: tuple[Rung, ...] = ("trusted", "enter", "dispatched", "href")


@dataclass(frozen=True)
class Acted:
    """What came of a press: the page afterwards, the signals, the rung that worked, whether anything happened at all.

    `asked` tells that the press made the shop be asked for something.
    """

    facts: PageFacts
    signals: tuple[Signal, ...]
    rung: str
    changed: bool
    asked: bool = False
    note: str = ""

    @property
    def confirmed(self) -> bool:
        """Whether the wanted effect was verified."""
        return is_confirmed(self.signals)


async def act(
    walker: Walker,
    facts: PageFacts,
    control: Control,
    confirm: Confirm,
    stage: Stage,
    *,
    strategy: str,
    candidates: Sequence[Candidate] = (),
    patience: float = 5.0,
    only_buy: bool = False,
) -> Acted:
    """Press a control on the way to a stage and verify; every try is kept as evidence.

    Where a press had no effect at all it is made once more, since buttons may be dead until the page's script is ready.
    """
    started = time.monotonic()
    forbidden = veto(facts, control, stage, only_buy=only_buy, introduced=walker.introduced)
    if forbidden:
        result = Acted(facts, (), "vetoed", changed=False, note=forbidden)
    else:
        result = await _climb(walker, facts, control, confirm, patience)
        again = refind(result.facts, control)
        deaf = again is not None and _was_deaf(facts, result, again)
        if again is not None and deaf and not veto(result.facts, again, stage, only_buy=only_buy, introduced=walker.introduced):
            result = await _climb(walker, result.facts, again, confirm, patience)
    walker.tried(
        Attempt(
            stage,
            strategy,
            described(control),
            result.rung,
            result.confirmed,
            names(result.signals),
            facts.url,
            result.facts.url,
            round(time.monotonic() - started, 3),
            top(candidates),
            result.note,
            families(result.signals),
        )
    )
    return result


def _was_deaf(before: PageFacts, result: Acted, again: Control) -> bool:
    """Whether the control is there as before and the press went unnoticed: nothing asked, shown or complained about."""
    if result.signals or result.asked or result.facts.url != before.url or not again.visible or again.disabled:
        return False
    shown, showing = (sorted((c.tag, c.label_text) for c in f.observation.visible) for f in (before, result.facts))
    if shown != showing:
        return False
    return not {t.text for t in result.facts.checkout.errors} - {t.text for t in before.checkout.errors}


async def _climb(walker: Walker, facts: PageFacts, control: Control, confirm: Confirm, patience: float) -> Acted:
    note = ""
    cleared = False
    for rung in LADDER:
        if rung == "href" and not _has_address(control):
            continue
        if rung == "enter" and (control.tag == "a" or control.tag == "label" or not control.visible):
            continue
        if rung == "trusted" and not control.visible:
            continue
        before, url, loads = fingerprint(facts.observation), facts.url, walker.tab.traffic.mark()
        try:
            await walker.tab.press(facts.observation, control, rung)
        except Gone as gone:
            note = str(gone)
            again = refind(facts, control)
            if again is None:
                break
            control = again
            continue
        except Error as error:
            note = _first_line(error)
            late = await _late(walker, confirm, patience, url, loads)
            if late is not None:
                return replace(late, rung=rung, note=note)
            if not cleared and ("intercepts pointer events" in str(error) or "Timeout" in str(error)):
                cleared = True
                after = await clear_overlays(walker, await walker.look())
                again = refind(after, control)
                if again is not None and after is not facts:
                    facts, control = after, again
                    try:
                        await walker.tab.press(facts.observation, control, "trusted")
                    except (Error, Gone):
                        facts = await walker.look()
                        control = refind(facts, control) or control
                        continue
                else:
                    facts = after
                    continue
            else:
                continue
        after, _ = await walker.tab.until(lambda f: is_confirmed(confirm(f)), patience)
        if await walker.follow_new_tab():
            after, _ = await walker.tab.until(lambda f: is_confirmed(confirm(f)), patience)
        signals = tuple(confirm(after))
        asked = _asked(walker, loads)
        changed = after.url != url or asked or fingerprint(after.observation) != before
        if is_confirmed(signals) or changed:
            return Acted(after, signals, rung, changed=changed, asked=asked, note=note)
        facts = after
        again = refind(facts, control)
        if again is None:
            break
        control = again
    return Acted(await walker.look(), (), "none", changed=False, note=note)


async def _late(walker: Walker, confirm: Confirm, patience: float, url: str, position: int) -> Acted | None:
    """What came of a press that is said to have failed but reached the shop; pressed again, it would buy twice.

    A page that works for seconds on a press tells the browser of it too late; it has to be idle before it can be asked.
    """
    await walker.look()
    if not _asked(walker, position):
        return None
    after, _ = await walker.tab.until(lambda f: is_confirmed(confirm(f)), patience)
    signals = tuple(confirm(after))
    return Acted(after, signals, "", changed=True, asked=True) if signals or after.url != url else None


def _asked(walker: Walker, position: int) -> bool:
    """Whether since then the shop was sent something or asked for another page."""
    return any(e.request.method != "GET" or e.kind == "document" for e in walker.tab.traffic.since(position))


def refind(facts: PageFacts, control: Control) -> Control | None:
    """Find a control again on a page that was drawn anew."""
    same = facts.observation.by_node.get(control.n)
    if same is not None and same.tag == control.tag and same.label_text == control.label_text:
        return same
    alike = [
        c
        for c in facts.observation.controls
        if c.tag == control.tag
        and c.label_text == control.label_text
        and c.href == control.href
        and c.id == control.id
        and c.type == control.type
    ]
    return min(alike, key=lambda c: abs(c.n - control.n), default=None)


def _has_address(control: Control) -> bool:
    return control.tag == "a" and control.href.startswith(("http://", "https://")) and not control.raw_href.startswith("#")


def _first_line(error: Error) -> str:
    return str(error).strip().splitlines()[0][:200]
