"""Interaction effort by the keystroke-level model (Card, Moran, Newell 1980).

A lower bound for an expert who makes no error, computed from the journey as it was walked. It is not a Customer Effort
Score: no customer was asked. Operator times in seconds: K and P, B, H, M from Card et al. (K for an average non-secretary
typist, 40 words a minute); the phone's K, tap and flick, and scrolling, are assumptions, named as such in the report.

Two shoppers are timed: one who types everything, and one whose browser fills in each field that is marked for it. One M is
placed per page or dialog, per field that is typed, per choice, and before the last review; none inside a field. A postcode
is typed like any other text, since people know their own.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from auditor.model.journey import Journey, Step, StepOutcome, Typed
from auditor.model.stage import Stage

LABEL = (
    "Interaction effort, computed from the scripted journey with the keystroke-level model. "
    "It is a lower bound for an expert without errors. "
    "It is not a Customer Effort Score: no customer was asked."
)
CHECKOUT = {Stage.CART, Stage.CHECKOUT, Stage.ADDRESS, Stage.SHIPPING, Stage.PAYMENT}
_FREE_WAIT = 0.1  # seconds a shopper does not notice
# What browsers fill in of a person: autofill field names of the WHATWG HTML standard that a delivery asks for.
_FILLED = frozenset(
    {"name", "given-name", "additional-name", "family-name", "honorific-prefix", "organization", "email", "username", "bday", "sex"}
    | {"street-address", "address-line1", "address-line2", "address-line3", "postal-code", "country", "country-name"}
    | {"address-level1", "address-level2", "address-level3", "address-level4", "tel", "tel-national", "tel-local", "tel-country-code"}
)


@dataclass(frozen=True, slots=True)
class Operators:
    """Seconds per operator: key, point, button, hands to the keyboard and back, one window scrolled, mental preparation."""

    key: float
    point: float
    button: float
    to_keyboard: float
    from_keyboard: float
    scroll: float
    mental: float = 1.35

    @property
    def press(self) -> float:
        """Point at something and press it."""
        return self.point + self.button

    @property
    def choice(self) -> float:
        """Think, point and press."""
        return self.mental + self.press


DESKTOP = Operators(key=0.28, point=1.10, button=0.20, to_keyboard=0.40, from_keyboard=0.40, scroll=0.50)
MOBILE = Operators(key=0.33, point=0.60, button=0.0, to_keyboard=0.40, from_keyboard=0.0, scroll=0.30)


@dataclass(frozen=True, slots=True)
class Work:
    """What has to be done; `marked…` is the part of it that a browser fills in by itself.

    `forms` are those typed into, `marked_forms` those of them where nothing is left to type, `fills` the times a browser is
    told to fill in, `reviews` the last looks before paying, `windows` the heights of the window that are scrolled.
    """

    characters: int = 0
    fields: int = 0
    forms: int = 0
    marked_characters: int = 0
    marked_fields: int = 0
    marked_forms: int = 0
    fills: int = 0
    choices: int = 0
    presses: int = 0
    pages: int = 0
    dialogs: int = 0
    reviews: int = 0
    windows: float = 0.0
    wait_seconds: float = 0.0

    def __add__(self, other: Work) -> Work:
        """Both, one after the other."""
        return Work(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))


def klm_seconds(work: Work, operators: Operators, *, assisted: bool = False) -> float:
    """Return the time the work takes; `assisted`: the browser fills in what is marked for it, on one choice per form."""
    o = operators
    characters, typed, forms, fills = work.characters, work.fields, work.forms, 0
    if assisted:
        characters, typed, forms = characters - work.marked_characters, typed - work.marked_fields, forms - work.marked_forms
        fills = work.fills
    return (
        characters * o.key
        + typed * (o.key + o.mental)  # Tab, and a thought
        + forms * (o.to_keyboard + o.from_keyboard)
        + (fills + work.choices) * o.choice
        + (work.pages + work.dialogs + work.reviews) * o.mental
        + work.presses * o.press
        + work.windows * o.scroll
        + work.wait_seconds
    )


def field_seconds(characters: int, operators: Operators) -> float:
    """Return the time one typed field takes."""
    return characters * operators.key + operators.key + operators.mental


def effort_index(checkout_seconds: float) -> int:
    """Return 0 to 100, higher is easier: 100 up to a minute, 50 at two, 33 at three.

    The anchors are the minutes after which shoppers say they leave: 21 % after one, 52 % after two (Stripe, Checkout
    survey 2022).
    """
    return round(100 * min(1.0, 60 / checkout_seconds)) if checkout_seconds > 0 else 100


def work_of(step: Step) -> Work:
    """Return what one step took."""
    marked = [t for t in step.typed if fills_itself(t)]
    return Work(
        characters=step.characters,
        fields=step.fields,
        forms=int(step.fields > 0),
        marked_characters=sum(t.characters for t in marked),
        marked_fields=len(marked),
        marked_forms=int(0 < step.fields <= len(marked)),
        fills=int(bool(marked)),
        choices=step.choices,
        presses=step.clicks,
        pages=step.page_loads,
        dialogs=step.dialogs,
        reviews=int(step.stage is Stage.PAYMENT),
        windows=step.scrolled,
        wait_seconds=max(0.0, step.wait_seconds - _FREE_WAIT * max(1, step.clicks)),
    )


def total(steps: list[Step]) -> Work:
    """Sum up what the steps took."""
    return sum((work_of(step) for step in steps), Work())


def fills_itself(typed: Typed) -> bool:
    """Whether the field is marked with an autocomplete token, so that a browser can fill it in."""
    return typed.autocomplete in _FILLED


def reached_steps(journey: Journey) -> list[Step]:
    """Return the steps that were reached."""
    return [s for s in journey.steps if s.outcome is StepOutcome.REACHED]


def checkout_steps(journey: Journey) -> list[Step]:
    """Return the steps from cart to payment that were reached."""
    return [s for s in reached_steps(journey) if s.stage in CHECKOUT]
