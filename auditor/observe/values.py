"""The things seen on a page: controls, texts, pictures, layers, forms and frames, with where they stand.

Node numbers count elements in document order over the whole page, frames included; `Observation` says which contains
which. Boxes are in CSS pixels of the page, not of the window.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle in CSS pixels, measured from the top left corner of the page."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle point."""
        return self.x + self.width / 2, self.y + self.height / 2

    @property
    def area(self) -> float:
        """Its area in square CSS pixels."""
        return self.width * self.height

    def distance(self, other: Box) -> float:
        """Gap between two rectangles in pixels, 0 where they touch or overlap."""
        dx = max(self.x - other.right, other.x - self.right, 0)
        dy = max(self.y - other.bottom, other.y - self.bottom, 0)
        return float((dx * dx + dy * dy) ** 0.5)

    def moved(self, dx: float, dy: float) -> Box:
        """Return it shifted."""
        return Box(self.x + dx, self.y + dy, self.width, self.height)

    def overlaps(self, other: Box) -> bool:
        """Whether two rectangles have an area in common."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom


NOWHERE = Box(0, 0, 0, 0)


class Option(NamedTuple):
    """One choice of a select: what is sent, what is shown, whether it can be chosen, whether it is, and was when first seen."""

    value: str
    text: str
    disabled: bool
    selected: bool
    preset: bool = False


@dataclass(frozen=True, slots=True)
class Control:
    """Something a shopper can act on, and labels; `custom` says how a non-native one was recognised.

    `beside` is the loose text right after a box that has no label, `drawn` what style sheets draw at a field and its label, with
    U+FFFC for a picture; None where nobody looked.
    `name` is the accessible name (an approximation of the W3C computation), `text` what stands on it, `named_by` where the
    name came from ("" when there is none). `visible` means on the page and not cut off; `covered` that something else lies
    over its middle; `in_view` that its middle is inside the window.
    """

    n: int
    tag: str
    type: str = ""
    role: str = ""
    custom: str = ""
    text: str = ""
    name: str = ""
    named_by: str = ""
    id: str = ""
    css_class: str = ""
    attrs: Mapping[str, str] = field(default_factory=dict)
    href: str = ""
    raw_href: str = ""
    placeholder: str = ""
    beside: str = ""
    drawn: str | None = None
    value: str = ""
    checked: bool = False
    default_checked: bool = False
    options: tuple[Option, ...] = ()
    required: bool = False
    readonly: bool = False
    invalid: str = ""
    label: int = -1
    form: int = -1
    controls: str = ""
    disabled: bool = False
    focused: bool = False
    landmark: str = ""
    inside: int = -1
    shadow: int = 0
    box: Box = NOWHERE
    visible: bool = False
    inert: bool = False
    size: float = 0
    color: str = ""
    background: str = ""
    faded: bool = False
    fixed: bool = False
    in_view: bool = False
    covered: bool = False
    frame: int = 0

    @property
    def label_text(self) -> str:
        """What the control is called: its accessible name, else what stands on it."""
        return self.name or self.text

    @property
    def sent_as(self) -> str:
        """The name under which a form sends the answer, else the id: what is the same for a field on every page."""
        return self.attrs.get("name") or self.id

    @property
    def words(self) -> tuple[str, ...]:
        """All human-readable texts of the control, the most telling first."""
        attrs = self.attrs
        found = (self.text, self.name, attrs.get("aria-label", ""), attrs.get("title", ""), attrs.get("alt", ""))
        shown = self.value if self.type in {"submit", "button", "image"} else ""
        return tuple(dict.fromkeys(t for t in (*found, shown) if t))

    @property
    def tokens(self) -> str:
        """The machine-readable names of the control (id, class, name, test ids), for patterns."""
        attrs = self.attrs
        kept = ("name", "data-testid", "data-test", "data-hook", "data-action", "data-button-action", "data-role", "onclick")
        return " ".join(filter(None, (self.id, self.css_class, *(attrs.get(k, "") for k in kept))))

    @property
    def is_field(self) -> bool:
        """Whether something can be typed or picked in it."""
        if self.tag in {"select", "textarea"} or self.custom == "editable":
            return True
        if self.tag == "input":
            return self.type not in {"submit", "button", "reset", "image", "hidden"}
        return self.role in {"combobox", "textbox", "searchbox", "spinbutton", "listbox"}

    @property
    def is_text_field(self) -> bool:
        """Whether a shopper can type into it."""
        if self.tag == "input":
            return self.type in {"text", "email", "tel", "search", "number", "url", "password", "date", ""}
        return self.tag == "textarea" or self.custom == "editable" or self.role in {"textbox", "searchbox", "spinbutton"}

    @property
    def is_choice(self) -> bool:
        """Whether it is a radio button or a check box."""
        return self.type in {"radio", "checkbox"} or self.role in {"radio", "checkbox", "switch", "menuitemradio"}

    @property
    def is_button(self) -> bool:
        """Whether it looks like something to press, rather than a field or a label."""
        return self.tag != "label" and not self.is_field and not self.is_choice

    @property
    def is_submit(self) -> bool:
        """Whether pressing it submits a form by itself."""
        return self.form >= 0 and ((self.tag == "button" and self.type in {"submit", ""}) or self.type in {"submit", "image"})


@dataclass(frozen=True, slots=True)
class Text:
    """A visible piece of text; `control` is the node of the control it stands in, -1 if none."""

    n: int
    tag: str
    text: str
    box: Box
    size: float
    weight: int
    color: str = ""
    struck: bool = False
    split: bool = False
    live: str = ""
    control: int = -1
    landmark: str = ""
    fixed: bool = False
    frame: int = 0

    @property
    def heading(self) -> int:
        """Its heading level, 0 if it is none."""
        return int(self.tag[1]) if len(self.tag) == 2 and self.tag[0] == "h" and self.tag[1].isdecimal() else 0


@dataclass(frozen=True, slots=True)
class Picture:
    """An image, drawing or background picture; `alt` is None where the attribute is missing."""

    n: int
    kind: str
    box: Box
    src: str = ""
    natural: tuple[int, int] = (0, 0)
    alt: str | None = None
    lazy: bool = False
    pending: bool = False
    frame: int = 0


@dataclass(frozen=True, slots=True)
class Layer:
    """Something that lies over the page: fixed bars, drawers, dialogs; `share` is of the window's area."""

    n: int
    role: str
    position: str
    z: int
    box: Box
    share: float
    center: bool
    modal: bool
    id: str = ""
    css_class: str = ""
    frame: int = 0
    label: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A form element. `method` is "" where none is written: mostly a script sends it then, in whatever way."""

    n: int
    action: str
    method: str
    id: str = ""
    name: str = ""
    css_class: str = ""
    novalidate: bool = False
    role: str = ""
    visible: bool = False
    frame: int = 0


@dataclass(frozen=True, slots=True)
class Frame:
    """An embedded document as its parent sees it; `read` says whether its inside was observed too."""

    n: int
    src: str
    box: Box
    visible: bool
    name: str = ""
    title: str = ""
    id: str = ""
    read: bool = False
    lazy: bool = False
    frame: int = 0


@dataclass(frozen=True, slots=True)
class Region:
    """A landmark of the page (header, nav, main, footer, aside, dialog, search)."""

    n: int
    kind: str
    label: str
    visible: bool
    frame: int = 0
