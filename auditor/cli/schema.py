"""`auditor schema`: JSON Schemas of the files this tool reads and writes."""

from __future__ import annotations

import json
from typing import Any

import click
from pydantic import TypeAdapter

from auditor.benchmark.model import Benchmark
from auditor.compare.model import Comparison
from auditor.config.settings import Settings
from auditor.events import AnyEvent
from auditor.history.model import History
from auditor.record.manifest import Manifest
from auditor.result.model import Result

_MODELS: dict[str, Any] = {
    "result": Result,
    "recording": Manifest,
    "config": Settings,
    "comparison": Comparison,
    "benchmark": Benchmark,
    "history": History,
    "events": AnyEvent,
}


@click.command("schema")
@click.argument("name", type=click.Choice(list(_MODELS)))
def command(name: str) -> int:
    """Print the JSON Schema of a file this tool reads or writes: result.json, recording/manifest.json, the configuration …"""
    schema = TypeAdapter(_MODELS[name]).json_schema(mode="serialization" if name != "config" else "validation")
    click.echo(json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}, indent=2))
    return 0
