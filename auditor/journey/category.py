"""Stage category: from the home page to a list of products."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from urllib.parse import urldefrag

from auditor.facts.navigation import category_links, menu_openers
from auditor.facts.page import PageFacts
from auditor.facts.ranking import Candidate
from auditor.facts.walls import is_error_page
from auditor.journey.acting import act
from auditor.journey.overlays import clear_overlays
from auditor.journey.product import can_be_bought
from auditor.journey.walker import StepDraft, Walker
from auditor.model.journey import Signal, StepOutcome, is_confirmed
from auditor.model.stage import Stage
from auditor.words.message import say

_MOST_CANDIDATES = 5
_DEEPEST = 3
_LEAST = 0.35
_FAINT = 0.08
_MOST_FAINT = 4
_ENOUGH_CARDS = 2
_ENOUGH_PRODUCTS = 3
_MOST_MENUS = 3
_MENU = 0.4


async def reach_category(walker: Walker, home: PageFacts) -> PageFacts | None:
    """Find a list of products; returns its facts, or None where the shop shows none."""
    async with walker.step(Stage.CATEGORY) as step:
        found = await _descend(walker, step, home, _DEEPEST, set())
        if found is not None:
            return found
        facts = await walker.look()
        if listed(home) and facts.url != home.url:
            await walker.tab.goto(home.url)
            facts = await clear_overlays(walker, await walker.look())
        if listed(facts):
            step.reached(
                facts,
                [*confirm_category(None, facts), Signal(say("the home page is the product list"), "address")],
                say("stayed on the home page"),
            )
            return facts
        step.missed(StepOutcome.NOT_FOUND, say("No link of the home page led to a list of products."), facts)
    return None


async def _descend(walker: Walker, step: StepDraft, facts: PageFacts, depth: int, seen: set[str]) -> PageFacts | None:
    """Try the best category links, those of a closed menu too; a page of subcategories is searched in turn."""
    start = facts.url
    seen.add(_key(start))
    for menu in (False, True):
        if menu or not _any_in_sight(walker, facts):
            if _key(walker.tab.page.url) != _key(start):
                await walker.tab.goto(start)
                facts = await clear_overlays(walker, await walker.look())
            facts = await open_menu(walker, facts, partial(_any_in_sight, walker, besides=seen))
        candidates = propose(facts, walker.site_host)
        for candidate in _worth_trying(candidates, start, seen):
            seen.add(_target(candidate, start))
            step.attempts += 1
            if _key(walker.tab.page.url) != _key(start):
                await walker.tab.goto(start)
                facts = await clear_overlays(walker, await walker.look())
            facts, found = await _follow(walker, step, facts, candidate, candidates)
            if found:
                return facts
            if _is_product(facts) and can_be_bought(facts):
                walker.passed.append(facts)
            if len(walker.passed) >= _ENOUGH_PRODUCTS:
                return None  # the shop links its products themselves
            deeper = depth > 1 and _key(facts.url) != _key(start) and not is_error_page(facts) and not _is_product(facts)
            if deeper and _looks_deeper(facts, seen, walker):
                below = await _descend(walker, step, facts, depth - 1, seen)
                if below is not None or len(walker.passed) >= _ENOUGH_PRODUCTS:
                    return below
    return None


async def _follow(
    walker: Walker, step: StepDraft, facts: PageFacts, candidate: Candidate, candidates: Sequence[Candidate]
) -> tuple[PageFacts, bool]:
    """Follow one link, out of its menu if it is hidden there; says whether a product list came."""
    current = _again(facts, candidate, walker)
    if current is None or not current.control.visible:
        facts = await open_menu(walker, facts, partial(_shows, walker, candidate))
        current = _again(facts, candidate, walker) or candidate
    strategy = "menu" if current.features.get("menu") else "link"
    before = facts
    result = await act(
        walker, facts, current.control, partial(confirm_category, before), Stage.CATEGORY, strategy=strategy, candidates=candidates
    )
    after = await clear_overlays(walker, result.facts)
    signals = confirm_category(before, after)
    if is_confirmed(signals) and listed(after):
        step.reached(after, signals, say("followed “{label_text}”", label_text=current.control.label_text[:60]))
        return after, True
    return after, False


def _worth_trying(candidates: Sequence[Candidate], start: str, seen: set[str]) -> list[Candidate]:
    """The likeliest links not tried yet; faint ones that can be seen come last, since looking costs little."""
    fresh = [c for c in candidates if _target(c, start) not in seen]
    likely = [c for c in fresh if c.p >= _LEAST][:_MOST_CANDIDATES]
    faint = [c for c in fresh if _FAINT <= c.p < _LEAST and c.control.visible and c.control.landmark != "footer"]
    return [*likely, *faint[:_MOST_FAINT]]


def _any_in_sight(walker: Walker, facts: PageFacts, besides: Collection[str] = ()) -> bool:
    """Whether a likely link to a category can be seen."""
    likely = [c for c in propose(facts, walker.site_host)[:_MOST_CANDIDATES] if c.p >= _LEAST and _target(c, facts.url) not in besides]
    return any(c.control.visible for c in likely)


def _target(candidate: Candidate, start: str) -> str:
    control = candidate.control
    return _key(control.href) if control.href else f"{_key(start)}>{control.label_text}"


def propose(facts: PageFacts, site_host: str) -> list[Candidate]:
    """Rank the page's links for leading to a list of products; visible ones first among equals."""
    ranked = category_links(facts.observation, facts.lexicon, facts.cards, site_host or facts.host)
    return sorted(ranked, key=lambda c: (-round(c.p, 1), not c.control.visible, -c.p))


def listed(facts: PageFacts) -> bool:
    """Whether the page shows a list of products."""
    priced = [card for card in facts.cards if card.price is not None]
    return (
        len(priced) >= _ENOUGH_CARDS
        or len(facts.cards) >= 4
        or bool(facts.order_rows)
        or (len(facts.cards) == 1 and facts.buy_box.button is None)
    )


def confirm_category(before: PageFacts | None, after: PageFacts) -> list[Signal]:
    """Product cards, and a sign of having gone somewhere."""
    signals: list[Signal] = []
    if is_error_page(after):
        return signals
    priced = [card for card in after.cards if card.price is not None]
    if len(priced) >= _ENOUGH_CARDS:
        signals.append(Signal(say("{priced} product cards with prices", priced=len(priced)), "page"))
    elif len(after.cards) >= 4:
        signals.append(Signal(say("{cards} pictured links of one shape", cards=len(after.cards)), "page"))
    elif after.order_rows:
        signals.append(Signal(say("{order_rows} products that can be ordered in the list", order_rows=len(after.order_rows)), "page"))
    elif len(after.cards) == 1 and after.buy_box.button is None:
        signals.append(Signal(say("one product card"), "page"))
    if before is not None:
        if _key(after.url) != _key(before.url):
            signals.append(Signal(say("another address"), "address"))
        if _heading(after) and _heading(after) != _heading(before):
            signals.append(Signal(say("heading “{heading}”", heading=_heading(after)[:60]), "heading"))
        if {c.target for c in after.cards} != {c.target for c in before.cards} and after.cards:
            signals.append(Signal(say("other products than before"), "content"))
    return signals


async def open_menu(walker: Walker, facts: PageFacts, wanted: Callable[[PageFacts], bool]) -> PageFacts:
    """Open the page's menus, the likeliest first, until what is wanted can be seen."""
    pressed: set[str] = set()
    for _ in range(_MOST_MENUS):
        if wanted(facts):
            break
        opener = next((c for c in menu_openers(facts.observation, facts.lexicon) if c.p >= _MENU and _name(c) not in pressed), None)
        if opener is None:
            break
        pressed.add(_name(opener))
        shown = {c.n for c in facts.observation.visible}

        def opened(after: PageFacts, shown: set[int] = shown) -> list[Signal]:
            more = sum(c.n not in shown for c in after.observation.visible)
            return [Signal(say("{more} more controls", more=more), "page", hard=True)] if more else []

        result = await act(walker, facts, opener.control, opened, Stage.HOME, strategy="menu button", candidates=[opener], patience=2.0)
        facts, _ = await walker.tab.until(wanted, 1.0) if result.confirmed else (result.facts, False)
    return facts


def _again(facts: PageFacts, candidate: Candidate, walker: Walker) -> Candidate | None:
    """Find the same link on the page as it is now, a visible one if there is."""
    wanted = candidate.control
    same = [
        c
        for c in propose(facts, walker.site_host)
        if c.control.href == wanted.href and (wanted.href or c.control.label_text == wanted.label_text)
    ]
    return max(same, key=lambda c: c.control.visible, default=None)


def _shows(walker: Walker, candidate: Candidate, facts: PageFacts) -> bool:
    again = _again(facts, candidate, walker)
    return again is not None and again.control.visible


def _name(candidate: Candidate) -> str:
    control = candidate.control
    return f"{control.label_text}|{control.id}|{control.css_class}|{control.n}"


def _looks_deeper(facts: PageFacts, seen: set[str], walker: Walker) -> bool:
    fresh = [
        c
        for c in propose(facts, walker.site_host)[:8]
        if c.control.href and _key(c.control.href) not in seen and c.control.landmark not in {"header", "nav", "footer"}
    ]
    return any(c.p >= _LEAST for c in fresh)


def _is_product(facts: PageFacts) -> bool:
    return facts.buy_box.button is not None and len([c for c in facts.cards if c.price]) < 3


def _heading(facts: PageFacts) -> str:
    return next((t.text for t in facts.observation.headings if t.heading == 1), "")


def _key(url: str) -> str:
    bare, fragment = urldefrag(url)
    return bare.rstrip("/") + (f"#{fragment}" if fragment.startswith(("/", "!")) else "")


__all__: Sequence[str] = ("confirm_category", "listed", "open_menu", "propose", "reach_category")
