"""What a checkout asks between its steps ("Gift wrapping?", "Where do you live?"), and which answer adds nothing to the order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from auditor.facts.choices import Choice, ChoiceGroup, links_side_by_side
from auditor.facts.page import PageFacts
from auditor.facts.prices import amounts_in, dearest_in
from auditor.lexicon import Lexicon, normalise

_NO_ANSWER = ("back", "close", "menu", "cart", "place_order", "continue_shopping")
_OF_STAGES = ("login", "register", "guest", "payment_choice")
_FRAME = {"header", "nav", "footer"}
_SURE = 0.75


def is_open_question(facts: PageFacts, group: ChoiceGroup) -> bool:
    """Whether radio buttons wait for an answer, and are no choice of delivery, payment or account, which have stages of their own."""
    settled = {g.key for g in (*facts.checkout.shipping, *facts.checkout.payment)}
    if group.form != "radio" or group.selected is not None or not group.available or group.key in settled:
        return False
    return not any(facts.lexicon.has(concept, choice.text, at_least=0.6) for choice in group.choices for concept in _OF_STAGES)


def cost_of(lexicon: Lexicon, choice: Choice) -> tuple[bool, bool, float, float]:
    """Rank an answer: home delivery before pickup, anything before advertising, free before not, then what is named best."""
    return (
        lexicon.mentions("pickup", choice.text),
        lexicon.mentions("marketing_box", choice.text),
        dearest_in(choice.text),
        -max(lexicon.score("shipping_choice", choice.text), lexicon.score("no_thanks", choice.text)),
    )


def questions_by_press(facts: PageFacts, names: Collection[str]) -> Iterator[list[Choice]]:
    """Yield the answers of each question put as buttons, those that fit the shopper first; then of those put as links."""
    plain = [g for g in facts.groups if g.form == "chips" and g.choices[0].control.landmark not in _FRAME]
    buttons = [[c for c in _answers(facts, group) if not c.control.href] for group in plain]
    links = [_answers(facts, group) for group in links_side_by_side(facts.observation, facts.lexicon)]
    yield from sorted((a for a in buttons if len(a) > 1), key=lambda a: (not any(is_at_home(c, names) for c in a), -a[0].control.n))
    yield from (answers for answers in links if len(answers) > 1 and _are_answers(facts.lexicon, answers, names))


def _answers(facts: PageFacts, group: ChoiceGroup) -> list[Choice]:
    """The choices that answer; "no, thanks" closes pop-ups too, and here it is an answer."""
    lexicon = facts.lexicon
    return [
        c
        for c in group.available
        if lexicon.has("no_thanks", c.text, at_least=_SURE) or not any(lexicon.has(x, c.text, at_least=_SURE) for x in _NO_ANSWER)
    ]


def _are_answers(lexicon: Lexicon, choices: Iterable[Choice], names: Collection[str]) -> bool:
    """Whether links answer something, as those of a menu do not: one declines, or names home, or one costs what the others do not."""
    told = list(choices)
    costs = {bool(amounts_in(c.text)) for c in told}
    return len(costs) > 1 or any(is_at_home(c, names) or lexicon.has("no_thanks", c.text, at_least=_SURE) for c in told)


def is_at_home(choice: Choice, names: Collection[str]) -> bool:
    """Whether an answer names where the shopper lives."""
    return any(f" {name} " in f" {normalise(choice.text)} " for name in names)
