"""The filters of a list of products: where they stand, and how one that is used differs from what it was. Pure."""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from urllib.parse import parse_qsl, urlsplit

from auditor.facts.page import PageFacts
from auditor.lexicon import normalise
from auditor.lexicon.normalise import is_unspaced
from auditor.observe import Control, Region

_MARKED = re.compile(r"filter|facet|refine|layered", re.IGNORECASE)
_SORTED = re.compile(r"sort|(?<![a-z])order|pag(?:e|in|er)|view|limit", re.IGNORECASE)  # lists of other choices about a list
_SERVING = re.compile(r"clear|reset|apply|close|toggle|more|less|show|search", re.IGNORECASE)  # buttons that serve the filters
_LEVELS = 3  # elements around a filter whose names are looked at
_ELSEWHERE = {"header", "nav", "footer", "dialog", "search"}
_UNTOLD = {"header", "nav", "footer"}
_FIGURES = re.compile(r"\d{1,3}")
_COUNT = re.compile(r"\s*[(\[]\s*\d+\s*[)\]]\s*$")
_SIZES = 4  # bare numbers; fewer may be how many products a page shows
_ARRANGING = re.compile(r"(?i)(?:product_list_)?(?:sort\w*|order\w*|o|dir|limit|n|p|pag\w*|view|mode|per_?page|tri|orden)")
_LONGEST = 60  # letters of a filter's name
_DATA = tomllib.loads((files("auditor.probes") / "list_filters.toml").read_text(encoding="utf-8"))
_NAMES = tuple(map(normalise, _DATA["words"]))
_SORTING = tuple(map(normalise, _DATA["sorting"]))
_CROSSES = {"×", "✕", "✖", "x", "⨯"}
_NOWHERE = re.compile(r"#!?|javascript:.*", re.IGNORECASE | re.DOTALL)  # written into links that a script takes over


@dataclass(frozen=True)
class ListFilters:
    """What of a page filters its list: `choices`, check boxes before links and buttons, and the `openers` of closed parts."""

    facts: PageFacts

    @cached_property
    def choices(self) -> list[Control]:
        """The filters in sight that are not chosen."""
        return self._boxes or self._values

    @cached_property
    def openers(self) -> list[Control]:
        """What opens a closed part of the filters."""
        return [c for c in self._around if c.attrs.get("aria-expanded", "false" if c.tag == "summary" else "") == "false"]

    def same(self, choice: Control, label: str) -> Control | None:
        """The same filter on a page that was drawn anew; numbers of products beside it may have changed.

        What stands among the filters comes first: a menu or a way back may lead to what a filter is called after.
        """
        boxes = choice.type == "checkbox"
        name = choice.attrs.get("name", "")
        kind = [c for c in self.facts.observation.controls if (c.type == "checkbox" if boxes else c.is_button) and not self._in_card(c.n)]
        alike = sorted((c for c in kind if c.landmark not in _ELSEWHERE), key=lambda c: not self._belongs(c))
        by_name = (c for c in alike if boxes and name and c.attrs.get("name") == name and c.value == choice.value)
        called = (c for way in (_name, _words) for c in alike if way(label) and way(self.label(c)) == way(label))
        return next(by_name, None) or next(called, None)

    def label(self, choice: Control) -> str:
        """What a filter is called."""
        label = self.facts.observation.label_of(choice)
        return (label.text if label is not None and label.text else choice.label_text or choice.beside)[:_LONGEST]

    def key(self, choice: Control) -> tuple[str, str]:
        """What tells filters apart: the kind first, since all products of a list may fit one (a size that each comes in)."""
        return choice.attrs.get("name", ""), f"{choice.value} {self.label(choice)}"

    def chips(self, before: PageFacts, label: str) -> list[Control]:
        """Buttons and links that came with the filter and carry its words: what takes it back."""
        return [c for c in self._fresh(before) if _names(label, c.label_text)]

    def removers(self, before: PageFacts) -> list[Control]:
        """Other buttons and links that came with the filter and take something back."""
        lexicon = self.facts.lexicon
        return [c for c in self._fresh(before) if c.label_text in _CROSSES or lexicon.has("remove", *c.words, at_least=0.7)]

    def says(self, before: PageFacts, label: str) -> bool:
        """Whether the page says, beside its products, what it did not say before: the filter's name. Links and buttons are no sentences."""
        fresh = self._sentences - ListFilters(before)._sentences
        return any(_names(label, text) for text in fresh)

    @cached_property
    def _sentences(self) -> Counter[str]:
        told = (t for t in self.facts.observation.texts if t.control < 0 and t.landmark not in _UNTOLD)
        return Counter(t.text for t in told if not self._in_card(t.n))

    @cached_property
    def _parts(self) -> set[int]:
        observation = self.facts.observation
        marked = {n for n, kind in enumerate(observation.kinds) if _MARKED.search(kind)}
        marked |= {region.n for region in observation.regions if region.kind not in _ELSEWHERE and self._is_called(region)}
        return marked | {form.n for form in observation.forms if _MARKED.search(f"{form.id} {form.name} {form.css_class}")}

    def _is_called(self, region: Region) -> bool:
        """Whether a part of the page is named after filtering by its label, or beside the main part by the first words in it."""
        if names_filters(region.label):
            return True
        if region.kind != "aside":
            return False
        controls, texts = self.facts.observation.within(region.n)
        first = min([*((c.n, c.label_text) for c in controls), *((t.n, t.text) for t in texts)], default=(0, ""))
        return names_filters(first[1])

    def _belongs(self, control: Control) -> bool:
        usable = not control.disabled and not control.covered and control.landmark not in _ELSEWHERE
        return usable and any(n in self._parts for n in self.facts.observation.ancestors(control.n)) and not self._in_card(control.n)

    @cached_property
    def _boxes(self) -> list[Control]:
        observation = self.facts.observation

        def shown(c: Control) -> bool:
            label = observation.label_of(c)
            return c.visible or (label is not None and label.visible)

        return [c for c in observation.controls if c.type == "checkbox" and shown(c) and not c.checked and self._belongs(c)]

    @cached_property
    def _around(self) -> list[Control]:
        """The links and buttons of the filters."""
        return [c for c in self.facts.observation.visible if c.is_button and self._belongs(c)]

    @cached_property
    def _values(self) -> list[Control]:
        """Links and buttons that stand among others like them, as the values of a filter do; no ways to sort, and no "24 | 48 | 96"."""
        groups: dict[tuple[str, str, int], list[Control]] = defaultdict(list)
        for control in (c for c in self._around if self._is_value(c)):
            groups[control.tag, control.css_class, self._holder(control)].append(control)
        alike = [group for group in groups.values() if len(group) > 1 and not self._arranges(group)]
        return sorted((c for group in alike for c in group), key=lambda c: c.n)

    def _holder(self, control: Control) -> int:
        """The part of the filters that a link or button stands in: the second element around it, a list around its items."""
        return next(iter(list(self.facts.observation.ancestors(control.n))[1:2]), -1)

    def _arranges(self, group: list[Control]) -> bool:
        """Whether links or buttons sort a list or say how much of it is shown."""
        if len(group) < _SIZES and all(_FIGURES.fullmatch(c.label_text.strip()) for c in group):
            return True
        before = [t.text for t in self.facts.observation.texts if t.n < group[0].n][-2:]
        labels = (normalise(text) for text in (*before, *(c.label_text for c in group)))
        return any(label.startswith(_SORTING) for label in labels)

    def _is_value(self, control: Control) -> bool:
        observation, lexicon = self.facts.observation, self.facts.lexicon
        label = control.label_text
        if not 1 < len(label) <= _LONGEST or control.checked or control.tag == "summary" or "aria-expanded" in control.attrs:
            return False
        around = list(observation.ancestors(control.n))[:_LEVELS]
        if _SERVING.search(f"{control.id} {control.css_class}") or any(
            _SORTED.search(_MARKED.sub("", observation.kinds[n])) for n in around
        ):
            return False
        if any(lexicon.has(concept, *control.words, at_least=0.7) for concept in ("remove", "close", "add_to_cart")):
            return False
        if not control.raw_href or _NOWHERE.fullmatch(control.raw_href.strip()):
            return not control.is_submit
        return self._asks_same_page(control)

    def _asks_same_page(self, link: Control) -> bool:
        """Whether a link asks for the same page with other parameters: other links of a side column lead to other lists."""
        there, here = urlsplit(link.href), urlsplit(self.facts.url)
        fresh = set(parse_qsl(there.query)) ^ set(parse_qsl(here.query))
        return there.path == here.path and bool(fresh) and not any(_ARRANGING.fullmatch(key) for key, _ in fresh)

    def _in_card(self, node: int) -> bool:
        return any(self.facts.observation.contains(card.n, node) for card in self.facts.cards)

    def _fresh(self, before: PageFacts) -> list[Control]:
        known = {(c.label_text, c.href) for c in before.observation.visible}
        visible = self.facts.observation.visible
        return [c for c in visible if c.is_button and (c.label_text, c.href) not in known and not self._in_card(c.n)]


def names_filters(text: str) -> bool:
    """Whether a short text is a name for a part with filters, in any language."""
    words = f"{normalise(text)} "
    return len(text) <= _LONGEST and any(words.startswith(name if is_unspaced(name) else f"{name} ") for name in _NAMES)


def looks_changed(before: Control, after: Control) -> bool:
    """Whether a link or button is drawn or described otherwise than before: as chosen, where that is told by its looks."""
    states = ("aria-pressed", "aria-current", "aria-selected", "aria-checked")
    if after.checked or [before.attrs.get(s) for s in states] != [after.attrs.get(s) for s in states]:
        return True
    return (before.css_class, before.color, before.background) != (after.css_class, after.color, after.background)


def _name(label: str) -> str:
    """A filter's name without the number of products in brackets behind it."""
    return normalise(_COUNT.sub("", label))


def _words(label: str) -> str:
    """The words of a filter's name, without any figures; a size has none."""
    return normalise(re.sub(r"[\d()\[\]]+", " ", label)) if any(c.isalpha() for c in label) else ""


def _names(label: str, text: str) -> bool:
    """Whether a text is short enough to be about one filter, and holds its name: the figures of a size as a whole."""
    if len(text) >= 3 * len(label) + 20:
        return False
    told, words = normalise(text), _words(label)
    return words in told if words else bool(_name(label)) and f" {_name(label)} " in f" {told} "
