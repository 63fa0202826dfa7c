"""Every built-in check says all that the catalogue and the reports show of it."""

import inspect
from urllib.parse import urlsplit

import pytest

from auditor.api import CATEGORY_BY_ID, Check, Confidence, Effort, Scope, Severity, Stage
from auditor.plugins.discovery import load_checks
from auditor.probes import PROBES
from auditor.record.collectors import COLLECTORS

CHECKS = [check for check in load_checks() if check.judge.__module__.startswith("auditor_checks.")]


def test_the_checks_are_found() -> None:
    assert len(CHECKS) >= 24


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: str(check.id))
class TestEachCheck:
    def test_is_named_after_its_file(self, check: Check) -> None:
        package, category, file = check.judge.__module__.split(".")
        assert package == "auditor_checks"
        assert category == check.category
        assert check.id == f"{category}-{file.replace('_', '-')}"
        assert check.category in CATEGORY_BY_ID

    def test_explains_itself(self, check: Check) -> None:
        assert check.title != check.failure_title
        for sentence in (check.why, check.fix, check.limits):
            assert sentence.strip() == sentence
            assert sentence.endswith(".")
        for title in (check.title, check.failure_title):
            assert title
            assert not title.endswith(".")
        assert (inspect.getdoc(check.judge) or "").endswith(".")

    def test_names_public_sources(self, check: Check) -> None:
        assert check.sources
        for source in check.sources:
            parts = urlsplit(source.url)
            assert (parts.scheme, bool(parts.hostname), bool(source.name)) == ("https", True, True)

    def test_has_known_values(self, check: Check) -> None:
        assert isinstance(check.severity, Severity)
        assert isinstance(check.effort, Effort)
        assert isinstance(check.confidence, Confidence)
        assert check.devices in {"both", "desktop", "mobile"}
        assert all(isinstance(stage, Stage) for stage in check.stages)
        assert check.stages or check.scope is not Scope.PAGE

    def test_asks_for_what_can_be_recorded(self, check: Check) -> None:
        assert set(check.needs) <= set(COLLECTORS)
        assert set(check.probes) <= set(PROBES)
