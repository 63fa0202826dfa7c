"""One page at one moment, frames and shadow roots included, as pure values."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from auditor.observe.values import Box, Control, Form, Frame, Layer, Option, Picture, Region, Text

_RENAMED = {"class": "css_class"}


class Observation:
    """What one pass over a page saw; `raw` is its JSON shape, from which it can be made again.

    `raw` is `{"frames": [<result of observe.js>, ...], "attached": [[parent frame, node of the iframe in it], ...]}`,
    main frame first; `attached[0]` is None.
    """

    def __init__(self, raw: Mapping[str, Any]) -> None:
        self.raw = raw
        frames: Sequence[Mapping[str, Any]] = raw["frames"]
        main = frames[0]
        self.url: str = main["url"]
        self.title: str = main["title"]
        self.lang: str = main["lang"]
        self.viewport: tuple[int, int] = (main["viewport"][0], main["viewport"][1])
        self.scroll: tuple[int, int] = (main["scroll"][0], main["scroll"][1])
        self.page_size: tuple[int, int] = (main["page"][0], main["page"][1])
        self.meta: Mapping[str, str] = main["meta"]
        self.links: Sequence[Mapping[str, str]] = main["links"]
        self.json_ld: Sequence[str] = main["json_ld"]
        self.body_overflow: str = main.get("body_overflow", "")
        self.overflow_x: str = main.get("overflow_x", "")
        self.elements: int = sum(f["elements"] for f in frames)
        self.milliseconds: float = max(f["milliseconds"] for f in frames)
        self.truncated: tuple[str, ...] = tuple(main.get("truncated", ()))
        self.shadow_roots: int = sum(f["shadow_roots"] for f in frames)

        self.parents: list[int] = []
        self.kinds: list[str] = []
        self.controls: list[Control] = []
        self.texts: list[Text] = []
        self.pictures: list[Picture] = []
        self.layers: list[Layer] = []
        self.forms: list[Form] = []
        self.embedded: list[Frame] = []
        self.regions: list[Region] = []
        self.offsets: list[int] = []
        for index, view in enumerate(frames):
            self._add(index, view, raw["attached"][index])

    @classmethod
    def from_json(cls, text: str) -> Observation:
        """Make an observation again from its stored artifact."""
        return cls(json.loads(text))

    def to_json(self) -> str:
        """Return the artifact that `from_json` reads."""
        return json.dumps(self.raw, ensure_ascii=False, separators=(",", ":"))

    # -- structure ---------------------------------------------------------------------------------------------------

    def ancestors(self, n: int) -> Iterator[int]:
        """Walk from a node's parent up to the root."""
        n = self.parents[n]
        while n >= 0:
            yield n
            n = self.parents[n]

    @cached_property
    def ends(self) -> list[int]:
        """For each node the last node of its subtree."""
        ends = list(range(len(self.parents)))
        for n in range(len(self.parents) - 1, 0, -1):
            parent = self.parents[n]
            if parent >= 0 and ends[n] > ends[parent]:
                ends[parent] = ends[n]
        return ends

    def contains(self, outer: int, inner: int) -> bool:
        """Whether a node is, or stands in, another."""
        return outer <= inner <= self.ends[outer] if self._nested else outer == inner or outer in self.ancestors(inner)

    def common_ancestor(self, nodes: Sequence[int]) -> int:
        """Return the smallest node that holds all of the nodes."""
        path = [nodes[0], *self.ancestors(nodes[0])]
        for n in nodes[1:]:
            other = {n, *self.ancestors(n)}
            path = [p for p in path if p in other]
        return path[0] if path else 0

    def within(self, n: int) -> tuple[list[Control], list[Text]]:
        """Return the controls and texts that stand in a node."""
        return [c for c in self.controls if self.contains(n, c.n)], [t for t in self.texts if self.contains(n, t.n)]

    # -- looking things up -------------------------------------------------------------------------------------------

    @cached_property
    def by_node(self) -> dict[int, Control]:
        """Controls by their node number."""
        return {c.n: c for c in self.controls}

    @cached_property
    def visible(self) -> list[Control]:
        """The controls a shopper can see, labels left out."""
        return [c for c in self.controls if c.visible and c.tag != "label"]

    @cached_property
    def fields(self) -> list[Control]:
        """The fields a shopper can see and use."""
        return [c for c in self.visible if c.is_field and not c.disabled and not c.inert]

    @cached_property
    def headings(self) -> list[Text]:
        """Texts of h1 to h6."""
        return [t for t in self.texts if t.heading]

    def label_of(self, control: Control) -> Control | None:
        """Return the label element of a field, if it has one."""
        return self.by_node.get(control.label) if control.label >= 0 else None

    def text_of(self, n: int, size: int = 400) -> str:
        """Return the visible text of a node, pieces joined in document order."""
        pieces: list[str] = []
        length = 0
        for text in self.texts:
            if self.contains(n, text.n) and not text.split:
                pieces.append(text.text)
                length += len(text.text) + 1
                if length > size:
                    break
        return " ".join(pieces)[:size]

    @cached_property
    def full_text(self) -> str:
        """All visible text, for phrases that may stand anywhere."""
        return " ".join(t.text for t in self.texts if not t.split)

    # -- building ----------------------------------------------------------------------------------------------------

    @cached_property
    def _nested(self) -> bool:
        """Whether node numbers nest, which they do unless a frame was added behind its parent document."""
        return len(self.offsets) == 1

    def _add(self, index: int, view: Mapping[str, Any], attached: Sequence[int] | None) -> None:
        offset = len(self.parents)
        dx = dy = 0.0
        root = -1
        if attached is not None:
            root = self.offsets[attached[0]] + attached[1] if attached[1] >= 0 else -1
            holder = next((f for f in self.embedded if f.n == root), None)
            if holder:
                dx, dy = holder.box.x - view["scroll"][0], holder.box.y - view["scroll"][1]
        self.offsets.append(offset)
        first_form = len(self.forms)
        self.parents.extend(root if p < 0 else p + offset for p in view["parents"])
        self.kinds.extend(view["kinds"][k] for k in view["signatures"])

        def values(item: Mapping[str, Any]) -> dict[str, Any]:
            made = {_RENAMED.get(key, key): value for key, value in item.items()}
            made["n"] += offset
            made["frame"] = index
            if "box" in made:
                made["box"] = Box(*made["box"]).moved(dx, dy)
            return made

        for item in view["controls"]:
            made = values(item)
            for key in ("label", "inside"):
                if made.get(key, -1) >= 0:
                    made[key] += offset
            if "form" in made:
                made["form"] += first_form
            if "options" in made:
                made["options"] = tuple(Option(v, t, bool(b & 1), bool(b & 2), bool(b & 4)) for v, t, b in made["options"])
            self.controls.append(Control(**made))
        for item in view["texts"]:
            made = values(item)
            if "control" in made:
                made["control"] += offset
            self.texts.append(Text(**made))
        for item in view["images"]:
            made = values(item)
            made["natural"] = tuple(made.get("natural", (0, 0)))
            self.pictures.append(Picture(**made))
        self.layers.extend(Layer(**values(item)) for item in view["layers"])
        self.forms.extend(Form(**values(item)) for item in view["forms"])
        self.regions.extend(Region(**values(item)) for item in view["regions"])
        self.embedded.extend(Frame(**values(item)) for item in view["frames"])
