"""What a page of a checkout asks for and offers: account or guest, address, delivery, payment, total, final button."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.facts.choices import Choice, ChoiceGroup
from auditor.facts.fields import Field
from auditor.facts.patterns import addressed, named, pattern
from auditor.facts.prices import Price, amounts_in, without_amounts
from auditor.lexicon import Lexicon, normalise
from auditor.observe import Control, Frame, Observation, Text

_LEAST_FRAME = 40


@dataclass(frozen=True)
class Checkout:
    """The checkout facts of one page; every part may be empty."""

    fields: tuple[Field, ...]
    passwords: tuple[Field, ...]
    shipping: tuple[ChoiceGroup, ...]
    payment: tuple[ChoiceGroup, ...]
    card_fields: tuple[Field, ...]
    payment_frames: tuple[Frame, ...]
    payment_named: tuple[Text, ...]
    order_buttons: tuple[Control, ...]
    total: Price | None
    errors: tuple[Text, ...]
    optional: frozenset[int] = frozenset()
    guest_forms: frozenset[int] = frozenset()

    @property
    def address_kinds(self) -> set[str]:
        """The parts of a postal address that are asked for."""
        return {f.kind for f in self.fields if f.is_address}

    @property
    def asks_address(self) -> bool:
        """Whether the page asks for a postal address: two of its parts, or one with a name."""
        kinds = self.address_kinds
        person = {f.kind for f in self.fields} & {"given_name", "family_name", "full_name", "phone"}
        return len(kinds) >= 2 or (len(kinds) == 1 and bool(person))

    @property
    def shipping_open(self) -> tuple[ChoiceGroup, ...]:
        """The delivery choices that can be seen; a closed list shows none yet."""
        return tuple(g for g in self.shipping if g.form != "dropdown" or g.selected)

    @property
    def payment_open(self) -> tuple[ChoiceGroup, ...]:
        """The payment choices that can be seen; a closed list shows none yet."""
        return tuple(g for g in self.payment if g.form != "dropdown" or g.selected)

    @property
    def walled_forms(self) -> set[int]:
        """Forms that want a password: a login or a registration, unless the page lets the password be empty."""
        return {p.control.form for p in self.passwords if not self.is_optional(p)} - self.guest_forms

    def is_optional(self, password: Field) -> bool:
        """Whether a password may stay empty: said so, or the only one not marked where the others are."""
        if password.required:
            return False
        others = [
            f
            for f in self.fields
            if f.control.form == password.control.form and f.kind in {"given_name", "family_name", "full_name", "email"}
        ]
        return password.control.n in self.optional or (len(others) >= 2 and all(f.required for f in others))

    @property
    def asks_email(self) -> bool:
        """Whether an e-mail address is asked for."""
        return any(f.kind == "email" for f in self.fields)

    @property
    def offers_payment(self) -> bool:
        """Whether a payment choice or a card form is on screen."""
        return bool(self.payment_open or any(f.kind in {"card_number", "iban"} for f in self.card_fields) or self.payment_frames)


def read_checkout(
    observation: Observation,
    lexicon: Lexicon,
    fields: Sequence[Field],
    groups: Sequence[ChoiceGroup],
    total: Price | None,
) -> Checkout:
    """Read the checkout facts of a page."""
    own = tuple(f for f in fields if not _is_aside(observation, lexicon, f))
    frames = tuple(_payment_frames(observation))
    providers = {f.control.frame for f in own if f.is_card and f.control.frame > 0}
    providers |= {f.control.frame for f in own if f.control.frame > 0 and any(observation.contains(p.n, f.control.n) for p in frames)}
    kinds = [(group, classify_group(observation, lexicon, group)) for group in groups]
    shipping = tuple(g for g, kind in kinds if kind == "shipping")
    payment = tuple(g for g, kind in kinds if kind == "payment")
    return Checkout(
        fields=tuple(f for f in own if f.control.frame not in providers),  # what a provider's frame asks is not the shop's business
        passwords=tuple(f for f in own if f.kind == "password"),
        shipping=shipping,
        payment=payment,
        card_fields=tuple(f for f in own if f.is_card),
        payment_frames=frames,
        payment_named=tuple(_payment_named(observation, lexicon)),
        order_buttons=tuple(
            c for c in observation.visible if c.is_button and c.landmark not in {"header", "nav", "footer"} and is_final_label(c, lexicon)
        ),
        total=total,
        errors=tuple(find_errors(observation, lexicon)),
        guest_forms=frozenset(_guest_forms(observation, lexicon, groups)),
        optional=frozenset(_optional(observation, lexicon, own)),
    )


def classify_group(observation: Observation, lexicon: Lexicon, group: ChoiceGroup) -> str:
    """Say whether a group chooses delivery ("shipping") or payment ("payment"), else ""."""
    first = group.choices[0].control
    if first.landmark in {"header", "nav", "footer"} or (first.fixed and group.form == "chips"):
        return ""
    if group.form == "select" and len(group.choices) > 40:
        return ""
    texts = [c.text for c in group.choices if c.text and not lexicon.has("back", c.text, at_least=0.7)]
    if group.form == "dropdown":
        grades = {kind: lexicon.score(f"{kind}_method", group.label) for kind in ("shipping", "payment")}
        best = max(grades, key=lambda kind: grades[kind])
        return best if grades[best] >= 0.6 else ""
    if not texts:
        return ""

    def share(concept: str) -> float:
        return sum(lexicon.mentions(concept, text) for text in texts) / len(texts)

    def grade(choice_concept: str, label_concept: str, attribute: str) -> float:
        named_so = named(attribute, f"{group.tokens} {first.attrs.get('name', '')} {first.id}")
        return 1.5 * share(choice_concept) + announced(label_concept) + 0.8 * named_so

    before = [t.text for t in _standing_before(observation, group)[-5:]]

    def announced(label_concept: str) -> float:
        return max(lexicon.score(label_concept, group.label), *(0.6 * lexicon.score(label_concept, text) for text in before), 0.0)

    shipping = grade("shipping_choice", "shipping_method", "shipping_method")
    payment = grade("payment_choice", "payment_method", "payment_method")
    if addressed("payment", observation.url) and named("payment_method", first.attrs.get("name", "")):
        payment += 0.3  # the step and the choice bear the same name, whatever the one way to pay is called
    priced = any(c.text and any(ch.isdigit() for ch in c.text) for c in group.choices)
    express = sum(named("wallet", f"{c.control.tokens} {c.text}".replace(" ", "-")) for c in group.choices)
    if group.form == "chips" and express == len(group.choices) and not any(_made_for_picking(c) for c in group.choices):
        return ""  # express buttons above the checkout: each pays at once, none is a choice
    if group.form == "chips" and not any(
        c.control.custom or c.control.role or named("selected", c.control.css_class) for c in group.choices
    ):
        shipping -= 0.4  # plain buttons: only where they are surely ways to pay, and not only wallets
        surely = (share("payment_choice") >= 0.5 or announced("payment_method") >= 0.5) and len(group.choices) - express >= 2
        payment -= 0.2 if surely else 0.6
    own = group.form == "buttons" and (first.is_submit or lexicon.has("choose_option", first.label_text, at_least=0.75))
    if max(shipping, payment) < (1.4 if own else 0.7 if group.form == "chips" and payment > shipping else 0.95):
        return ""
    if shipping > payment:
        return "shipping" if priced or group.form in {"radio", "buttons"} or shipping >= 1.3 else ""
    return "payment"


def _made_for_picking(choice: Choice) -> bool:
    """Whether a control can be chosen and stay chosen, rather than do something when pressed."""
    control = choice.control
    states = {"aria-checked", "aria-pressed", "aria-selected"} & set(control.attrs)
    return choice.selected or bool(states) or control.role in {"radio", "option", "tab", "menuitemradio"}


def _standing_before(observation: Observation, group: ChoiceGroup) -> list[Text]:
    """The short texts before a group, without the rows of a bill ("Postage 2.75"), which announce nothing."""
    near = [t for t in observation.texts if t.n < group.n and len(t.text) < 60 and t.landmark not in {"header", "nav"}]

    def is_row(place: int) -> bool:
        middle = near[place].box.middle[1]
        return any(amounts_in(t.text) and abs(t.box.middle[1] - middle) < 14 for t in near[place : place + 4])

    return [text for place, text in enumerate(near) if not is_row(place)]


def _is_aside(observation: Observation, lexicon: Lexicon, field: Field) -> bool:
    """Whether a field belongs to something else than the checkout: search, newsletter, coupon, login in the header."""
    control = field.control
    if field.kind in {"search", "coupon", "quantity"} or control.landmark in {"header", "nav", "search"}:
        return True
    if control.landmark == "footer":
        return True
    form = observation.forms[control.form] if control.form >= 0 else None
    if form is not None and field.kind == "email" and _signs_up(observation, lexicon, control.form):
        return True
    around = " ".join(filter(None, (control.tokens, f"{form.id} {form.css_class} {form.action} {form.name}" if form else "")))
    return named("newsletter", around) and field.kind == "email" and not named("checkout", around)


def _signs_up(observation: Observation, lexicon: Lexicon, form: int) -> bool:
    """Whether a form with nothing but an e-mail field signs up for a newsletter."""
    own = [c for c in observation.visible if c.form == form]
    if sum(c.is_field and not c.is_choice for c in own) != 1:
        return False
    submits = [c for c in own if c.is_submit]
    if any(lexicon.has("guest", *c.words, at_least=0.75) for c in submits):
        return False
    others = (c for c in submits if not lexicon.has("continue", *c.words, at_least=0.75))  # which may send anything
    if any(lexicon.has("newsletter_submit", *c.words, at_least=0.75) for c in others):
        return True
    node = observation.forms[form].n
    return any(
        lexicon.mentions("newsletter", _said_beside_boxes(observation, around)[:length])
        for around, length in ((node, 300), (observation.parents[node], 200))
    )


def _said_beside_boxes(observation: Observation, node: int) -> str:
    """What an element says, without the labels of its boxes: an offer to tick is not what a form is for."""
    labels = {c.label for c in observation.controls if c.type == "checkbox" and c.label >= 0}
    said = (t for t in observation.texts if observation.contains(node, t.n) and not t.split)
    return " ".join(t.text for t in said if not any(t.n == n or observation.contains(n, t.n) for n in labels))


def unnamed_guests(lexicon: Lexicon, group: ChoiceGroup) -> list[Choice]:
    """Choices of a question of account that are neither login nor registration: one of them is the guest's, however named."""

    def is_account(choice: Choice) -> bool:
        return any(lexicon.has(c, choice.text, at_least=0.5) or lexicon.holds(c, choice.text) for c in ("login", "register"))

    others = [c for c in group.choices if not is_account(c)]
    return others if group.form == "radio" and group.choices[0].control.form >= 0 and 0 < len(others) < len(group.choices) else []


def _guest_forms(observation: Observation, lexicon: Lexicon, groups: Sequence[ChoiceGroup]) -> Iterator[int]:
    """Forms in which the guest's way is chosen already: their password is for the others."""
    for group in groups:
        if any(choice.selected for choice in unnamed_guests(lexicon, group)):
            yield group.choices[0].control.form
    for control in observation.controls:
        if control.is_choice and control.checked and control.form >= 0:
            label = observation.label_of(control)
            if lexicon.has("guest", *control.words, label.text if label else "", control.beside, at_least=0.6) or named(
                "guest", control.value
            ):
                yield control.form


def _optional(observation: Observation, lexicon: Lexicon, fields: Sequence[Field]) -> Iterator[int]:
    """The fields that are said to be optional: in their label or placeholder, or by a text that stands nearest to them."""
    said = [t for t in observation.texts if len(t.text) < 60 and lexicon.mentions("optional", t.text)]
    for field in fields:
        control, box = field.control, field.control.box
        # "Boat name (optional)" says nothing about the password beside it.
        labels = {c.label for c in observation.fields if c.label >= 0 and c.n != control.n}
        others = {t.text for t in said if any(observation.contains(n, t.n) for n in labels)}
        near = [
            t.text
            for t in said
            if t.box.distance(box) < 120
            and abs(t.box.middle[1] - box.middle[1]) < 60
            and min(fields, key=lambda f, t=t: t.box.distance(f.control.box)).control.n == control.n  # type: ignore[misc]
        ]
        if any(lexicon.mentions("optional", text) for text in (field.label, control.placeholder, *near) if text not in others):
            yield control.n


def _payment_frames(observation: Observation) -> list[Frame]:
    hosts = pattern("addresses", "payment_host")
    return [
        f
        for f in observation.embedded
        if f.visible
        and min(f.box.width, f.box.height) >= _LEAST_FRAME * 0.5
        and f.box.area >= _LEAST_FRAME * 100
        and hosts.search(" ".join((f.src, f.name, f.title, f.id)))
    ]


def _payment_named(observation: Observation, lexicon: Lexicon) -> list[Text]:
    return [
        t
        for t in observation.texts
        if t.landmark not in {"header", "nav", "footer"}
        and not t.split
        and len(t.text) <= 90
        and lexicon.mentions("payment_choice", t.text)
    ]


def is_final_label(control: Control, lexicon: Lexicon) -> bool:
    """Whether a control's own label or markup says that pressing it buys."""
    if any(lexicon.score("place_order", said) >= 0.8 for word in control.words for said in (word, without_amounts(word))):
        return True
    spelled = " ".join(
        (
            control.id,
            control.attrs.get("name", ""),
            control.css_class,
            control.attrs.get("data-testid", ""),
            control.attrs.get("data-action", ""),
        )
    )
    return named("place_order", spelled)


_RED = re.compile(r"rgba?\((\d+), (\d+), (\d+)")


def find_errors(observation: Observation, lexicon: Lexicon) -> list[Text]:
    """Return the error messages on the page: worded like one, and marked like one (alert, red, class) or beside a field."""
    found = []
    for text in observation.texts:
        if len(text.text) > 240 or text.landmark in {"nav", "footer"} or (text.control >= 0 and text.tag != "label"):
            continue
        kinds = " ".join(observation.kinds[a] for a in [text.n, *list(observation.ancestors(text.n))[:2]])
        marked = named("error", kinds) or text.live in {"alert", "assertive"} or _is_red(text.color)
        if lexicon.mentions("added_to_cart", text.text) or lexicon.mentions("saved", text.text):
            continue  # good news is announced in the same places
        worded = lexicon.mentions("error_required", text.text) or lexicon.mentions("error_invalid", text.text)
        if (marked and worded) or (named("error", kinds) and _is_red(text.color)):
            found.append(text)
    return [t for t in found if normalise(t.text) not in {"", "required"}]


def _is_red(color: str) -> bool:
    match = _RED.match(color)
    if not match:
        return False
    red, green, blue = (int(part) for part in match.groups())
    return red > 130 and red > 1.7 * max(green, blue)


def chosen(groups: Sequence[ChoiceGroup]) -> Choice | None:
    """Return the first choice that is made in one of the groups."""
    return next((group.selected for group in groups if group.selected), None)
