import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from auditor.api import Stage
from auditor.record.layout import MANIFEST
from auditor.record.manifest import Manifest
from tests.checks.recordings import Shop


@pytest.fixture
def data(tmp_path: Path) -> dict[str, Any]:
    shop = Shop(tmp_path)
    shop.walk(product={"title": "Chair"}, notes=["a note"]).page(Stage.HOME).missed(Stage.CART, "none").probe("not_found", "no")
    shop.recording()
    read: dict[str, Any] = json.loads((tmp_path / MANIFEST).read_text(encoding="utf-8"))
    return read


def test_a_manifest_survives_being_stored(data: dict[str, Any]) -> None:
    manifest = Manifest.model_validate(data)
    stored = manifest.model_dump_json(indent=1)
    assert json.loads(stored) == {**data, "machine": None}
    assert Manifest.model_validate_json(stored) == manifest


def test_a_recording_from_before_the_effort_was_told_in_full_is_read(data: dict[str, Any]) -> None:
    for step in data["journeys"][0]["steps"]:
        for new in ("dialogs", "errors", "scrolled", "typed"):
            del step[new]
    assert Manifest.model_validate(data).journeys[0].steps[0].typed == []


def test_the_machine_is_kept(data: dict[str, Any]) -> None:
    machine = Manifest.model_validate({**data, "machine": {"before": 1200.5, "after": 1100}}).machine
    assert machine is not None
    assert (machine.before, machine.after) == (1200.5, 1100)


def test_a_surprise_is_noticed(data: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="surprise"):
        Manifest.model_validate({**data, "surprise": 1})


@pytest.mark.parametrize(
    ("key", "value"), [("ended", "bought"), ("folder", "../../etc"), ("folder", ""), ("folder", "a/b"), ("viewport", [1]), ("steps", [{}])]
)
def test_a_journey_that_cannot_be_is_refused(data: dict[str, Any], key: str, value: object) -> None:
    data["journeys"][0][key] = value
    with pytest.raises(ValidationError, match=key):
        Manifest.model_validate(data)


@pytest.mark.parametrize(("key", "value"), [("stage", "thanks"), ("outcome", "maybe")])
def test_a_step_that_cannot_be_is_refused(data: dict[str, Any], key: str, value: str) -> None:
    data["journeys"][0]["steps"][0][key] = value
    with pytest.raises(ValidationError, match=key):
        Manifest.model_validate(data)
