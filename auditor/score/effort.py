"""Interaction effort by the keystroke-level model (Card, Moran, Newell 1980).

A lower bound for an expert who makes no error, computed from the journey as it was walked. It is not a Customer Effort
Score: no customer was asked. Operator times in seconds: K and P, B, H, M from Card et al. (K for an average non-secretary
typist, 40 words a minute); the phone's K, tap and flick are assumptions, named as such in the report.
"""

from __future__ import annotations

from dataclasses import dataclass

from auditor.model.journey import Journey, Step, StepOutcome
from auditor.model.stage import Stage

_CHECKOUT = {Stage.CART, Stage.CHECKOUT, Stage.ADDRESS, Stage.SHIPPING, Stage.PAYMENT}
_FREE_WAIT = 0.1  # seconds a shopper does not notice


@dataclass(frozen=True, slots=True)
class Operators:
    """Seconds per operator: key, point, button, hand move, mental preparation."""

    key: float
    point: float
    button: float
    hand: float
    mental: float = 1.35


DESKTOP = Operators(key=0.28, point=1.10, button=0.20, hand=0.40)
MOBILE = Operators(key=0.33, point=0.60, button=0.0, hand=0.40)


@dataclass(frozen=True, slots=True)
class Work:
    """What has to be done: keys for characters, one Tab and one thought per field, choices, presses, pages, waiting."""

    characters: int = 0
    fields: int = 0
    choices: int = 0
    presses: int = 0
    pages: int = 0
    hand_moves: int = 0
    wait_seconds: float = 0.0


def klm_seconds(work: Work, operators: Operators, *, assisted: bool = False) -> float:
    """Return the time the work takes; `assisted`: the browser fills the fields with one choice."""
    o = operators
    if assisted and work.fields:
        filling = o.mental + o.point + o.button
    else:
        filling = work.characters * o.key + work.fields * o.key + work.fields * o.mental
    return (
        filling
        + work.choices * (o.mental + o.point + o.button)
        + work.pages * o.mental
        + work.hand_moves * o.hand
        + work.presses * (o.point + o.button)
        + work.wait_seconds
    )


def effort_index(checkout_seconds: float) -> int:
    """Return 0 to 100, higher is easier: 100 up to a minute, 50 at two, 33 at three.

    The anchors are the minutes after which shoppers say they leave: 21 % after one, 52 % after two (Stripe, Checkout
    survey 2022).
    """
    return round(100 * min(1.0, 60 / checkout_seconds)) if checkout_seconds > 0 else 100


def work_of(steps: list[Step]) -> Work:
    """Sum up what the steps took; a form counts two hand moves, to the keyboard and back."""
    forms = sum(1 for s in steps if s.fields)
    return Work(
        characters=sum(s.characters for s in steps),
        fields=sum(s.fields for s in steps),
        choices=sum(s.choices for s in steps),
        presses=sum(s.clicks for s in steps),
        pages=sum(s.page_loads for s in steps),
        hand_moves=2 * forms,
        wait_seconds=sum(max(0.0, s.wait_seconds - _FREE_WAIT * max(1, s.clicks)) for s in steps),
    )


def checkout_steps(journey: Journey) -> list[Step]:
    """Return the steps from cart to payment that were reached."""
    return [s for s in journey.steps if s.stage in _CHECKOUT and s.outcome is StepOutcome.REACHED]
