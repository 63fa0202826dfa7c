"""Groups of things of which a shopper picks one: selects, radio buttons, swatches, chips, cards, custom dropdowns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from auditor.facts.patterns import named
from auditor.facts.prices import amounts_in, without_amounts
from auditor.lexicon import Lexicon, normalise
from auditor.observe import Box, Control, Observation
from auditor.observe.values import NOWHERE

_MOST_CHIPS = 60
_CHIP_TEXT = 90
_ROW_DEPTH = 4


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to pick: the control to act on (for a select, the select itself and the option's place)."""

    control: Control
    text: str
    available: bool
    selected: bool
    option: int = -1
    box: Box = NOWHERE


@dataclass(frozen=True, slots=True)
class ChoiceGroup:
    """A set of which one is picked. `form` is "select", "radio", "chips", "dropdown" (closed, options not yet known) or
    "buttons" (each choice has a button of its own that sends the form).
    """

    form: str
    n: int
    label: str
    choices: tuple[Choice, ...]
    tokens: str = ""
    required: bool = False

    @property
    def selected(self) -> Choice | None:
        """The choice that is made, if one is."""
        return next((c for c in self.choices if c.selected), None)

    @property
    def available(self) -> list[Choice]:
        """The choices that can be made."""
        return [c for c in self.choices if c.available]

    @property
    def box(self) -> Box:
        """The rectangle around all choices."""
        boxes = [c.box for c in self.choices if c.box.area] or [c.control.box for c in self.choices]
        x, y = min(b.x for b in boxes), min(b.y for b in boxes)
        return Box(x, y, max(b.right for b in boxes) - x, max(b.bottom for b in boxes) - y)

    @property
    def key(self) -> str:
        """What stays the same about the group when the page is drawn anew."""
        return f"{self.form}|{self.label[:40]}|{self.tokens[:60]}|{len(self.choices) and self.choices[0].text[:30]}"


def choice_groups(observation: Observation, lexicon: Lexicon) -> list[ChoiceGroup]:
    """Return every group of choices on the page in document order."""
    radios = list(_radio_groups(observation, lexicon))
    rows = list(_row_buttons(observation, lexicon))
    chosen_by_row = {c.control.n for group in rows for c in group.choices if not c.control.is_submit}
    dropdowns = [g for g in _dropdowns(observation, lexicon) if g.n not in chosen_by_row]
    taken = chosen_by_row | {c.control.n for group in (*radios, *dropdowns) for c in group.choices}
    own = {c.control.n for group in radios for c in group.choices}
    found = [
        *rows,
        *radios,
        *_selects(observation, lexicon),
        *(g for g in _chips(observation, lexicon, taken) if not _holds(observation, g, own)),
        *dropdowns,
    ]
    return sorted(found, key=lambda group: group.n)


def _holds(observation: Observation, group: ChoiceGroup, radios: set[int]) -> bool:
    """Whether the rows of a group only surround radio buttons, which are the group proper."""
    return any(observation.contains(choice.control.n, n) for choice in group.choices for n in radios)


def _selects(observation: Observation, lexicon: Lexicon) -> Iterator[ChoiceGroup]:
    for control in observation.fields:
        if control.tag != "select" or control.type == "select-multiple" or not control.options:
            continue
        choices = tuple(
            Choice(
                control,
                option.text,
                available=not option.disabled
                and not is_placeholder(option.value, option.text, place, lexicon)
                and not _is_sold_out(option.text, "", lexicon),
                selected=option.selected and not is_placeholder(option.value, option.text, place, lexicon),
                option=place,
                box=control.box,
            )
            for place, option in enumerate(control.options)
        )
        yield ChoiceGroup("select", control.n, group_label(observation, control.n, control), choices, control.tokens, control.required)


def is_placeholder(value: str, text: str, place: int, lexicon: Lexicon) -> bool:
    """Whether an option only asks to choose ("Please select", "--")."""
    if not text.strip(" -–—.…*"):
        return True
    empty = value.strip() in {"", "0", "-1", "null", "undefined"}
    return place == 0 and ((empty and not text.strip().isdigit()) or lexicon.has("placeholder_option", text.strip("-–—.… "), at_least=0.7))


def _radio_groups(observation: Observation, lexicon: Lexicon) -> Iterator[ChoiceGroup]:
    """Native radios by name (hidden ones count where their label is seen) and ARIA radios by their group."""
    groups: dict[tuple[object, ...], list[Control]] = defaultdict(list)
    drawn = {observation.parents[c.n] for c in observation.visible if c.role == "radio" and c.type != "radio"}
    for control in observation.controls:
        if control.type == "radio":
            if not control.visible and observation.parents[control.n] in drawn:
                continue  # kits of components keep a hidden twin beside the button they draw
            name = control.attrs.get("name") or _group_node(observation, control)
            groups[("native", control.frame, control.form, name)].append(control)
        elif control.role in {"radio", "menuitemradio"} and control.visible and not _within_radio(observation, control):
            groups[("aria", control.frame, _group_node(observation, control))].append(control)
    for members in groups.values():
        rows = _rows(observation, members)
        choices = []
        for control, row in zip(members, rows, strict=True):
            label = observation.label_of(control)
            shown = control if control.visible else label if label is not None and label.visible else None
            if shown is None:
                inside = (
                    next((c for c in observation.visible if observation.contains(row, c.n) and c is not control), None)
                    if row != control.n
                    else None
                )
                if inside is None and not any(t for t in observation.texts if observation.contains(row, t.n)):
                    continue
                shown = inside or control
            text = (
                (label.text if label and label.text else "")
                or (control.name if control.named_by not in {"", "value"} else "")
                or control.beside
            )
            around = observation.text_of(row, 200)
            if len(around) > len(text):
                text = around if not text else f"{text} {around}" if text not in around else around
            text = text or control.value
            off = control.disabled or _is_sold_out(
                text, f"{control.tokens} {label.tokens if label else ''} {observation.kinds[row]}", lexicon
            )
            choices.append(Choice(control, text, available=not off, selected=control.checked, box=shown.box))
        if sum(c.selected for c in choices) > 1:  # what they say is no state: none is known to be chosen
            choices = [replace(c, selected=False) for c in choices]
        if choices:
            first = choices[0].control
            yield ChoiceGroup(
                "radio",
                first.n,
                group_label(observation, observation.common_ancestor([c.control.n for c in choices]), first, choices),
                tuple(choices),
                f"{first.tokens} {observation.kinds[observation.parents[first.n]]}",
                any(c.control.required for c in choices),
            )


def _within_radio(observation: Observation, control: Control) -> bool:
    """Whether a radio button is drawn within another one, which is the one that is pressed."""
    around = (observation.by_node.get(n) for n in observation.ancestors(control.n))
    return any(c is not None and c.role == "radio" for c in around)


def _group_node(observation: Observation, control: Control) -> int:
    holder = next((a for a in observation.ancestors(control.n) if "radiogroup" in observation.kinds[a]), None)
    if holder is not None:
        return holder
    steps = list(observation.ancestors(control.n))
    return steps[1] if len(steps) > 1 and observation.kinds[steps[0]].startswith(("li", "div", "span", "label")) else steps[0]


def _rows(observation: Observation, members: list[Control]) -> list[int]:
    """For each member the largest part of the page that holds it and no other member."""
    held: dict[int, int] = defaultdict(int)
    for control in members:
        for a in (control.n, *observation.ancestors(control.n)):
            held[a] += 1
    rows = []
    for control in members:
        row = control.n
        for depth, a in enumerate(observation.ancestors(control.n)):
            if held[a] > 1 or (len(members) == 1 and depth >= 2):
                break
            row = a
        rows.append(row)
    return rows


def links_side_by_side(observation: Observation, lexicon: Lexicon) -> list[ChoiceGroup]:
    """Return sibling links of one shape and place, which some shops put a question's answers as."""
    return list(_chips(observation, lexicon, set(), links=True))


def _chips(observation: Observation, lexicon: Lexicon, taken: set[int], *, links: bool = False) -> Iterator[ChoiceGroup]:
    """Sibling controls of one shape and place: buttons, list items or cards made for picking; or links that lead to another page."""
    groups: dict[tuple[int, str], list[Control]] = defaultdict(list)
    held = _held_controls(observation)
    for control in observation.controls:
        if not control.visible or control.n in taken or control.is_field or control.type in {"radio", "checkbox"}:
            continue
        if control.role in {"checkbox", "switch"}:
            continue
        if control.tag in {"label", "summary"} or control.landmark in {"nav", "footer", "header"} or len(control.label_text) > _CHIP_TEXT:
            continue
        leads = control.tag == "a" and bool(control.raw_href) and not control.raw_href.startswith(("#", "?", "javascript:"))
        if (leads and not named("variant", control.tokens)) is not links:
            continue
        parent = _row_holder(observation, control, held)
        groups[(parent, observation.kinds[control.n].partition(".")[0])].append(control)
    for (parent, _), members in groups.items():
        if not 2 <= len(members) <= _MOST_CHIPS:
            continue
        label = group_label(observation, parent, members[0])
        choices = tuple(
            Choice(
                c,
                c.label_text or c.attrs.get("data-value", ""),
                available=not (c.disabled or _is_sold_out(c.label_text, c.tokens, lexicon)),
                selected=is_on(c),
                box=c.box,
            )
            for c in members
        )
        tokens = " ".join({observation.kinds[parent], observation.kinds[observation.parents[parent]] if parent else "", members[0].tokens})
        yield ChoiceGroup("chips", members[0].n, label, choices, tokens)


def _row_buttons(observation: Observation, lexicon: Lexicon) -> Iterator[ChoiceGroup]:
    """Rows that each have a button of the same name ("Select"), where the row says what is chosen."""
    groups: dict[tuple[str, int], list[Control]] = defaultdict(list)
    for control in observation.visible:
        if not control.label_text or not control.is_button or control.landmark in {"header", "nav", "footer"}:
            continue
        opens = {"aria-haspopup", "aria-expanded"} & set(control.attrs)
        if control.is_submit or (control.form < 0 and not opens):
            groups[(_own_words(control), control.frame)].append(control)
    asking = {c.form for c in observation.fields if c.is_text_field and c.form >= 0}
    for (text, _), members in groups.items():
        if len(members) > _MOST_CHIPS or (len(members) == 1 and not lexicon.has("choose_option", text, at_least=0.6)):
            continue
        if len(members) == 1 and (members[0].form in asking or not members[0].is_submit):
            continue  # it sends what was typed, or opens a list
        rows = _rows(observation, members)
        named_so = members[0].is_submit or lexicon.has("choose_option", text, at_least=0.75)
        if not named_so and not _are_offers(observation, rows):
            continue
        if any(observation.kinds[row] in {"main", "body", "form"} for row in rows) and len(members) > 1:
            continue
        if not members[0].is_submit and any(f.is_text_field and observation.contains(row, f.n) for row in rows for f in observation.fields):
            continue  # each is a question of its own, and the button opens the answers to it
        choices = tuple(
            Choice(c, observation.text_of(row, 200) or text, available=not c.disabled, selected=False, box=c.box)
            for c, row in zip(members, rows, strict=True)
        )
        yield ChoiceGroup("buttons", members[0].n, group_label(observation, members[0].n, members[0]), choices, members[0].tokens)


def _are_offers(observation: Observation, rows: Sequence[int]) -> bool:
    """Whether each row has a price and none a link: ways of delivery, and neither products nor lines of a cart, which lead to a page."""
    linked = any(c.href and any(observation.contains(row, c.n) for row in rows) for c in observation.visible)
    return len(rows) > 1 and not linked and all(amounts_in(observation.text_of(row, 200)) for row in rows)


def _own_words(control: Control) -> str:
    """What stands on a button without the price of what it takes; its name often repeats the row."""
    return without_amounts(control.text).strip() or control.label_text


def _row_holder(observation: Observation, control: Control, held: Mapping[int, int]) -> int:
    """The smallest part of the page, a few levels up, that holds this control and others: its row or grid."""
    node = observation.parents[control.n]
    for _ in range(_ROW_DEPTH):
        if held[node] > 1 or observation.parents[node] < 0:
            break
        node = observation.parents[node]
    return node


def _held_controls(observation: Observation) -> Mapping[int, int]:
    """How many visible controls stand in each node."""
    held: dict[int, int] = defaultdict(int)
    for control in observation.visible:
        for node in observation.ancestors(control.n):
            held[node] += 1
    return held


def is_on(control: Control) -> bool:
    """Whether a control that stands for a choice is the one that is made."""
    attrs = control.attrs
    if (
        any(attrs.get(a) == "true" for a in ("aria-checked", "aria-pressed", "aria-selected"))
        or attrs.get("aria-current", "false") != "false"
    ):
        return True
    return control.checked or named("selected", control.css_class)


def _dropdowns(observation: Observation, lexicon: Lexicon) -> Iterator[ChoiceGroup]:
    """Closed lists that are no select: a button or box that opens a listbox."""
    for control in observation.visible:
        if control.tag in {"select", "a"} and control.role != "combobox":
            continue
        opens = control.attrs.get("aria-haspopup") == "listbox" or (control.role == "combobox" and control.tag != "input")
        asks = control.is_button and lexicon.has("placeholder_option", control.text, at_least=0.85) and not control.is_submit
        listing = (
            control.is_button
            and "aria-expanded" in control.attrs
            and named("variant", control.tokens)
            and control.landmark not in {"header", "nav", "footer"}
        )
        if opens or asks or listing:
            label = group_label(observation, control.n, control)
            repeats = normalise(control.text) == normalise(label.strip(" *:"))  # what is asked, not an answer
            waiting = lexicon.has("placeholder_option", control.text, at_least=0.6) or not control.text or repeats
            chosen = () if waiting else (Choice(control, control.text, available=True, selected=True, box=control.box),)
            yield ChoiceGroup(
                "dropdown",
                control.n,
                label,
                chosen or (Choice(control, "", available=True, selected=False, box=control.box),),
                control.tokens,
                waiting,
            )


def group_label(observation: Observation, n: int, control: Control, choices: Iterable[Choice] = ()) -> str:
    """Return the words that announce a group: label, legend, or the text just before it (60 pixels at most)."""
    label = observation.label_of(control)
    asks = control.is_field and not control.is_choice
    if asks and label is not None and label.text:
        return label.text
    if asks and control.named_by in {"aria-label", "aria-labelledby"}:
        return control.name
    members = {c.control.n for c in choices}
    labels = {c.control.label for c in choices if c.control.label >= 0}  # a choice's own label announces the choice
    best = None
    top = min((c.box.y for c in choices if c.box.area), default=control.box.y)
    for text in observation.texts:
        if text.n > control.n or text.frame != control.frame:
            continue
        if (text.control >= 0 and text.control in members) or len(text.text) > 90 or not any(ch.isalpha() for ch in text.text):
            continue
        if any(observation.contains(n, text.n) for n in labels):
            continue
        owner = observation.by_node.get(text.control)
        if owner is not None and owner.tag != "label":
            continue
        if -60 <= text.box.y - top <= 12 or abs(text.box.middle[1] - (top + 10)) < 20:
            best = text
    return best.text if best else ""


def _is_sold_out(text: str, tokens: str, lexicon: Lexicon) -> bool:
    return lexicon.has("sold_out", text, at_least=0.55) or named("sold_out", tokens)


def has_price(choice: Choice) -> bool:
    """Whether a choice states an amount of money."""
    return bool(amounts_in(choice.text))
