"""The tests that are made of an audit: one for each check, one for each rule of the gate."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Self

import pytest

from auditor.pytest_plugin.judgement import Judgement, judgement_of, rule_judgement, rule_names

if TYPE_CHECKING:
    from pathlib import Path

    from auditor.pytest_plugin.asked import Asked
    from auditor.pytest_plugin.audit import ShopAudit

FILE = "shop audit"
Audit = Callable[[], "ShopAudit"]


class ShopFile(pytest.Collector):
    """The virtual file whose tests an audit answers. Nothing is audited before the first of them runs."""

    def __init__(self, *, asked: Asked, audit: Audit, **known: Any) -> None:
        super().__init__(**known)
        self.asked = asked
        self.audit = audit

    @classmethod
    def of(cls, session: pytest.Session, asked: Asked, audit: Audit) -> Self:
        """Make the file of a session."""
        return cls.from_parent(session, name=FILE, nodeid=FILE, asked=asked, audit=audit)

    def collect(self) -> Iterator[ShopItem]:
        """Yield the checks by id, then the rules of the gate; needs no audit."""
        for name, check in sorted(self.asked.checks.items()):
            item = CheckItem.from_parent(self, name=name)
            item.add_marker(pytest.mark.shop_check(name))
            for stage in check.stages:
                item.add_marker(pytest.mark.shop_stage(stage.value))
            item.extra_keyword_matches.update({"shop_audit", check.category, check.severity.value})
            yield item
        for rule in rule_names(self.asked.rules, asserted=self.asked.assertions is not None):
            gate = RuleItem.from_parent(self, name=f"gate:{rule}")
            gate.extra_keyword_matches.update({"shop_audit", "gate"})
            yield gate


class ShopItem(pytest.Item):
    """A test that an audit answers."""

    @property
    def file(self) -> ShopFile:
        """The virtual file it stands in."""
        assert isinstance(self.parent, ShopFile)  # noqa: S101 - for mypy
        return self.parent

    def setup(self) -> None:
        """Audit, unless a test before did."""
        self.file.audit()

    def runtest(self) -> None:
        """End as the audit says."""
        end(self, self.judgement())

    def judgement(self) -> Judgement:
        """Return how the test ends, and why."""
        raise NotImplementedError

    def reportinfo(self) -> tuple[Path, None, str]:
        """Name the test in reports."""
        return self.config.rootpath / FILE, None, self.name


class CheckItem(ShopItem):
    """A check, on all devices and stages."""

    def judgement(self) -> Judgement:
        """Judge the check."""
        audit, asked = self.file.audit(), self.file.asked
        return judgement_of(asked.checks[self.name], audit.verdicts(self.name), asked.rules, audit.result)


class RuleItem(ShopItem):
    """A rule of the gate, on all devices."""

    def judgement(self) -> Judgement:
        """Judge the rule."""
        return rule_judgement(self.name.removeprefix("gate:"), self.file.audit().result)


def end(item: pytest.Item, judgement: Judgement) -> None:
    """End a test; one that passes goes on."""
    if judgement.ending == "failed":
        pytest.fail(judgement.text, pytrace=False)
    if judgement.ending == "xfailed":
        pytest.xfail(judgement.text)
    if judgement.ending == "skipped":
        pytest.skip(judgement.text)
    if judgement.note:
        item.add_report_section("call", "shop", judgement.note)
