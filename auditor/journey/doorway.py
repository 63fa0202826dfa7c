"""Pages in front of the shop: choice of language or country, a splash with "enter", a question of age."""

from __future__ import annotations

from functools import cache, partial

from babel import Locale, UnknownLocaleError

from auditor.browser.tab import fingerprint
from auditor.facts.page import PageFacts
from auditor.facts.patterns import addressed, named
from auditor.journey.acting import act
from auditor.journey.overlays import clear_overlays
from auditor.journey.ticking import is_box
from auditor.journey.walker import Walker
from auditor.lexicon import LANGUAGES, normalise
from auditor.model.journey import Signal
from auditor.model.stage import Stage
from auditor.observe import Control
from auditor.words.message import say

_FEW = 25  # a shop's home page has more to press than that
_MOST_DOORS = 3
_SEARCH = 0.5
_CATEGORY, _MENU = 0.35, 3  # so many likely links to lists of products are a menu


async def pass_doorways(walker: Walker, facts: PageFacts) -> PageFacts:
    """Go through what stands before the shop; returns the facts of the page behind it."""
    for _ in range(_MOST_DOORS):
        if facts.cards or len(facts.observation.visible) > _FEW:
            break
        door = _door(facts)
        if door is None:
            break
        for control in facts.observation.visible:
            if is_box(control) and not control.checked and control.form == door.form and not named("newsletter", control.tokens):
                await walker.tab.tick(facts.observation, control, on=True)
        before = facts
        result = await act(walker, facts, door, partial(_behind, before), Stage.HOME, strategy="doorway")
        facts = await clear_overlays(walker, result.facts)
        if not result.confirmed:
            break
        walker.note(say("The shop opens with a page to pass: “{label_text}” was pressed.", label_text=door.label_text[:60]))
    return facts


def _door(facts: PageFacts) -> Control | None:
    """The control that leads on: the visitor's language, "enter", "yes, I am of age"."""
    lexicon = facts.lexicon
    best: tuple[float, Control] | None = None
    searching = {c.control.form for c in facts.search_fields if c.p >= _SEARCH}
    asking = {c.form for c in facts.observation.fields if c.is_text_field and c.visible and c.form >= 0}  # a newsletter, a password
    names = ("age_yes",) if _shows_categories(facts) else ("age_yes", "region_stay", "all_products", "continue")
    for control in facts.observation.visible:
        if not control.is_button or control.landmark == "footer" or (control.form >= 0 and control.form in searching):
            continue
        words = control.words
        if addressed("cart", control.href) or lexicon.has("cart", *words, at_least=0.75):
            continue
        grade = max(lexicon.score(name, *words) for name in (("age_yes",) if control.form in asking else names))
        language = _language_named(control.label_text)
        if language:
            grade = max(grade, 0.9 + 0.05 * (language == facts.language) - 0.1 * (language != facts.language and language != "en"))
        if lexicon.has("not_category", *words, at_least=0.9) and not language:
            grade = 0.0
        if grade >= 0.6 and (best is None or grade > best[0]):
            best = grade, control
    return best[1] if best else None


def _shows_categories(facts: PageFacts) -> bool:
    """Whether the menu of the shop is in sight: then this is its home page, however little there is on it."""
    seen = [c for c in facts.category_links if c.p >= _CATEGORY and c.control.visible and not _language_named(c.control.label_text)]
    return len({c.control.href for c in seen}) >= _MENU


def _behind(before: PageFacts, after: PageFacts) -> list[Signal]:
    if after.cards and not before.cards:
        return [Signal(say("products behind it"), "page", hard=True)]
    if fingerprint(after.observation) != fingerprint(before.observation) and (
        after.url != before.url or len(after.observation.visible) > len(before.observation.visible)
    ):
        return [Signal(say("another page behind it"), "page", hard=True)]
    return []


@cache
def _language_names() -> dict[str, str]:
    names: dict[str, str] = {}
    for code in LANGUAGES:
        try:
            locale = Locale.parse(code)
        except UnknownLocaleError:
            continue
        for name in (locale.get_display_name(code), locale.get_display_name("en"), locale.language_name):
            if name:
                names[normalise(name)] = code
    return names


def _language_named(text: str) -> str:
    """Return the code of the language a short label names, "" if it names none."""
    folded = normalise(text)
    return _language_names().get(folded, "") if folded else ""
