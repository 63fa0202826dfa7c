"""Assets: the one stylesheet and the one script of a shop, joined from small files as its shape needs."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.demo.datafile import HERE
from auditor.demo.shape import PLAIN, Shape

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

STYLES = ("base", "layout", "controls", "cards", "home", "listing", "product", "cart", "checkout", "info")
SCRIPTS = (
    "reach",
    "say",
    "swap",
    "menu",
    "suggest",
    "add",
    "gallery",
    "cart",
    "listing",
    "wishlist",
    "form",
    "address",
    "card",
)
SAME = {"rendering-closedshadow": "rendering-shadow", "cart-modal": "cart-drawer"}  # one file for both


@dataclass(frozen=True)
class Assets:
    """The joined files and the addresses that change with their content."""

    style: bytes
    script: bytes

    @property
    def style_path(self) -> str:
        """Where the stylesheet is served."""
        return f"/assets/{_digest(self.style)}.css"

    @property
    def script_path(self) -> str:
        """Where the script is served."""
        return f"/assets/{_digest(self.script)}.js"


def join_assets(shape: Shape, extra_style: str = "", extra_scripts: Iterable[str] = ()) -> Assets:
    """The stylesheet and script of a shape, with what flaws add to them."""
    styles = [*STYLES, *_wanted(shape, "css")]
    scripts = sorted([*SCRIPTS, *_wanted(shape, "js"), *extra_scripts], key=_starts_the_page)
    style = "\n".join([*(_read("css", name) for name in styles), extra_style])
    body = "\n".join(_read("js", name) for name in scripts)
    script = f'(() => {{\n"use strict";\n{body}\nshop.mount(document);\n}})();\n'
    return Assets(style.encode(), script.encode())


def _wanted(shape: Shape, ending: str) -> list[str]:
    """Files named ``shapes/<key>`` and ``shapes/<key>-<value>`` for whatever is not as in the plain shape."""
    names = []
    for key in Shape.__dataclass_fields__:
        value = getattr(shape, key)
        if value != getattr(PLAIN, key):
            own = f"{key}-{value}"
            names += [f"shapes/{name}" for name in (key, SAME.get(own, own))]
    return [name for name in names if _file(ending, name).exists()]


def _starts_the_page(script: str) -> bool:
    """Scripts that start the page come last, when every behaviour is known."""
    return script.startswith("shapes/rendering-")


def _read(ending: str, name: str) -> str:
    return _file(ending, name).read_text(encoding="utf-8")


def _file(ending: str, name: str) -> Path:
    return HERE / "static" / ending / f"{name}.{ending}"


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]
