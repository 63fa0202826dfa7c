"""Stage search: look for a product by its name, as half of all shoppers do, and verify that it is found."""

from __future__ import annotations

from playwright.async_api import Error

from auditor.browser.tab import Gone
from auditor.facts.cards import Card, title_similarity
from auditor.facts.navigation import search_fields, search_openers
from auditor.facts.page import PageFacts
from auditor.facts.prices import without_amounts
from auditor.facts.ranking import Candidate
from auditor.facts.walls import is_error_page
from auditor.journey.acting import act
from auditor.journey.category import open_menu
from auditor.journey.evidence import Attempt, described, names, top
from auditor.journey.overlays import clear_overlays
from auditor.journey.walker import Walker
from auditor.lexicon import normalise
from auditor.model.journey import Signal, StepOutcome, is_confirmed
from auditor.model.stage import Stage
from auditor.words.message import say

_LEAST = 0.5
_SAME = 0.6
_MORE = 6  # letters around a name; "Results for ..." has more


async def reach_search(walker: Walker, facts: PageFacts, wanted: Card) -> PageFacts | None:
    """Search for a product seen in a list; returns the facts of the results, or None where that did not work."""
    async with walker.step(Stage.SEARCH) as step:
        field, facts = await find_search_field(walker, facts)
        if field is None:
            step.missed(StepOutcome.NOT_FOUND, say("The shop shows no search field and no search button."), facts)
            return None
        for query in queries(wanted.title):
            step.attempts += 1
            after = await submit_query(walker, facts, field, query, wanted)
            if after is None:
                break
            signals = confirm_search(facts, after, query, wanted)
            if found_product(after, wanted) and is_confirmed(signals):
                step.reached(after, signals, say("searched for “{query}”", query=query))
                return after
            facts = after
            field, facts = await find_search_field(walker, facts)
            if field is None:
                break
        step.missed(StepOutcome.NOT_FOUND, say("Searching for “{title}” did not show that product.", title=wanted.title[:60]), facts)
    return None


def queries(title: str) -> list[str]:
    """What a shopper types to find a product: its name, then its two most telling words, then one."""
    words = [w for w in title.replace("–", " ").replace("|", " ").split() if any(ch.isalnum() for ch in w)]
    telling = sorted((w for w in words if len(normalise(w)) >= 3), key=lambda w: -len(w))[:2]
    ordered = [w for w in words if w in telling]
    found = [" ".join(words)[:60].strip(), " ".join(ordered), telling[0] if telling else ""]
    return [q for q in dict.fromkeys(found) if q]


async def find_search_field(walker: Walker, facts: PageFacts) -> tuple[Candidate | None, PageFacts]:
    """Return the search field, opened first if it hides behind an icon or in the menu."""
    pressed: set[str] = set()
    field, facts = await _opened_field(walker, facts, pressed)
    # A phone's menu may be drawn only when it is opened; elsewhere what is in it can be known before.
    if field is not None or not (walker.tab.device.mobile or any(c.p >= _LEAST for c in search_fields(facts.observation, facts.lexicon))):
        return field, facts
    facts = await open_menu(walker, facts, lambda f: _usable(f) is not None or any(_openers(f, pressed)))
    return await _opened_field(walker, facts, pressed)


async def _opened_field(walker: Walker, facts: PageFacts, pressed: set[str]) -> tuple[Candidate | None, PageFacts]:
    """Return the search field that can be used, after pressing what may open one; `pressed` grows."""
    field = _usable(facts)
    if field is not None:
        return field, facts
    for opener in _openers(facts, pressed)[:3]:
        pressed.add(opener.control.label_text)
        result = await act(walker, facts, opener.control, _field_shown, Stage.HOME, strategy="search button", patience=2.0)
        facts = await clear_overlays(walker, result.facts) if not result.confirmed else result.facts
        field = _usable(facts)
        if field is not None:
            return field, facts
    return None, facts


def _openers(facts: PageFacts, pressed: set[str]) -> list[Candidate]:
    return [c for c in search_openers(facts.observation, facts.lexicon) if c.p >= _LEAST and c.control.label_text not in pressed]


async def submit_query(walker: Walker, facts: PageFacts, field: Candidate, query: str, wanted: Card | None) -> PageFacts | None:
    """Type a query and send it; returns the page it led to, None if it could not be typed."""
    control = field.control
    try:
        await walker.tab.type(facts.observation, control, query, slowly=True)
        walker.tab.effort.clicks += 1
        await walker.tab.page.keyboard.press("Enter")
    except (Error, Gone):
        return None

    def good(after: PageFacts) -> bool:
        if wanted is None:
            return after.url != facts.url or after.says("no_results")
        return found_product(after, wanted) and is_confirmed(confirm_search(facts, after, query, wanted))

    after, ok = await walker.tab.until(good, 4.0)
    if not ok and after.url == facts.url:
        again = next(
            (c for c in after.observation.visible if c.is_submit and c.form == control.form and c.frame == control.frame and c.form >= 0),
            None,
        )
        if again is not None and wanted is not None:
            result = await act(
                walker, after, again, lambda f: confirm_search(facts, f, query, wanted), Stage.SEARCH, strategy="search submit"
            )
            after = result.facts
    await walker.follow_new_tab()
    after = await clear_overlays(walker, after)
    signals = confirm_search(facts, after, query, wanted) if wanted else []
    walker.tried(
        Attempt(
            Stage.SEARCH,
            "search field",
            described(control),
            "enter",
            ok,
            names(signals),
            facts.url,
            after.url,
            0.0,
            top([field]),
            say("query “{query}”", query=query),
        )
    )
    return after


def confirm_search(before: PageFacts, after: PageFacts, query: str, wanted: Card) -> list[Signal]:
    """The product among the results, and a sign that these are results of this query."""
    signals: list[Signal] = []
    if is_error_page(after):
        return signals
    if found_product(after, wanted):
        signals.append(Signal(say("shows “{title}”", title=wanted.title[:50]), "product"))
    folded = normalise(query).split()
    address = normalise(after.url.replace("+", " ").replace("%20", " "))
    if after.url != before.url and any(word in address for word in folded):
        signals.append(Signal(say("the query is in the address"), "address"))
    if after.says("search_results") and (after.url != before.url or not before.says("search_results")):
        signals.append(Signal(say("says that these are search results"), "message"))
    if after.url != before.url and {c.target for c in after.cards} != {c.target for c in before.cards}:
        signals.append(Signal(say("other products than before"), "content"))
    suggested = [
        c
        for c in after.observation.visible
        if c.href == wanted.target and not any(b.href == c.href and b.visible for b in before.observation.controls)
    ]
    if suggested:
        signals.append(Signal(say("the product appeared as a suggestion"), "suggestion"))
    return signals


def found_product(facts: PageFacts, wanted: Card) -> bool:
    """Whether the page shows the product: as a card, by its link, or by being its page."""
    if any(title_similarity(wanted.title, card.title) >= _SAME for card in facts.cards):
        return True
    if wanted.target and any(c.visible and c.href == wanted.target for c in facts.observation.controls):
        return True
    if title_similarity(wanted.title, facts.buy_box.title) >= _SAME and facts.buy_box.button is not None:
        return True
    # A lone result is no list: its name with a price beside it, and no headline that repeats the query.
    named = (line.title for line in facts.cart_lines(wanted.title) if line.price is not None)
    return any(t.heading != 1 and len(without_amounts(t.text)) <= len(wanted.title) + _MORE for t in named)


def _usable(facts: PageFacts) -> Candidate | None:
    return next(
        (c for c in search_fields(facts.observation, facts.lexicon) if c.p >= _LEAST and c.control.visible and not c.control.covered), None
    ) or next((c for c in search_fields(facts.observation, facts.lexicon) if c.p >= _LEAST and c.control.visible), None)


def _field_shown(after: PageFacts) -> list[Signal]:
    return [Signal(say("a search field appeared"), "page", hard=True)] if _usable(after) else []
