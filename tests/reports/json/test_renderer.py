import json
from pathlib import Path

import pytest
from auditor_reports.json.renderer import renderer

from auditor.api import Result
from tests.reports.hostile import NASTY, everywhere
from tests.reports.results import audit, report, said, seen


def test_it_is_the_result_and_nothing_else(tmp_path: Path) -> None:
    result = audit(shown=[said(message="“Größe” \u202e <script>", findings=[seen(box=(1, 2, 3, 4))])])
    text = renderer.render(report(result, tmp_path))
    assert Result.model_validate_json(text) == result
    assert json.loads(text)["verdicts"][0]["message"] == "“Größe” \u202e <script>"


def test_it_has_a_line_per_value_and_ends_with_one(tmp_path: Path) -> None:
    text = renderer.render(report(audit(), tmp_path))
    assert text.endswith("}\n")
    assert text.startswith('{\n "schema_version": "1",\n "tool": {\n')


@pytest.mark.parametrize("name", sorted(NASTY.keys() - {"lone surrogates"}))  # which no recording holds
def test_whatever_a_shop_writes_it_is_read_back(tmp_path: Path, name: str) -> None:
    result = everywhere(NASTY[name])
    assert Result.model_validate_json(renderer.render(report(result, tmp_path))) == result
