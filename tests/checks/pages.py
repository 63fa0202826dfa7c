"""Hand-made pages in the shape of the observer's output, for tests of checks that need no browser.

page = Page("https://shop.example/")
with page.part("footer"):
    page.link("Returns", "/returns")
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urljoin

DESKTOP, PHONE = (1366, 900), (412, 839)
_LANDMARKS = {"header", "nav", "main", "footer", "aside", "dialog", "search"}
_LINE = 40  # pixels from one thing to the next, where no box is given

Area = tuple[float, float, float, float]


class Page:
    """Builds one page element by element, in document order, from top to bottom."""

    def __init__(
        self,
        url: str = "https://shop.example/",
        *,
        title: str = "Shop",
        lang: str = "en",
        window: tuple[int, int] = DESKTOP,
    ) -> None:
        self.url = url
        self.html = "<html><body></body></html>"
        self._y = 0.0
        self._nodes: list[tuple[int, str]] = [(-1, "body")]
        self._open: list[tuple[int, str]] = [(0, "")]
        self._form = -1
        self._frame: dict[str, Any] = {
            "url": url, "title": title, "lang": lang, "viewport": list(window), "scroll": [0, 0],
            "page": [window[0], 0], "meta": {"viewport": "width=device-width, initial-scale=1"},
            "links": [], "json_ld": [], "milliseconds": 1.0, "shadow_roots": 0, "controls": [], "texts": [],
            "images": [], "layers": [], "forms": [], "regions": [], "frames": [],
        }  # fmt: skip

    # -- parts ----------------------------------------------------------------------------------------------

    @contextmanager
    def part(self, kind: str) -> Iterator[int]:
        """Open an element (`footer`, `div.card`); a landmark's name makes it one."""
        n = self._node(kind)
        tag = kind.partition(".")[0]
        landmark = tag if tag in _LANDMARKS else self._open[-1][1]
        if tag in _LANDMARKS:
            self._frame["regions"].append({"n": n, "kind": tag, "label": "", "visible": True})
        self._open.append((n, landmark))
        try:
            yield n
        finally:
            self._open.pop()

    @contextmanager
    def form(self, action: str = "/send") -> Iterator[int]:
        """Open a form; the fields in it belong to it."""
        with self.part("form") as n:
            before, self._form = self._form, len(self._frame["forms"])
            self._frame["forms"].append({"n": n, "action": action, "method": "post", "visible": True})
            try:
                yield n
            finally:
                self._form = before

    @contextmanager
    def layer(self, css_class: str, box: Area = (300, 500, 700, 300)) -> Iterator[int]:
        """Open something that lies over the page, such as a consent banner."""
        with self.part(f"div.{css_class}") as n:
            share = box[2] * box[3] / (self._frame["viewport"][0] * self._frame["viewport"][1])
            lying = {"n": n, "role": "dialog", "position": "fixed", "z": 10, "box": list(box), "share": share}
            self._frame["layers"].append({**lying, "center": True, "modal": False, "class": css_class})
            yield n

    @contextmanager
    def inside(self, n: int) -> Iterator[None]:
        """Go on in an element that was added before, such as a button that holds a picture."""
        self._open.append((n, self._open[-1][1]))
        try:
            yield
        finally:
            self._open.pop()

    # -- things ---------------------------------------------------------------------------------------------

    def text(self, words: str, *, tag: str = "p", box: Area | None = None, **facts: Any) -> int:
        """Add a piece of text; a heading by its tag ("h1")."""
        n = self._node(tag)
        shown = {"n": n, "tag": tag, "text": words, "box": self._box(box), "size": 16, "weight": 400, **facts}
        self._frame["texts"].append(self._placed(shown))
        return n

    def link(self, words: str, href: str, **facts: Any) -> int:
        """Add a link with its text."""
        address = href if ":" in href.partition("/")[0] else urljoin(self.url, href)
        return self._control("a", words, href=address, raw_href=href, **facts)

    def button(self, words: str, **facts: Any) -> int:
        """Add a button with its text."""
        return self._control("button", words, type="submit" if self._form >= 0 else "button", **facts)

    def field(self, label: str, kind: str = "text", **facts: Any) -> int:
        """Add an input, named by its label."""
        control = {
            "n": self._node("input"),
            "tag": "input",
            "type": kind,
            "name": label,
            "named_by": "aria-label",
            **facts,
        }
        return self._add_control(control)

    def checkbox(self, label: str, *, ticked: bool, **facts: Any) -> int:
        """Add a check box as the page was sent."""
        return self.field(label, "checkbox", checked=ticked, default_checked=ticked, **facts)

    def select(self, label: str, *options: str, chosen: int = 0) -> int:
        """Add a drop-down list; the first option asks to choose unless another one is chosen."""
        listed = [["" if i == 0 else text, text, 2 if i == chosen else 0] for i, text in enumerate(options)]
        named = {"name": label, "named_by": "aria-label"}
        control = {"n": self._node("select"), "tag": "select", "type": "select-one", "options": listed}
        return self._add_control({**control, **named})

    def picture(self, *, alt: str | None = "", box: Area | None = None, **facts: Any) -> int:
        """Add an image."""
        n = self._node("img")
        shown = {"n": n, "kind": "img", "natural": [400, 400], "box": self._box(box), **facts}
        self._frame["images"].append(shown if alt is None else {**shown, "alt": alt})
        return n

    def json_ld(self, block: str) -> None:
        """Add structured data."""
        self._frame["json_ld"].append(block)

    def cards(self, *titles: str, price: str = "€20.00", sold_out: bool = False) -> None:
        """Add a list of products, each with picture, link and price."""
        with self.part("ul.cards"):
            for place, title in enumerate(titles):
                x, y = 40 + 300 * (place % 4), self._y
                with self.part("li.card"):
                    self.picture(alt=title, box=(x, y, 200, 200))
                    self.link(title, f"/products/{title.lower().replace(' ', '-')}", box=(x, y + 210, 200, 24))
                    self.text(price, box=(x, y + 240, 80, 24))
                    if sold_out:
                        self.text("Sold out", box=(x + 90, y + 240, 80, 24))
                self._y = y if place % 4 < 3 else y + 300
        self._y += 300

    def meta(self, name: str, content: str) -> None:
        """Set a meta element."""
        self._frame["meta"][name] = content

    def describe(self, json_ld: str) -> None:
        """Add a block of structured data."""
        self._frame["json_ld"].append(json_ld)

    def widen(self, width: int) -> None:
        """Make the document wider than the screen; like a phone's window, this one grows with it."""
        self._frame["page"][0] = self._frame["viewport"][0] = width

    # -- result ---------------------------------------------------------------------------------------------

    @property
    def observation(self) -> dict[str, Any]:
        """The artifact `observation.json`."""
        kinds = list(dict.fromkeys(kind for _, kind in self._nodes))
        tree = {
            "parents": [parent for parent, _ in self._nodes],
            "signatures": [kinds.index(kind) for _, kind in self._nodes],
            "kinds": kinds,
            "elements": len(self._nodes),
        }
        size = [self._frame["page"][0], max(self._frame["page"][1], int(self._y) + _LINE)]
        return {"frames": [{**self._frame, **tree, "page": size}], "attached": [None]}

    def _node(self, kind: str) -> int:
        self._nodes.append((self._open[-1][0], kind))
        return len(self._nodes) - 1

    def _box(self, box: Area | None) -> list[float]:
        if box is None:
            box = (40, self._y, 300, 24)
            self._y += _LINE
        self._y = max(self._y, box[1] + box[3])
        return list(box)

    def _control(self, tag: str, words: str, **facts: Any) -> int:
        n = self._add_control({"n": self._node(tag), "tag": tag, "text": words, "named_by": "text" if words else "", **facts})
        control = self._frame["controls"][-1]
        if words and control["visible"]:
            shown = {
                "n": n,
                "tag": tag,
                "text": words,
                "box": control["box"],
                "size": 16,
                "weight": 400,
                "control": n,
            }
            self._frame["texts"].append(self._placed(shown))
        return n

    def _add_control(self, control: dict[str, Any]) -> int:
        box = self._box(control.pop("box", None))
        made = {"box": box, "visible": True, "in_view": True, **control}
        if self._form >= 0:
            made["form"] = self._form
        self._frame["controls"].append(self._placed(made))
        return int(made["n"])

    def _placed(self, item: dict[str, Any]) -> dict[str, Any]:
        landmark = self._open[-1][1]
        return {"landmark": landmark, **item} if landmark else item
