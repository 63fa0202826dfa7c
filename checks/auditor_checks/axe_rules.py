"""What axe-core found on a page, by groups of rules that checks of their own report."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files

from auditor.api import Control, Finding, PageRecord

_GROUPS = tomllib.loads((files("auditor_checks.accessibility") / "axe_rules.toml").read_text(encoding="utf-8"))
_SHOWN = 6
_SHORTEST = 3  # letters of a label; shorter ones stand everywhere


@dataclass(frozen=True)
class Violation:
    """One element that violates a rule: where it is, what axe says of it, its source."""

    rule: str
    help: str
    selector: str
    summary: str
    source: str

    def is_of(self, group: str) -> bool:
        """Whether the rule belongs to a group."""
        return self.rule in _GROUPS[group]

    def is_about(self, control: Control) -> bool:
        """Whether the element is, by its source, the control: its id or its label stands in it."""
        source, label = self.source.casefold(), control.text.strip().casefold()
        by_id = bool(control.id) and f'id="{control.id.casefold()}"' in source
        return by_id or (len(label) >= _SHORTEST and f">{label}<" in source)


def violations(page: PageRecord, group: str) -> list[Violation]:
    """Return the elements that violate a rule of the group; raises `Missing` without a scan."""
    rules = [rule for rule in page.axe.violations if rule.id in _GROUPS[group]]
    return [Violation(rule.id, rule.help, node.selector, node.summary, node.html) for rule in rules for node in rule.nodes]


def findings_of(found: Iterable[Violation]) -> list[Finding]:
    """Show the first of them with their selectors."""
    return [Finding(f"{v.help}.", selector=v.selector, key=f"{v.rule} {v.selector}") for v in list(found)[:_SHOWN]]
