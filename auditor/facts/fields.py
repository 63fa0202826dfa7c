"""What each form field asks for.

Evidence is combined from the WHATWG autocomplete token, the input type, the machine-readable names, the label, the
placeholder and the text that stands before the field. Kinds are then settled per section: a second "address" line is
line 2, "Name" beside a first name is the family name, several short fields of one kind are one value in parts.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import pairwise

from auditor.lexicon import Lexicon, normalise
from auditor.observe import Control, Observation, Text

# How far each kind of evidence is trusted alone; several add up as independent chances of being right.
TOKEN, TYPE, LABEL, PLACEHOLDER, NAME, BEFORE, OPTIONS = 0.97, 0.93, 0.92, 0.85, 0.8, 0.7, 0.9
_LEAST = 0.42
_ADDRESS_KINDS = frozenset({"street", "postcode", "city", "house_number", "full_address"})
_TYPED_KINDS = frozenset({"note", "search", "coupon", "password", "email", "email_again"})  # what no list of options can be
_CARD_KINDS = frozenset({"card_number", "card_expiry", "card_code", "card_name", "iban"})
_LABEL_KINDS = (
    "email",
    "email_again",
    "given_name",
    "family_name",
    "full_name",
    "company",
    "street",
    "house_number",
    "address2",
    "postcode",
    "city",
    "state",
    "country",
    "phone",
    "salutation",
    "birth_date",
    "tax_id",
    "password",
    "note",
    "full_address",
    "given_name_kana",
    "family_name_kana",
    "search",
    "quantity",
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)")
_SEPARATORS = re.compile(r"[\W_]+")
_EXPIRY = re.compile(r"\bexp|\bmm\b|\bvalid")
# "Name on card" asks for letters, whatever the language; words as `normalise` leaves them.
_HOLDER = re.compile(
    r"\bname|holder|inhaber|\bnom\b|\bnome\b|\bnombre\b|titula|intestatari|\bnaam|houder|\bnavn|indehaver|innehav|\bnamn|haltija|\bimie|wlascicie"
    r"|posiadacz|jmeno|drzitel|birtokos|\bnume\b|名義"
)


@dataclass(frozen=True, slots=True)
class Field:
    """A form field and what it asks for: `kind` "" if unknown; `part` (index, count) when one value is split."""

    control: Control
    kind: str
    confidence: float
    label: str
    section: str = ""
    part: tuple[int, int] = (0, 1)

    @property
    def is_address(self) -> bool:
        """Whether it is a part of a postal address."""
        return self.kind in _ADDRESS_KINDS

    @property
    def is_card(self) -> bool:
        """Whether it belongs to a payment card or bank account: never filled."""
        return self.kind in _CARD_KINDS

    @property
    def required(self) -> bool:
        """Whether the page says that it must be filled, in markup or with an asterisk."""
        return self.control.required or "*" in self.label


def read_fields(observation: Observation, lexicon: Lexicon) -> list[Field]:
    """Name every visible field of the page that is not a radio button or a check box, in document order."""
    return read_some(observation, lexicon, observation.fields)


def read_some(observation: Observation, lexicon: Lexicon, controls: Iterable[Control]) -> list[Field]:
    """Name the fields among some controls, as if there were no others: those of a dialog over the page."""
    return _settle([_read(observation, lexicon, control) for control in controls if control.is_field and not control.is_choice])


def form_marks(observation: Observation) -> dict[int, str]:
    """Return for each field what its form is recognised by on other pages: where it sends to, and what it asks."""
    asked: dict[tuple[int, int], list[str]] = defaultdict(list)
    for control in observation.fields:
        key = (control.frame, control.form) if control.form >= 0 else (control.frame, -1 - control.n)
        asked[key].append("/".join((control.type, control.attrs.get("name", ""), control.placeholder, control.label_text[:40])))
    marks = {}
    for control in observation.fields:
        key = (control.frame, control.form) if control.form >= 0 else (control.frame, -1 - control.n)
        action = observation.forms[control.form].action if control.form >= 0 else ""
        marks[control.n] = "|".join((action, *asked[key]))
    return marks


def field_label(observation: Observation, control: Control) -> str:
    """Return the words a shopper reads as the field's label: its label, else the text just before it."""
    label = observation.label_of(control)
    if label is not None and label.text:
        return label.text
    if control.named_by in {"aria-labelledby", "aria-label", "title"}:
        return control.name
    before = text_before(observation, control)
    return before.text if before else control.placeholder


def text_before(observation: Observation, control: Control) -> Text | None:
    """Return the text that floats in a field, else the one just before it (above or to the left), at most 90 pixels away."""
    floating = _floating(observation, control)
    if floating is not None:
        return floating
    best: tuple[float, Text] | None = None
    for text in observation.texts:
        if text.n >= control.n or text.frame != control.frame or len(text.text) > 80 or text.split:
            continue
        owner = observation.by_node.get(text.control)
        if owner is not None and owner.tag != "label":
            continue
        beside = abs(text.box.middle[1] - control.box.middle[1]) < max(control.box.height, 20) and text.box.x < control.box.x
        above = text.box.bottom <= control.box.y + 6 and text.box.x < control.box.right and text.box.right > control.box.x - 20
        if not (beside or above):
            continue
        gap = text.box.distance(control.box)
        if gap <= 90 and (best is None or gap <= best[0]):
            best = gap, text
    return best[1] if best else None


def _floating(observation: Observation, control: Control) -> Text | None:
    """The label that some designs lay over the field itself, where it gives way to what is typed."""
    box = control.box
    for text in observation.texts:
        x, y = text.box.x + 2, text.box.middle[1]
        inside = box.x <= x <= box.right and box.y <= y <= box.bottom and text.box.height <= box.height
        if inside and text.frame == control.frame and text.control != control.n and 1 < len(text.text) <= 60 and not text.split:
            return text
    return None


def _read(observation: Observation, lexicon: Lexicon, control: Control) -> Field:
    chances: dict[str, float] = defaultdict(float)

    def add(kind: str, chance: float) -> None:
        chances[kind] = 1 - (1 - chances[kind]) * (1 - chance)

    section, token = _autocomplete(control)
    if token:
        add(token, TOKEN)
    if control.type in {"email", "tel", "password", "search"}:
        add({"tel": "phone"}.get(control.type, control.type), TYPE if control.type != "tel" else 0.6)
    for kind, chance in _by_name(control).items():
        add(kind, chance)
    label = observation.label_of(control)
    own = label.text if label else control.name if control.named_by in {"aria-label", "aria-labelledby", "title"} else ""
    asking = control.options[0].text if control.options and not control.options[0].value.strip() else ""
    for text, trust in ((own, LABEL), (control.placeholder, PLACEHOLDER), (asking, PLACEHOLDER)):
        for kind, grade in _by_words(lexicon, text).items():
            add(kind, trust * grade)
    if control.beside:
        for kind, grade in _by_words(lexicon, control.beside).items():
            add(kind, LABEL * grade)
    elif not own or max(chances.values(), default=0) < _LEAST:
        before = text_before(observation, control)
        if before:
            for kind, grade in _by_words(lexicon, before.text).items():
                add(kind, BEFORE * grade)
    if lists_countries(control):
        add("country", OPTIONS)
    possible = ((kind, chance) for kind, chance in chances.items() if not (control.options and kind in _TYPED_KINDS))
    kind, chance = max(possible, key=lambda item: item[1], default=("", 0.0))
    if chance < _LEAST:
        kind = ""
    shown = own or control.beside or field_label(observation, control)
    return Field(control, kind, round(chance, 3), shown, section or _section(control))


def _autocomplete(control: Control) -> tuple[str, str]:
    words = control.attrs.get("autocomplete", "").lower().split()
    section = next((w for w in words if w in {"shipping", "billing"}), "")
    table = _data()["autocomplete"]
    return section, next((table[w] for w in reversed(words) if w in table), "")


def _by_name(control: Control) -> dict[str, float]:
    found: dict[str, float] = {}
    for source, trust in (
        (control.attrs.get("name", ""), NAME),
        (control.id, NAME * 0.9),
        (control.attrs.get("data-testid", ""), NAME * 0.8),
    ):
        spelled = _spelled(source)
        if not spelled:
            continue
        kind = _kind_of_name(spelled)
        if kind:
            found[kind] = max(found.get(kind, 0), trust)
    return found


def _kind_of_name(spelled: str) -> str:
    """The first kind whose pattern fits; after "address", what follows tells more ("shipping address city")."""
    fits = [(kind, found.span()) for kind, expression in _names().items() if (found := expression.search(spelled))]
    if not fits or fits[0][0] != "street":
        return fits[0][0] if fits else ""
    end = fits[0][1][1]
    return max(((span[0], kind) for kind, span in fits[1:] if span[0] >= end), default=(0, "street"))[1]


def _spelled(source: str) -> str:
    """Cut a machine name into words, the end of it: the front is usually the form's name."""
    words = _SEPARATORS.split(_CAMEL.sub(" ", source))
    return normalise(" ".join(w for w in words if w)[-60:])


def _by_words(lexicon: Lexicon, text: str) -> dict[str, float]:
    if not text or len(text) > 120:
        return {}
    grades = {kind: lexicon.score(f"field_{kind}", text) for kind in _LABEL_KINDS}
    if lexicon.holds("field_given_name", text) and lexicon.holds("field_family_name", text):  # "first and last name" asks for both
        grades["full_name"] = max(0.95, grades["full_name"])
        grades["given_name"] = grades["family_name"] = 0.0
    if lexicon.holds("field_street", text) and lexicon.holds("field_house_number", text):  # "street and number" is one line
        grades["street"] = max(0.95, grades["street"])
        grades["house_number"] = 0.0
    if sum(lexicon.holds(f"field_{kind}", text) for kind in ("street", "postcode", "city")) >= 2:
        grades = {"full_address": 0.95}
    card = lexicon.score("card_fields", text)
    coupon = lexicon.score("coupon", text)
    if coupon >= 0.55 and coupon >= max(card, *grades.values()):  # "code" alone may also be that of a place or a card
        return {"coupon": 0.9}
    if card > 0.6:
        grades[_card_kind(text)] = card
    return {kind: grade for kind, grade in grades.items() if grade > 0.3}


def _card_kind(text: str) -> str:
    folded = normalise(text)
    if any(c in folded for c in ("cvc", "cvv", "security", "code")):
        return "card_code"
    if _EXPIRY.search(folded):
        return "card_expiry"
    return "card_name" if _HOLDER.search(folded) else "card_number"


_COUNTRY_CODES = {"DE", "FR", "GB", "US", "NL", "SE", "ES", "IT", "PL", "AT", "CH", "BE", "DK", "FI", "JP", "CA", "PT", "CZ", "NO"}
_COUNTRY_NAMES = {
    "germany",
    "deutschland",
    "allemagne",
    "alemania",
    "germania",
    "france",
    "frankreich",
    "united kingdom",
    "united states",
    "nederland",
    "netherlands",
    "sverige",
    "sweden",
    "espana",
    "spain",
    "italia",
    "italy",
    "polska",
    "poland",
    "belgium",
    "norge",
    "norway",
    "suomi",
    "finland",
    "danmark",
    "denmark",
    "japan",
    "canada",
    "portugal",
    "austria",
    "osterreich",
    "brasil",
    "alemanha",
    "tyskland",
    "niemcy",
    "nemecko",
    "saksa",
    "duitsland",
    "日本",
    "schweiz",
    "belgie",
    "cesko",
    "mexico",
    "argentina",
}


def lists_countries(control: Control) -> bool:
    """Whether the options of a select are countries."""
    codes = {o.value.upper() for o in control.options if len(o.value) == 2}
    names = {normalise(o.text) for o in control.options}
    return len(codes & _COUNTRY_CODES) >= 4 or len(names & _COUNTRY_NAMES) >= 2


def _section(control: Control) -> str:
    tokens = _spelled(f"{control.attrs.get('name', '')} {control.id}")
    if re.search(r"\b(billing|bill|invoice|rechnung|facturation|facturacion|fatturazione|factuur|faktura|fakturace)\b", tokens):
        return "billing"
    if re.search(r"\b(shipping|ship|delivery|lieferung|livraison|envio|spedizione|levering|dostawa|doruceni)\b", tokens):
        return "shipping"
    return ""


def _settle(fields: Sequence[Field]) -> list[Field]:
    """Give each kind once per form and section, and make sense of what repeats."""
    settled = list(fields)
    groups: dict[tuple[int, int, str], list[int]] = defaultdict(list)
    for i, field in enumerate(settled):
        groups[(field.control.form, field.control.frame, field.section)].append(i)
    for indices in groups.values():
        kinds = {settled[i].kind for i in indices}
        for i in indices:
            if settled[i].kind == "full_name" and "given_name" in kinds and "family_name" not in kinds:
                settled[i] = replace(settled[i], kind="family_name")
                kinds.add("family_name")
        if "street" not in kinds and "full_address" not in kinds and {"city", "postcode"} & kinds:
            lone = next((i for i in indices if settled[i].kind == "address2"), None)
            if lone is not None:
                settled[lone] = replace(settled[lone], kind="street")
        for kind in ("street", "full_name", "email", "phone", "postcode", "birth_date", "card_number", "card_expiry"):
            same = [i for i in indices if settled[i].kind == kind]
            if len(same) > 1:
                _settle_repeated(settled, same, kind)
    return settled


def _settle_repeated(settled: list[Field], same: list[int], kind: str) -> None:
    neighbours = all(b - a == 1 for a, b in pairwise(same))
    narrow = all(_is_narrow(settled[i].control) for i in same)
    if (
        kind in {"phone", "postcode", "birth_date", "card_number", "card_expiry"}
        and neighbours
        and len(same) <= 4
        and (narrow or len(same) > 2)
    ):
        for place, i in enumerate(same):
            settled[i] = replace(settled[i], part=(place, len(same)))
    elif kind == "street":
        for i in same[1:]:
            settled[i] = replace(settled[i], kind="address2")
    elif kind == "email" and neighbours:
        settled[same[1]] = replace(settled[same[1]], kind="email_again")


def _is_narrow(control: Control) -> bool:
    length = control.attrs.get("maxlength", "")
    return control.tag == "select" or (length.isdecimal() and int(length) <= 5) or control.box.width < 110


@cache
def _data() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads((files("auditor.facts") / "fields.toml").read_text(encoding="utf-8"))


@cache
def _names() -> dict[str, re.Pattern[str]]:
    return {kind: re.compile(source, re.IGNORECASE) for kind, source in _data()["names"].items()}
