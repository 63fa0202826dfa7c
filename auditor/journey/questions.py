"""Answers a question that a checkout puts between its steps as buttons or links.

No such answer matters to an audit, so the shopper gives the one that fits, brings the parcel home, and adds nothing to the order.
"""

from __future__ import annotations

from functools import partial

from auditor.facts.page import PageFacts
from auditor.facts.questions import cost_of, is_at_home, questions_by_press
from auditor.journey.acting import act
from auditor.journey.overlays import clear_overlays
from auditor.journey.progress import confirm_progress
from auditor.journey.veto import is_review, veto
from auditor.journey.walker import Walker
from auditor.lexicon import normalise
from auditor.model.stage import Stage
from auditor.observe import Control
from auditor.shopper.names import country_names


async def answer_by_press(walker: Walker, facts: PageFacts, stage: Stage, named: Control | None = None) -> PageFacts | None:
    """Answer a page that asks by buttons or links alone; returns the page after it, None where nothing was asked or led on.

    `named` is a button that may lead on: then only a question to which it is one of the answers counts.
    """
    if facts.checkout.fields or is_review(facts) or facts.checkout.order_buttons:
        return None
    names = _names_of_home(walker)
    for answers in questions_by_press(facts, names):
        if named is not None and not any(choice.control.n == named.n for choice in answers):
            continue
        fitting = [c for c in answers if is_at_home(c, names)]
        choice = fitting[0] if fitting else min(answers, key=partial(cost_of, facts.lexicon))
        if veto(facts, choice.control, stage) is not None:
            continue
        with walker.guard.step():
            result = await act(
                walker, facts, choice.control, partial(confirm_progress, facts), stage, strategy="answer to a question", patience=4.0
            )
        if result.confirmed:
            return await clear_overlays(walker, result.facts)
    return None


def _names_of_home(walker: Walker) -> set[str]:
    who = walker.identity
    return {found for n in (*country_names(who.country), who.state, who.city) if (found := normalise(n))} if who else set()
