"""The file that `auditor init` writes: what is often set, each with its meaning and default from the settings themselves."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from auditor.config.settings import Settings

# the settings in the order of the file; the keys of a table stand together, after those of none
SHOWN = (
    *("devices", "country", "locale", "skip", "probes", "runs", "throttle", "max_seconds", "formats", "lang", "profile", "jurisdiction"),
    *("gate.fail_on", "gate.min_score", "gate.min_category", "gate.must_reach", "gate.budgets", "gate.checks", "gate.baseline"),
    *("journey.product", "journey.search", "journey.hooks"),
    *("report.paper", "brand.name", "brand.logo", "brand.accent"),
)
# what is shown where the default says nothing of how the value is written
EXAMPLES: Mapping[str, Any] = {
    "country": "DE",
    "locale": "de-DE",
    "skip": ["relationship"],
    "jurisdiction": ["eu"],
    "gate.min_score": 80,
    "gate.min_category": {"checkout": 80},
    "gate.must_reach": "payment",
    "gate.budgets": {"lcp_ms": 2500},
    "gate.checks": {"checkout-guest-option": "error"},
    "gate.baseline": "auditor.baseline.json",
    "journey.product": "/p/linen-shirt",
    "journey.search": "shirt",
    "journey.hooks": "hooks.py",
    "brand.name": "Example Consulting",
    "brand.logo": "logo.svg",
    "brand.accent": "#0f5a66",
}
_NOTHING: tuple[Any, ...] = (None, "", [], {})
_SEE = {"gate": "docs/gate.md", "journey": "docs/journeys.md", "report": "docs/reports.md", "brand": "docs/reports.md"}


def starting_file(answers: Mapping[str, Any], site: str = "") -> str:
    """Return the text of a file that says what was answered, by dotted names, and shows the rest in comments."""
    lines = ["# Settings of storefront-auditor. What stands in a comment shows how it is written; its default holds."]
    if site:
        lines.append(f"# The shop: auditor run {site}")
    lines.append("# All settings: auditor config. Whether this file can be used: auditor config check.")
    table = ""
    for name in SHOWN:
        inside = name.rpartition(".")[0]
        if inside != table:
            table = inside
            lines += ["", "", f"[{table}]  # {_described(table)}; {_SEE[table]}"]
        lines += ["", *_setting(name, answers)]
    return "\n".join([*lines, ""])


def _setting(name: str, answers: Mapping[str, Any]) -> Iterator[str]:
    field = _field(name)
    default = _default(field)
    yield f"# {field.description} (default: {toml(default) if default not in _NOTHING else 'none'})"
    key = name.rpartition(".")[2]
    if name in answers:
        yield f"{key} = {toml(answers[name])}"
    else:
        yield f"# {key} = {toml(EXAMPLES.get(name, default))}"


def _field(name: str) -> FieldInfo:
    model: type[BaseModel] = Settings
    *tables, key = name.split(".")
    for table in tables:
        model = type(model.model_fields[table].default)
    return model.model_fields[key]


def _default(field: FieldInfo) -> Any:
    return None if field.default is PydanticUndefined else field.default


def _described(table: str) -> str:
    return str(_field(table).description)


def toml(value: Any) -> str:
    """Write a value as TOML does: texts, numbers, truth values, lists and flat tables."""
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{key} = {toml(item)}' for key, item in value.items())} }}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(toml, value))}]"
    if isinstance(value, (str, Path)):
        return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")
    return json.dumps(value)
