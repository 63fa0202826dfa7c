"""Sentences of the templates: markup may stand in them, such as a link, and nothing else in them becomes markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from auditor_reports.view import voice

if TYPE_CHECKING:
    from collections.abc import Callable

_PLACE = "\x02{}\x03"  # control characters, which the texts of a result no longer have
_CODE = re.compile(r"&lt;/?[a-z][^\n]*?&gt;(?:[^\n]*&lt;/[a-z]+&gt;)?|(?<![\w-])[a-z][a-z-]*=&#34;[^\n]*?&#34;|:?[a-z-]+ \{ [^{}\n]* \}")
_PLACES = re.compile(r"\x02(\w+)\x03")


def tell(template: str, /, **values: str | int | float) -> str:
    """Tell a sentence, see `auditor_reports.view.voice.tell`. With markup among the values it is markup, all else in it escaped."""
    return _woven(lambda plain: voice.tell(template, **plain), values)


def tell_several(number: int, one: str, many: str, /, **values: str | int | float) -> str:
    """Tell a sentence with the number `{n}` in it; with markup among the values it is markup, all else in it escaped."""
    return _woven(lambda plain: voice.tell_several(number, one, many, **plain), values)


def link_to(anchor: str) -> dict[str, Markup]:
    """Return what begins and ends a link inside the document: `tell("See {link}the list{end}.", **link_to("list"))`."""
    return {"link": Markup('<a href="#{}">').format(anchor), "end": Markup("</a>")}


def with_code(text: str) -> Markup:
    """Return an advice with the code in it marked as such: elements, and attributes with their values."""
    return Markup(_CODE.sub(lambda found: f"<code>{found[0]}</code>", str(escape(text))))  # noqa: S704 - all else is escaped


def _woven(say: Callable[[dict[str, str | int | float]], str], values: dict[str, str | int | float]) -> str:
    markup = {name: value for name, value in values.items() if isinstance(value, Markup)}
    text = say({**values, **{name: _PLACE.format(name) for name in markup}})
    if not markup:
        return text
    return Markup(_PLACES.sub(lambda place: markup.get(place[1], place[0]), str(escape(text))))  # noqa: S704 - the rest is escaped
