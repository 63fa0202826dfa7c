"""`auditor schema`: JSON Schemas of the files this tool reads and writes."""

from __future__ import annotations

import json

import click
from pydantic import BaseModel

from auditor.benchmark.model import Benchmark
from auditor.compare.model import Comparison
from auditor.config.settings import Settings
from auditor.history.model import History
from auditor.record.manifest import Manifest
from auditor.result.model import Result

_MODELS: dict[str, type[BaseModel]] = {
    "result": Result,
    "recording": Manifest,
    "config": Settings,
    "comparison": Comparison,
    "benchmark": Benchmark,
    "history": History,
}


@click.command("schema")
@click.argument("name", type=click.Choice(list(_MODELS)))
def command(name: str) -> int:
    """Print the JSON Schema of result.json, recording/manifest.json, the configuration, comparison.json, benchmark.json or history.json."""
    schema = _MODELS[name].model_json_schema(mode="serialization" if name != "config" else "validation")
    click.echo(json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}, indent=2))
    return 0
