"""`auditor baseline`: accept the findings of a run for now, so that the gate fails on new ones alone."""

from __future__ import annotations

from pathlib import Path

import click

from auditor.audit import load_result
from auditor.cli.options import configured, resolve
from auditor.config.ruling import waivers_of
from auditor.errors import NothingJudged
from auditor.gate.baseline_file import BASELINE, baseline_text, read_baseline
from auditor.gate.failures import failed_findings, is_doubted, looked_at
from auditor.gate.known import Baseline, updated
from auditor.gate.waiving import Waiving
from auditor.model.outcome import Kind
from auditor.result.assemble import day_of
from auditor.writing import write_atomically


@click.command("baseline")
@click.argument("run", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help=f"Baseline to write (default: the configured one, else {BASELINE}).",
)
@configured
def command(run: Path, output: Path | None, config_file: Path | None) -> int:
    """Write the findings of the folder RUN that fail into a baseline, or bring it up to date.

    What is gone is taken out; what RUN did not look at (other checks, stages, devices) stays. What a waiver lets pass is left
    out, so that it ends with the waiver, and so are times that a machine too slow or too uneven may have spoilt.
    """
    gate = resolve(config_file).settings.gate
    path = Path(output or gate.baseline or BASELINE)
    result = load_result(run)
    if not any(Kind(verdict.outcome).scores for verdict in result.verdicts):
        raise NothingJudged(f"In {run} nothing was judged, so there is nothing to accept. The baseline stays as it is.")
    before = read_baseline(path) if path.exists() else Baseline(str(path), {})
    doubted = result.machine is not None and result.machine.doubt is not None
    waiving = Waiving(waivers_of(gate), day_of(result.finished_at))
    found = [one for one in failed_findings(result.verdicts, doubted=doubted) if one.reliable and not waiving.lets_pass(one)]
    seen = [verdict for verdict in result.verdicts if not is_doubted(verdict, machine=doubted)]
    after = updated(before, found, looked_at(seen))
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, baseline_text(after))
    new, gone = len(after.findings.keys() - before.findings.keys()), len(before.findings.keys() - after.findings.keys())
    click.echo(f"{path}: {len(after.findings)} known findings ({new} new, {gone} taken out)")
    return 0
