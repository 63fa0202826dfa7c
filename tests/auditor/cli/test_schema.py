import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from auditor.record.layout import MANIFEST, RECORDING, RESULT
from tests.auditor.cli.conftest import Auditor


def validator(auditor: Auditor, name: str) -> Draft202012Validator:
    ran = auditor("schema", name)
    assert (ran.code, ran.err) == (0, "")
    return Draft202012Validator(json.loads(ran.out))


def read(file: Path) -> Any:
    return json.loads(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["result", "recording", "config", "comparison", "benchmark", "history"])
def test_a_schema_is_a_json_schema(auditor: Auditor, name: str) -> None:
    schema = validator(auditor, name).schema
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["additionalProperties"] is False


def test_a_result_is_what_its_schema_says(auditor: Auditor, run: Path) -> None:
    auditor("judge", run)
    result = read(run / RESULT)
    check = validator(auditor, "result")
    assert [error.message for error in check.iter_errors(result)] == []
    assert not check.is_valid({**result, "surprise": 1})
    assert not check.is_valid({**result, "schema_version": "2"})
    assert not check.is_valid({key: value for key, value in result.items() if key != "gate"})


def test_a_recording_is_what_its_schema_says(auditor: Auditor, run: Path) -> None:
    manifest = read(run / RECORDING / MANIFEST)
    check = validator(auditor, "recording")
    assert [error.message for error in check.iter_errors(manifest)] == []
    manifest["journeys"][0]["ended"] = "bought"
    assert not check.is_valid(manifest)


def test_a_configuration_is_what_its_schema_says(auditor: Auditor) -> None:
    check = validator(auditor, "config")
    assert check.is_valid({})
    assert check.is_valid({"devices": ["mobile", "Pixel 7"], "runs": 3, "gate": {"fail_on": "major"}, "headers": {"X-Test": "1"}})
    mistakes: list[dict[str, object]] = [{"runs": 99}, {"devices": []}, {"min_scor": 1}, {"gate": {"fail_on": "all"}}]
    assert [mistake for mistake in mistakes if check.is_valid(mistake)] == []


def test_an_unknown_schema_lists_the_known(auditor: Auditor) -> None:
    assert auditor("schema", "report").refused(4, "'report'", "result", "recording", "config")
