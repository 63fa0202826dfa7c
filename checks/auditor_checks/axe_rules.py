"""What axe-core found on a page, by groups of rules that checks of their own report."""

import re
import tomllib
from dataclasses import dataclass
from html import unescape
from importlib.resources import files

from bs4 import Tag
from soupsieve import SelectorSyntaxError

from auditor.api import Control, Message, Missing, PageRecord, say, together
from auditor_checks.wording import quoted, shortened

_GROUPS = tomllib.loads((files("auditor_checks.accessibility") / "axe_rules.toml").read_text(encoding="utf-8"))
_SHORTEST = 3  # letters of a label; shorter ones stand everywhere
_LONGEST = 60
_CALLED = {"a": "link", "button": "button", "input": "field", "select": "list", "textarea": "field", "img": "picture", "iframe": "frame"}
_THE = {
    "link": say("the link"),
    "button": say("the button"),
    "field": say("the field"),
    "list": say("the list"),
    "picture": say("the picture"),
    "frame": say("the frame"),
    "text": say("the text"),
    "element": say("the element"),
}
_ROLES = {"button": "button", "link": "link", "listbox": "list", "combobox": "list", "textbox": "field", "spinbutton": "field"}
_PRESSED = re.compile(r"""\btype=["']?(?:submit|button|reset|image)\b""")
_TELLING = ("alt", "title", "name", "placeholder", "href", "src", "id", "class")
_ICONS = re.compile("[\ue000-\uf8ff]")  # letters that stand for pictures
_INACTIVE = re.compile(r"(?:^|[-_ ])(?:disabled|inactive|unreachable|upcoming)(?:$|[-_ ])", re.IGNORECASE)
_PIXEL = re.compile(r"""(?:width|height)=["']?[01](?:px)?["'\s>]""")


@dataclass(frozen=True)
class Violation:
    """One element that violates a rule: where it is, what axe says of it, its source."""

    rule: str
    help: str
    selector: str
    summary: str
    source: str
    impact: str = ""

    def is_of(self, group: str) -> bool:
        """Whether the rule belongs to a group."""
        return self.rule in _GROUPS[group]

    def is_about(self, control: Control) -> bool:
        """Whether the element is, by its source, the control: its id or its label stands in it."""
        source, label = self.source.casefold(), control.text.strip().casefold()
        by_id = bool(control.id) and f'id="{control.id.casefold()}"' in source
        return by_id or (len(label) >= _SHORTEST and f">{label}<" in source)

    @property
    def kind(self) -> str:
        """What the element is: a key of `_THE`, such as "link", "button", "field"."""
        tag, role = re.match(r"\s*<([\w-]+)", self.source), self._attribute("role")
        if tag and tag[1] == "input" and _PRESSED.search(self._opening):
            return "button"
        return _ROLES.get(role) or (_CALLED.get(tag[1].lower(), "text") if tag else "element")

    @property
    def called(self) -> Message:
        """What the element is and says: "the link “Imprint”", "the field “phone”"."""
        said = " ".join(unescape(" ".join(re.findall(r">([^<>]+)<", self.source))).split())
        words = _ICONS.sub("", said).strip() or next(filter(None, map(self._attribute, _TELLING)), self.selector)
        return together(_THE[self.kind], quoted(shortened(words, _LONGEST)), between=" ")

    @property
    def _opening(self) -> str:
        return self.source.partition(">")[0]

    def _attribute(self, name: str) -> str:
        found = re.search(rf'\s{name}="([^"]+)"', self._opening)
        return unescape(found[1]).strip() if found else ""


def violations(page: PageRecord, group: str = "") -> list[Violation]:
    """Return the elements that violate a rule of the group, or any; raises `Missing` without a scan."""
    rules = [rule for rule in page.axe.violations if not group or rule.id in _GROUPS[group]]
    found = [Violation(rule.id, rule.demand, node.selector, node.summary, node.html, rule.impact) for rule in rules for node in rule.nodes]
    return [violation for violation in found if not _is_moot(page, violation)]


def element_of(page: PageRecord, violation: Violation) -> Tag | None:
    """Return the element in the page's source; None where its source was not kept, or shows something else."""
    return _element(page, violation.selector)


def _is_moot(page: PageRecord, violation: Violation) -> bool:
    """Whether what the rule asks for does not matter there."""
    if violation.is_of("pictures"):
        return bool(_PIXEL.search(violation.source.partition(">")[0] + ">"))  # counts visitors, shows nothing
    if violation.rule == "aria-input-field-name":
        return _is_part_of_a_named_list(_element(page, violation.selector))
    return violation.is_of("contrast") and _is_inactive(page, violation)


def _is_part_of_a_named_list(element: Tag | None) -> bool:
    """Whether it only shows what was chosen in a list that takes the focus and has a name itself."""
    if element is None or element.has_attr("tabindex") or element.name in {"input", "select", "textarea"}:
        return False
    holder = element.find_parent(role=["combobox", "button", "listbox"])
    return holder is not None and (holder.has_attr("aria-label") or holder.has_attr("aria-labelledby"))


def _is_inactive(page: PageRecord, violation: Violation) -> bool:
    """Whether it is part of something that cannot be used at the time, such as a later step: WCAG 1.4.3 leaves it out."""
    element = _element(page, violation.selector)
    if element is None:
        return bool(_INACTIVE.search(" ".join(re.findall(r'^\s*<[^>]*?class="([^"]*)"', violation.source))))
    return any(
        _INACTIVE.search(" ".join(one.get_attribute_list("class")) if one.has_attr("class") else "") or one.get("aria-disabled") == "true"
        for one in (element, *element.parents)
        if isinstance(one, Tag) and one.name not in {"body", "html"}
    )


def _element(page: PageRecord, selector: str) -> Tag | None:
    """Find the element in the page's source; None where its source was not kept, or shows something else."""
    try:
        return page.soup.select_one(selector)
    except (Missing, SelectorSyntaxError, NotImplementedError):
        return None
