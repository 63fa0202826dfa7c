"""Stage search as it is configured: another term, another field, a search page, or a hook."""

from __future__ import annotations

from functools import partial

from auditor.facts.cards import Card
from auditor.facts.page import PageFacts
from auditor.facts.ranking import Candidate
from auditor.facts.walls import is_error_page
from auditor.journey.acting import act
from auditor.journey.configured import by_hook, misfit, open_configured, press_configured, resolved
from auditor.journey.overlays import clear_overlays
from auditor.journey.overrides import setting
from auditor.journey.search import confirm_search, find_search_field, found_product, queries, submit_query
from auditor.journey.walker import StepDraft, Stop, Walker
from auditor.lexicon import normalise
from auditor.model.journey import Signal, is_confirmed
from auditor.model.stage import Stage
from auditor.words.message import say


def is_configured(walker: Walker) -> bool:
    """Whether anything is configured for the search."""
    overrides = walker.plan.overrides
    told = overrides.of(Stage.SEARCH)
    return bool(overrides.search or told.url or told.control or overrides.hook(Stage.SEARCH.value))


async def search_as_configured(walker: Walker, step: StepDraft, facts: PageFacts, wanted: Card | None) -> PageFacts | None:
    """Search as configured; returns the verified results. None where only the place is configured and there is nothing to search for.

    Raises `Stop` naming what does not fit.
    """
    overrides = walker.plan.overrides
    told, term = overrides.of(Stage.SEARCH), overrides.search
    before = facts
    after = await by_hook(walker, step, partial(_confirm, before, term, None if term else wanted))
    if after is not None:
        return after
    if not term and wanted is None:
        return None
    after = await open_configured(walker, step, Stage.SEARCH) or facts
    for query in [term] if term else queries(wanted.title if wanted else ""):
        after, field = await _field(walker, step, after)
        step.attempts += 1
        after = await _send(walker, after, field, query, None if term else wanted)
        signals = _confirm(before, query, None if term else wanted, after)
        if is_confirmed(signals):
            place = told.control or (say("url {url}", url=told.url) if told.url else say("[journey] search"))
            step.reached(after, signals, say("searched for “{query}”, as configured ({place})", query=query, place=place))
            return after
    if told.control or told.url:
        raise misfit(
            Stage.SEARCH,
            told.control or "url",
            say("did not lead to results: {url}", url=after.url)
            if term
            else say("did not lead to the product searched for: {url}", url=after.url),
        )
    raise Stop("setting_failed", say("[journey] search “{term}” shows no products on {url}.", term=term, url=after.url))


async def _field(walker: Walker, step: StepDraft, facts: PageFacts) -> tuple[PageFacts, Candidate]:
    """Return the field to type into: the configured one, the one that the configured button opens, else the one found."""
    told = walker.plan.overrides.of(Stage.SEARCH)
    if told.control:
        facts, control = await resolved(walker, facts, Stage.SEARCH, wait=True)
        if control is None:
            raise misfit(Stage.SEARCH, told.control, say("matches nothing on {url}", url=facts.url))
        walker.used.add(setting(Stage.SEARCH, told.control))
        if control.is_text_field:
            return facts, Candidate(control, 1.0, {"configured": 1.0})
        facts = await press_configured(walker, step, facts, Stage.SEARCH, _shows_field, patience=2.0)
    field, facts = await find_search_field(walker, facts)
    if field is None:
        name = (
            setting(Stage.SEARCH, told.control or "url")
            if told.control or told.url
            else say("[journey] search “{search}”", search=walker.plan.overrides.search)
        )
        raise Stop("setting_failed", say("{name} cannot be used: there is no search field on {url}.", name=name, url=facts.url))
    return facts, field


def _shows_field(facts: PageFacts) -> list[Signal]:
    return [Signal(say("a search field"), "page", hard=True)] if any(c.p >= 0.5 and c.control.visible for c in facts.search_fields) else []


async def _send(walker: Walker, facts: PageFacts, field: Candidate, query: str, wanted: Card | None) -> PageFacts:
    """Type and send a query; press the form's button where the Enter key does nothing."""
    confirm = partial(_confirm, facts, query, wanted)
    after = await submit_query(walker, facts, field, query, wanted)
    if after is None:
        return await walker.look()
    if after.url == facts.url and not is_confirmed(confirm(after)):
        control = field.control
        again = next(
            (c for c in after.observation.visible if c.is_submit and 0 <= c.form == control.form and c.frame == control.frame), None
        )
        if again is not None:
            after = (await act(walker, after, again, confirm, Stage.SEARCH, strategy="configured search: its button")).facts
    return await clear_overlays(walker, after)


def _confirm(before: PageFacts, query: str, wanted: Card | None, after: PageFacts) -> list[Signal]:
    """The product that was searched for; for a term, products and a sign that they are the results of it."""
    if wanted is not None:
        return confirm_search(before, after, query, wanted) if found_product(after, wanted) else []
    product = after.buy_box.button is not None and after.buy_box.price is not None
    if is_error_page(after) or not (after.cards or product) or (after.says("no_results") and not before.says("no_results")):
        return []  # what a page offers instead of results is no result
    signals = [Signal(say("{cards} products", cards=len(after.cards)) if len(after.cards) > 1 else say("a product"), "page")]
    address = normalise(after.url.replace("+", " ").replace("%20", " "))
    words = normalise(query).split()
    if after.url != before.url and words and any(word in address for word in words):
        signals.append(Signal(say("the query is in the address"), "address"))
    if after.says("search_results") and (after.url != before.url or not before.says("search_results")):
        signals.append(Signal(say("says that these are search results"), "message"))
    shown = {c.target for c in after.cards}
    if words and shown != {c.target for c in before.cards} and any(w in normalise(c.title) for c in after.cards for w in words):
        signals.append(Signal(say("other products than before, named like the query"), "content"))
    return signals
