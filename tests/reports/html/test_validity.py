"""A strict parser takes the report. It knows the grammar of HTML, not which element may stand in which."""

from collections.abc import Callable
from pathlib import Path

import pytest
from auditor_reports.html.renderer import renderer
from html5lib import HTMLParser

from auditor.api import Result
from tests.reports.hostile import NASTY, everywhere, explained
from tests.reports.results import audit, report
from tests.reports.test_languages import CHECKS, asked, many, recorded, usual


@pytest.mark.parametrize("result", [usual, many, asked, lambda: audit(journeys=[])])
def test_the_report_is_valid(tmp_path: Path, result: Callable[[], Result]) -> None:
    recorded(tmp_path, "rejected", "No")
    HTMLParser(strict=True).parse(renderer.render(report(result(), tmp_path, *CHECKS)))


@pytest.mark.parametrize("name", NASTY)
def test_whatever_a_shop_writes_it_stays_valid(tmp_path: Path, name: str) -> None:
    source = renderer.render(report(everywhere(NASTY[name]), tmp_path, explained(NASTY[name])))
    HTMLParser(strict=True).parse(source)
