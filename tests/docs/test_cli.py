"""docs/cli.md: it tells every event with all that stands in it, and its example is one."""

import json
import re
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter

from auditor.events import AnyEvent, Event

GUIDE = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
EVENTS: tuple[type[Event], ...] = get_args(get_args(AnyEvent)[0])


@pytest.mark.parametrize("kind", EVENTS)
def test_every_event_is_told_with_its_keys(kind: type[Event]) -> None:
    name = next(field.default for field in fields(kind) if field.name == "event")
    (row,) = re.findall(rf"^\| `{name}` \|.*\|$", GUIDE, re.MULTILINE)
    told = re.findall(r"`([a-z_]+)`", row.rpartition("| ")[0] + row.split("|")[3])
    assert [f.name for f in fields(kind) if f.name not in {"event", "time", "device"} and f.name not in told] == []


def test_the_example_is_an_event() -> None:
    (example,) = re.findall(r"```json\n(.*?)```", GUIDE, re.DOTALL)
    schema = TypeAdapter(AnyEvent).json_schema(mode="serialization")
    assert [error.message for error in Draft202012Validator(schema).iter_errors(json.loads(example))] == []
