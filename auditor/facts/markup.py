"""What the page says about itself in JSON-LD, for machines."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class StructuredData:
    """The JSON-LD items of a page, graphs flattened."""

    items: tuple[Mapping[str, Any], ...] = ()

    def of_type(self, *types: str) -> list[Mapping[str, Any]]:
        """Return the items of one of the schema.org types."""
        wanted = {t.casefold() for t in types}
        return [item for item in self.items if wanted & {t.casefold() for t in _types(item)}]

    @property
    def product(self) -> Mapping[str, Any] | None:
        """The product the page is about, None on lists of several."""
        found = self.of_type("Product", "ProductGroup", "IndividualProduct", "ProductModel")
        return found[0] if len(found) == 1 or (found and found[0].get("offers")) else None

    @property
    def product_names(self) -> tuple[str, ...]:
        """Names of all products that are marked up."""
        return tuple(str(p["name"]) for p in self.of_type("Product", "ProductGroup") if p.get("name"))

    @property
    def search_template(self) -> str:
        """The address template of the site search ("...{search_term_string}..."), "" if none is declared."""
        for site in self.of_type("WebSite"):
            actions = site.get("potentialAction")
            for action in actions if isinstance(actions, list) else [actions]:
                if isinstance(action, Mapping):
                    target = action.get("target")
                    template = target.get("urlTemplate") if isinstance(target, Mapping) else target
                    if isinstance(template, str) and "{" in template:
                        return template
        return ""


def read_json_ld(blocks: Sequence[str]) -> StructuredData:
    """Parse the JSON-LD blocks of a page; a block that is no JSON is left out."""
    return StructuredData(tuple(item for block in blocks for item in _items(block)))


def _items(block: str) -> Iterator[Mapping[str, Any]]:
    try:
        data = json.loads(block.strip().removeprefix("<!--").removesuffix("-->"))
    except ValueError:
        return
    waiting = [data]
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, Mapping):
            if "@graph" in node:
                waiting.append(node["@graph"])
            if "@type" in node:
                yield node
            waiting.extend(v for k, v in node.items() if k in {"mainEntity", "itemListElement", "item"} and isinstance(v, (Mapping, list)))


def _types(item: Mapping[str, Any]) -> list[str]:
    kind = item.get("@type")
    names = kind if isinstance(kind, list) else [kind]
    return [str(name).rpartition("/")[2] for name in names if name]
