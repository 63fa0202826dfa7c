"""Nothing of a history stays English in another language."""

import pytest
from auditor_reports.history.page import page_of
from auditor_reports.history.summary import summary
from auditor_reports.several.document import document
from auditor_reports.terminal.screen import Screen
from auditor_reports.view.voice import speaking

from tests.reports.history.histories import CHECKS, HISTORIES, told
from tests.reports.several.test_languages import left
from tests.reports.test_languages import WRAPPED, visible

OWN = ["https://shop.example", "other.example", "shop.example", "https", "Release 4.2", "Nexus 1", "own-kind", "abcdef1234", "UTC"]
OWN += ["storefront-auditor", "auditor history", *(words for c in CHECKS for words in (c.id, c.title))]


@pytest.mark.parametrize("name", HISTORIES)
def test_nothing_stays_english(name: str) -> None:
    asked = told(HISTORIES[name])
    with speaking(WRAPPED):
        page = document("auditor_reports.history", "history.html.j2", page_of(asked), ["history"])
        assert left(visible(page), OWN) == []
        assert left(summary(asked, Screen(width=3000)).splitlines(), OWN) == []
    assert '<html lang="ja">' in page
