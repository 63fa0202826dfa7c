"""Surgery: edits of a finished page, by which most flaws are planted."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bs4 import BeautifulSoup, Tag
from bs4.element import Script

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True)
class Edit:
    """One change to whatever a CSS selector finds; ``pages`` and ``not_pages`` name page kinds."""

    select: str
    pages: list[str] = field(default_factory=list)
    not_pages: list[str] = field(default_factory=list)
    remove: bool = False
    unwrap: bool = False
    tag: str = ""  # the new name of the element
    inner: str | None = None  # its new content
    append: str = ""
    set: dict[str, str] = field(default_factory=dict)
    drop: list[str] = field(default_factory=list)  # attributes to take away
    forget: str = ""  # a key to take out of the JSON-LD it holds

    def concerns(self, kind: str) -> bool:
        """Whether this edit is for pages of this kind."""
        return (not self.pages or kind in self.pages) and kind not in self.not_pages


def operate(html: str, edits: Iterable[Edit], kind: str) -> str:
    """The page with every edit that concerns its kind made; a selector that finds nothing changes nothing."""
    wanted = [edit for edit in edits if edit.concerns(kind)]
    if not wanted:
        return html
    page = BeautifulSoup(html, "lxml" if "<html" in html else "html.parser")
    for edit in wanted:
        for element in page.select(edit.select):
            if not element.decomposed:
                _change(element, edit)
    return str(page.decode(formatter="html5"))


def _change(element: Tag, edit: Edit) -> None:
    element.attrs.update(edit.set)
    for name in edit.drop:
        element.attrs.pop(name, None)
    if edit.tag:
        element.name = edit.tag
    if edit.forget:
        kept = json.dumps(_without(json.loads(element.string or "null"), edit.forget))
        element.clear()
        element.append(Script(kept))
    if edit.inner is not None:
        element.clear()
        _append(element, edit.inner)
    if edit.append:
        _append(element, edit.append)
    if edit.unwrap:
        element.unwrap()
    if edit.remove:
        element.decompose()


def _append(element: Tag, html: str) -> None:
    for child in list(BeautifulSoup(html, "html.parser").children):
        element.append(child)


def _without(data: Any, key: str) -> Any:
    if isinstance(data, dict):
        return {name: _without(value, key) for name, value in data.items() if name != key}
    if isinstance(data, list):
        return [_without(value, key) for value in data]
    return data
