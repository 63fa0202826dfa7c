"""The result as data inside the document."""

import json

import pytest
from auditor_reports.html.embedding import embedded, file_name

from tests.auditor.specimens import walked
from tests.reports.results import audit

NASTY = "</script><!--<script>&\u2028\u2029"


def test_nothing_in_the_data_is_markup_and_nothing_is_lost() -> None:
    result = audit(journeys=[walked(notes=[NASTY])])
    text = str(embedded(result))
    assert [char for char in "<>&\u2028\u2029\n" if char in text] == []
    assert json.loads(text) == json.loads(result.model_dump_json())


@pytest.mark.parametrize(
    ("host", "moment", "name"),
    [
        ("shop.example", "2026-11-24T10:00:00+00:00", "shop.example-2026-11-24.json"),
        ("shop.example:8080", "", "shop.example-8080.json"),
        ("../../etc", "<b>", "etc-b.json"),
        ("", "", "result.json"),
    ],
)
def test_the_file_is_named_by_shop_and_day(host: str, moment: str, name: str) -> None:
    assert file_name(host, moment) == name
