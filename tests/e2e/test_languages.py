"""A whole audit is reported in each language: all that the tool itself says is translated, and only the shop's words stay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from auditor_reports.html.renderer import HtmlRenderer
from babel.core import Locale

from auditor.api import Check, Recording, Result, Voice
from auditor.audit import load_result
from auditor.plugins.discovery import load_checks
from auditor.record.layout import MANIFEST
from auditor.reporting import ReportInput
from auditor.words.catalogue import languages, voice_for
from tests.checks.own_words import held_by, not_the_shops
from tests.e2e.demo import DemoAudit
from tests.reports.test_languages import Wrapped, visible

pytestmark = pytest.mark.browser

_TRANSLATED = re.compile(r"⟦[^⟦⟧]*⟧")
_SAME_EVERYWHERE = {"auditor", "chromium", "storefront", "stneware"}
"""Names, and the typing error that is made on purpose."""


def rendered(run: Path, voice: Voice) -> str:
    checks = {check.id: check for check in load_checks()}
    return HtmlRenderer().render(ReportInput(load_result(run), run, checks, voice))


def left_over(run: Path, source: str, names: set[str]) -> Iterator[tuple[list[str], str]]:
    """What of a wrapped report is neither translated, nor of the shop, nor a name."""
    held = held_by(run / "recording", but={MANIFEST, "trace.jsonl"})
    for journey in Recording.load(run).journeys:
        for own in journey.recorded.wording:  # what the tool itself says in them
            held = held.replace(own.casefold(), "")
    for text in visible(source):
        for piece in _TRANSLATED.split(text):
            if piece.strip(" .;:·") not in names and (words := not_the_shops(piece, held)):
                yield words, text


def names_of(checks: list[Check], result: Result) -> set[str]:
    """What is called the same in every language: checks by their ids, publications, this tool and the browser."""
    published = {source.name for check in checks for source in check.sources}
    return {check.id for check in checks} | published | {str(value) for value in result.config.values()}


def test_only_words_of_the_shop_stay_as_they_are(healthy: DemoAudit) -> None:
    source = rendered(healthy.folder, Voice(Locale("ja"), Wrapped(), healthy.result.wording))
    found = list(left_over(healthy.folder, source, names_of(load_checks(), healthy.result)))
    assert [one for one in found if set(one[0]) - _SAME_EVERYWHERE] == []


@pytest.mark.parametrize("language", languages())
def test_the_report_says_in_which_language_it_is(healthy: DemoAudit, language: str) -> None:
    assert f'<html lang="{language}"' in rendered(healthy.folder, voice_for(language, healthy.result.wording))
